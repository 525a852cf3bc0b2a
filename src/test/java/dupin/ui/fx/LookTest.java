package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/// Larger letters and roomier rows reach what is on the screen, in every theme, without a fault of style.
class LookTest extends UiTest {
    private Label title;
    private TableView<String> table;

    @Override
    protected Parent view() {
        title = new Label("Title");
        table = Tables.of(new Label());
        title.getStyleClass().add("title");
        return new VBox(title, table);
    }

    @Test
    void lettersAndRowsGrowAndComeBack() {
        for (Theme theme : Theme.values()) {
            onFx(() -> new Look(theme, true, 130).applyTo(scene));
            onFx(() -> scene.getRoot().applyCss());
            assertThat(title.getFont().getSize()).isEqualTo(26);
            assertThat(table.getFixedCellSize()).isEqualTo(36);
            onFx(() -> new Look(theme, false, 100).applyTo(scene));
            onFx(() -> scene.getRoot().applyCss());
            assertThat(title.getFont().getSize()).isEqualTo(20);
        }
    }

    @Test
    void aThemeIsKnownByItsWord() {
        assertThat(Look.theme("LIGHT")).isEqualTo(Theme.LIGHT);
        assertThat(Look.theme("no such look")).isEqualTo(Theme.DARK);
        assertThat(fx(() -> Look.theme("SYSTEM"))).isIn((Object[]) Theme.values());
    }
}
