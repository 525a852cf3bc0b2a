package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.Classification;
import dupin.model.Entry;
import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.people.Role;
import dupin.model.policy.Drift;
import dupin.model.policy.Fault;
import dupin.model.policy.TuningCondition;
import dupin.model.policy.TuningCondition.Field;
import dupin.model.policy.TuningRule;
import dupin.model.row.WordCount;
import dupin.model.row.AlertField;
import dupin.model.row.AlertQuery;
import dupin.model.row.AlertRow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tuning rules of a case: made, applied, switched off, taken back.
class TuningTest {
    private static final Clock CLOCK = Clock.fixed(MadeOnce.NOW, ZoneOffset.UTC);
    private static final String FIRST = "phishing-to-lateral-movement";
    private static final String LATER = "false-positive";

    @TempDir Path folder;
    private CaseSession session;

    @BeforeEach
    void open() throws InterruptedException {
        MadeOnce.sample(FIRST, folder.resolve("case.dupin"));
        session = new Cases(CLOCK, 2).open(folder.resolve("case.dupin"), Progress.NONE);
        session.awaitIdle();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private List<AlertRow> rows(AlertQuery query) {
        Window<AlertRow> found = session.desk().alerts(query);
        return found.rows(0, found.size()).stream().filter(Objects::nonNull).toList();
    }

    private List<AlertRow> hidden() {
        return rows(AlertQuery.ALL.toggled(AlertField.STATUS, "hidden"));
    }

    private static TuningRule rule(String name, TuningRule.Effect effect, TuningCondition... conditions) {
        return new TuningRule(
                "",
                name,
                true,
                List.of(conditions),
                "",
                effect,
                effect == TuningRule.Effect.RESOLVE ? Classification.FALSE_POSITIVE : Classification.NOT_SET,
                effect == TuningRule.Effect.RESOLVE ? "notMalicious" : "",
                "known since spring",
                "",
                null);
    }

    private static TuningRule everything(TuningRule.Effect effect) {
        return rule(
                "All of it", effect, new TuningCondition(Field.TITLE, List.of("a*", "e*", "i*", "o*", "u*", "*e*")));
    }

    private AlertRow open(AlertQuery query) {
        return rows(query).stream().filter(AlertRow::open).findFirst().orElseThrow();
    }

    @Test
    void aRuleMadeFromAnAlertTakesItAndTheOnesThatItSaidItWould() {
        AlertRow alert = open(AlertQuery.ALL);
        Tuning.Offer offer = session.tuning().offer(alert.alert().id());
        assertThat(offer.alert()).isEqualTo(alert);
        assertThat(offer.groups()).isNotEmpty();
        List<TuningCondition> title = offer.conditions().stream().filter(c -> c.field() == Field.TITLE).toList();
        TuningRule rule = rule("Not again", TuningRule.Effect.RESOLVE, title.getFirst());
        List<AlertRow> said = session.tuning().matching(rule);
        assertThat(said).contains(alert).allMatch(r -> r.alert().title().equals(alert.alert().title()));
        int open = (int) said.stream().filter(AlertRow::open).count();
        int version = session.policies().policy().version();

        assertThat(session.tuning().add(rule, true, "ann")).isEqualTo(open);

        Policy now = session.policies().policy();
        assertThat(now.version()).isEqualTo(version + 1);
        TuningRule kept = now.tuning().getFirst();
        assertThat(kept.createdBy()).isEqualTo("ann");
        assertThat(kept.created()).isEqualTo(CLOCK.instant());
        assertThat(session.tuning().matching(rule)).filteredOn(AlertRow::open).as("none of them is left").isEmpty();
        AlertRow after = session.tuning().offer(alert.alert().id()).alert();
        assertThat(after.status()).isEqualTo("resolved");
        assertThat(after.classification()).isEqualTo("falsePositive");
        assertThat(after.determination()).isEqualTo("notMalicious");
        assertThat(Objects.requireNonNull(after.tuned()).rule()).isEqualTo("Not again");
        assertThat(session.tuning().taken()).containsEntry(kept.id(), open);

        // The way back.
        session.tuning().bringBack(alert.alert().id(), "ben");
        AlertRow back = session.tuning().offer(alert.alert().id()).alert();
        assertThat(back.status()).isEqualTo(alert.status());
        assertThat(back.classification()).isEqualTo(alert.classification());
        assertThat(back.tuned()).isNull();
        assertThatThrownBy(() -> session.tuning().bringBack(alert.alert().id(), "ben"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(alert.alert().id());
    }

    @Test
    void withoutTheTickOnlyLaterAlertsAreTakenAndNothingInvestigatesThem() throws InterruptedException {
        List<AlertRow> before = rows(AlertQuery.ALL);
        assertThat(session.tuning().add(everything(TuningRule.Effect.HIDE), false, "ann")).isZero();
        assertThat(rows(AlertQuery.ALL)).isEqualTo(before);

        MadeOnce.bring(LATER, session);

        List<AlertRow> taken = hidden();
        assertThat(taken)
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.investigationState()).isEqualTo(InvestigationState.SUPPRESSED_ALERT);
                    assertThat(row.investigationNote()).contains("All of it");
                    assertThat(Objects.requireNonNull(row.tuned()).by()).isEqualTo(RemediationAction.AUTOMATION);
                });
        assertThat(rows(AlertQuery.ALL)).as("they are not in the queue").hasSize(before.size());
        assertThat(session.desk().status().alerts()).isEqualTo(before.size() + taken.size());
        assertThat(session.desk().alertWords().get(AlertField.STATUS)).contains(new WordCount("hidden", taken.size()));
        assertThat(session.desk().investigations())
                .noneMatch(run -> run.title().equals(taken.getFirst().alert().title()));
        Incident incident = session.desk().incident(taken.getFirst().incidentId()).orElseThrow().incident();
        assertThat(incident.activeAlerts()).isZero();
        assertThat(incident.status()).isEqualTo(Incident.Status.RESOLVED);

        // All come back at once, whether the rule is still there or not.
        Policy now = session.policies().policy();
        String id = now.tuning().getFirst().id();
        session.policies().change(now.withTuning(List.of()), "ann", "no longer");
        assertThat(session.tuning().bringBackAll(id, "ann")).isEqualTo(taken.size());
        assertThat(hidden()).isEmpty();
        assertThat(rows(AlertQuery.ALL)).hasSize(before.size() + taken.size());
    }

