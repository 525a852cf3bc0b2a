package dupin.engine;

import static dupin.engine.TwoFiles.ALERT;
import static dupin.engine.TwoFiles.FILE;
import static dupin.engine.TwoFiles.OTHER;
import static dupin.engine.TwoFiles.withTwoActions;
import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.Entry;
import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.RemediationStatus;
import dupin.model.Severity;
import dupin.model.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which state an investigation, its alerts and entities are in after actions were decided and carried out.
class InvestigationStateTest {
    @Test
    void anInvestigationStaysOpenUntilItsLastActionIsDecided() {
        Story story = withTwoActions();
        assertThat(story.investigation()).isEqualTo(InvestigationState.PENDING_APPROVAL);
        assertThat(story.state.incident("I").orElseThrow().pendingActions()).isEqualTo(2);
        story.carryOut("A1", true);
        assertThat(story.investigation()).isEqualTo(InvestigationState.PENDING_APPROVAL);
        assertThat(story.state.alertStatus("a")).isEqualTo("new");
        story.carryOut("A2", true);
        assertThat(story.investigation()).isEqualTo(InvestigationState.SUCCESSFULLY_REMEDIATED);
        assertThat(story.state.alertStatus("a")).isEqualTo("resolved");
        assertThat(story.state.incident("I").orElseThrow().activeAlerts()).isZero();
        assertThat(story.state.incident("I").orElseThrow().status())
                .as("closing is the analyst's word")
                .isEqualTo(Incident.Status.ACTIVE);
        var ended = story.state.investigation("INV").orElseThrow();
        assertThat(ended.endedDateTime()).isEqualTo(Story.at(story.journal.size() - 1));
        assertThat(ended.totalPending()).as("from analysed to the last approval").isEqualTo(Duration.ofMinutes(4));
        assertThat(ended.pendingSince()).isNull();
    }

    @Test
    void expiryTerminatesBySystem() {
        Story story = withTwoActions().carryOut("A1", true);
        story.add(new Entry.ActionExpired("A2"));
        assertThat(story.investigation()).isEqualTo(InvestigationState.TERMINATED_BY_SYSTEM);
        assertThat(story.state.action("A2").orElseThrow().decision()).isEqualTo("Timed out");
        assertThat(story.state.alertStatus("a")).isEqualTo("new");
        assertThat(story.state.remediation(OTHER.key())).isEqualTo(RemediationStatus.DECLINED);
    }

    @Test
    void rejectingIsDecidingButResolvesNoAlert() {
        Story story = withTwoActions().carryOut("A1", true);
        story.add(new Entry.ActionRejected("A2", "needed for a test"));
        assertThat(story.investigation()).isEqualTo(InvestigationState.SUCCESSFULLY_REMEDIATED);
        assertThat(story.state.investigation("INV").orElseThrow().stateNote()).contains("1 completed", "1 declined");
        assertThat(story.state.alertStatus("a")).isEqualTo("new");
        assertThat(story.state.action("A2").orElseThrow().comment()).isEqualTo("needed for a test");
    }

    @Test
    void failuresAndUndoTakeTheWordRemediatedBack() {
        Story story = withTwoActions().carryOut("A1", true).carryOut("A2", false);
        assertThat(story.investigation()).isEqualTo(InvestigationState.PARTIALLY_REMEDIATED);
        story.carryOut("A2", true);
        assertThat(story.investigation()).isEqualTo(InvestigationState.SUCCESSFULLY_REMEDIATED);
        story.add(new Entry.UndoStarted("A1", "it was ours"));
        story.add(new Entry.UndoFinished("A1", true, true, "Back in place."));
        assertThat(story.investigation()).isEqualTo(InvestigationState.PARTIALLY_REMEDIATED);
        assertThat(story.state.remediation(FILE.key())).isEqualTo(RemediationStatus.UNREMEDIATED);
        assertThat(story.state.remediation(OTHER.key())).isEqualTo(RemediationStatus.REMEDIATED);
    }

    @Test
    void anUndoThatFailsLeavesTheActionCompleted() {
        Story story = withTwoActions().carryOut("A1", true);
        story.add(new Entry.UndoStarted("A1", ""));
        assertThat(story.state.remediation(FILE.key())).isEqualTo(RemediationStatus.RUNNING);
        story.add(new Entry.UndoFinished("A1", false, false, "No backup."));
        assertThat(story.state.action("A1").orElseThrow().state()).isEqualTo(ActionState.COMPLETED);
        assertThat(story.state.action("A1").orElseThrow().statusDetails()).isEqualTo("Undo failed: No backup.");
    }

