package dupin.intake.defender;

import dupin.intake.Fields;
import dupin.intake.Json;
import dupin.model.Alert;
import dupin.model.EntityKey;
import dupin.model.Evidence;
import dupin.model.Imported;
import dupin.model.ProviderAction;
import dupin.model.ProviderInvestigation;
import dupin.model.RowRef;
import dupin.model.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One `AirInvestigation` audit record: one status of an automated investigation of mail and collaboration, with the alert
/// that triggered it (`Data`, JSON in a string) and its actions (whose items may be strings too). Records of one
/// investigation give the same ids, so that a later one updates an earlier one.
public final class AirRecord {
    private static final Set<String> RECORD_TYPES =
            Set.of("64", "86", "89", "airinvestigation", "airmanualinvestigation", "airadminactioninvestigation");

    private AirRecord() {}

    /// Whether an audit record is about an automated investigation.
    public static boolean is(Fields record) {
        return RECORD_TYPES.contains(record.text("RecordType").toLowerCase(Locale.ROOT))
                || record.text("Operation").equalsIgnoreCase("AirInvestigationData")
                || record.names("InvestigationId") && record.names("InvestigationType", "InvestigationName");
    }

    /// The investigation, then its alert.
    public static List<Imported> read(Fields record, RowRef row) {
        Fields data = record.object("Data");
        String investigationId =
                text(record.text("InvestigationId"), "investigation-" + text(record.text("Id"), row.text()));
        String alertId = alertId(record, data, investigationId);
        List<Fields> documents = record.objects("Actions");
        var actions = new ArrayList<ProviderAction>();
        var evidence = new ArrayList<>(new AirEntities(data).evidence(data.objects("Entities")));
        Set<EntityKey> known = new HashSet<>();
        evidence.forEach(e -> known.add(e.entity().key()));
        for (Fields document : documents) {
            List<Evidence> targets = new AirEntities(document).evidence(document.objects("Entities"));
            actions.add(action(document, investigationId, actions.size(), targets, row));
            targets.stream().filter(e -> known.add(e.entity().key())).forEach(evidence::add);
        }
        var investigation =
                new ProviderInvestigation(
                        investigationId,
                        record.text("InvestigationName"),
                        record.text("InvestigationType"),
                        record.text("Status"),
                        alertId,
                        "",
                        record.instant("StartTimeUtc"),
                        record.instant("EndTimeUtc"),
                        record.instant("LastUpdateTimeUtc", "CreationTime"),
                        actions,
                        row);
        return List.of(
                new Imported.OfInvestigation(investigation),
                new Imported.OfAlert(
                        alert(record, data, alertId, investigationId, evidence, row), Json.text(record.node())));
    }

    /// The id under which the portal and Graph know the alert stands in its link; else the provider's own.
    private static String alertId(Fields record, Fields data, String investigationId) {
        String own = data.text("ProviderAlertId", "SystemAlertId");
        for (Fields link : data.objects("ExtendedLinks")) {
            String href = link.text("Href");
            int cut = href.indexOf("/alerts/");
            String id = cut < 0 ? "" : href.substring(cut + "/alerts/".length()).replaceAll("[/?#].*", "");
            if (!own.isEmpty() && id.endsWith(own)) {
                return id;
            }
        }
        if (!own.isEmpty()) {
            return own;
        }
        for (Fields action : record.objects("Actions")) {
            List<String> related = action.strings("RelatedAlertIds");
            if (!related.isEmpty()) {
                return related.getFirst();
            }
        }
        return "alert-of-" + investigationId;
    }

    private static Alert alert(
            Fields record, Fields data, String id, String investigationId, List<Evidence> evidence, RowRef row) {
        return new Alert(
                        id,
                        "",
                        text(data.text("AlertDisplayName"), record.text("InvestigationName")),
                        data.text("Description"),
                        "",
                        Severity.parse(data.text("Severity")),
                        data.text("Status"),
                        data.text("Category"),
                        data.text("ProviderName"),
                        data.text("DetectionTechnology"),
                        data.text("ProductName"),
                        "",
                        "",
                        "",
                        data.text("MalwareFamily"),
                        investigationId,
                        record.text("Status"),
                        List.of(),
                        List.of(),
                        List.of(),
                        data.instant("TimeGenerated"),
                        data.instant("StartTimeUtc"),
                        data.instant("EndTimeUtc"),
                        data.instant("ProcessingEndTime"),
                        null,
                        Alerts.bounded(evidence),
                        row)
                .raisedBy(data.text("AlertType"), "");
    }

    private static ProviderAction action(
            Fields action, String investigationId, int number, List<Evidence> targets, RowRef row) {
        String approval = action.text("ActionApproval");
        return new ProviderAction(
                text(action.text("ActionId"), investigationId + "#" + number),
                text(action.text("InvestigationId"), investigationId),
                action.text("ActionType"),
                action.text("ActionStatus"),
                action.text("Description"),
                action.text("ApprovedBy"),
                approval.equalsIgnoreCase("None") ? "" : approval,
                "",
                targets.stream().map(Evidence::entity).toList(),
                action.instant("StartTimeUtc", "TimestampUtc"),
                action.instant("LastUpdateTimeUtc", "LogCreationTime"),
                row);
    }

    private static String text(String preferred, String otherwise) {
        return preferred.isEmpty() ? otherwise : preferred;
    }
}
