package dupin.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.ui.fx.UiTest;
import java.lang.reflect.Proxy;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/// What holds automation back is seen on every page.
class TopBarTest extends UiTest {
    private TopBar bar;

    @Override
    protected Parent view() {
        bar =
                new TopBar(
                        (Commands)
                                Proxy.newProxyInstance(
                                        Commands.class.getClassLoader(),
                                        new Class<?>[] {Commands.class},
                                        (_, _, _) -> null));
        return bar;
    }

    private List<Label> told() {
        return robot().lookup(".label").queryAllAs(Label.class).stream()
                .filter(label -> label.isVisible() && label.getText().contains("breaker"))
                .toList();
    }

    @Test
    void aTrippedBreakerIsSeenAndSaysOfWhatUntilItLetsGo() {
        assertThat(told()).isEmpty();
        onFx(() -> bar.brakes(List.of("Quarantine file", "Disable user")));
        assertThat(told())
                .singleElement()
                .satisfies(label -> {
                    assertThat(label.getText()).contains("2");
                    assertThat(label.getTooltip().getText()).contains("Quarantine file, Disable user");
                });
        onFx(() -> bar.brakes(List.of()));
        assertThat(told()).isEmpty();
    }

    @Test
    void theStopSwitchSaysThatAutomationIsStopped() {
        onFx(() -> bar.automation(true));
        assertThat(robot().lookup("#stop-automation").queryButton().getStyleClass()).contains("stopped");
        assertThat(robot().lookup("#stop-automation").queryButton().getText()).containsIgnoringCase("stopped");
        onFx(() -> bar.automation(false));
        assertThat(robot().lookup("#stop-automation").queryButton().getStyleClass()).doesNotContain("stopped");
    }
}
