package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.Classification;
import dupin.model.Entry;
import dupin.model.Entry.Change;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.people.Role;
import dupin.model.policy.TuningCondition;
import dupin.model.policy.TuningCondition.Field;
import dupin.model.policy.TuningRule;
import dupin.model.row.AlertQuery;
import dupin.model.row.AlertRow;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Managing, linking and tuning alerts at a console with operators: who may, what is written, what an earlier moment shows.
class AlertRolesTest {
    private static final String PASS = "a long enough passphrase";

    @TempDir private Path folder;
    private People people;
    private CaseSession session;

    @BeforeEach
    void open() throws InterruptedException {
        people = new People(folder.resolve("operators.json"), Clock.systemUTC(), new Hardness(64, 1));
        people.add("ada", Role.ADMINISTRATOR, PASS.toCharArray());
        people.add("ann", Role.ANALYST, PASS.toCharArray());
        people.add("app", Role.APPROVER, PASS.toCharArray());
        people.add("rob", Role.READER, PASS.toCharArray());
        MadeOnce.sample("phishing-to-lateral-movement", folder.resolve("case"));
        session = new Cases(Clock.systemUTC(), 1).open(folder.resolve("case"), people, Progress.NONE);
        as("ann");
        session.awaitIdle();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void as(String name) {
        people.signIn(name, PASS.toCharArray());
    }

    private AlertRow open(Desk desk) {
        Window<AlertRow> found = desk.alerts(AlertQuery.ALL);
        return found.rows(0, found.size()).stream()
                .filter(Objects::nonNull)
                .filter(AlertRow::open)
                .filter(row -> !desk.alert(row.alert().id()).orElseThrow().going().last())
                .findFirst()
                .orElseThrow();
    }

    private AlertRow row(Desk desk, String id) {
        return desk.alert(id).orElseThrow().row();
    }

    private static TuningRule hides(String title) {
        return new TuningRule(
                "",
                "Known",
                true,
                List.of(TuningCondition.exactly(Field.TITLE, title)),
                "",
                TuningRule.Effect.HIDE,
                Classification.NOT_SET,
                "",
                "",
                "",
                null);
    }

    private void manage(String id, String by) {
        session.alertWork().manage(id, List.of(new Change("status", "New", "In progress")), "mine", by);
    }

    private void link(String id, String by) {
        AlertDetails now = session.desk().alert(id).orElseThrow();
        session.alertWork().link(new AlertWork.Wish(id, now.going(), "", "Of its own", "It is another story"), by);
    }

    private void refused(ThrowingCallable call, String role) {
        long before = session.live().read(state -> state.seq());
        assertThatThrownBy(call).isInstanceOf(Problem.class).hasMessageContaining("needs the role " + role);
        assertThat(session.live().<Long>read(state -> state.seq())).as("nothing is written").isEqualTo(before);
    }

    @Test
    void whoMayNotIsToldWhoMayAndNothingIsWritten() {
        AlertRow alert = open(session.desk());
        String id = alert.alert().id();
        TuningRule rule = hides(alert.alert().title());
        as("rob");
        refused(() -> manage(id, "rob"), "Analyst");
        refused(() -> link(id, "rob"), "Analyst");
        for (String name : List.of("rob", "ann", "app")) {
            as(name);
            refused(() -> session.tuning().add(rule, true, name), "Administrator");
            refused(
                    () -> session.live().commit(name, new Entry.AlertTuned(id, "r", "x", rule.effect(), List.of(), "")),
                    "Administrator");
        }
        as("ada");
        assertThat(session.tuning().add(rule, true, "ada")).isPositive();
        Policy policy = session.policies().policy();
        TuningRule made = policy.tuning().getFirst();
        for (String name : List.of("rob", "ann", "app")) {
            as(name);
            Policy off = policy.withTuning(List.of(made.switched(false)));
            refused(() -> session.policies().change(off, name, ""), "Administrator");
        }
        as("rob");
        refused(() -> session.tuning().bringBack(id, "rob"), "Analyst");
        refused(() -> session.tuning().bringBackAll(made.id(), "rob"), "Analyst");
        as("app");
        session.tuning().bringBack(id, "app");
        manage(id, "app");
        as("ann");
        manage(id, "ann");
        link(id, "ann");
        assertThat(row(session.desk(), id).incidentId()).isNotEqualTo(alert.incidentId());
        assertThat(row(session.desk(), id).status()).isEqualTo("inprogress");
        for (Entry entry :
                List.of(
                        new Entry.AlertManaged(id, List.of(new Change("status", "", "Resolved"))),
                        new Entry.AlertMoved(id, row(session.desk(), id).incidentId(), alert.incidentId(), ""))) {
            assertThatThrownBy(() -> session.live().commit(RemediationAction.AUTOMATION, entry))
                    .as("the engine has no alert in hand")
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("Only a person");
        }
    }

    @Test
    void anEarlierMomentShowsTheAlertsAsTheyWereThen() throws Exception {
        AlertRow alert = open(session.desk());
        String id = alert.alert().id();
        long before = session.live().read(state -> state.seq());
        as("ada");
        session.tuning().add(hides(alert.alert().title()), true, "ada");
        session.awaitIdle();
        long hidden = session.live().read(state -> state.seq());
        as("ann");
        session.tuning().bringBack(id, "ann");
        link(id, "ann");
        session.awaitIdle();
        AlertRow now = row(session.desk(), id);
        assertThat(row(session.replay().at(before), id)).isEqualTo(alert);
        assertThat(row(session.replay().at(hidden), id))
                .satisfies(row -> assertThat(row.status()).isEqualTo("hidden"))
                .satisfies(row -> assertThat(row.incidentId()).isEqualTo(alert.incidentId()));
        assertThat(row(session.replay().at(before), id)).as("and again, backwards").isEqualTo(alert);
        assertThat(row(session.replay().at(Long.MAX_VALUE - 1), id)).isEqualTo(now);
        session.close();
        String digest = new Cases(Clock.systemUTC(), 1).rebuild(folder.resolve("case"), Progress.NONE);
        assertThat(new Cases(Clock.systemUTC(), 1).rebuild(folder.resolve("case"), Progress.NONE)).isEqualTo(digest);
        assertThat(Cases.checkSignatures(folder.resolve("case")).bad()).isEmpty();
        session = new Cases(Clock.systemUTC(), 1).open(folder.resolve("case"), people, Progress.NONE);
        assertThat(row(session.desk(), id)).isEqualTo(now);
    }
}
