package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Entry.Change;
import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.model.LinkReason;
import dupin.model.RemediationAction;
import dupin.model.Severity;
import dupin.model.Verdict;
import dupin.model.row.AlertGoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertMovesTest {
    private static final Entity.Device PC1 = Entity.Device.named("PC1");
    private static final Entity.File FILE = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));
    private static final LinkReason WHY = new LinkReason("First alert", "", 0, "It opened the incident.");

    private static void received(Story story, String alert, int minute, String incident) {
        story.add(new Entry.AlertReceived(Story.alert(alert, minute, PC1, FILE)));
        story.add(new Entry.AlertLinked(alert, incident, List.of(WHY)));
    }

    /// Incident `I` with alerts `a` and `c`, of which investigation `INV` looks into `a` alone and has an action that waits;
    /// incident `J` with alert `b`.
    private static Story two() {
        Story story = Story.started(Story.alert("a", 0, PC1, FILE)).judge(FILE, Verdict.MALICIOUS, 15);
        story.propose(Story.action("A1", ActionType.QUARANTINE_FILE, FILE));
        received(story, "c", 3, "I");
        received(story, "b", 5, "J");
        return story;
    }

    private static Touched move(Story story, String alert, String from, String into) {
        return story.add(new Entry.AlertMoved(alert, from, into, "It belongs there."));
    }

    private static List<String> at(Story story, String incident) {
        return story.state.incident(incident).orElseThrow().alertIds();
    }

    private static List<String> runs(Story story, String incident) {
        return story.state.investigationsOf(incident).stream().map(Investigation::id).toList();
    }

    /// Where everything is and what it counts, without the times at which it was touched.
    private static String picture(CaseState state) {
        var digest = new Digests();
        for (Incident i : state.incidents()) {
            digest.line(i.id() + i.name() + i.status() + i.verdict() + i.alertIds() + i.activeAlerts());
            digest.line(i.pendingActions() + " " + i.devices() + i.links());
            state.investigationsOf(i.id()).forEach(run -> digest.line(run.toString()));
            state.actionsOf(i.id()).forEach(action -> digest.line(action.toString()));
        }
        return digest.hex();
    }

    private static List<String> places(CaseState state) {
        return state.incidents().stream()
                .map(i ->
                        i.id()
                                + i.alertIds()
                                + state.investigationsOf(i.id()).stream().map(Investigation::id).toList()
                                + state.actionsOf(i.id()).stream().map(RemediationAction::id).toList())
                .toList();
    }

    private static CaseState again(Story story) {
        var again = new CaseState(TestWeights.shipped());
        story.journal.forEach(again::apply);
        return again;
    }

    @Test
    void whatWasDoneForTheAlertAloneGoesAlong() {
        Story story = two();
        assertThat(AlertMoves.going(story.state, "a"))
                .contains(new AlertGoing("I", List.of("INV"), 1, List.of(), false));
        Touched touched = move(story, "a", "I", "J");

        assertThat(at(story, "I")).containsExactly("c");
        assertThat(at(story, "J")).containsExactly("a", "b");
        assertThat(story.state.incidentOf("a")).contains("J");
        assertThat(runs(story, "I")).isEmpty();
        assertThat(runs(story, "J")).containsExactly("INV");
        assertThat(story.state.investigation("INV").orElseThrow().incidentId()).isEqualTo("J");
        assertThat(story.state.action("A1").orElseThrow().incidentId()).isEqualTo("J");
        assertThat(story.state.incident("I").orElseThrow().pendingActions()).isZero();
        assertThat(story.state.incident("J").orElseThrow().pendingActions()).isEqualTo(1);
        assertThat(story.state.incident("J").orElseThrow().verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(story.state.incident("I").orElseThrow().verdict()).isNull();
        LinkReason link = story.state.incident("J").orElseThrow().links().get("a").getFirst();
        assertThat(link.rule()).isEqualTo("Manual association");
        assertThat(link.text()).isEqualTo("It was taken over from incident I: It belongs there.");
        assertThat(touched.incidents()).containsExactlyInAnyOrder("I", "J");
        assertThat(touched.investigations()).containsExactly("INV");
        assertThat(touched.actions()).containsExactly("A1");
        assertThat(GraphBuilder.build(story.state, "I").nodes()).noneMatch(node -> node.id().equals("alert:a"));
        assertThat(GraphBuilder.build(story.state, "J").nodes())
                .anyMatch(node -> node.id().equals("alert:a"))
                .anyMatch(node -> node.id().equals("investigation:INV"));
    }

    @Test
    void whatOtherAlertsShareStays() {
        Story story = two();
        story.add(new Entry.AlertJoined("INV", "c"));
        assertThat(AlertMoves.going(story.state, "a"))
                .contains(new AlertGoing("I", List.of(), 0, List.of("INV"), false));
        move(story, "a", "I", "J");
        assertThat(runs(story, "I")).containsExactly("INV");
        assertThat(runs(story, "J")).isEmpty();
        assertThat(story.state.action("A1").orElseThrow().incidentId()).isEqualTo("I");
        assertThat(at(story, "J")).containsExactly("a", "b");
    }

    @Test
    void bothIncidentsAndTheAlertTellWhatWentWhereAndWhy() {
        Story story = two();
        move(story, "a", "I", "J");
        var line = story.state.alertLog("a").getLast();
        assertThat(line.description()).isEqualTo("Alert a: from incident I into J, with INV.");
        assertThat(line.comments()).isEqualTo("It belongs there.");
        assertThat(story.state.log("I").getLast()).isEqualTo(line);
        assertThat(story.state.log("J").getLast()).isEqualTo(line);
    }

    @Test
    void puttingItBackIsAsBeforeButForTheWayItIsLinked() {
        Story story = two();
        List<String> before = places(story.state);
        assertThat(IncidentMerges.obstacle(story.state, "I", "J")).isEmpty();
        move(story, "a", "I", "J");
        move(story, "a", "J", "I");
        assertThat(places(story.state)).isEqualTo(before);
        assertThat(IncidentMerges.obstacle(story.state, "I", "J")).isEmpty();
        assertThat(story.state.handled.takenOut("a")).isFalse();
    }

    @Test
    void whatCannotGoIsRefusedAndChangesNothing() {
        Story story = two();
        story.add(new Entry.IncidentOpened("K", "Third"));
        received(story, "k", 9, "K");
        story.all(IncidentMerges.byAnalyst(story.state, "K", "J", ""));
        String before = picture(story.state);
        move(story, "nobody", "I", "J");
        move(story, "a", "J", "I");
        move(story, "a", "I", "I");
        move(story, "a", "I", "nowhere");
        move(story, "a", "I", "K");
        move(story, "c", "I", "J");
        move(story, "a", "I", "J");
        assertThat(story.state.refusals())
                .extracting(CaseState.Refusal::reason)
                .containsExactly(
                        "Alert nobody is not in incident I.",
                        "Alert a is not in incident J.",
                        "Alert a is in incident I already.",
                        "The case has no incident nowhere.",
                        "Incident K was merged into incident J.",
                        "Alert a is the only one of incident I, which would be left empty.");
        assertThat(picture(story.state)).isNotEqualTo(before);
        assertThat(at(story, "I")).containsExactly("a");
    }

    @Test
    void anIncidentOfItsOwnIsNamedAsThePersonSays() {
        Story story = two();
        story.all(AlertMoves.intoNew(story.state, "a", "I", "Red team", "Ours"));
        String id = story.state.incidentOf("a").orElseThrow();
        assertThat(id).startsWith("D-");
        assertThat(story.state.incident(id).orElseThrow().name()).isEqualTo("Red team");
        assertThat(runs(story, id)).containsExactly("INV");
        story.add(new Entry.AlertReceived(Story.alert("a", 1, PC1, FILE)));
        assertThat(story.state.incidentOf("a")).as("a newer export moves nothing").contains(id);
    }

    @Test
    void whereItWasMovedToAfterAMergeItStaysWhenTheMergeIsUndone() {
        Story story = two();
        received(story, "d", 8, "K");
        story.all(IncidentMerges.byAnalyst(story.state, "I", "J", "One story"));
        move(story, "a", "J", "K");
        story.add(new Entry.IncidentUnmerged("I", "J", ""));
        assertThat(at(story, "I")).containsExactly("c");
        assertThat(at(story, "K")).containsExactly("a", "d");
        assertThat(runs(story, "K")).containsExactly("INV");
        assertThat(story.state.action("A1").orElseThrow().incidentId()).isEqualTo("K");
    }

    @Test
    void whatWasTakenOutAndPutBackAfterAMergeStaysInTheTarget() {
        Story story = two();
        received(story, "d", 8, "K");
        story.all(IncidentMerges.byAnalyst(story.state, "I", "J", "One story"));
        move(story, "a", "J", "K");
        move(story, "a", "K", "J");
        story.add(new Entry.IncidentUnmerged("I", "J", ""));
        assertThat(at(story, "I")).containsExactly("c");
        assertThat(at(story, "J")).containsExactly("a", "b");
        assertThat(runs(story, "J")).containsExactly("INV");
        assertThat(story.state.action("A1").orElseThrow().incidentId()).isEqualTo("J");
    }

    @Test
    void whatAMergeTookBeforeItComesBackWithTheMergeUndone() {
        Story story = two();
        move(story, "a", "I", "J");
        story.all(IncidentMerges.byAnalyst(story.state, "J", "I", "One story after all"));
        assertThat(at(story, "I")).containsExactly("a", "b", "c");
        story.add(new Entry.IncidentUnmerged("J", "I", ""));
        assertThat(at(story, "J")).containsExactly("a", "b");
        assertThat(runs(story, "J")).containsExactly("INV");
    }

    @Test
    void correlationDoesNotPutTheTwoTogetherAgain() {
        Story story = new Story();
        story.add(new Entry.IncidentOpened("D-1", "One"));
        received(story, "a", 0, "D-1");
        received(story, "c", 1, "D-1");
        story.add(new Entry.IncidentOpened("D-2", "Two"));
        received(story, "b", 2, "D-2");
        move(story, "a", "D-1", "D-2");
        var bridge = Story.alert("x", 3, PC1, FILE);
        story.add(new Entry.AlertReceived(bridge));
        List<Entry> entries = Correlator.correlate(story.state, List.of(bridge));
        assertThat(entries).hasSize(1).allMatch(Entry.AlertLinked.class::isInstance);
        story.all(entries);
        assertThat(story.state.incidentOf("a")).contains("D-2");
        assertThat(story.state.incidentOf("c")).contains("D-1");
        assertThat(IncidentMerges.obstacle(story.state, "D-1", "D-2")).contains("an analyst has parted them");
    }

    @Test
    void itsProviderDoesNotTakeItBack() {
        var story = new Story();
        story.add(new Entry.AlertReceived(Story.alert("p", "7", "Theirs", Severity.HIGH, 0, PC1)));
        story.add(new Entry.AlertLinked("p", "7", List.of(WHY)));
        received(story, "q", 1, "7");
        story.add(new Entry.IncidentOpened("D-2", "Two"));
        received(story, "b", 2, "D-2");
        move(story, "p", "7", "D-2");
        assertThat(IncidentMerges.provided(story.state)).isEmpty();
        story.all(AlertMoves.intoNew(story.state, "p", "D-2", "", ""));
        assertThat(IncidentMerges.provided(story.state)).isEmpty();
    }

    @Test
    void anIncidentThatIsResolvedDoesNotResolveWhatComesLater() {
        Story story = two();
        story.add(new Entry.IncidentManaged("J", List.of(new Change("status", "Active", "Resolved"))));
        move(story, "a", "I", "J");
        assertThat(story.state.alertStatus("a")).isEqualTo("new");
        assertThat(story.state.alertStatus("b")).isEqualTo("resolved");
        assertThat(story.state.incident("J").orElseThrow().activeAlerts()).isEqualTo(1);
    }

    /// Alerts are moved, incidents merged and parted in any order: everything is always in one place, and a second reading
    /// of the journal finds it there.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 34})
    void whateverIsMovedEverythingIsInOnePlace(int seed) {
        var random = new Random(seed);
        var story = new Story();
        List<String> incidents = List.of("D-1", "D-2", "D-3", "D-4");
        for (int i = 0; i < 12; i++) {
            String alert = "a" + i;
            received(story, alert, i, incidents.get(i % 4));
            if (i % 3 == 0) {
                String run = "R" + i;
                story.add(
                        new Entry.InvestigationQueued(
                                run, incidents.get(i % 4), alert, alert, "general", 1, List.of()));
                story.add(new Entry.InvestigationStarted(run));
            }
        }
        for (int turn = 0; turn < 60; turn++) {
            String alert = "a" + random.nextInt(12);
            String from = story.state.incidentOf(alert).orElseThrow();
            String into = incidents.get(random.nextInt(4));
            switch (random.nextInt(5)) {
                case 0 -> {
                    boolean open = AlertMoves.closed(story.state, into).isEmpty();
                    if (open && !from.equals(into)) {
                        story.all(IncidentMerges.byAnalyst(story.state, from, into, ""));
                    }
                }
                case 1 ->
                        IncidentMerges.mergedInto(story.state, into)
                                .ifPresent(at -> story.add(new Entry.IncidentUnmerged(into, at, "")));
                default -> move(story, alert, from, into);
            }
            consistent(story.state);
        }
        CaseState again = again(story);
        assertThat(picture(again)).isEqualTo(picture(story.state));
        assertThat(picture(story.state.copy())).isEqualTo(picture(story.state));
        assertThat(again.alertLog("a1")).isEqualTo(story.state.alertLog("a1"));
    }

    private static void consistent(CaseState state) {
        var alerts = new ArrayList<String>();
        var runs = new ArrayList<String>();
        for (Incident incident : state.incidents()) {
            alerts.addAll(incident.alertIds());
            incident.alertIds().forEach(id -> assertThat(state.incidentOf(id)).contains(incident.id()));
            state.investigationsOf(incident.id())
                    .forEach(run -> {
                        runs.add(run.id());
                        assertThat(run.incidentId()).isEqualTo(incident.id());
                    });
        }
        assertThat(alerts).doesNotHaveDuplicates().hasSize(12);
        assertThat(runs).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(Set.of("R0", "R3", "R6", "R9"));
    }
}
