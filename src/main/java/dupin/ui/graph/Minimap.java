package dupin.ui.graph;

import dupin.ui.fx.ChangePump;
import java.util.Map;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;

/// The whole picture in small, with the part that is seen; click or drag goes there. Hidden while all is seen. FX thread.
final class Minimap extends StackPane {
    private static final double WIDTH = 168;
    private static final double HEIGHT = 108;

    /// A place to go to, in world units.
    @FunctionalInterface
    interface Go {
        void to(double x, double y);
    }

    private final Easel easel;
    private final Rectangle frame = new Rectangle();
    private GraphViewport small = GraphViewport.sized(WIDTH, HEIGHT);
    private Picture shown = Picture.EMPTY;
    private GraphRoles worn = new GraphRoles(Map.of());

    /// @param pump its background executor paints
    Minimap(ChangePump pump, Go go) {
        easel = new Easel(pump);
        easel.size(WIDTH, HEIGHT);
        frame.setManaged(false);
        frame.setStrokeType(StrokeType.INSIDE);
        getStyleClass().add("graph-minimap");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var sheet = new Pane(easel, frame);
        sheet.setMinSize(WIDTH, HEIGHT);
        sheet.setMaxSize(WIDTH, HEIGHT);
        getChildren().add(sheet);
        setVisible(false);
        addEventHandler(
                MouseEvent.ANY,
                e -> {
                    if (e.getEventType() == MouseEvent.MOUSE_PRESSED || e.getEventType() == MouseEvent.MOUSE_DRAGGED) {
                        go.to(small.worldX(e.getX() - sheet.getLayoutX()), small.worldY(e.getY() - sheet.getLayoutY()));
                    }
                    e.consume();
                });
    }

    /// The marks are painted when they or their colours are others; else only the frame moves.
    void show(Picture picture, GraphViewport view, GraphRoles roles) {
        GraphPositions at = picture.positions();
        GraphPositions.Bounds bounds = at.bounds();
        boolean needed = at.size() > 0 && !view.covers(bounds) && view.width() > 480 && view.height() > 240;
        setVisible(needed);
        if (!needed) {
            return;
        }
        if (picture != shown || !roles.equals(worn)) {
            shown = picture;
            worn = roles;
            GraphPositions.Bounds wide = bounds.grown(60);
            double zoom = Math.min(WIDTH / wide.width(), HEIGHT / wide.height());
            small =
                    new GraphViewport(
                            (wide.left() + wide.right()) / 2, (wide.top() + wide.bottom()) / 2, zoom, WIDTH, HEIGHT);
            GraphViewport whole = small;
            easel.paint(pen -> marks(pen, picture, whole, roles));
        }
        double left = Math.max(0, small.screenX(view.worldX(0)));
        double top = Math.max(0, small.screenY(view.worldY(0)));
        double right = Math.min(WIDTH, small.screenX(view.worldX(view.width())));
        double bottom = Math.min(HEIGHT, small.screenY(view.worldY(view.height())));
        frame.setVisible(right > left && bottom > top);
        frame.setX(left);
        frame.setY(top);
        frame.setWidth(right - left);
        frame.setHeight(bottom - top);
        Color line = roles.of("mark-selected");
        frame.setStroke(line);
        frame.setFill(line.deriveColor(0, 1, 1, 0.12));
    }

    /// Whether what was asked for last is seen.
    boolean done() {
        return easel.done();
    }

    private static void marks(Pen pen, Picture picture, GraphViewport view, GraphRoles roles) {
        pen.alpha(1);
        pen.box(0, 0, WIDTH, HEIGHT, 0, roles.of("panel-raised"), Pen.Line.NONE);
        var art = new MarkArt(pen, roles);
        GraphPositions at = picture.positions();
        double dot = Math.clamp(22 * view.zoom(), 1, 4);
        for (int i = 0; i < at.size(); i++) {
            Color tone = art.verdict(picture.node(i).verdict());
            pen.circle(view.screenX(at.x(i)), view.screenY(at.y(i)), dot, tone, Pen.Line.NONE);
        }
    }
}
