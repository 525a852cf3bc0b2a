package dupin.intake.cloud;

import dupin.intake.Fields;
import dupin.intake.Json;
import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Evidence;
import dupin.model.Imported;
import dupin.model.RowRef;
import dupin.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Alerts that stand in the unified audit log: `AlertTriggered` with what fired, `AlertEntityGenerated` with one entity
/// each (both under one alert id, so that the case joins them), and the alerts of Cloud App Security.
final class AuditAlert {
    private static final int MOST = 50;

    private final Fields record;
    private final Fields data;
    private final List<Evidence> evidence = new ArrayList<>();
    private final Set<EntityKey> known = new HashSet<>();
    private final @Nullable Instant time;

    private AuditAlert(Fields record) {
        this.record = record;
        this.data = record.object("Data");
        this.time = record.instant("CreationTime", "CreationDate");
    }

    /// Whether the record is one of an alert.
    static boolean is(Fields record) {
        String operation = record.text("Operation").toLowerCase(Locale.ROOT);
        boolean compliance = operation.startsWith("alert") && record.names("AlertId") && !record.text("Name").isEmpty();
        return compliance || !record.text("AlertDisplayName").isEmpty() && record.names("AlertSeverity", "AlertUri");
    }

    static Imported.OfAlert read(Fields record, RowRef row) {
        boolean apps = record.text("AlertId").isEmpty();
        var alert = new AuditAlert(record);
        return new Imported.OfAlert(apps ? alert.ofApps(row) : alert.ofCompliance(row), Json.text(record.node()));
    }

    private Alert ofCompliance(RowRef row) {
        entity();
        String kind = record.text("EntityType").isEmpty() ? data.text("etype") : record.text("EntityType");
        String operation = data.text("op").isEmpty() ? data.text("lon") : data.text("op");
        String id = record.text("AlertId");
        return alert(
                        id,
                        record.text("Name"),
                        text(data.text("ad"), text(data.text("od"), record.text("Comments"))),
                        record.text("Severity"),
                        record.text("Status"),
                        category(record.text("Category"), kind + " " + operation + " " + record.text("Name")),
                        "microsoftDefenderForOffice365",
                        text(record.text("Source"), "Office 365 Security & Compliance"),
                        first(data.instant("ts", "at"), time),
                        first(data.instant("te"), time),
                        row)
                .knownAs("fa" + id)
                .raisedBy(record.text("PolicyId"), record.text("Name"));
    }

    private Alert ofApps(RowRef row) {
        user(record.text("UserId"));
        user(record.text("ImpactedEntity"));
        record.strings("ClientIPs").forEach(this::address);
        for (Fields one : record.objects("Applications")) {
            add(Draft.cloud(one.text("Id"), one.text("Name")), "");
        }
        return alert(
                text(record.text("ObjectId"), record.text("Id")),
                record.text("AlertDisplayName"),
                record.text("AlertDescription"),
                record.text("AlertSeverity"),
                record.text("ResultStatus"),
                category("", record.text("AlertDisplayName") + " " + record.text("Operation")),
                "microsoftDefenderForCloudApps",
                "Microsoft Cloud App Security",
                first(record.instant("ActivityStartTime"), time),
                first(record.instant("ActivityEndTime", "LastUpdatedTime"), time),
                row);
    }

    /// The one thing that the record is about, and the sender, recipients and address beside it.
    private void entity() {
        String id = text(data.text("eid"), text(record.text("AlertEntityId"), record.text("ObjectId")));
        String kind = text(record.text("EntityType"), data.text("etype")).toLowerCase(Locale.ROOT);
        boolean url = id.startsWith("http");
        if (url) {
            add(new Entity.Url(id), "");
        } else if (kind.startsWith("mail") || !data.text("imsgid").isEmpty()) {
            message(kind.startsWith("mail") ? id : data.text("aii"));
        }
        user(id);
        for (String name : new String[] {"trc", "f3u", "suid", "to", "ed"}) {
            for (String one : data.text(name).split("[,;]")) {
                user(one.strip());
            }
        }
        user(record.text("UserId"));
        address(data.text("sip"));
        address(data.text("cip"));
    }

    private void message(String network) {
        String internet = data.text("imsgid");
        if (!(network + internet).isEmpty()) {
            add(
                    new Entity.MailMessage(
                            network,
                            internet,
                            data.text("trc"),
                            data.text("tsd"),
                            "",
                            data.text("sip"),
                            data.text("ms"),
                            data.instant("at"),
                            "",
                            "",
                            List.of(),
                            data.text("thn").isEmpty() ? List.of() : List.of(data.text("thn"))),
                    "");
        }
    }

    private void user(String name) {
        if (name.contains("@") && !name.contains(" ") && !name.startsWith("http")) {
            add(Entity.User.ofUpn(name), "impacted");
        }
    }

    private void address(String text) {
        if (Canonical.isIpLiteral(text)) {
            add(Entity.IpAddress.of(text), "");
        }
    }

    private void add(@Nullable Entity entity, String role) {
        if (entity != null && evidence.size() < MOST && known.add(entity.key())) {
            List<String> roles = role.isEmpty() ? List.of() : List.of(role);
            evidence.add(new Evidence(entity, roles, List.of(), "", "", "", List.of(), time));
        }
    }

    private Alert alert(
            String id,
            String title,
            String description,
            String severity,
            String status,
            String category,
            String service,
            String product,
            @Nullable Instant from,
            @Nullable Instant to,
            RowRef row) {
        return new Alert(
                id.isEmpty() ? "alert-" + row.text() : id,
                "",
                title,
                description,
                "",
                Severity.parse(severity),
                status(status),
                category,
                service,
                "",
                product,
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                time,
                from,
                to,
                time,
                null,
                evidence,
                row);
    }

    private static @Nullable Instant first(@Nullable Instant preferred, @Nullable Instant otherwise) {
        return preferred == null ? otherwise : preferred;
    }

    private static String text(String preferred, String otherwise) {
        return preferred.isEmpty() ? otherwise : preferred;
    }

    private static String status(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "active", "new", "" -> "new";
            case "investigating" -> "inProgress";
            case "resolved", "dismissed" -> "resolved";
            default -> word;
        };
    }

    /// The words of the alert's own category name a department; what happened stands in its kind and name.
    private static String category(String own, String about) {
        String words = about.toLowerCase(Locale.ROOT);
        if (words.contains("ransom") || words.contains("deletion")) {
            return "Impact";
        }
        if (words.contains("forwarding") || words.contains("inbox rule") || words.contains("inbox manipulation")) {
            return "Collection";
        }
        if (words.contains("exfiltration") || words.contains("dlp") || own.equals("DataLossPrevention")) {
            return "Exfiltration";
        }
        if (words.contains("compromised")
                || words.contains("restricted from sending")
                || words.contains("travel")
                || words.contains("country")
                || words.contains("ip address")) {
            return "CredentialAccess";
        }
        boolean mail =
                words.contains("phish")
                        || words.contains("mail")
                        || words.contains("malware")
                        || words.contains("url")
                        || words.contains("submission");
        return mail ? "InitialAccess" : "SuspiciousActivity";
    }
}
