package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.CaseSession;
import dupin.ui.investigation.TabKind;
import dupin.ui.shell.Page;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
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

    /// Names of buttons and labels beneath a node that are drawn shortened.
    private static List<String> cut(Node root) {
        var cut = new ArrayList<String>();
        for (Node node : root.lookupAll(".text")) {
            if (node instanceof Text text
                    && text.getParent() instanceof Labeled labeled
                    && labeled.getText() != null
                    && !labeled.isWrapText()
                    && !text.getText().equals(labeled.getText())) {
                cut.add(labeled.getText());
            }
        }
        return cut;
    }

    @Test
    void theKeysAreAllReadableAndFitIntoALowWindow() throws Exception {
        until(view::settled);
        fx(() -> {
            scene.getRoot().requestFocus();
            return true;
        });
        robot.write("?", 1);
        until(() -> workbench.window().root().dialogShown());
        Region box = find(".dialog-box");
        fx(() -> {
            scene.getRoot().layout();
            return true;
        });
        assertThat(fx(() -> cut(box))).isEmpty();
        assertThat(fx(() -> box.prefHeight(box.getWidth()))).isLessThan(760 - 2 * 24);
    }

    @Test
    void noButtonOfAPolicyTabIsShortened() throws Exception {
        until(view::settled);
        fx(() -> {
            workbench.window().go(Page.POLICIES);
            return true;
        });
        until(() -> find(".policy-page > .tab-pane") != null);
        TabPane tabs = find(".policy-page > .tab-pane");
        var cut = new ArrayList<String>();
        for (Tab tab : List.copyOf(tabs.getTabs())) {
            fx(() -> {
                tabs.getSelectionModel().select(tab);
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                return true;
            });
            for (Node tools : fx(() -> List.copyOf(tab.getContent().lookupAll(".policy-tools")))) {
                cut.addAll(fx(() -> cut(tools)));
            }
        }
        assertThat(cut).isEmpty();
    }
}
