package dupin.ui.shell;

import dupin.ui.fx.Messages;
import dupin.ui.fx.Overlay;
import java.util.List;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Five steps through the workspace: a frame around what is spoken of, and a box beside it. The window stays usable
/// meanwhile; Esc or *Skip* ends it. FX thread.
public final class Tour extends Pane {
    private static final double WIDTH = 340;
    private static final double APART = 14;

    private final Overlay overlay;
    private final List<Step> steps;
    private final Runnable ended;
    private final Region frame = new Region();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Label count = new Label();
    private final Button next = new Button();
    private final VBox box = new VBox(10);
    private final EventHandler<KeyEvent> escape = this::escape;
    private @Nullable Node before;
    private int at;

    /// @param instead what stands for it while it is folded away
    private record Step(String selector, String instead, String title, String text) {
        Step(String selector, String title, String text) {
            this(selector, selector, title, text);
        }
    }

    private Tour(Overlay overlay, Runnable ended) {
        this.overlay = overlay;
        this.ended = ended;
        steps =
                List.of(
                        new Step(".incident-list", Messages.text("tour.list"), Messages.text("tour.listText")),
                        new Step(".graph-canvas", Messages.text("tour.graph"), Messages.text("tour.graphText")),
                        new Step(".investigation-tabs", Messages.text("tour.tabs"), Messages.text("tour.tabsText")),
                        new Step(
                                ".action-pane",
                                "#show-actions",
                                Messages.text("tour.actions"),
                                Messages.text("tour.actionsText")),
                        new Step("#search", Messages.text("tour.keys"), Messages.text("tour.keysText")));
        setPickOnBounds(false);
        getStyleClass().add("tour");
        frame.getStyleClass().add("tour-frame");
        frame.setMouseTransparent(true);
        title.getStyleClass().add("heading");
        title.setWrapText(true);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        count.getStyleClass().add("caption");
        next.setId("tour-next");
        next.getStyleClass().add("accent");
        next.setOnAction(_ -> step(at + 1));
        var skip = new Button(Messages.text("tour.skip"));
        skip.setId("tour-skip");
        skip.getStyleClass().add("quiet");
        skip.setOnAction(_ -> end());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var buttons = new HBox(8, count, space, skip, next);
        buttons.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().addAll(title, text, buttons);
        box.getStyleClass().addAll("dialog-box", "tour-box");
        box.setPrefWidth(WIDTH);
        box.setMaxWidth(WIDTH);
        // Before the button beneath, for which arrows lead to its neighbour.
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        overlay.addEventFilter(KeyEvent.KEY_PRESSED, escape);
        getChildren().addAll(frame, box);
        StackPane.setAlignment(this, Pos.TOP_LEFT);
    }

    /// Shows the tour, unless it is shown already.
    ///
    /// @param ended called when it was gone through or skipped
    public static void start(Overlay overlay, Runnable ended) {
        if (overlay.getChildren().stream().anyMatch(Tour.class::isInstance)) {
            return;
        }
        var tour = new Tour(overlay, ended);
        tour.before = overlay.getScene() == null ? null : overlay.getScene().getFocusOwner();
        overlay.getChildren().add(tour);
        tour.step(0);
    }

    /// Esc ends the tour wherever the focus is, unless something else is to be closed first.
    private void escape(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE && !overlay.dialogShown() && !overlay.flyout().isOpen()) {
            end();
            e.consume();
        }
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            end();
            e.consume();
        } else if (e.getCode() == KeyCode.RIGHT) {
            step(at + 1);
            e.consume();
        } else if (e.getCode() == KeyCode.LEFT && at > 0) {
            step(at - 1);
            e.consume();
        } else if (e.getCode() == KeyCode.ENTER) {
            if (e.getTarget() instanceof Button pressed) {
                pressed.fire();
            }
            e.consume();
        }
    }

    private void step(int to) {
        if (to >= steps.size()) {
            end();
            return;
        }
        at = to;
        Step step = steps.get(at);
        title.setText(step.title());
        text.setText(step.text());
        count.setText(Messages.text("tour.count", at + 1, steps.size()));
        next.setText(at + 1 == steps.size() ? Messages.text("tour.done") : Messages.text("tour.next"));
        box.setAccessibleText(step.title() + ". " + step.text());
        next.requestFocus();
        requestLayout();
    }

    private void end() {
        overlay.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
        overlay.getChildren().remove(this);
        Node back = before;
        if (back != null && back.getScene() != null) {
            back.requestFocus();
        }
        ended.run();
    }

    private static Optional<Node> seen(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return Optional.empty();
            }
        }
        return node == null || node.getScene() == null ? Optional.empty() : Optional.of(node);
    }

    @Override
    protected void layoutChildren() {
        double height = box.prefHeight(WIDTH);
        box.resize(WIDTH, height);
        Step step = steps.get(at);
        Node target = seen(overlay.lookup(step.selector())).orElse(seen(overlay.lookup(step.instead())).orElse(null));
        frame.setVisible(target != null);
        if (target == null) {
            box.relocate((getWidth() - WIDTH) / 2, (getHeight() - height) / 2);
            return;
        }
        Bounds on = sceneToLocal(target.localToScene(target.getLayoutBounds()));
        frame.resizeRelocate(on.getMinX(), on.getMinY(), on.getWidth(), on.getHeight());
        double right = on.getMaxX() + APART;
        double left = on.getMinX() - WIDTH - APART;
        double x =
                right + WIDTH <= getWidth() ? right : left >= 0 ? left : Math.max(APART, on.getCenterX() - WIDTH / 2);
        double y = on.getMinY() + APART;
        boolean over = right + WIDTH > getWidth() && left < 0;
        if (over && on.getMinY() - height - APART >= 0) {
            y = on.getMinY() - height - APART;
        }
        box.relocate(
                Math.clamp(x, 0, Math.max(0, getWidth() - WIDTH)), Math.clamp(y, 0, Math.max(0, getHeight() - height)));
    }
}
