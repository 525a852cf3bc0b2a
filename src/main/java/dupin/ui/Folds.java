package dupin.ui;

import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Panes;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// The sides of the workspace that fold away, each into a bar at its edge; the right one does by itself where the page is
/// narrow. FX thread.
final class Folds {
    private static final double ROOM_FOR_ACTIONS = 1180;

    private final BorderPane page;
    private final Panes panes;
    private final VBox leftBar = Tool.bar(Icon.FOLD_RIGHT, Messages.text("window.showList"), () -> foldList(false));
    private final VBox rightBar =
            Tool.bar(Icon.FOLD_LEFT, Messages.text("window.showActions"), () -> foldActions(false));
    private boolean foldedForRoom;

    /// @param page whose edges the bars take
    Folds(BorderPane page, Panes panes) {
        this.page = page;
        this.panes = panes;
        rightBar.setId("show-actions");
        page.widthProperty().addListener((_, _, width) -> adapt(width.doubleValue()));
    }

    void foldList(boolean fold) {
        panes.foldLeft(fold);
        page.setLeft(fold ? leftBar : null);
    }

    void turnList() {
        foldList(!panes.leftFolded());
    }

    void foldActions(boolean fold) {
        foldedForRoom = false;
        foldRight(fold);
    }

    void turnActions() {
        foldActions(!panes.rightFolded());
    }

    /// Whether a person has folded the actions away.
    boolean actionsFolded() {
        return panes.rightFolded() && !foldedForRoom;
    }

    private void foldRight(boolean fold) {
        panes.foldRight(fold);
        page.setRight(fold ? rightBar : null);
    }

    private void adapt(double width) {
        boolean tight = width > 0 && width < ROOM_FOR_ACTIONS;
        if (tight && !panes.rightFolded() && !foldedForRoom) {
            foldedForRoom = true;
            foldRight(true);
        } else if (!tight && foldedForRoom) {
            foldedForRoom = false;
            foldRight(false);
        }
    }
}
