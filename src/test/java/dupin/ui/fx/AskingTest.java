package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.Problem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Without toolkit, all in one thread: what is told where, and in which order.
class AskingTest {
    private final List<String> told = new ArrayList<>();
    private final List<Throwable> faults = new ArrayList<>();
    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private final Frame frame =
            new Frame(
                    new ChangePump(
                            Runnable::run,
                            Runnable::run,
                            (_, task) -> task.run(),
                            System::nanoTime,
                            Duration.ZERO,
                            faults::add),
                    dialogs,
                    null,
                    null,
                    InstantSource.system());

    private void ask(Supplier<String> work) {
        Asking.of(frame, "It was not done", work, told::add, () -> told.add("after"));
    }

    @Test
    void anAnswerIsToldAfterWhatAlwaysRuns() {
        ask(() -> "answer");
        assertThat(told).containsExactly("after", "answer");
        assertThat(dialogs.asked).isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void aRefusalIsShownAsItsSentence() {
        var no = new Problem("The folder is gone.", "Nothing was changed.", "");
        ask(() -> {
            throw no;
        });
        assertThat(told).containsExactly("after");
        assertThat(dialogs.asked).containsExactly(new Dialogs.Problem("It was not done", no.sentence(), ""));
        assertThat(faults).isEmpty();
    }

    @Test
    void whatIsNoRefusalGoesWhereFaultsGo() {
        var bug = new IllegalStateException("bug");
        var worse = new AssertionError("worse");
        ask(() -> {
            throw bug;
        });
        ask(() -> {
            throw worse;
        });
        assertThat(told).containsExactly("after", "after");
        assertThat(dialogs.asked).isEmpty();
        assertThat(faults).containsExactly(bug, worse);
    }
}
