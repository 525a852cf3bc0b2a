package dupin.intake.hunting;

import dupin.intake.Fields;
import dupin.intake.Json;
import dupin.intake.csv.Columns;
import dupin.intake.csv.Row;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Inventory: `DeviceInfo`, `DeviceNetworkInfo`, `IdentityInfo`, `IdentityAccountInfo` and
/// `DeviceFileCertificateInfo`. Their entities carry all that the row says: names, ids and SIDs under which the same
/// thing is met elsewhere, platform, group, tags, signer.
///
/// Links: `DEVICE` and `ACCOUNT`s that are logged on, its addresses as `SOURCE`; `ACCOUNT` (once per SID) and
/// `MAILBOX` of an identity; the signed file as `TARGET`.
///
/// Attributes: onboarding, category and type, exposure, value and internet-facing state of a device; enabled state, risk,
/// criticality, roles, groups, department and title of an identity; signature, signer, issuer and trust of a file.
final class InfoRows implements RowMapper {
    private static final int MOST = 50;

    private final String table;
    private final EventKind kind;
    private final Columns columns;
    private final Attributes attributes;

    InfoRows(Columns columns, String table) {
        this.table = table;
        this.columns = columns;
        this.kind =
                table.equals(HuntingTables.CERTIFICATE)
                        ? EventKind.FILE_SIGNATURE
                        : table.startsWith("Identity") ? EventKind.IDENTITY_INFO : EventKind.DEVICE_INFO;
        this.attributes =
                new Attributes(
                        columns,
                        "AssetValue",
                        "AssignedRoles",
                        "BlastRadius",
                        "CertificateCountersignatureTime",
                        "CertificateExpirationTime",
                        "City",
                        "Country",
                        "CriticalityLevel",
                        "DefenderRiskLevel",
                        "Department",
                        "DeviceCategory",
                        "DeviceSubtype",
                        "DeviceType",
                        "ExposureLevel",
                        "GroupMembership",
                        "IsAccountEnabled",
                        "IsExcluded",
                        "IsInternetFacing",
                        "IsRootSignerMicrosoft",
                        "IsSigned",
                        "IsTrusted",
                        "Issuer",
                        "JobTitle",
                        "JoinType",
                        "Manager",
                        "MergedToDeviceId",
                        "MitigationStatus",
                        "Model",
                        "OnboardingStatus",
                        "OSBuild",
                        "OSVersion",
                        "PrivilegedEntraPimRoles",
                        "RiskLevel",
                        "RiskStatus",
                        "SensorHealthState",
                        "SignatureType",
                        "Signer",
                        "Tags",
                        "TenantMembershipType",
                        "Type",
                        "Vendor");
    }

    @Override
    public TelemetryEvent event(Row row, RowRef ref) {
        var links = new Links();
        switch (kind) {
            case DEVICE_INFO -> device(row, links);
            case IDENTITY_INFO -> identity(row, links);
            default -> certificate(row, links);
        }
        return new TelemetryEvent(
                kind,
                table,
                text(row, "ActionType"),
                row.time(columns.of("Timestamp", "TimeGenerated")),
                links.list(),
                attributes.of(row),
                row.raw(),
                ref);
    }

    private void device(Row row, Links links) {
        List<String> addresses = addresses(row);
        Entity.Device plain =
                Hosts.named(
                        text(row, "DeviceName"),
                        text(row, "DeviceId"),
                        text(row, "AadDeviceId"),
                        text(row, "OSPlatform"),
                        text(row, "MachineGroup"));
        if (plain.hostName().isEmpty() && plain.mdeDeviceId().isEmpty()) {
            return;
        }
        String publicIp = text(row, "PublicIP");
        links.add(
                LinkRole.DEVICE,
                new Entity.Device(
                        plain.hostName(),
                        plain.deviceDnsName(),
                        plain.mdeDeviceId(),
                        plain.azureAdDeviceId(),
                        plain.osPlatform(),
                        plain.rbacGroupName(),
                        addresses.isEmpty() ? publicIp : addresses.getFirst(),
                        text(row, "ExposureLevel"),
                        text(row, "SensorHealthState"),
                        tags(row)));
        for (JsonNode user : list(text(row, "LoggedOnUsers"))) {
            Fields fields = Fields.of(user);
            var account =
                    new Entity.User("", fields.text("UserName"), fields.text("DomainName"), fields.text("Sid"), "", "");
            links.add(LinkRole.ACCOUNT, Accounts.isNone(account) ? null : account);
        }
        addresses.forEach(address -> links.ip(LinkRole.SOURCE, address));
        if (!addresses.contains(publicIp)) {
            links.ip(LinkRole.SOURCE, publicIp);
        }
    }

    private List<String> addresses(Row row) {
        var found = new LinkedHashSet<String>();
        for (JsonNode one : list(text(row, "IPAddresses"))) {
            String address = one.isString() ? one.stringValue() : Fields.of(one).text("IPAddress");
            if (!address.isEmpty() && found.size() < MOST) {
                found.add(address);
            }
        }
        return List.copyOf(found);
    }

    private List<String> tags(Row row) {
        var tags = new LinkedHashSet<String>();
        for (String column : new String[] {"RegistryDeviceTag", "DeviceManualTags", "DeviceDynamicTags"}) {
            String text = text(row, column);
            JsonNode list = list(text);
            if (list.isArray()) {
                list.forEach(tag -> tags.add(tag.asString("")));
            } else {
                tags.add(text);
            }
        }
        tags.remove("");
        return tags.stream().limit(MOST).toList();
    }

    private void identity(Row row, Links links) {
        String email = text(row, "EmailAddress");
        for (String sid : sids(row)) {
            var user =
                    new Entity.User(
                            text(row, "AccountUpn"),
                            text(row, "AccountName"),
                            text(row, "AccountDomain"),
                            sid,
                            row.text(columns.of("AccountObjectId", "SourceProviderAccountId")),
                            row.text(columns.of("AccountDisplayName", "DisplayName")));
            links.add(LinkRole.ACCOUNT, Accounts.isNone(user) ? null : user);
        }
        if (!email.isEmpty()) {
            links.add(
                    LinkRole.MAILBOX,
                    new Entity.Mailbox(
                            email, row.text(columns.of("AccountDisplayName", "DisplayName")), text(row, "AccountUpn")));
        }
    }

    /// On-premises and cloud SID; one empty text when there is none.
    private List<String> sids(Row row) {
        var sids = new LinkedHashSet<String>();
        sids.add(row.text(columns.of("OnPremSid", "Sid", "AccountSid")));
        sids.add(text(row, "CloudSid"));
        if (sids.size() > 1) {
            sids.remove("");
        }
        return List.copyOf(sids);
    }

    private void certificate(Row row, Links links) {
        Hosts.Host host = new Hosts(columns).of(row);
        links.host(host);
        links.add(
                LinkRole.TARGET,
                new Entity.File(
                        text(row, "FileName"),
                        text(row, "FolderPath"),
                        text(row, "SHA256"),
                        text(row, "SHA1"),
                        text(row, "MD5"),
                        0,
                        text(row, "Signer"),
                        text(row, "Issuer"),
                        "",
                        host == null ? "" : host.device()));
    }

    private String text(Row row, String column) {
        return row.text(columns.of(column));
    }

    private static JsonNode list(String text) {
        return Json.parse(text);
    }
}
