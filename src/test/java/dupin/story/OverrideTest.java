package dupin.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.RemediationAction;
import dupin.model.RemediationStatus;
import dupin.model.Verdict;
import dupin.service.CaseSession;
import dupin.service.Explanation;
import dupin.service.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The analyst's last word, through the service.
class OverrideTest {
    @TempDir Path folder;

    @Test
    void itStandsOverRunsAndRestartsAndTakesWaitingActionsWithIt() throws InterruptedException {
        Path path = folder.resolve("case.dupin");
        EntityKey target;
        Verdict own;
        String action;
        try (CaseSession session = Story.named("phishing-to-lateral-movement").investigated(path)) {
            RemediationAction waiting = waiting(session);
            target = waiting.target().key();
            action = waiting.id();
            own = explain(session, target).ledger().verdict();
            String digest = session.desk().verdictDigest();

            int withdrawn = session.overrides().override(target, Verdict.NO_THREATS_FOUND, "Our own tool", "ann");

            assertThat(withdrawn).isPositive();
            assertThat(state(session, action)).isEqualTo(ActionState.DECLINED);
            assertOverridden(explain(session, target), own);
            assertThat(session.desk().verdictDigest()).as("the engine's own verdicts").isEqualTo(digest);

            session.investigations().start(waiting.incidentId(), "ann");
            session.awaitIdle();
            assertOverridden(explain(session, target), own);
            assertThat(state(session, action)).isEqualTo(ActionState.DECLINED);
        }
        try (CaseSession session = Story.open(path, 2)) {
            assertOverridden(explain(session, target), own);
            session.overrides().withdraw(target, "It was not ours after all", "bob");
            Explanation again = explain(session, target);
            assertThat(again.override()).isNull();
            assertThat(again.ledger().verdict()).isEqualTo(own);
            session.investigations().startOn(target, "bob");
            session.awaitIdle();
            assertThat(session.desk().verdicts()).anyMatch(j -> j.entity().key().equals(target));
        }
    }

    @Test
    void aThreatThatTheAnalystNamesGetsItsActionsWithTheNextRun() throws InterruptedException {
        try (CaseSession session = Story.named("false-positive").investigated(folder.resolve("case.dupin"))) {
            var judged =
                    session.desk().verdicts().stream()
                            .filter(j -> j.entity() instanceof dupin.model.Entity.File)
                            .filter(j -> !session.desk().explain(j.entity().key()).orElseThrow().alerts().isEmpty())
                            .findFirst()
                            .orElseThrow();
            EntityKey key = judged.entity().key();
            session.overrides().override(key, Verdict.MALICIOUS, "Seen in another case", "ann");
            session.investigations().startOn(key, "ann");
            session.awaitIdle();
            assertThat(session.desk().actions())
                    .anyMatch(a -> a.target().key().equals(key) && a.type() == ActionType.QUARANTINE_FILE);
            assertThat(explain(session, key).remediation()).isNotEqualTo(RemediationStatus.NONE);
        }
    }

    @Test
    void aFalsePositiveIncidentAsksForNothingAnyMore() throws InterruptedException {
        try (CaseSession session =
                Story.named("phishing-to-lateral-movement").investigated(folder.resolve("case.dupin"))) {
            String incident = waiting(session).incidentId();
            session.notes().manage(incident, List.of(new Entry.Change("classification", "", "False positive")), "ann");
            assertThat(session.desk().actions())
                    .noneMatch(a -> a.incidentId().equals(incident) && a.state() == ActionState.PENDING);
        }
    }

    @Test
    void aReasonIsAsked() throws InterruptedException {
        try (CaseSession session =
                Story.named("business-email-compromise").investigated(folder.resolve("case.dupin"))) {
            EntityKey key = session.desk().verdicts().getFirst().entity().key();
            assertThatThrownBy(() -> session.overrides().override(key, Verdict.MALICIOUS, " ", "ann"))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("reason");
            assertThatThrownBy(() -> session.overrides().withdraw(key, "x", "ann")).isInstanceOf(Problem.class);
            assertThat(explain(session, key).override()).isNull();
        }
    }

    private static RemediationAction waiting(CaseSession session) {
        return session.desk().actions().stream()
                .filter(a -> a.state() == ActionState.PENDING && a.verdict() == Verdict.MALICIOUS)
                .findFirst()
                .orElseThrow();
    }

    private static ActionState state(CaseSession session, String id) {
        return session.desk().actions().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow().state();
    }

    private static Explanation explain(CaseSession session, EntityKey key) {
        return session.desk().explain(key).orElseThrow();
    }

    private static void assertOverridden(Explanation explained, Verdict own) {
        assertThat(explained.ledger().verdict()).isEqualTo(Verdict.NO_THREATS_FOUND);
        assertThat(explained.own().verdict()).isEqualTo(own);
        assertThat(explained.override()).isNotNull();
        assertThat(explained.override().by()).isEqualTo("ann");
        assertThat(explained.remediation()).isEqualTo(RemediationStatus.NONE);
    }
}
