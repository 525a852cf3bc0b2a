package dupin.intake.defender;

import dupin.intake.Fields;
import dupin.model.Alert;
import dupin.model.RowRef;
import dupin.model.Severity;

/// A Graph alert (`alerts_v2`).
final class GraphAlert {
    private GraphAlert() {}

    /// @param incidentId the incident that the alert was found in, "" when it came alone
    static Alert read(Fields alert, String incidentId, RowRef row) {
        return graph(alert, incidentId, row)
                .knownAs(alert.text("providerAlertId"))
                .raisedBy(alert.text("alertPolicyId", "detectorId"), "");
    }

    private static Alert graph(Fields alert, String incidentId, RowRef row) {
        return new Alert(
                Alerts.id(alert.text("id", "providerAlertId"), row),
                incidentId.isEmpty() ? alert.text("incidentId") : incidentId,
                alert.text("title"),
                alert.text("description"),
                alert.text("recommendedActions"),
                Severity.parse(alert.text("severity")),
                alert.text("status"),
                Alerts.category(alert),
                alert.text("serviceSource"),
                alert.text("detectionSource"),
                alert.text("productName"),
                alert.text("classification"),
                alert.text("determination"),
                alert.text("assignedTo"),
                alert.text("threatFamilyName", "threatDisplayName"),
                alert.text("investigationId"),
                alert.text("investigationState"),
                alert.strings("mitreTechniques"),
                Alerts.tags(alert),
                Alerts.comments(alert),
                alert.instant("createdDateTime"),
                alert.instant("firstActivityDateTime"),
                alert.instant("lastActivityDateTime"),
                alert.instant("lastUpdateDateTime"),
                alert.instant("resolvedDateTime"),
                GraphEvidence.read(alert.objects("evidence")),
                row);
    }
}
