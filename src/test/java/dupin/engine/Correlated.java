package dupin.engine;

import dupin.model.Entity;
import java.util.TreeSet;
import java.util.TreeMap;
import java.util.Map;
import dupin.model.Alert;
import dupin.model.AlertDraft;
import dupin.model.Entry;
import java.util.Collection;
import java.util.List;

/// Alerts that the correlator took in, for its tests.
final class Correlated {
    private Correlated() {}

    /// Takes the alerts in, batch after batch, as the service does.
    static Story taken(Collection<List<Alert>> batches) {
        Story story = new Story();
        for (List<Alert> batch : batches) {
            batch.forEach(alert -> story.add(new Entry.AlertReceived(alert)));
            story.all(Correlator.correlate(story.state, batch));
        }
        return story;
    }

    static Story taken(Alert... alerts) {
        return taken(List.of(List.of(alerts)));
    }

    static boolean together(Story story, String one, String two) {
        return story.state.incidentOf(one).orElseThrow().equals(story.state.incidentOf(two).orElseThrow());
    }

    static Alert resolved(Alert a) {
        return AlertDraft.alert(a.id())
                .incident(a.providerIncidentId())
                .title(a.title())
                .description(a.description())
                .recommendedActions(a.recommendedActions())
                .severity(a.severity())
                .status("resolved")
                .category(a.category())
                .serviceSource(a.serviceSource())
                .detectionSource(a.detectionSource())
                .productName(a.productName())
                .classification(a.classification())
                .determination(a.determination())
                .assignedTo(a.assignedTo())
                .threatFamily(a.threatFamilyName())
                .investigation(a.providerInvestigationId())
                .investigationState(a.providerInvestigationState())
                .techniques(a.mitreTechniques())
                .tags(a.tags())
                .comments(a.comments())
                .created(a.createdDateTime())
                .active(a.firstActivityDateTime(), a.lastActivityDateTime())
                .updated(a.lastUpdateDateTime())
                .resolved(a.resolvedDateTime())
                .evidence(a.evidence())
                .row(a.row())
                .made();
    }

    static Entity.MailMessage mail(String id, String sender, String recipient) {
        return new Entity.MailMessage(
                id, "", recipient, sender, "", "", "Invoice", null, "", "Inbox", List.of(), List.of());
    }

    static Map<String, TreeSet<String>> groups(Story story) {
        var groups = new TreeMap<String, TreeSet<String>>();
        story.state
                .alerts()
                .forEach(alert ->
                        groups.computeIfAbsent(story.state.incidentOf(alert.id()).orElseThrow(), _ -> new TreeSet<>())
                                .add(alert.id()));
        return groups;
    }
}
