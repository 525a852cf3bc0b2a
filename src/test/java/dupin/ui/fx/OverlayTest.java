package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// What becomes of flyouts and tables in a window that is very wide.
class OverlayTest extends UiTest {
    @Override
    protected Parent view() {
        return new Overlay(new Region());
    }

    @Test
    void aFlyoutIsNoWiderThanItsLinesCanBeRead() {
        var overlay = (Overlay) scene.getRoot();
        onFx(() -> overlay.resize(1000, 700));
        assertThat(overlay.flyout().getPrefWidth()).isEqualTo(360);
        onFx(() -> overlay.resize(2560, 1440));
        assertThat(overlay.flyout().getPrefWidth()).isEqualTo(720);
    }

    @Test
    void aFixedColumnLeavesTheRoomToOthers() {
        TableView<String> table =
                Tables.of(
                        new EmptyState(Icon.INFO, "none", ""),
                        Columns.<String>text("tick", "Tick", 90, word -> word).fixed(),
                        Columns.<String>text("word", "Word", 200, word -> word));
        onFx(() -> {
            scene.setRoot(table);
            table.resize(1000, 400);
            table.applyCss();
            table.layout();
        });
        assertThat(table.getColumns().getFirst().getWidth()).isEqualTo(90);
        assertThat(table.getColumns().getLast().getWidth()).isGreaterThan(800);
    }
}
