package dupin.intake.hunting;

import dupin.intake.Fields;
import dupin.intake.csv.Columns;
import dupin.intake.csv.Row;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/// Cloud infrastructure: `CloudAuditEvents`, `CloudStorageAggregatedEvents`, `CloudProcessEvents`, `CloudDnsEvents`,
/// `CloudPolicyEnforcementEvents` and `GraphAPIAuditEvents`.
///
/// Links: the resource as `TARGET` (of processes and look-ups as `APPLICATION`), `ACCOUNT`, every address as `SOURCE`,
/// the application of a Graph request as `APPLICATION`, a looked-up name as `DESTINATION`. A process runs on the host or
/// pod that the row names; its parent is the `ACTOR`.
///
/// Attributes: operation, status, scopes and URI of requests, counts of storage operations, country, city, user agent,
/// container and its image, and the simple values of `AdditionalFields`.
final class ResourceRows implements RowMapper {
    private final String table;
    private final Columns columns;
    private final Attributes attributes;

    ResourceRows(Columns columns, String table) {
        this.table = table;
        this.columns = columns;
        this.attributes =
                new Attributes(
                        columns,
                        "AuthenticationType",
                        "City",
                        "CityName",
                        "ContainerImageName",
                        "ContainerName",
                        "CountryCode",
                        "CountryName",
                        "DataSource",
                        "DnsQuery",
                        "DnsQueryTypeName",
                        "DnsResponseCodeName",
                        "FailedOperationsCount",
                        "IsAnonymousProxy",
                        "IsKnownSuspiciousIp",
                        "IsTorExitNode",
                        "Isp",
                        "KubernetesNamespace",
                        "KubernetesPodName",
                        "Location",
                        "OperationName",
                        "OperationNamesList",
                        "OperationsCount",
                        "ProcessCurrentWorkingDirectory",
                        "Reason",
                        "RequestMethod",
                        "RequestUri",
                        "ResponseStatusCode",
                        "Scopes",
                        "ServiceType",
                        "StorageAccount",
                        "StorageContainer",
                        "SuccessfulOperationsCount",
                        "TargetWorkload",
                        "UserAgent",
                        "UserAgentHeader");
    }

    @Override
    public TelemetryEvent event(Row row, RowRef ref) {
        boolean process = table.equals(HuntingTables.CLOUD_PROCESS);
        boolean dns = table.equals(HuntingTables.CLOUD_DNS);
        var links = new Links();
        if (process) {
            process(row, links);
        }
        links.add(process || dns ? LinkRole.APPLICATION : LinkRole.TARGET, resource(row));
        account(row, process, links);
        for (String address : text(row, "IPAddress").split(",", 20)) {
            links.ip(LinkRole.SOURCE, address);
        }
        if (dns && !text(row, "DnsQuery").isEmpty()) {
            links.add(LinkRole.DESTINATION, new Entity.Domain(text(row, "DnsQuery")));
        }
        String app = row.text(columns.of("ApplicationId", "AccountApplicationId"));
        links.add(LinkRole.APPLICATION, app.isEmpty() ? null : new Entity.OAuthApplication(app, "", ""));
        var values = attributes.more(row);
        Extras.add(Extras.of(text(row, "AdditionalFields")), values);
        EventKind kind = process ? EventKind.PROCESS_CREATED : dns ? EventKind.DNS_QUERY : EventKind.CLOUD_ACTIVITY;
        return new TelemetryEvent(
                kind,
                table,
                row.text(columns.of("ActionType", "OperationName", "RequestMethod")),
                row.time(columns.of("Timestamp", "TimeGenerated", "DataAggregationEndTime")),
                links.list(),
                Collections.unmodifiableMap(values),
                row.raw(),
                ref);
    }

    private void account(Row row, boolean process, Links links) {
        String name = process ? text(row, "AccountName") : "";
        Fields actor = Extras.of(text(row, "RawEventData")).object("User");
        String upn = text(row, "AccountUpn").isEmpty() ? actor.text("username") : text(row, "AccountUpn");
        var user = new Entity.User(upn, name, "", "", row.text(columns.of("AccountObjectId", "Account")), "");
        links.add(LinkRole.ACCOUNT, Accounts.isNone(user) ? null : user);
    }

    private @Nullable Entity resource(Row row) {
        String id = row.text(columns.of("AzureResourceId", "ResourceId"));
        String other = id.isEmpty() ? row.text(columns.of("AwsResourceName")) : id;
        String any = other.isEmpty() ? text(row, "GcpFullResourceName") : other;
        return any.isEmpty() ? null : resource(any);
    }

    /// A cloud resource by its full id: its name is the last segment, its type the provider's.
    static Entity.CloudResource resource(String id) {
        String[] parts = id.split("/", -1);
        int provider = -1;
        for (int i = 0; i < parts.length; i++) {
            provider = parts[i].equalsIgnoreCase("providers") ? i : provider;
        }
        String type =
                provider >= 0 && provider + 2 < parts.length ? parts[provider + 1] + "/" + parts[provider + 2] : "";
        return new Entity.CloudResource(id, parts[parts.length - 1], type);
    }

    private void process(Row row, Links links) {
        Entity resource = resource(row);
        String host = text(row, "HostName").isEmpty() ? text(row, "KubernetesPodName") : text(row, "HostName");
        String device = host.isEmpty() && resource != null ? resource.label() : host;
        if (!device.isEmpty()) {
            links.add(LinkRole.DEVICE, Entity.Device.named(device));
        }
        long parentId = row.number(columns.of("ParentProcessId", "InitiatingProcessId"));
        String parentName = text(row, "ParentProcessName");
        if (parentId > 0 || !parentName.isEmpty()) {
            var image = new Entity.File(parentName, "", "", "", "", 0, "", "", "", device);
            links.add(LinkRole.ACTOR, new Entity.Process(device, parentId, null, "", "", image, "", 0, null, ""));
        }
        String path = text(row, "FolderPath").isEmpty() ? text(row, "FileName") : text(row, "FolderPath");
        String name = text(row, "ProcessName");
        var image = new Entity.File(name, path, "", "", "", 0, "", "", "", device);
        links.add(
                LinkRole.TARGET,
                new Entity.Process(
                        device,
                        row.number(columns.of("ProcessId")),
                        row.time(columns.of("ProcessCreationTime")),
                        "",
                        text(row, "ProcessCommandLine"),
                        image,
                        text(row, "AccountName"),
                        parentId,
                        null,
                        parentName));
        links.add(LinkRole.TARGET_IMAGE, image);
    }

    private String text(Row row, String column) {
        return row.text(columns.of(column));
    }
}
