package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Alert;
import dupin.model.Classification;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Entry.Change;
import dupin.model.Incident;
import dupin.model.LinkReason;
import dupin.model.Policy;
import dupin.model.policy.TuningCondition;
import dupin.model.policy.TuningCondition.Field;
import dupin.model.policy.TuningRule;
import dupin.model.row.AlertRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tuning rules, single alerts that persons have in hand, and merges, all on the same alerts.
class TunedMovesTest {
    private static final Entity.Device PC1 = Entity.Device.named("PC1");
    private static final LinkReason WHY = new LinkReason("First alert", "", 0, "It opened the incident.");
    private static final TuningRule HIDES = rule("hides", TuningRule.Effect.HIDE);
    private static final TuningRule RESOLVES = rule("resolves", TuningRule.Effect.RESOLVE);

    private static TuningRule rule(String id, TuningRule.Effect effect) {
        boolean resolves = effect == TuningRule.Effect.RESOLVE;
        return new TuningRule(
                id,
                "It " + id,
                true,
                List.of(new TuningCondition(Field.DEVICE, List.of("PC1"))),
                "",
                effect,
                resolves ? Classification.FALSE_POSITIVE : Classification.NOT_SET,
                resolves ? "notMalicious" : "",
                "",
                "ann",
                null);
    }

    private static void received(Story story, String alert, int minute, String incident) {
        story.add(new Entry.AlertReceived(Story.alert(alert, minute, PC1)));
        story.add(new Entry.AlertLinked(alert, incident, List.of(WHY)));
    }

    private static Story two() {
        var story = new Story();
        received(story, "a", 0, "I");
        received(story, "b", 1, "I");
        received(story, "c", 2, "J");
        return story;
    }

    private static void policy(Story story, TuningRule... rules) {
        Policy now = story.state.policy();
        story.add(
                new Entry.PolicyChanged(
                        now.withTuning(List.of(rules)).withVersion(now.version() + 1),
                        List.of(new Change("Alert tuning rule \"x\"", "", "on")),
                        ""));
    }

    private static void takenBy(Story story, String alert, TuningRule rule) {
        story.all(TuningFold.entries(story.state, alert(story, alert), rule));
    }

    private static Alert alert(Story story, String id) {
        return story.state.alert(id).orElseThrow();
    }

    private static AlertRow row(CaseState state, String id) {
        return AlertRows.of(state, id).orElseThrow();
    }

    private static List<String> left(Story story, String incident, String alert, List<Entry> entries) {
        return AlertTuning.left(story.state, incident, List.of(alert(story, alert)), entries).stream()
                .map(Alert::id)
                .toList();
    }

    @Test
    void aHiddenAlertStaysHiddenWhereverItIsPutAndWhateverBecameOfItsRule() {
        Story story = two();
        policy(story, HIDES);
        takenBy(story, "a", HIDES);
        policy(story);
        story.add(new Entry.AlertMoved("a", "I", "J", ""));

        AlertRow row = row(story.state, "a");
        assertThat(row.status()).isEqualTo("hidden");
        assertThat(row.incidentId()).isEqualTo("J");
        assertThat(story.state.incident("J").orElseThrow().activeAlerts()).isEqualTo(1);
        var entries = new ArrayList<Entry>();
        assertThat(left(story, "J", "a", entries)).as("nothing is started for it").isEmpty();
        assertThat(entries)
                .singleElement()
                .isInstanceOfSatisfying(
                        Entry.InvestigationDeclined.class, it -> assertThat(it.reason()).contains("It hides"));
    }

    @Test
    void whatAPersonHasPutSomewhereNoRuleTakes() {
        Story story = two();
        story.add(new Entry.AlertMoved("a", "I", "J", ""));
        policy(story, HIDES);
        var entries = new ArrayList<Entry>();
        assertThat(left(story, "J", "a", entries)).containsExactly("a");
        assertThat(left(story, "I", "b", entries)).as("nobody has touched this one").isEmpty();
        assertThat(entries).hasAtLeastOneElementOfType(Entry.AlertTuned.class);
    }

