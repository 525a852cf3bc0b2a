package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionType;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.model.ProviderIncident;
import dupin.model.RowRef;
import dupin.model.Severity;
import dupin.model.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What becomes of incidents as alerts, providers and people come to them.
class IncidentsOfCaseTest {
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    @Test
    void theProvidersGroupingIsKeptAndRedirectsFollowed() {
        Story story = new Story();
        story.add(new Entry.IncidentReceived(provider("10", "20")));
        story.add(new Entry.IncidentReceived(provider("20", "")));
        List<Alert> alerts =
                List.of(
                        Story.alert("a", "10", "A", Severity.LOW, 0),
                        Story.alert("b", "20", "B", Severity.LOW, 0),
                        Story.alert("c", "30", "C", Severity.LOW, 0));
        alerts.forEach(alert -> story.add(new Entry.AlertReceived(alert)));
        List<Entry> entries = Correlator.correlate(story.state, alerts);
        assertThat(entries).filteredOn(Entry.IncidentOpened.class::isInstance).as("30 was never received").hasSize(1);
        story.all(entries);
        assertThat(story.state.incident("20").orElseThrow().alertIds()).containsExactly("a", "b");
        assertThat(story.state.incident("20").orElseThrow().links().get("a").getFirst().text())
                .contains("10", "merged into 20");
        assertThat(story.state.incident("30").orElseThrow().alertIds()).containsExactly("c");
    }

