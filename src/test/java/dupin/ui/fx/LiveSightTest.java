package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/// A view asks nothing while nobody sees it, and asks once when it appears.
class LiveSightTest extends UiTest {
    private final StackPane home = new StackPane();

    @Override
    protected Parent view() {
        return home;
    }

    @Test
    void asksOnlyWhileShown() {
        var label = new Label();
        var page = new StackPane(label);
        var pages = new StackPane(page);
        var asked = new AtomicInteger();
        List<Integer> answers = new ArrayList<>();
        var pump =
                new ChangePump(
                        Runnable::run,
                        Runnable::run,
                        (_, task) -> task.run(),
                        () -> 0,
                        Duration.ZERO,
                        e -> {
                            throw new AssertionError(e);
                        });
        Live<Integer> live = pump.live(asked::incrementAndGet, answers::add);
        onFx(() -> live.whileShown(label));
        onFx(live::invalidate);
        assertThat(answers).as("not in a window").isEmpty();

        onFx(() -> home.getChildren().setAll(pages));
        assertThat(answers).as("shown with something to ask").containsExactly(1);

        onFx(() -> page.setVisible(false));
        onFx(live::invalidate);
        onFx(live::invalidate);
        assertThat(answers).as("the page is hidden").hasSize(1);

        onFx(() -> page.setVisible(true));
        assertThat(answers).as("asked once for both changes").containsExactly(1, 2);

        onFx(() -> page.setVisible(false));
        onFx(() -> page.setVisible(true));
        assertThat(answers).as("nothing changed").hasSize(2);
    }
}
