package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.CaseSession;
import dupin.service.Settings;
import dupin.ui.shell.Page;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;

/// A desktop that is scaled to 200 % leaves half of its pixels: 960 by 540 of a screen of 1920 by 1080. Also with the
/// largest letters every button stands in the window, or in something that scrolls.
class WindowScaleTest extends WindowTest {
    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.in(data, 0);
    }

    @Test
    void everyButtonIsInTheWindowAtTwoHundredPercent() throws Exception {
        until(view::settled);
        var outside = new ArrayList<String>();
        // The usual size comes last: what dresses a window is the program's, and other tests follow.
        for (int letters : List.of(130, 100)) {
            fx(() -> {
                workbench
                        .preferences()
                        .keep(workbench.preferences().get().withComfort(new Settings.Comfort(false, letters, true)));
                scene.getWindow().setWidth(960);
                scene.getWindow().setHeight(540);
                return true;
            });
            for (Page page : Page.values()) {
                fx(() -> {
                    workbench.window().go(page);
                    return true;
                });
                fx(() -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    visit(scene.getRoot(), page + " at " + letters + " %", outside);
                    return true;
                });
            }
        }
        assertThat(outside).isEmpty();
    }

    private void visit(Node node, String where, List<String> outside) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof ButtonBase button && button.isManaged()) {
            Bounds on = button.localToScene(button.getLayoutBounds());
            var middle = new Point2D(on.getCenterX(), on.getCenterY());
            if (!scene.getRoot().getLayoutBounds().contains(middle)) {
                outside.add(where + ": " + button.getText() + " " + button.getAccessibleText() + " at " + on);
            } else if (button.getWidth() < 12) {
                outside.add(where + ": too narrow " + button.getText() + " " + button.getAccessibleText());
            }
        }
        boolean scrolls = node instanceof ScrollPane || node instanceof TableView<?>;
        if (node instanceof Parent parent && !scrolls) {
            parent.getChildrenUnmodifiable().stream()
                    .filter(child -> !(node instanceof TabPane) || !child.getStyleClass().contains("tab-header-area"))
                    .forEach(child -> visit(child, where, outside));
        }
    }
}