    private static ProviderIncident provider(String id, String redirect, String... alerts) {
        return new ProviderIncident(
                id,
                redirect,
                "Incident " + id,
                "",
                Severity.LOW,
                redirect.isEmpty() ? "active" : "redirected",
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

    @Test
    void aLoneAlertJoinsAProvidersIncident() {
        Entity.File file = Story.file("PC1", "C:\\a\\x.exe", Story.sha(1));
        Story story =
                Correlated.taken(
                        List.of(
                                List.of(Story.alert("a", "77", "A", Severity.LOW, 0, file)),
                                List.of(Story.alert("b", 5, file))));
        assertThat(story.state.incidentOf("b")).contains("77");
    }

    @Test
    void closedIncidentsTakeNothing() {
        Entity.File file = Story.file("PC1", "C:\\a\\x.exe", Story.sha(1));
        Story story = Correlated.taken(Story.alert("a", 0, file));
        String first = story.state.incidentOf("a").orElseThrow();
        story.add(new Entry.IncidentManaged(first, List.of(new Entry.Change("status", "Active", "Resolved"))));
        Alert later = Story.alert("b", 5, file);
        story.add(new Entry.AlertReceived(later));
        story.all(Correlator.correlate(story.state, List.of(later)));
        assertThat(Correlated.together(story, "a", "b")).isFalse();
    }

    @Test
    void anAlertThatTiesTwoFreshIncidentsMergesThem() {
        Entity.File one = Story.file("PC1", "C:\\a\\x.exe", Story.sha(1));
        Entity.File two = Story.file("PC1", "C:\\a\\y.exe", Story.sha(2));
        Story story = Correlated.taken(List.of(List.of(Story.alert("a", 0, one), Story.alert("c", 500, two))));
        String older = story.state.incidentOf("a").orElseThrow();
        String younger = story.state.incidentOf("c").orElseThrow();
        assertThat(older).isNotEqualTo(younger);
        Alert bridge = Story.alert("b", 250, one, two);
        story.add(new Entry.AlertReceived(bridge));
        story.all(Correlator.correlate(story.state, List.of(bridge)));
        assertThat(story.state.incident(older).orElseThrow().alertIds()).containsExactly("a", "b", "c");
        assertThat(story.state.incident(younger).orElseThrow().status()).isEqualTo(Incident.Status.REDIRECTED);
    }

    private static Story twoIncidents() {
        Entity.File one = Story.file("PC1", "C:\\a\\x.exe", Story.sha(1));
        Entity.File two = Story.file("PC1", "C:\\a\\y.exe", Story.sha(2));
        return Correlated.taken(List.of(List.of(Story.alert("a", 0, one), Story.alert("c", 500, two))));
    }

    private static void bridge(Story story) {
        Alert bridge =
                Story.alert(
                        "b",
                        250,
                        Story.file("PC1", "C:\\a\\x.exe", Story.sha(1)),
                        Story.file("PC1", "C:\\a\\y.exe", Story.sha(2)));
        story.add(new Entry.AlertReceived(bridge));
        story.all(Correlator.correlate(story.state, List.of(bridge)));
    }

    @Test
    void whatWasInvestigatedMovesWithItsIncident() {
        Story story = twoIncidents();
        String older = story.state.incidentOf("a").orElseThrow();
        String younger = story.state.incidentOf("c").orElseThrow();
        Entity.File file = Story.file("PC1", "C:\\a\\y.exe", Story.sha(2));
        story.add(new Entry.InvestigationQueued("INV-A", older, "a", "a", "general", 1, List.of()));
        story.add(new Entry.InvestigationQueued("INV", younger, "c", "c", "general", 1, List.of()));
        story.add(new Entry.InvestigationStarted("INV"));
        story.judge(file, Verdict.MALICIOUS, 20);
        story.propose(Story.action("ACT-1", ActionType.QUARANTINE_FILE, file).inIncident(younger));
        story.add(new Entry.CommentAdded("incident:" + younger, "seen"));
        story.add(
                new Entry.IncidentManaged(
                        younger,
                        List.of(new Entry.Change("assignedTo", "", "ann"), new Entry.Change("tags", "", "vip"))));

        bridge(story);

        Incident source = story.state.incident(younger).orElseThrow();
        Incident target = story.state.incident(older).orElseThrow();
        assertThat(source.status()).isEqualTo(Incident.Status.REDIRECTED);
        assertThat(source.tags()).contains("Redirected");
        assertThat(source.investigationNote()).contains(older);
        assertThat(source.alertIds()).isEmpty();
        assertThat(target.alertIds()).containsExactly("a", "b", "c");
        assertThat(target.pendingActions()).isEqualTo(1);
        assertThat(target.assignedTo()).isEqualTo("ann");
        assertThat(target.tags()).contains("vip");
        assertThat(story.state.investigationsOf(older)).extracting(Investigation::id).containsExactly("INV-A", "INV");
        assertThat(story.state.action("ACT-1").orElseThrow().incidentId()).isEqualTo(older);
        assertThat(story.state.comments("incident:" + older)).hasSize(1);
        assertThat(story.state.log(older))
                .anySatisfy(line -> {
                    assertThat(line.action()).isEqualTo("Incidents merged");
                    assertThat(line.comments()).contains("Alert b");
                });
        assertThat(story.state.log(older)).isSortedAccordingTo(Comparator.comparingLong(line -> line.id()));

        story.propose(Story.action("ACT-2", ActionType.QUARANTINE_FILE, file).inIncident(younger));
        assertThat(story.state.actionsOf(older)).as("what a run that began before proposes").hasSize(2);
    }

    @Test
    void twoPeoplesIncidentsAreNotMerged() {
        Story story = twoIncidents();
        String older = story.state.incidentOf("a").orElseThrow();
        String younger = story.state.incidentOf("c").orElseThrow();
        story.add(new Entry.IncidentManaged(older, List.of(new Entry.Change("assignedTo", "", "bob"))));
        story.add(new Entry.IncidentManaged(younger, List.of(new Entry.Change("assignedTo", "", "ann"))));

        bridge(story);

        assertThat(story.state.incidentOf("c")).contains(younger);
        assertThat(story.state.incidentOf("b")).contains(older);
    }

    @Test
    void aProvidersLaterWordMovesAlertsAndWhatWasDone() {
        Story story = twoIncidents();
        String ours = story.state.incidentOf("a").orElseThrow();
        story.add(new Entry.InvestigationQueued("INV", ours, "a", "a", "general", 1, List.of()));
        story.add(new Entry.IncidentReceived(provider("77", "", "a")));
        story.all(IncidentMerges.provided(story.state));
        assertThat(story.state.incidentOf("a")).contains("77");
        assertThat(story.state.incident(ours).orElseThrow().status()).isEqualTo(Incident.Status.REDIRECTED);
        assertThat(story.state.investigationsOf("77")).hasSize(1);

        story.add(new Entry.IncidentReceived(provider("77", "88", "a")));
        story.all(IncidentMerges.provided(story.state));
        assertThat(story.state.incidentOf("a")).contains("88");
        assertThat(story.state.investigation("INV").orElseThrow().incidentId()).isEqualTo("88");
        assertThat(IncidentMerges.provided(story.state)).as("said once").isEmpty();
    }

    @Test
    void anIncidentHasABound() {
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            Entity.Device device = Entity.Device.named("PC" + i / 400);
            alerts.add(
                    Story.alert(
                            "a" + i,
                            i / 10,
                            device,
                            Story.file("", "C:\\a\\x" + i / 20 + ".exe", Story.sha(i / 20)),
                            Story.file("", "C:\\a\\y.exe", Story.sha(50_000 + (i + 10) / 20))));
        }
        Story story = Correlated.taken(List.of(alerts));
        assertThat(story.state.incidents()).allMatch(i -> i.alertIds().size() <= Correlator.MAX_ALERTS);
        assertThat(story.state.incidents().stream().mapToInt(i -> i.alertIds().size()).sum()).isEqualTo(1_200);
    }

    /// Stories of four alerts each, chained by different things; whatever order they come in, the groups are the stories.
    @Test
    void orderWithinABatchDoesNotMatterAndBatchesDoNotChangeTheGroups() {
        List<Alert> alerts = new ArrayList<>();
        for (int s = 0; s < 12; s++) {
            int start = s * 30 * DAY;
            Entity.Device one = Entity.Device.named("S" + s + "A");
            Entity.Device two = Entity.Device.named("S" + s + "B");
            Entity.File file = Story.file("", "C:\\a\\s" + s + ".exe", Story.sha(s));
            alerts.add(
                    Story.alert(
                            "s" + s + "-1",
                            start,
                            Correlated.mail("mail" + s, "x" + s + "@evil.example", "ann@corp.example"),
                            new Entity.Url("http://s" + s + ".example/")));
            alerts.add(Story.alert("s" + s + "-2", start + 100, new Entity.Url("http://s" + s + ".example/"), one));
            alerts.add(Story.alert("s" + s + "-3", start + 200, one, file));
            alerts.add(Story.alert("s" + s + "-4", start + 2 * DAY, two, file));
        }
        Map<String, TreeSet<String>> expected = Correlated.groups(Correlated.taken(List.of(alerts)));
        assertThat(expected).hasSize(12).allSatisfy((_, group) -> assertThat(group).hasSize(4));
        for (int seed = 0; seed < 10; seed++) {
            var random = new Random(seed);
            var shuffled = new ArrayList<>(alerts);
            Collections.shuffle(shuffled, random);
            assertThat(Correlated.groups(Correlated.taken(List.of(shuffled)))).as("one batch").isEqualTo(expected);
            var batches = new ArrayList<List<Alert>>();
            for (int at = 0; at < shuffled.size(); ) {
                int size = Math.min(1 + random.nextInt(8), shuffled.size() - at);
                batches.add(List.copyOf(shuffled.subList(at, at + size)));
                at += size;
            }
            assertThat(Correlated.groups(Correlated.taken(batches)).values())
                    .as("many batches")
                    .containsExactlyInAnyOrderElementsOf(expected.values());
        }
    }
}
