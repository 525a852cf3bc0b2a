package dupin.ui.fx;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The root of a window: its content and, above it, the flyout, the toast and one dialog. FX thread.
public final class Overlay extends StackPane {
    /// Wider, the lines of a flyout are too long to be read, and its buttons far from what they are about.
    private static final double READABLE = 720;

    private final StackPane scrim = new StackPane();
    private final Flyout flyout;
    private final Toasts toasts;
    private Choosers choosers = new SystemChoosers();
    private @Nullable Node before;
    private @Nullable Region cover;

    public Overlay(Node content) {
        flyout = new Flyout();
        toasts = new Toasts();
        scrim.getStyleClass().add("scrim");
        scrim.setVisible(false);
        setAlignment(flyout, Pos.CENTER_RIGHT);
        setAlignment(toasts, Pos.BOTTOM_CENTER);
        getChildren().addAll(content, flyout, toasts, scrim, new Speck(this));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        flyout.prefWidthProperty().bind(Bindings.min(widthProperty().multiply(0.36), READABLE));
    }

    public Flyout flyout() {
        return flyout;
    }

    public Toasts toasts() {
        return toasts;
    }

    /// Where files and folders are chosen.
    Choosers choosers() {
        return choosers;
    }

    /// Other choosers than those of the system.
    public void choosers(Choosers others) {
        choosers = others;
    }

    /// Hides everything behind a pane until it is taken away; nothing behind it takes keys or the mouse.
    public void cover(Region pane) {
        uncover();
        cover = pane;
        getChildren().forEach(child -> child.setDisable(true));
        getChildren().add(pane);
    }

    public void uncover() {
        if (cover != null) {
            getChildren().remove(cover);
            getChildren().forEach(child -> child.setDisable(false));
            cover = null;
        }
    }

    public boolean covered() {
        return cover != null;
    }

    /// Shows a box over everything; a box that is there gives way. Focus goes to `first` and back when it closes.
    public void showDialog(Region box, Node first) {
        if (!scrim.isVisible()) {
            before = getScene() == null ? null : getScene().getFocusOwner();
        }
        box.setMaxHeight(Region.USE_PREF_SIZE);
        scrim.getChildren().setAll(box);
        scrim.setVisible(true);
        first.requestFocus();
    }

    public void closeDialog() {
        scrim.setVisible(false);
        scrim.getChildren().clear();
        if (before != null) {
            before.requestFocus();
            before = null;
        }
    }

    public boolean dialogShown() {
        return scrim.isVisible();
    }

    private void onKey(KeyEvent e) {
        if (e.getCode() != KeyCode.ESCAPE) {
            return;
        }
        if (scrim.isVisible()) {
            closeDialog();
            e.consume();
        } else if (flyout.isOpen()) {
            flyout.close();
            e.consume();
        }
    }
}
