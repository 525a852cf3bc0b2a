package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Alert;
import dupin.model.AlertDraft;
import dupin.model.Entry;
import dupin.model.Incident;
import dupin.model.InvestigationGraph;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Real incidents: what their provider grouped, and what Dupin groups when it is not told.
class SharedIncidentsTest {
    private static final Path REAL = Path.of("../shared/data/incidents/secrl");

    private static final Map<String, Alert> ALERTS = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(REAL), "Skipped: the shared data is not here");
        var files = new CaseFiles();
        files.read(REAL.resolve("SecurityAlert.json"));
        files.read(REAL.resolve("SecurityIncident.json"));
        files.alerts().forEach(alert -> ALERTS.put(alert.id(), alert));
        assertThat(ALERTS).hasSizeGreaterThan(60);
    }

    private static Story correlated(List<Alert> alerts) {
        var story = new Story();
        alerts.forEach(alert -> story.add(new Entry.AlertReceived(alert)));
        return story.all(Correlator.correlate(story.state, alerts));
    }

    /// The same alert as if its source had grouped nothing.
    private static Alert alone(Alert a) {
        return AlertDraft.alert(a.id())
                .title(a.title())
                .description(a.description())
                .severity(a.severity())
                .status(a.status())
                .category(a.category())
                .serviceSource(a.serviceSource())
                .detectionSource(a.detectionSource())
                .productName(a.productName())
                .threatFamily(a.threatFamilyName())
                .techniques(a.mitreTechniques())
                .tags(a.tags())
                .created(a.createdDateTime())
                .active(a.firstActivityDateTime(), a.lastActivityDateTime())
                .updated(a.lastUpdateDateTime())
                .evidence(a.evidence())
                .row(a.row())
                .made();
    }

    @Test
    void theProvidersGroupingIsKept() {
        Story story = correlated(List.copyOf(ALERTS.values()));
        assertThat(ALERTS.values())
                .filteredOn(a -> !a.providerIncidentId().isEmpty())
                .allSatisfy(a -> assertThat(story.state.incidentOf(a.id())).contains(a.providerIncidentId()));
        assertThat(story.state.alerts()).allSatisfy(a -> assertThat(story.state.incidentOf(a.id())).isPresent());
    }

    /// Pairs of alerts that belong together in the provider's eyes, against those that Dupin puts together by itself.
    @Test
    void whatBelongsTogetherIsFoundWithoutTheProvider() {
        Story story = correlated(ALERTS.values().stream().map(SharedIncidentsTest::alone).toList());
        List<Alert> given = ALERTS.values().stream().filter(a -> !a.providerIncidentId().isEmpty()).toList();
        int both = 0;
        int ours = 0;
        int theirs = 0;
        for (int i = 0; i < given.size(); i++) {
            for (int j = i + 1; j < given.size(); j++) {
                boolean together =
                        story.state.incidentOf(given.get(i).id()).equals(story.state.incidentOf(given.get(j).id()));
                boolean meant = given.get(i).providerIncidentId().equals(given.get(j).providerIncidentId());
                both += together && meant ? 1 : 0;
                ours += together ? 1 : 0;
                theirs += meant ? 1 : 0;
            }
        }
        assertThat((double) both / ours).as("precision, %d of %d pairs", both, ours).isGreaterThan(0.9);
        assertThat((double) both / theirs).as("recall, %d of %d pairs", both, theirs).isGreaterThan(0.9);
    }

    @Test
    void everyJoinHasAReasonAndEveryIncidentAPicture() {
        Story story = correlated(ALERTS.values().stream().map(SharedIncidentsTest::alone).toList());
        for (Incident incident : story.state.incidents()) {
            assertThat(incident.links())
                    .hasSameSizeAs(incident.alertIds())
                    .allSatisfy((_, reasons) -> assertThat(reasons).isNotEmpty());
            InvestigationGraph graph = GraphBuilder.build(story.state, incident.id());
            assertThat(graph.nodes().size()).isBetween(1, 200);
            assertThat(new ArrayList<>(new IncidentRows(story.state, incident.id()).alerts()))
                    .hasSameSizeAs(incident.alertIds());
        }
    }
}
