package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.CaseSession;
import dupin.ui.shell.Page;
import java.util.HashSet;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The tour through the workspace, by keys, on a large screen and on a small one.
class WindowTourTest extends WindowTest {
    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.in(data, 0);
    }

    @Test
    void fiveStepsEachFrameWhatTheySpeakOf() throws Exception {
        until(view::settled);
        for (List<Integer> size : List.of(List.of(1440, 900), List.of(980, 620))) {
            fx(() -> {
                scene.getWindow().setWidth(size.getFirst());
                scene.getWindow().setHeight(size.getLast());
                return true;
            });
            start();
            var titles = new HashSet<String>();
            for (int step = 1; step <= 5; step++) {
                int now = step;
                until(() -> scene.getFocusOwner() == find("#tour-next"));
                until(() -> shows(now + " of 5"));
                Node box = find(".tour-box");
                assertThat(titles.add(((Labeled) box.lookup(".heading")).getText())).isTrue();
                fx(() -> {
                    scene.getRoot().layout();
                    return true;
                });
                Node frame = find(".tour-frame");
                assertThat(frame.isVisible()).as("step %d at %s", step, size).isTrue();
                Bounds window = scene.getRoot().getLayoutBounds();
                assertThat(window.contains(box.localToScene(box.getLayoutBounds())))
                        .as("step %d at %s", step, size)
                        .isTrue();
                robot.type(step == 2 ? KeyCode.ENTER : KeyCode.RIGHT);
            }
            until(() -> find(".tour-box") == null && scene.getFocusOwner() != null);
        }
        assertThat(workbench.preferences().get().tourSeen()).isTrue();
    }

    @Test
    void escapeSkipsIt() throws Exception {
        until(view::settled);
        start();
        until(() -> find(".tour-box") != null);
        robot.type(KeyCode.ESCAPE);
        until(() -> find(".tour-box") == null);
        assertThat(workbench.preferences().get().tourSeen()).isTrue();
    }

    private boolean shows(String count) {
        return find(".tour-box .caption") instanceof Labeled label && label.getText().equals(count);
    }

    private void start() throws Exception {
        key(KeyCode.K);
        robot.write("show the tour", 1);
        robot.type(KeyCode.ENTER);
        until(() -> workbench.window().current() == Page.INCIDENTS && find(".tour-box") != null);
    }
}