    @Test
    void whatAPersonHasTakenUpOrBroughtBackNoRuleTakesAgain() {
        Story story = two();
        policy(story, HIDES);
        takenBy(story, "a", HIDES);
        story.add(TuningFold.back(story.state, "a").orElseThrow());
        story.add(new Entry.AlertManaged("b", List.of(new Change("status", "New", "In progress"))));
        story.add(new Entry.AlertMoved("a", "I", "J", ""));
        var entries = new ArrayList<Entry>();
        assertThat(left(story, "J", "a", entries)).containsExactly("a");
        assertThat(left(story, "I", "b", entries)).containsExactly("b");
        assertThat(entries).isEmpty();
        AlertRouting.Decision decision = AlertRouting.decide(List.of(alert(story, "a")), story.state.policy());
        assertThat(decision.toString()).as("no reason tells of a rule that took nothing").doesNotContain("tuning");
    }

    @Test
    void whatWasLookedIntoIsNotNewToARule() {
        Story story = two();
        story.add(new Entry.InvestigationQueued("R", "I", "a", "a", "general", 1, List.of()));
        story.add(new Entry.AlertJoined("R", "b"));
        policy(story, HIDES);
        var entries = new ArrayList<Entry>();
        assertThat(left(story, "I", "b", entries)).containsExactly("b");
        assertThat(entries).isEmpty();
    }

    @Test
    void takingARuleBackLeavesWhatAPersonHasSaidSince() {
        Story story = two();
        takenBy(story, "a", RESOLVES);
        assertThat(row(story.state, "a").classification()).isEqualTo("falsePositive");
        story.add(
                new Entry.AlertManaged(
                        "a",
                        List.of(
                                new Change("classification", "falsePositive", "truePositive"),
                                new Change("determination", "notMalicious", "malware"))));
        assertThat(row(story.state, "a").tuned()).as("the rule still stands behind its status").isNotNull();
        story.add(TuningFold.back(story.state, "a").orElseThrow());
        AlertRow back = row(story.state, "a");
        assertThat(back.status()).isEqualTo("new");
        assertThat(back.classification()).isEqualTo("truePositive");
        assertThat(back.determination()).isEqualTo("malware");
        assertThat(back.tuned()).isNull();
    }

    @Test
    void takenBackItSaysWhatItsIncidentSaysThen() {
        Story story = two();
        story.add(
                new Entry.IncidentManaged(
                        "I", List.of(new Change("classification", "", "informationalExpectedActivity"))));
        takenBy(story, "a", RESOLVES);
        story.add(TuningFold.back(story.state, "a").orElseThrow());
        assertThat(row(story.state, "a").classification()).isEqualTo("informationalExpectedActivity");
        story.add(new Entry.IncidentManaged("I", List.of(new Change("classification", "", "truePositive"))));
        assertThat(row(story.state, "a").classification()).isEqualTo("truePositive");
    }

