package dupin.respond;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionType;
import dupin.model.RemediationAction;
import dupin.respond.Responder.Outcome;
import dupin.respond.Responder.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every responder keeps to, whatever it acts upon.
public abstract class ResponderContract {
    @TempDir protected Path folder;

    /// The responder with the memory that it had before.
    protected abstract Responder open();

    /// An action that can be undone; those of any two ids have the same effect.
    protected abstract RemediationAction reversible(String id);

    /// How often the estate was told to change: orders, not questions.
    protected abstract int orders();

    /// Time passes: whatever is under way comes nearer to its end.
    protected void pass() {}

    /// Asks until there is an end.
    protected final Outcome end(Supplier<Outcome> asked) {
        Outcome outcome = asked.get();
        for (int i = 0; i < 50 && outcome.status() == Status.UNDER_WAY; i++) {
            pass();
            outcome = asked.get();
        }
        return outcome;
    }

    @Test
    protected void itActsAndTakesBackAndSaysSo() {
        RemediationAction action = reversible("ACT-1");
        try (Responder responder = open()) {
            assertThat(responder.name()).isNotBlank();
            assertThat(responder.supports(action.type())).isTrue();
            Outcome done = end(() -> responder.execute(action));
            assertThat(done.status()).as(done.details()).isEqualTo(Status.DONE);
            assertThat(done.details()).isNotBlank();
            assertThat(orders()).isEqualTo(1);
            assertThat(end(() -> responder.verify(action, true)).status()).isIn(Status.DONE, Status.UNKNOWN);
            Outcome back = end(() -> responder.undo(action));
            assertThat(back.status()).as(back.details()).isEqualTo(Status.DONE);
            assertThat(orders()).isEqualTo(2);
            assertThat(end(() -> responder.verify(action, false)).status()).isIn(Status.DONE, Status.UNKNOWN);
        }
    }

    @Test
    protected void askedAgainItAnswersTheSameAndActsOnce() {
        RemediationAction action = reversible("ACT-1");
        Outcome first;
        try (Responder responder = open()) {
            first = end(() -> responder.execute(action));
            assertThat(responder.execute(action)).isEqualTo(first);
        }
        try (Responder responder = open()) {
            assertThat(responder.execute(action)).as("after a restart").isEqualTo(first);
            assertThat(orders()).isEqualTo(1);
            Outcome back = end(() -> responder.undo(action));
            assertThat(responder.undo(action)).isEqualTo(back);
        }
        assertThat(orders()).isEqualTo(2);
    }

    @Test
    protected void aRestartInTheMiddleOrdersNothingTwice() {
        RemediationAction action = reversible("ACT-1");
        try (Responder responder = open()) {
            assertThat(responder.execute(action).status()).isIn(Status.DONE, Status.UNDER_WAY);
        }
        try (Responder responder = open()) {
            assertThat(end(() -> responder.execute(action)).completed()).isTrue();
        }
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    protected void anEffectStaysUntilTheLastActionThatHoldsItIsUndone() {
        RemediationAction one = reversible("ACT-1");
        RemediationAction two = reversible("ACT-2");
        try (Responder responder = open()) {
            assertThat(end(() -> responder.execute(one)).completed()).isTrue();
            int after = orders();
            assertThat(end(() -> responder.execute(two)).completed()).isTrue();
            Outcome first = end(() -> responder.undo(one));
            assertThat(first.completed()).isTrue();
            assertThat(first.details()).contains("1 other action holds");
            assertThat(end(() -> responder.verify(two, true)).status()).isIn(Status.DONE, Status.UNKNOWN);
            assertThat(orders()).as("nothing was taken back").isLessThanOrEqualTo(after + 1);
            int kept = orders();
            assertThat(end(() -> responder.undo(two)).completed()).isTrue();
            assertThat(orders()).isEqualTo(kept + 1);
        }
    }

    /// What does not last, like a scan, is done each time that it is asked for.
    @Test
    protected void aDeedThatDoesNotLastIsDoneEachTime() {
        try (Responder responder = open()) {
            for (String id : List.of("ACT-1", "ACT-2")) {
                RemediationAction scan = Deeds.action(id, ActionType.RUN_ANTIVIRUS_SCAN, Deeds.WS01, Deeds.WS01.key());
                Outcome outcome = end(() -> responder.execute(scan));
                assertThat(outcome.completed()).as(outcome.details()).isTrue();
                assertThat(outcome.details()).doesNotContain("already");
            }
        }
        assertThat(orders()).isEqualTo(2);
    }

    @Test
    protected void whatWasNotDoneIsNotUndone() {
        RemediationAction action = reversible("ACT-1");
        try (Responder responder = open()) {
            Outcome outcome = responder.undo(action);
            assertThat(outcome.status()).isEqualTo(Status.FAILED);
            assertThat(outcome.details()).contains("nothing to undo");
        }
        assertThat(orders()).isZero();
    }

    @Test
    protected void whatItCannotDoItRefusesInWords() {
        try (Responder responder = open()) {
            assertThat(responder.supports(ActionType.EXPAND_SCOPE)).isFalse();
            Outcome outcome = responder.execute(Deeds.action("ACT-9", ActionType.EXPAND_SCOPE, Deeds.FILE, null));
            assertThat(outcome.status()).isEqualTo(Status.FAILED);
            assertThat(outcome.details()).endsWith(".");
        }
        assertThat(orders()).isZero();
    }

    @Test
    protected void aRetryIsAnotherAttempt() {
        RemediationAction action = reversible("ACT-1");
        try (Responder responder = open()) {
            assertThat(end(() -> responder.execute(action)).completed()).isTrue();
            assertThat(end(() -> responder.undo(action)).completed()).isTrue();
            int before = orders();
            assertThat(end(() -> responder.execute(Deeds.again(action))).completed()).isTrue();
            assertThat(orders()).isEqualTo(before + 1);
        }
    }
}
