package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.CaseSession;
import dupin.ui.shell.Page;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/// What has no words of its own has a name for those who cannot see it, and a button one for those who point at it.
class WindowNamesTest extends WindowTest {
    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.in(data, 0);
    }

    @Test
    void everyControlOfEveryPageHasAName() throws Exception {
        until(() -> view.settled());
        var nameless = new ArrayList<String>();
        for (Page page : Page.values()) {
            fx(() -> {
                workbench.window().go(page);
                return true;
            });
            collect(page.name(), nameless);
            TabPane tabs = page == Page.POLICIES ? find(".policy-page > .tab-pane") : null;
            for (int i = 1; tabs != null && i < tabs.getTabs().size(); i++) {
                int next = i;
                fx(() -> {
                    tabs.getSelectionModel().select(next);
                    return true;
                });
                collect(page.name() + ", " + tabs.getTabs().get(i).getText(), nameless);
            }
        }
        assertThat(nameless).isEmpty();
    }

    private void collect(String where, List<String> nameless) {
        fx(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            visit(scene.getRoot(), where, nameless);
            return true;
        });
    }

    private static void visit(Node node, String where, List<String> nameless) {
        if (!node.isVisible()) {
            return;
        }
        String fault = fault(node);
        if (!fault.isEmpty()) {
            nameless.add(where + ": " + fault + " " + node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, where, nameless));
        }
    }

    private static String fault(Node node) {
        boolean named = node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
        return switch (node) {
            case ButtonBase button when button.getText() == null || button.getText().isBlank() ->
                    !named
                            ? "no name"
                            : button.getTooltip() == null && !(button instanceof CheckBox) && !shown(button)
                                    ? "no tooltip"
                                    : "";
            case TextField field when !field.getStyleClass().contains("combo-box-popup") ->
                    named || field.getParent() instanceof Control || labelled(field) ? "" : "no name";
            case TableView<?> _ -> named ? "" : "no name";
            case ComboBoxBase<?> box -> named || labelled(box) ? "" : "no name";
            default -> "";
        };
    }

    /// Its words are in what it shows.
    private static boolean shown(ButtonBase button) {
        return button.getGraphic() instanceof Parent parent && !parent.lookupAll(".label").isEmpty();
    }

    private static boolean labelled(Node node) {
        return node.getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(label -> label instanceof javafx.scene.control.Label named && named.getLabelFor() == node);
    }
}
