package dupin.engine;

import static dupin.engine.TwoFiles.ALERT;
import static dupin.engine.TwoFiles.PC1;
import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.LinkReason;
import dupin.model.ProviderIncident;
import dupin.model.RowRef;
import dupin.model.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which alerts an incident has, and what it is called and rated after them.
class IncidentFoldTest {
    @Test
    void anAlertThatMovesLeavesItsIncident() {
        Story story = Story.started(ALERT);
        Touched touched =
                story.add(
                        new Entry.AlertLinked(
                                "a", "J", List.of(new LinkReason("Manual association", "", 0, "Moved by Ann."))));
        assertThat(touched.incidents()).containsExactly("I", "J");
        assertThat(story.state.incident("I").orElseThrow().alertIds()).isEmpty();
        assertThat(story.state.incident("J").orElseThrow().alertIds()).containsExactly("a");
        assertThat(story.state.incidentOf("a")).contains("J");
    }

    @Test
    void anIncidentIsNamedAndRatedByItsAlerts() {
        Alert low =
                Story.with(
                        Story.alert("a", "", "Odd logon", Severity.LOW, 5, PC1, Entity.User.ofUpn("ann@corp.example")),
                        "new",
                        "InitialAccess",
                        "A");
        Alert high =
                Story.with(
                        Story.alert(
                                "b",
                                "",
                                "Dump",
                                Severity.HIGH,
                                9,
                                Entity.Device.named("PC2"),
                                new Entity.User("", "", "", "S-1-5-18", "", "")),
                        "new",
                        "CredentialAccess",
                        "B");
        Story story = new Story();
        story.add(new Entry.AlertReceived(low));
        story.add(new Entry.IncidentOpened("I", "Odd logon"));
        story.add(new Entry.AlertLinked("a", "I", List.of()));
        assertThat(story.state.incident("I").orElseThrow().name()).isEqualTo("Odd logon");
        story.add(new Entry.AlertReceived(high));
        story.add(new Entry.AlertLinked("b", "I", List.of()));
        Incident incident = story.state.incident("I").orElseThrow();
        assertThat(incident.name())
                .isEqualTo(
                        "Multi-stage incident involving Initial access & Credential access on multiple endpoints reported by multiple sources");
        assertThat(incident.severity()).isEqualTo(Severity.HIGH);
        assertThat(incident.devices()).containsExactly("PC1", "PC2");
        assertThat(incident.users()).as("built-in accounts are nobody").containsExactly("ann@corp.example");
        assertThat(incident.activeAlerts()).isEqualTo(2);
        assertThat(incident.verdict()).isNull();
        story.add(
                new Entry.IncidentManaged(
                        "I",
                        List.of(
                                new Entry.Change("name", "", "Ours"),
                                new Entry.Change("severity", "High", "Low"),
                                new Entry.Change("status", "Active", "Resolved"),
                                new Entry.Change("tags", "", "red team, known"))));
        Incident managed = story.state.incident("I").orElseThrow();
        assertThat(managed.name()).isEqualTo("Ours");
        assertThat(managed.severity()).isEqualTo(Severity.LOW);
        assertThat(managed.status()).isEqualTo(Incident.Status.RESOLVED);
        assertThat(managed.activeAlerts()).as("resolving an incident resolves its alerts").isZero();
        assertThat(managed.tags()).containsExactly("known", "red team");
    }

    @Test
    void aDeclinedAlertSaysWhy() {
        Story story = new Story();
        story.add(new Entry.AlertReceived(ALERT));
        story.add(new Entry.AlertLinked("a", "I", List.of()));
        story.add(
                new Entry.InvestigationDeclined(
                        "I", "a", InvestigationState.NOT_PROTECTED, "Group Lab is not protected."));
        Incident incident = story.state.incident("I").orElseThrow();
        assertThat(incident.investigationState()).isEqualTo(InvestigationState.NOT_PROTECTED);
        assertThat(incident.investigationNote()).isEqualTo("Group Lab is not protected.");
        story.add(new Entry.InvestigationQueued("INV", "I", "a", "by hand", "general", 1, List.of()));
        assertThat(story.state.declined("a")).as("a person started one after all").isEmpty();
        assertThat(story.state.incident("I").orElseThrow().investigationState()).isEqualTo(InvestigationState.QUEUED);
    }

    @Test
    void anIncidentWhoseAlertsAreAnotherProductsGoesIntoItsIncident() {
        Entity file = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));
        Alert graph = Story.alert("da0a24e828-1", "10", "Ransomware", Severity.HIGH, 0, file);
        Alert sentinel = Story.alert("197c2262-guid", "S-7", "Ransomware", Severity.HIGH, 0, file).knownAs(graph.id());
        var story = new Story();
        story.add(new Entry.IncidentReceived(incident("10", graph.id())));
        story.add(new Entry.AlertReceived(graph));
        story.all(Correlator.correlate(story.state, List.of(graph)));
        story.add(new Entry.IncidentReceived(incident("S-7", sentinel.id())));
        story.add(new Entry.AlertReceived(graph.with(sentinel)));
        story.all(IncidentMerges.provided(story.state));

        assertThat(story.state.incident("10").orElseThrow().alertIds()).containsExactly(graph.id());
        assertThat(story.state.incident("S-7").orElseThrow().status()).isEqualTo(Incident.Status.REDIRECTED);
        assertThat(story.state.log("S-7")).anySatisfy(line -> assertThat(line.comments()).contains("another product"));
        assertThat(IncidentMerges.provided(story.state)).as("said once").isEmpty();
    }

    private static ProviderIncident incident(String id, String... alerts) {
        return new ProviderIncident(
                id,
                "",
                "Incident " + id,
                "",
                Severity.HIGH,
                "active",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(alerts),
                null,
                null,
                RowRef.NONE);
    }
}