    @Test
    void cancellingSkipsWhatWasNotDecided() {
        Story story = withTwoActions();
        Touched touched = story.add(new Entry.InvestigationCancelled("INV", "Ann stopped it."));
        assertThat(touched.actions()).containsExactly("A1", "A2");
        assertThat(story.investigation()).isEqualTo(InvestigationState.TERMINATED_BY_USER);
        assertThat(story.state.actions()).allMatch(a -> a.state() == ActionState.SKIPPED);
        assertThat(story.state.incident("I").orElseThrow().pendingActions()).isZero();
        story.add(new Entry.InvestigationFailed("INV", "too late"));
        assertThat(story.investigation()).isEqualTo(InvestigationState.TERMINATED_BY_USER);
        assertThat(story.state.refusals()).hasSize(1);
    }

    @Test
    void withoutActionsTheAnalysisDecides() {
        for (InvestigationState outcome :
                List.of(
                        InvestigationState.BENIGN,
                        InvestigationState.PARTIALLY_INVESTIGATED,
                        InvestigationState.FAILED)) {
            Story story = Story.started(ALERT);
            assertThat(story.investigation()).isEqualTo(InvestigationState.RUNNING);
            story.analysed(outcome);
            assertThat(story.investigation()).isEqualTo(outcome);
            assertThat(story.state.alertStatus("a"))
                    .isEqualTo(outcome == InvestigationState.BENIGN ? "resolved" : "new");
        }
    }

    @Test
    void threatsWithoutAnActionAreNeverCalledRemediated() {
        Story story =
                Story.started(ALERT)
                        .judge(FILE, Verdict.MALICIOUS, 15)
                        .analysed(InvestigationState.SUCCESSFULLY_REMEDIATED);
        assertThat(story.investigation()).isEqualTo(InvestigationState.PARTIALLY_INVESTIGATED);
        assertThat(story.state.investigation("INV").orElseThrow().stateNote()).contains("no action");
        assertThat(story.state.alertStatus("a")).isEqualTo("new");
    }

    @Test
    void whatAnotherInvestigationRemediatesIsRemediated() {
        Story story = withTwoActions();
        story.add(new Entry.AlertReceived(Story.alert("b", 5, FILE)));
        story.add(new Entry.AlertLinked("b", "J", List.of()));
        story.add(new Entry.InvestigationQueued("INV2", "J", "b", "b", "general", 1, List.of()));
        story.add(new Entry.VerdictReached("INV2", FILE, Verdict.MALICIOUS, -20, 15, List.of()));
        story.add(new Entry.InvestigationAnalysed("INV2", InvestigationState.SUCCESSFULLY_REMEDIATED, ""));
        assertThat(story.state.investigation("INV2").orElseThrow().state())
                .isEqualTo(InvestigationState.PARTIALLY_INVESTIGATED);
        story.carryOut("A1", true);
        assertThat(story.state.investigation("INV2").orElseThrow().state())
                .isEqualTo(InvestigationState.SUCCESSFULLY_REMEDIATED);
        assertThat(story.state.alertStatus("b")).isEqualTo("resolved");
        story.add(new Entry.UndoStarted("A1", ""));
        assertThat(story.state.investigation("INV2").orElseThrow().state())
                .isEqualTo(InvestigationState.PARTIALLY_INVESTIGATED);
    }

    @Test
    void remediationFallsBackOnTheSource() {
        Story story =
                Story.started(
                        Story.alert(
                                "a",
                                "",
                                "t",
                                Severity.LOW,
                                0,
                                List.of(
                                        new dupin.model.Evidence(
                                                FILE,
                                                List.of(),
                                                List.of(),
                                                "malicious",
                                                "",
                                                "prevented",
                                                List.of(),
                                                null),
                                        dupin.model.Evidence.of(OTHER))));
        assertThat(story.state.remediation(FILE.key())).isEqualTo(RemediationStatus.PREVENTED);
        assertThat(story.state.remediation(OTHER.key())).isEqualTo(RemediationStatus.NONE);
        story.judge(OTHER, Verdict.SUSPICIOUS, 2);
        assertThat(story.state.remediation(OTHER.key())).isEqualTo(RemediationStatus.ACTIVE);
    }
}