    @Test
    void theHoursOfTheQueueCountWhatTheQueueShows() {
        int alerts = rows(AlertQuery.ALL).size();
        Instant now = rows(AlertQuery.ALL).getFirst().lastActivity();
        LastDay before = session.desk().lastDay(Objects.requireNonNull(now), ZoneOffset.UTC);
        assertThat(sum(before.alerts())).isPositive().isLessThanOrEqualTo(alerts);
        session.tuning().add(everything(TuningRule.Effect.HIDE), true, "ann");
        LastDay after = session.desk().lastDay(now, ZoneOffset.UTC);
        assertThat(sum(after.alerts())).isEqualTo(sum(before.alerts()) - in(before, hidden()));
        assertThat(after.incidents()).as("its incidents stay in the queue").isEqualTo(before.incidents());
        session.tuning().bringBackAll(session.policies().policy().tuning().getFirst().id(), "ann");
        assertThat(session.desk().lastDay(now, ZoneOffset.UTC)).isEqualTo(before);
    }

    private static int sum(List<Integer> hours) {
        return hours.stream().mapToInt(Integer::intValue).sum();
    }

    private static int in(LastDay day, List<AlertRow> rows) {
        return (int)
                rows.stream()
                        .map(row -> Objects.requireNonNull(row.lastActivity()))
                        .filter(time -> !time.isBefore(day.hour(0)) && time.isBefore(day.hour(LastDay.HOURS)))
                        .count();
    }

    @Test
    void aRuleThatIsOffTakesNothing() throws InterruptedException {
        session.tuning().add(everything(TuningRule.Effect.HIDE), false, "ann");
        Policy now = session.policies().policy();
        session.policies().change(now.withTuning(List.of(now.tuning().getFirst().switched(false))), "ann", "off again");
        MadeOnce.bring(LATER, session);
        assertThat(hidden()).isEmpty();
        assertThat(session.desk().investigations()).hasSizeGreaterThan(1);
    }

    @Test
    void whatWouldTakeEverythingIsRefused() {
        Policy before = session.policies().policy();
        for (TuningRule bad :
                List.of(
                        rule("None", TuningRule.Effect.HIDE),
                        rule("Stars", TuningRule.Effect.HIDE, new TuningCondition(Field.TITLE, List.of("x", "**"))),
                        rule("x".repeat(201), TuningRule.Effect.HIDE, new TuningCondition(Field.TITLE, List.of("x"))),
                        rule("two\nlines", TuningRule.Effect.HIDE, new TuningCondition(Field.TITLE, List.of("x"))),
                        rule(" ", TuningRule.Effect.HIDE, new TuningCondition(Field.TITLE, List.of("x"))))) {
            assertThatThrownBy(() -> session.tuning().add(bad, true, "ann"))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("tuning rule");
        }
        TuningRule good = rule("Good", TuningRule.Effect.HIDE, new TuningCondition(Field.TITLE, List.of("x")));
        session.tuning().add(good, false, "ann");
        assertThatThrownBy(() -> session.tuning().add(good, false, "ann")).hasMessageContaining("same name");
        assertThat(session.policies().policy().version()).isEqualTo(before.version() + 1);
    }

