package dupin.ui.fx;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/// Left, centre and right (or top, centre and bottom): the sides fold away and come back in the size they had; all three
/// can be resized. FX thread.
public final class Panes extends SplitPane {
    private final Region left;
    private final Region right;
    private double leftSize;
    private double rightSize;

    /// @param leftSize the left side's size in pixels to begin with
    public Panes(Orientation orientation, Region left, double leftSize, Node centre, Region right, double rightSize) {
        this.left = left;
        this.right = right;
        this.leftSize = leftSize;
        this.rightSize = rightSize;
        setOrientation(orientation);
        getItems().setAll(left, centre, right);
        setResizableWithParent(left, false);
        setResizableWithParent(right, false);
        Runnable first = this::place;
        layoutBoundsProperty()
                .addListener((_, before, now) -> {
                    if (length(before.getWidth(), before.getHeight()) <= 0
                            && length(now.getWidth(), now.getHeight()) > 0) {
                        first.run();
                    }
                });
    }

    public void foldLeft(boolean fold) {
        if (fold == !getItems().contains(left)) {
            return;
        }
        remember();
        if (fold) {
            getItems().remove(left);
        } else {
            getItems().addFirst(left);
        }
        place();
    }

    public void foldRight(boolean fold) {
        if (fold == !getItems().contains(right)) {
            return;
        }
        remember();
        if (fold) {
            getItems().remove(right);
        } else {
            getItems().addLast(right);
        }
        place();
    }

    public boolean leftFolded() {
        return !getItems().contains(left);
    }

    public boolean rightFolded() {
        return !getItems().contains(right);
    }

    /// The left side's size, also while it is folded.
    public double leftSize() {
        remember();
        return leftSize;
    }

    /// The right side's size, also while it is folded.
    public double rightSize() {
        remember();
        return rightSize;
    }

    /// Gives the sides these sizes.
    public void sizes(double left, double right) {
        leftSize = left;
        rightSize = right;
        place();
    }

    private void remember() {
        if (!leftFolded() && sizeOf(left) > 0) {
            leftSize = sizeOf(left);
        }
        if (!rightFolded() && sizeOf(right) > 0) {
            rightSize = sizeOf(right);
        }
    }

    private void place() {
        double whole = length(getWidth(), getHeight());
        if (whole <= 0) {
            return;
        }
        if (!leftFolded()) {
            setDividerPosition(0, leftSize / whole);
        }
        if (!rightFolded()) {
            setDividerPosition(getDividers().size() - 1, 1 - rightSize / whole);
        }
    }

    private double sizeOf(Region side) {
        return length(side.getWidth(), side.getHeight());
    }

    private double length(double width, double height) {
        return getOrientation() == Orientation.HORIZONTAL ? width : height;
    }
}
