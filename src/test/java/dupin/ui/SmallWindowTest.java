package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.CaseSession;
import dupin.ui.investigation.TabKind;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// The smallest window that is meant to be worked in, from its beginning.
class SmallWindowTest extends WindowTest {
    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.in(data, 0);
    }

    @Override
    protected int width() {
        return 980;
    }

    @Test
    void everyTabOfAnIncidentIsInSightWithItsCount() throws Exception {
        until(view::settled);
        TabPane tabs = find(".investigation-tabs > .tab-pane");
        assertThat(fx(() -> tabs.getTabs().size())).isGreaterThanOrEqualTo(TabKind.values().length - 1);
        fx(() -> {
            scene.getRoot().layout();
            return true;
        });
        Node more = find(".investigation-tabs .control-buttons-tab");
        assertThat(more.isVisible()).as("tabs that are out of sight").isFalse();
        var dark = new ArrayList<String>();
        for (Node node : List.copyOf(tabs.lookupAll(".tab-label .text"))) {
            var text = (Text) node;
            if (!text.getText().isEmpty() && ((Color) text.getFill()).getBrightness() < 0.5) {
                dark.add(text.getText());
            }
        }
        assertThat(dark).as("dark letters on a dark ground").isEmpty();
    }
}