    /// Whatever happens in whatever order: rows that are read anew only where an entry touched them are those of the fold; a
    /// second reading of the journal, up to any entry, tells the same.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void rowsFollowEachChangeAndTheJournalTellsThemAgain(int seed) {
        var random = new Random(seed);
        var story = new Story();
        List<String> incidents = List.of("D-1", "D-2", "D-3", "D-4");
        for (int i = 0; i < 10; i++) {
            received(story, "a" + i, i, incidents.get(i % 4));
            if (i % 4 == 0) {
                story.add(
                        new Entry.InvestigationQueued(
                                "R" + i, incidents.get(i % 4), "a" + i, "a" + i, "general", 1, List.of()));
            }
        }
        var alerts = new HashMap<String, AlertRow>();
        var rows = new HashMap<String, Incident>();
        var pictures = new HashMap<Integer, Map<String, AlertRow>>();
        refresh(story.state, story.state.alerts().stream().map(Alert::id).toList(), incidents, alerts, rows);
        for (int turn = 0; turn < 80; turn++) {
            for (Entry entry : turn(story, random, incidents)) {
                Touched touched = story.add(entry);
                refresh(story.state, touched.alerts(), touched.incidents(), alerts, rows);
                for (String id : alerts.keySet()) {
                    assertThat(alerts.get(id)).as(entry.toString()).isEqualTo(row(story.state, id));
                }
                story.state.incidents().forEach(i -> assertThat(rows.get(i.id())).as(entry.toString()).isEqualTo(i));
            }
            pictures.put(story.journal.size(), Map.copyOf(alerts));
        }
        var again = new CaseState(TestWeights.shipped());
        for (int i = 0; i < story.journal.size(); i++) {
            again.apply(story.journal.get(i));
            var then = pictures.get(i + 1);
            if (then != null) {
                CaseState seen = i % 3 == 0 ? again.copy() : again;
                then.forEach((id, row) -> assertThat(row(seen, id)).isEqualTo(row));
            }
        }
        assertThat(TuningFold.byRule(again)).isEqualTo(TuningFold.byRule(story.state));
        again.incidents().forEach(i -> assertThat(i).isEqualTo(rows.get(i.id())));
    }

    private static List<Entry> turn(Story story, Random random, List<String> incidents) {
        String alert = "a" + random.nextInt(10);
        String from = story.state.incidentOf(alert).orElseThrow();
        String into = incidents.get(random.nextInt(4));
        TuningRule rule = random.nextBoolean() ? HIDES : RESOLVES;
        return switch (random.nextInt(9)) {
            case 0 ->
                    AlertMoves.closed(story.state, into).isEmpty() && !from.equals(into)
                            ? IncidentMerges.byAnalyst(story.state, from, into, "")
                            : List.of();
            case 1 ->
                    IncidentMerges.mergedInto(story.state, into)
                            .map(at -> List.<Entry>of(new Entry.IncidentUnmerged(into, at, "")))
                            .orElse(List.of());
            case 2 -> TuningFold.entries(story.state, alert(story, alert), rule);
            case 3 -> TuningFold.back(story.state, alert).map(List::of).orElse(List.of());
            case 4 -> {
                String status = List.of("New", "In progress", "Resolved").get(random.nextInt(3));
                yield List.of(
                        new Entry.AlertManaged(
                                alert,
                                List.of(
                                        new Change("status", "", status),
                                        new Change("assignedTo", "", "ann" + turnOf(random)))));
            }
            case 5 -> {
                String status = random.nextBoolean() ? "Resolved" : "Active";
                yield story.state.incident(into).filter(i -> i.status() != Incident.Status.REDIRECTED).isPresent()
                        ? List.of(
                                new Entry.IncidentManaged(
                                        into,
                                        List.of(
                                                new Change("status", "", status),
                                                new Change("classification", "", "truePositive"))))
                        : List.of();
            }
            case 6 -> {
                var entries = new ArrayList<Entry>();
                AlertTuning.left(story.state, from, List.of(alert(story, alert)), entries);
                yield entries;
            }
            case 7 ->
                    List.of(
                            new Entry.PolicyChanged(
                                    story.state.policy().withTuning(random.nextBoolean() ? List.of(rule) : List.of()),
                                    List.of(),
                                    ""));
            default -> List.of(new Entry.AlertMoved(alert, from, into, ""));
        };
    }

    private static int turnOf(Random random) {
        return random.nextInt(2);
    }

    /// As the lists of the window do it: rows of touched alerts and of those of touched incidents.
    private static void refresh(
            CaseState state,
            Collection<String> alerts,
            Collection<String> incidents,
            Map<String, AlertRow> rows,
            Map<String, Incident> incidentRows) {
        for (String id : incidents) {
            Incident incident = state.incident(id).orElseThrow();
            incidentRows.put(id, incident);
            incident.alertIds().forEach(alert -> rows.put(alert, row(state, alert)));
        }
        alerts.forEach(id -> rows.put(id, row(state, id)));
    }
}
