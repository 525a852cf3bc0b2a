package dupin.ui;

import dupin.ui.fx.Flyout;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// F6 and Shift+F6 go from pane to pane: to the rows of one that has rows, and into the flyout while it is open. FX thread.
final class PaneKeys {
    private final Node around;
    private final Flyout flyout;
    private final List<Node> panes;

    private PaneKeys(Node around, Flyout flyout, List<Node> panes) {
        this.around = around;
        this.flyout = flyout;
        this.panes = panes;
    }

    /// @param around the page; the flyout is of all pages
    /// @param panes in the order in which they are gone through; those that are not in sight are passed over
    static void install(Node around, Flyout flyout, List<Node> panes) {
        var keys = new PaneKeys(around, flyout, List.copyOf(panes));
        around.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
        flyout.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.F6 && inSight(around)) {
            go(e.isShiftDown() ? -1 : 1);
            e.consume();
        }
    }

    private void go(int step) {
        var seen = new ArrayList<>(panes.stream().filter(PaneKeys::inSight).toList());
        if (flyout.isOpen()) {
            seen.add(flyout);
        }
        if (seen.isEmpty()) {
            return;
        }
        Scene scene = seen.getFirst().getScene();
        Node owner = scene.getFocusOwner();
        int at = -1;
        for (int i = 0; i < seen.size(); i++) {
            at = holds(seen.get(i), owner) ? i : at;
        }
        Node next = seen.get(Math.floorMod(at + step, seen.size()));
        if (next == flyout) {
            flyout.enter();
        } else {
            target(next).requestFocus();
        }
    }

    private static boolean inSight(Node node) {
        if (node.getScene() == null) {
            return false;
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Node pane, @Nullable Node owner) {
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at == pane) {
                return true;
            }
        }
        return false;
    }

    /// The rows of the pane, the first that can be seen; else the pane.
    private static Node target(Node pane) {
        var rows = new ArrayList<Node>(pane.lookupAll(".table-view"));
        rows.addAll(pane.lookupAll(".list-view"));
        for (Node row : rows) {
            if (inSight(row)) {
                begin(row);
                return row;
            }
        }
        return pane;
    }

    /// Where nothing is selected the first row is, so that the next key means something.
    private static void begin(Node rows) {
        if (rows instanceof TableView<?> table && table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().select(0);
        } else if (rows instanceof ListView<?> list && list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }
}
