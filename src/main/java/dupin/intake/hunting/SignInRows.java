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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sign-ins to Entra ID: `EntraIdSignInEvents` and `EntraIdSpnSignInEvents` (`AADSignInEventsBeta` of old), and the Log
/// Analytics tables `SigninLogs` and `AADNonInteractiveUserSignInLogs`. A row with an error code other than 0 is a failed
/// sign-in.
///
/// Links: `ACCOUNT`, `SOURCE` address, `DEVICE` when it is known, `APPLICATION`, the session as `TARGET`.
///
/// Attributes: `ErrorCode`, country, state and city (from `LocationDetails` too), user agent, browser, client
/// application, platform, device trust, risk level, state and details, conditional access, authentication requirement,
/// guest or external user, resource.
final class SignInRows implements RowMapper {
    private final String table;
    private final int timestamp;
    private final int error;
    private final int upn;
    private final int objectId;
    private final int displayName;
    private final int ip;
    private final int application;
    private final int applicationId;
    private final int principal;
    private final int session;
    private final int userAgent;
    private final int location;
    private final int device;
    private final Hosts hosts;
    private final Attributes attributes;

    SignInRows(Columns columns, String table) {
        this.table = table;
        this.timestamp = columns.of("Timestamp", "TimeGenerated", "CreatedDateTime");
        this.error = columns.of("ErrorCode", "ResultType");
        this.upn = columns.of("AccountUpn", "UserPrincipalName");
        this.objectId = columns.of("AccountObjectId", "UserId");
        this.displayName = columns.of("AccountDisplayName", "UserDisplayName");
        this.ip = columns.of("IPAddress");
        this.application = columns.of("Application", "AppDisplayName");
        this.applicationId = columns.of("ApplicationId", "AppId");
        this.principal = columns.of("ServicePrincipalName");
        this.session = columns.of("SessionId");
        this.userAgent = columns.of("UserAgent");
        this.location = columns.of("LocationDetails");
        this.device = columns.of("DeviceDetail");
        this.hosts = Hosts.of(columns, "DeviceName", "");
        this.attributes =
                new Attributes(
                        columns,
                        "AppDisplayName",
                        "Application",
                        "AuthenticationRequirement",
                        "Browser",
                        "City",
                        "ClientAppUsed",
                        "ConditionalAccessStatus",
                        "Country",
                        "DeviceTrustType",
                        "EndpointCall",
                        "IsCompliant",
                        "IsExternalUser",
                        "IsGuestUser",
                        "IsManaged",
                        "Latitude",
                        "Location",
                        "LogonType",
                        "Longitude",
                        "NetworkLocationDetails",
                        "OSPlatform",
                        "ResourceDisplayName",
                        "ResultDescription",
                        "RiskDetail",
                        "RiskDetails",
                        "RiskLevelAggregated",
                        "RiskState",
                        "SessionId",
                        "State",
                        "UserAgent");
    }

    @Override
    public TelemetryEvent event(Row row, RowRef ref) {
        String code = row.text(error);
        boolean failed = !code.isEmpty() && !code.equals("0");
        var links = new Links();
        links.host(hosts.of(row));
        var values = attributes.more(row);
        detail(row, links, values);
        Entity.User user = new Entity.User(row.text(upn), "", "", "", row.text(objectId), row.text(displayName));
        links.add(LinkRole.ACCOUNT, Accounts.isNone(user) ? null : user);
        links.ip(LinkRole.SOURCE, row.text(ip));
        links.add(LinkRole.APPLICATION, application(row));
        String id = row.text(session);
        if (!id.isEmpty()) {
            links.add(
                    LinkRole.TARGET,
                    new Entity.SignInSession(id, row.text(upn), row.text(ip), row.text(userAgent), ""));
        }
        if (!code.isEmpty()) {
            values.put("ErrorCode", code);
        }
        return new TelemetryEvent(
                failed ? EventKind.SIGN_IN_FAILED : EventKind.SIGN_IN,
                table,
                failed ? "LogonFailed" : "LogonSuccess",
                row.time(timestamp),
                links.list(),
                Collections.unmodifiableMap(values),
                row.raw(),
                ref);
    }

    private @Nullable Entity application(Row row) {
        String name = row.text(application);
        String id = row.text(applicationId);
        if (principal >= 0 && !row.text(principal).isEmpty()) {
            return new Entity.OAuthApplication(id, row.text(principal), "");
        }
        return name.isEmpty() && id.isEmpty() ? null : new Entity.CloudApplication(id, name, "");
    }

    /// The JSON columns of the Log Analytics tables.
    private void detail(Row row, Links links, Map<String, String> values) {
        Fields place = Extras.of(row.text(location));
        put(values, "City", place.text("city"));
        put(values, "State", place.text("state"));
        put(values, "Country", place.text("countryOrRegion"));
        Fields point = place.object("geoCoordinates");
        put(values, "Latitude", point.text("latitude"));
        put(values, "Longitude", point.text("longitude"));
        Fields client = Extras.of(row.text(device));
        put(values, "Browser", client.text("browser"));
        put(values, "OSPlatform", client.text("operatingSystem"));
        put(values, "IsCompliant", client.text("isCompliant"));
        put(values, "IsManaged", client.text("isManaged"));
        put(values, "DeviceTrustType", client.text("trustType"));
        String name = client.text("displayName");
        String id = client.text("deviceId");
        if (!links.has(LinkRole.DEVICE) && !(name + id).isEmpty()) {
            links.add(LinkRole.DEVICE, Hosts.named(name, "", id, client.text("operatingSystem"), ""));
        }
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (!value.isEmpty()) {
            values.putIfAbsent(name, value);
        }
    }
}
