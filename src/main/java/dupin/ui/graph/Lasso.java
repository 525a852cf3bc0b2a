package dupin.ui.graph;

import java.util.LinkedHashSet;
import java.util.Set;
import javafx.scene.shape.Polygon;

/// The line that is drawn around marks to choose them. FX thread.
final class Lasso extends Polygon {
    private static final double STEP = 3;

    Lasso() {
        getStyleClass().add("graph-lasso");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    void begin(double x, double y) {
        getPoints().setAll(x, y);
        setVisible(true);
    }

    void extend(double x, double y) {
        int n = getPoints().size();
        if (Math.hypot(getPoints().get(n - 2) - x, getPoints().get(n - 1) - y) >= STEP) {
            getPoints().addAll(x, y);
        }
    }

    /// Takes the line away.
    ///
    /// @return ids of the marks whose middle lies inside
    Set<String> end(Picture picture, GraphViewport view) {
        var inside = new LinkedHashSet<String>();
        GraphPositions at = picture.positions();
        for (int i = 0; i < at.size(); i++) {
            if (holds(view.screenX(at.x(i)), view.screenY(at.y(i)))) {
                inside.add(at.id(i));
            }
        }
        setVisible(false);
        getPoints().clear();
        return inside;
    }

    private boolean holds(double x, double y) {
        boolean inside = false;
        int n = getPoints().size() / 2;
        for (int i = 0, j = n - 1; i < n; j = i++) {
            double xi = getPoints().get(2 * i);
            double yi = getPoints().get(2 * i + 1);
            double xj = getPoints().get(2 * j);
            double yj = getPoints().get(2 * j + 1);
            if (yi > y != yj > y && x < (xj - xi) * (y - yi) / (yj - yi) + xi) {
                inside = !inside;
            }
        }
        return inside;
    }
}
