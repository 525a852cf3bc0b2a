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
import java.util.Locale;

/// `IdentityLogonEvents`, `IdentityDirectoryEvents`, `IdentityQueryEvents` and `IdentityEvents`.
///
/// Links: `DEVICE` and `SOURCE` address where it came from, `ACCOUNT`, `TARGET_ACCOUNT`, `REMOTE_DEVICE` and
/// `DESTINATION` address where it went (a queried name too), `APPLICATION`.
///
/// Attributes: application, logon type, protocol, failure reason, location, internet provider, ports, query and its type
/// and target, platform, and the simple values of `AdditionalFields`.
final class IdentityRows implements RowMapper {
    private final String table;
    private final int action;
    private final int result;
    private final int timestamp;
    private final int ip;
    private final int destinationIp;
    private final int destinationDevice;
    private final int targetDevice;
    private final int queryTarget;
    private final int application;
    private final int additionalFields;
    private final Hosts hosts;
    private final Accounts account;
    private final Accounts target;
    private final Attributes attributes;

    IdentityRows(Columns columns, String table) {
        this.table = table;
        this.action = columns.of("ActionType");
        this.result = columns.of("ActionResult");
        this.timestamp = columns.of("Timestamp", "TimeGenerated");
        this.ip = columns.of("IPAddress");
        this.destinationIp = columns.of("DestinationIPAddress");
        this.destinationDevice = columns.of("DestinationDeviceName");
        this.targetDevice = columns.of("TargetDeviceName");
        this.queryTarget = columns.of("QueryTarget");
        this.application = columns.of("Application");
        this.additionalFields = columns.of("AdditionalFields");
        this.hosts = new Hosts(columns);
        this.account = new Accounts(columns, "");
        this.target = new Accounts(columns, "Target");
        this.attributes =
                new Attributes(
                        columns,
                        "ActionFailureReason",
                        "ActionResult",
                        "Application",
                        "DestinationPort",
                        "DeviceType",
                        "FailureReason",
                        "Isp",
                        "Location",
                        "LogonType",
                        "OSPlatform",
                        "Port",
                        "Protocol",
                        "Query",
                        "QueryTarget",
                        "QueryType",
                        "TargetAccountDisplayName",
                        "UserAgent");
    }

    @Override
    public TelemetryEvent event(Row row, RowRef ref) {
        String word = row.text(action);
        EventKind kind = kind(word, row.text(result));
        var links = new Links();
        links.host(hosts.of(row));
        links.add(LinkRole.ACCOUNT, account.of(row));
        links.add(LinkRole.TARGET_ACCOUNT, target.of(row));
        links.ip(LinkRole.SOURCE, row.text(ip));
        links.ip(LinkRole.DESTINATION, row.text(destinationIp));
        device(row.text(destinationDevice), links);
        if (!row.text(targetDevice).equalsIgnoreCase(row.text(destinationDevice))) {
            device(row.text(targetDevice), links);
        }
        if (word.toLowerCase(Locale.ROOT).startsWith("dns") && !row.text(queryTarget).isEmpty()) {
            links.add(LinkRole.DESTINATION, new Entity.Domain(row.text(queryTarget)));
        }
        String name = row.text(application);
        links.add(LinkRole.APPLICATION, name.isEmpty() ? null : new Entity.CloudApplication("", name, ""));
        var values = attributes.more(row);
        Extras.add(extras(row), values);
        return new TelemetryEvent(
                kind,
                table,
                word,
                row.time(timestamp),
                links.list(),
                Collections.unmodifiableMap(values),
                row.raw(),
                ref);
    }

    private Fields extras(Row row) {
        return Extras.of(row.text(additionalFields));
    }

    private static void device(String name, Links links) {
        if (!name.isEmpty()) {
            links.add(LinkRole.REMOTE_DEVICE, Hosts.named(name, "", "", "", ""));
        }
    }

    private EventKind kind(String word, String outcome) {
        return switch (table) {
            case HuntingTables.IDENTITY_QUERY -> EventKind.IDENTITY_QUERY;
            case HuntingTables.IDENTITY_DIRECTORY -> EventKind.IDENTITY_CHANGED;
            case HuntingTables.IDENTITY_LOGON -> word.endsWith("Failed") ? EventKind.SIGN_IN_FAILED : EventKind.SIGN_IN;
            default -> {
                String plain = word.toLowerCase(Locale.ROOT);
                if (!plain.contains("logon") && !plain.contains("signin") && !plain.contains("login")) {
                    yield EventKind.IDENTITY_CHANGED;
                }
                yield plain.contains("fail") || outcome.toLowerCase(Locale.ROOT).contains("fail")
                        ? EventKind.SIGN_IN_FAILED
                        : EventKind.SIGN_IN;
            }
        };
    }
}
