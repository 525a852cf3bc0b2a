package dupin.ui.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.ui.StagedCase;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Frame;
import dupin.ui.fx.ScriptedDialogs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/// Without toolkit: the background is played by hand.
class CommandsTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<Throwable> faults = new ArrayList<>();
    private final ChangePump pump =
            new ChangePump(
                    background::add,
                    Runnable::run,
                    (_, task) -> task.run(),
                    System::nanoTime,
                    Duration.ZERO,
                    faults::add);
    private final Commands commands =
            new Commands(
                    new StagedCase()
                            .context(new Frame(pump, new ScriptedDialogs(), null, null, InstantSource.system())));
    private final Node button = new Group();

    @Test
    void aButtonIsDeadUntilTheAnswerIsThere() {
        var done = new ArrayList<String>();
        commands.run(button, () -> "done", done::add);
        assertThat(button.isDisable()).isTrue();
        background.remove().run();
        assertThat(button.isDisable()).isFalse();
        assertThat(done).containsExactly("done");
    }

    @Test
    void aButtonIsAliveAgainAfterAnUnexpectedFailure() {
        var bug = new IllegalStateException("bug");
        commands.start(
                button,
                () -> {
                    throw bug;
                });
        background.remove().run();
        assertThat(button.isDisable()).isFalse();
        assertThat(faults).containsExactly(bug);
    }
}
