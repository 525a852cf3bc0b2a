package dupin.ui.graph;

import dupin.model.Verdict;
import dupin.ui.fx.Face;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/// The whole picture in small, with the part that is seen; click or drag goes there. Hidden while all is seen. FX thread.
final class Minimap extends StackPane {
    private static final double WIDTH = 168;
    private static final double HEIGHT = 108;

    /// A place to go to, in world units.
    @FunctionalInterface
    interface Go {
        void to(double x, double y);
    }

    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private GraphViewport small = GraphViewport.sized(WIDTH, HEIGHT);

    Minimap(Go go) {
        getStyleClass().add("graph-minimap");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(canvas);
        setVisible(false);
        addEventHandler(
                MouseEvent.ANY,
                e -> {
                    if (e.getEventType() == MouseEvent.MOUSE_PRESSED || e.getEventType() == MouseEvent.MOUSE_DRAGGED) {
                        go.to(
                                small.worldX(e.getX() - canvas.getLayoutX()),
                                small.worldY(e.getY() - canvas.getLayoutY()));
                    }
                    e.consume();
                });
    }

    void show(Picture picture, GraphViewport view, GraphRoles roles) {
        GraphPositions at = picture.positions();
        GraphPositions.Bounds bounds = at.bounds();
        boolean needed = at.size() > 0 && !view.covers(bounds) && view.width() > 480 && view.height() > 240;
        setVisible(needed);
        if (!needed) {
            return;
        }
        GraphPositions.Bounds wide = bounds.grown(60);
        double zoom = Math.min(WIDTH / wide.width(), HEIGHT / wide.height());
        small =
                new GraphViewport(
                        (wide.left() + wide.right()) / 2, (wide.top() + wide.bottom()) / 2, zoom, WIDTH, HEIGHT);
        GraphicsContext on = canvas.getGraphicsContext2D();
        on.clearRect(0, 0, WIDTH, HEIGHT);
        double dot = Math.clamp(44 * zoom, 2, 8);
        for (int i = 0; i < at.size(); i++) {
            Verdict verdict = picture.node(i).verdict();
            on.setFill(verdict == null ? roles.of("mark-line") : roles.of(Face.of(verdict).role()));
            on.fillOval(small.screenX(at.x(i)) - dot / 2, small.screenY(at.y(i)) - dot / 2, dot, dot);
        }
        Color frame = roles.of("mark-selected");
        double left = Math.max(0.5, small.screenX(view.worldX(0)));
        double top = Math.max(0.5, small.screenY(view.worldY(0)));
        double right = Math.min(WIDTH - 0.5, small.screenX(view.worldX(view.width())));
        double bottom = Math.min(HEIGHT - 0.5, small.screenY(view.worldY(view.height())));
        if (right > left && bottom > top) {
            on.setFill(frame.deriveColor(0, 1, 1, 0.12));
            on.fillRect(left, top, right - left, bottom - top);
            on.setStroke(frame);
            on.strokeRect(left, top, right - left, bottom - top);
        }
    }
}
