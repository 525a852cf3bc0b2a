package dupin.ui.graph;

import dupin.ui.fx.Icon;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Draws on a canvas. FX thread.
final class CanvasPen implements Pen {
    private final GraphicsContext on;
    private final Texts texts;
    private final Map<Double, Font> icons = new HashMap<>();

    /// How the curves of the open path are to be drawn; null when there is none.
    private @Nullable Line open;

    CanvasPen(GraphicsContext on, Texts texts) {
        this.on = on;
        this.texts = texts;
        on.setTextAlign(TextAlignment.CENTER);
        on.setTextBaseline(VPos.CENTER);
        on.setLineCap(StrokeLineCap.BUTT);
        on.setLineJoin(StrokeLineJoin.ROUND);
    }

    @Override
    public void alpha(double alpha) {
        if (alpha != on.getGlobalAlpha()) {
            finish();
            on.setGlobalAlpha(alpha);
        }
    }

    /// Equal curves that follow each other become one path: without a graphics card each stroke costs the whole of its
    /// bounds, and a hundred long curves one by one take longer than a frame.
    @Override
    public void curve(Curve c, Line line) {
        if (!line.equals(open)) {
            finish();
            ink(line);
            on.beginPath();
            open = line;
        }
        on.moveTo(c.x1(), c.y1());
        on.bezierCurveTo(c.ax(), c.ay(), c.bx(), c.by(), c.x2(), c.y2());
    }

    private void finish() {
        if (open != null) {
            on.stroke();
            open = null;
        }
    }

    @Override
    public void polygon(double[] points, Color fill, Line line) {
        finish();
        int corners = points.length / 2;
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            xs[i] = points[2 * i];
            ys[i] = points[2 * i + 1];
        }
        if (fill.getOpacity() > 0) {
            on.setFill(fill);
            on.fillPolygon(xs, ys, corners);
        }
        if (line.width() > 0) {
            ink(line);
            on.strokePolygon(xs, ys, corners);
        }
    }

    @Override
    public void circle(double x, double y, double radius, Color fill, Line line) {
        finish();
        if (fill.getOpacity() > 0) {
            on.setFill(fill);
            on.fillOval(x - radius, y - radius, radius * 2, radius * 2);
        }
        if (line.width() > 0) {
            ink(line);
            on.strokeOval(x - radius, y - radius, radius * 2, radius * 2);
        }
    }

    @Override
    public void box(double x, double y, double width, double height, double corner, Color fill, Line line) {
        finish();
        if (fill.getOpacity() > 0) {
            on.setFill(fill);
            if (corner == 0) {
                on.fillRect(x, y, width, height);
            } else {
                on.fillRoundRect(x, y, width, height, corner * 2, corner * 2);
            }
        }
        if (line.width() > 0) {
            ink(line);
            on.strokeRoundRect(x, y, width, height, corner * 2, corner * 2);
        }
    }

    @Override
    public void text(String text, double x, double y, double size, Weight weight, Color color) {
        finish();
        on.setFont(texts.font(size, weight));
        on.setFill(color);
        on.fillText(text, x, y);
    }

    @Override
    public void icon(Icon icon, double x, double y, double size, Color color) {
        finish();
        double rounded = Math.rint(size * 2) / 2;
        on.setFont(icons.computeIfAbsent(rounded, Icon::font));
        on.setFill(color);
        on.fillText(icon.glyph(), x, y);
    }

    @Override
    public double width(String text, double size, Weight weight) {
        return texts.width(text, size, weight);
    }

    private void ink(Line line) {
        on.setStroke(line.color());
        on.setLineWidth(line.width());
        if (line.dash() > 0) {
            on.setLineDashes(line.dash(), line.dash());
        } else {
            on.setLineDashes();
        }
    }
}
