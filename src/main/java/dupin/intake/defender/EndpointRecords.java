package dupin.intake.defender;

import dupin.intake.Fields;
import dupin.intake.Json;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.Evidence;
import dupin.model.LinkRole;
import dupin.model.ProviderAction;
import dupin.model.ProviderInvestigation;
import dupin.model.RowRef;
import dupin.model.Severity;
import dupin.model.TelemetryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The objects of the Defender for Endpoint API as ours.
final class EndpointRecords {
    private static final List<String> MACHINE_FACTS =
            List.of(
                    "exposureLevel",
                    "deviceValue",
                    "onboardingStatus",
                    "osBuild",
                    "version",
                    "lastExternalIpAddress",
                    "riskScore",
                    "healthStatus");

    private EndpointRecords() {}

    static Alert alert(Fields alert, RowRef row) {
        String id = Alerts.id(alert.text("id"), row);
        var evidence = new ArrayList<Evidence>();
        // The alert's own id must not be taken for its machine's.
        var machine =
                new Entity.Device(
                        "",
                        alert.text("computerDnsName"),
                        alert.text("machineId"),
                        "",
                        "",
                        alert.text("rbacGroupName"),
                        "",
                        "",
                        "",
                        List.of());
        if (Seen.identified(machine)) {
            evidence.add(Evidence.of(machine));
        }
        var devices = new AlertDevices(List.of(alert));
        List<Evidence> listed = new FlatEvidence(devices, id).read(alert.objects("evidence"));
        evidence.addAll(listed);
        Entity.User related = FlatEvidence.user(alert.object("relatedUser"));
        boolean known =
                listed.stream()
                        .anyMatch(
                                e -> e.entity() instanceof Entity.User user && user.allKeys().contains(related.key()));
        if (Seen.identified(related) && !known) {
            evidence.add(Evidence.of(related));
        }
        return new Alert(
                        id,
                        alert.text("incidentId"),
                        alert.text("title"),
                        alert.text("description"),
                        alert.text("recommendedAction", "recommendedActions"),
                        Severity.parse(alert.text("severity")),
                        alert.text("status"),
                        Alerts.category(alert),
                        alert.text("serviceSource"),
                        alert.text("detectionSource"),
                        alert.text("productName"),
                        alert.text("classification"),
                        alert.text("determination"),
                        alert.text("assignedTo"),
                        alert.text("threatFamilyName", "threatName"),
                        alert.text("investigationId"),
                        alert.text("investigationState"),
                        alert.strings("mitreTechniques"),
                        Alerts.tags(alert),
                        Alerts.comments(alert),
                        alert.instant("alertCreationTime"),
                        alert.instant("firstEventTime"),
                        alert.instant("lastEventTime"),
                        alert.instant("lastUpdateTime"),
                        alert.instant("resolvedTime"),
                        evidence,
                        row)
                .raisedBy(alert.text("detectorId"), "");
    }

    static ProviderInvestigation investigation(Fields investigation, RowRef row) {
        String trigger = investigation.text("triggeringAlertId");
        String cancelled = investigation.text("cancelledBy");
        String details = investigation.text("statusDetails");
        String name = !details.isEmpty() ? details : cancelled.isEmpty() ? "" : "Cancelled by " + cancelled;
        return new ProviderInvestigation(
                investigation.text("id"),
                name,
                "",
                investigation.text("state"),
                trigger,
                investigation.text("computerDnsName", "machineId"),
                investigation.instant("startTime"),
                investigation.instant("endTime"),
                investigation.instant("lastUpdateTime"),
                List.of(),
                row);
    }

    static ProviderAction action(Fields action, RowRef row) {
        String device = action.text("computerDnsName", "machineId");
        var targets = new ArrayList<Entity>();
        var machine =
                new Entity.Device(
                        "",
                        action.text("computerDnsName"),
                        action.text("machineId"),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        List.of());
        if (Seen.identified(machine)) {
            targets.add(machine);
        }
        Entity.File file = relatedFile(action.object("relatedFileInfo"), device);
        if (Seen.identified(file)) {
            targets.add(file);
        }
        String scope = action.text("scope");
        String title = action.text("title");
        return new ProviderAction(
                action.text("id"),
                action.text("investigationId"),
                action.text("type"),
                action.text("status"),
                title.isEmpty() ? scope : scope.isEmpty() ? title : title + " (" + scope + ")",
                action.text("requestor"),
                action.text("requestorComment"),
                device,
                targets,
                action.instant("creationDateTimeUtc"),
                action.instant("lastUpdateDateTimeUtc", "lastUpdateTimeUtc"),
                row);
    }

    private static Entity.File relatedFile(Fields file, String device) {
        String hash = file.text("fileIdentifier");
        return new Entity.File(
                "",
                "",
                hash.length() == 64 ? hash : "",
                hash.length() == 40 ? hash : "",
                hash.length() == 32 ? hash : "",
                0,
                "",
                "",
                "",
                device);
    }

    /// What is known of a machine, as of when it was last seen.
    static TelemetryEvent machine(Fields machine, RowRef row) {
        var attributes = new TreeMap<String, String>();
        for (String name : MACHINE_FACTS) {
            String value = machine.text(name);
            if (!value.isEmpty()) {
                attributes.put(name, value);
            }
        }
        var links = new ArrayList<EventLink>();
        links.add(new EventLink(LinkRole.DEVICE, FlatEvidence.device(machine)));
        return new TelemetryEvent(
                EventKind.DEVICE_INFO,
                "Machines",
                "Machine",
                machine.instant("lastSeen", "firstSeen"),
                links,
                attributes,
                Json.text(machine.node()),
                row);
    }
}