    @Test
    void theHistoryAndTheReviewOfThePolicyTellOfRules() {
        TuningRule rule = everything(TuningRule.Effect.RESOLVE);
        session.tuning().add(rule, false, "ann");
        List<Drift> drift = session.review().drift();
        assertThat(drift.getFirst().setting()).isEqualTo("Alert tuning rule \"All of it\"");
        assertThat(drift.getFirst().after())
                .startsWith("on, Resolve alert as false positive (not malicious), Alert title is a* or e*")
                .endsWith("known since spring");
        Policy now = session.policies().policy();
        assertThat(session.policies().changes(now.withTuning(List.of())))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.field()).isEqualTo("Alert tuning rule \"All of it\"");
                    assertThat(change.after()).isEmpty();
                });
        assertThat(session.review().whatIf(now.withTuning(List.of()), CLOCK.instant()).rows())
                .as("its alerts would be looked at again")
                .isNotEmpty();
        TuningRule kept = now.tuning().getFirst();
        Policy gone =
                now.withTuning(
                        List.of(
                                new TuningRule(
                                        kept.id(),
                                        kept.name(),
                                        true,
                                        kept.conditions(),
                                        "Gone",
                                        kept.effect(),
                                        kept.classification(),
                                        kept.determination(),
                                        kept.comment(),
                                        kept.createdBy(),
                                        kept.created())));
        assertThat(session.review().faults(gone, CLOCK.instant()))
                .extracting(Fault::rule)
                .contains(Fault.Rule.TUNING_GROUP);
    }

    @Test
    void theCaseComesBackTheSameFromItsJournal() throws InterruptedException {
        session.tuning().add(everything(TuningRule.Effect.HIDE), true, "ann");
        List<AlertRow> taken = hidden();
        assertThat(taken).isNotEmpty();
        Policy policy = session.policies().policy();
        session.close();
        var cases = new Cases(CLOCK, 1);
        String digest = cases.rebuild(folder.resolve("case.dupin"), Progress.NONE);
        assertThat(cases.rebuild(folder.resolve("case.dupin"), Progress.NONE)).isEqualTo(digest);
        session = cases.open(folder.resolve("case.dupin"), Progress.NONE);
        session.awaitIdle();
        assertThat(session.policies().policy()).isEqualTo(policy);
        assertThat(hidden()).isEqualTo(taken);
    }

    @Test
    void rulesAreMadeByWhoMaySetThePolicyAndTakenBackByWhoManagesAlerts() {
        session.close();
        var people = new People(folder.resolve("operators.json"), Clock.systemUTC(), new Hardness(64, 1));
        char[] pass = "a long enough passphrase".toCharArray();
        people.add("ada", Role.ADMINISTRATOR, pass.clone());
        people.add("ann", Role.ANALYST, pass.clone());
        people.add("app", Role.APPROVER, pass.clone());
        people.add("rob", Role.READER, pass.clone());
        session = new Cases(CLOCK, 1).open(folder.resolve("case.dupin"), people, Progress.NONE);
        for (String name : List.of("rob", "ann", "app")) {
            people.signIn(name, pass.clone());
            assertThatThrownBy(() -> session.tuning().add(everything(TuningRule.Effect.HIDE), true, name))
                    .as(name)
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("Tune alerts");
        }
        people.signIn("ada", pass.clone());
        assertThat(session.tuning().add(everything(TuningRule.Effect.HIDE), true, "ada")).isPositive();
        String id = hidden().getFirst().alert().id();
        people.signIn("rob", pass.clone());
        assertThatThrownBy(() -> session.tuning().bringBack(id, "rob")).isInstanceOf(Problem.class);
        people.signIn("ann", pass.clone());
        session.tuning().bringBack(id, "ann");
        assertThat(hidden()).noneMatch(row -> row.alert().id().equals(id));
        assertThatThrownBy(() ->
                        session.live()
                                .commit(
                                        RemediationAction.AUTOMATION,
                                        new Entry.PolicyChanged(
                                                session.policies().policy(),
                                                List.of(new Entry.Change("Alert tuning rule \"x\"", "", "on")),
                                                "")))
                .as("the engine makes no rules")
                .isInstanceOf(Problem.class);
    }
}
