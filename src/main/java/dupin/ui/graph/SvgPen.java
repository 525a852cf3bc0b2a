package dupin.ui.graph;

import dupin.ui.fx.Elide;
import dupin.ui.fx.Icon;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;

/// Writes SVG: text stays text that can be selected, icons become outlines, nothing refers to anything outside. FX thread.
final class SvgPen implements Pen {
    private static final double OUTLINE = 24;

    private final StringBuilder out = new StringBuilder(1 << 14);
    private final Texts texts;
    private final Map<Icon, String> outlines = new EnumMap<>(Icon.class);
    private double alpha = 1;

    SvgPen(Texts texts) {
        this.texts = texts;
    }

    String document(double width, double height, String title) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
                + n(width)
                + "\" height=\""
                + n(height)
                + "\" viewBox=\"0 0 "
                + n(width)
                + " "
                + n(height)
                + "\" font-family=\"Inter, sans-serif\">\n<title>"
                + escape(title)
                + "</title>\n"
                + out
                + "</svg>\n";
    }

    @Override
    public void alpha(double newAlpha) {
        alpha = newAlpha;
    }

    @Override
    public void curve(Curve c, Line line) {
        out.append("<path d=\"M").append(n(c.x1())).append(' ').append(n(c.y1()));
        out.append('C').append(n(c.ax())).append(' ').append(n(c.ay())).append(' ');
        out.append(n(c.bx())).append(' ').append(n(c.by())).append(' ');
        out.append(n(c.x2())).append(' ').append(n(c.y2())).append('"');
        paint(Color.TRANSPARENT, line);
    }

    @Override
    public void polygon(double[] points, Color fill, Line line) {
        out.append("<polygon points=\"");
        for (int i = 0; i < points.length; i += 2) {
            out.append(i == 0 ? "" : " ").append(n(points[i])).append(',').append(n(points[i + 1]));
        }
        out.append("\" stroke-linejoin=\"round\"");
        paint(fill, line);
    }

    @Override
    public void circle(double x, double y, double radius, Color fill, Line line) {
        out.append("<circle cx=\"")
                .append(n(x))
                .append("\" cy=\"")
                .append(n(y))
                .append("\" r=\"")
                .append(n(radius))
                .append('"');
        paint(fill, line);
    }

    @Override
    public void box(double x, double y, double width, double height, double corner, Color fill, Line line) {
        out.append("<rect x=\"").append(n(x)).append("\" y=\"").append(n(y)).append("\" width=\"").append(n(width));
        out.append("\" height=\"").append(n(height)).append("\" rx=\"").append(n(corner)).append('"');
        paint(fill, line);
    }

    @Override
    public void text(String text, double x, double y, double size, Weight weight, Color color) {
        out.append("<text x=\"").append(n(x)).append("\" y=\"").append(n(y)).append("\" font-size=\"").append(n(size));
        out.append("\" font-weight=\"").append(weight == Weight.SEMIBOLD ? 600 : 500);
        out.append("\" text-anchor=\"middle\" dominant-baseline=\"central\" fill=\"").append(hex(color)).append('"');
        opacity(color.getOpacity());
        out.append('>').append(escape(text)).append("</text>\n");
    }

    @Override
    public void icon(Icon icon, double x, double y, double size, Color color) {
        String d = outlines.computeIfAbsent(icon, SvgPen::outline);
        out.append("<path transform=\"translate(").append(n(x)).append(' ').append(n(y)).append(") scale(");
        out.append(n(size / OUTLINE)).append(")\" d=\"").append(d).append("\" fill=\"").append(hex(color)).append('"');
        opacity(color.getOpacity());
        out.append("/>\n");
    }

    @Override
    public double width(String text, double size, Weight weight) {
        return texts.width(text, size, weight);
    }

    private void paint(Color fill, Line line) {
        boolean filled = fill.getOpacity() > 0;
        out.append(" fill=\"").append(filled ? hex(fill) : "none").append('"');
        if (filled && fill.getOpacity() < 1) {
            out.append(" fill-opacity=\"").append(n(fill.getOpacity())).append('"');
        }
        if (line.width() > 0) {
            out.append(" stroke=\"")
                    .append(hex(line.color()))
                    .append("\" stroke-width=\"")
                    .append(n(line.width()))
                    .append('"');
            if (line.color().getOpacity() < 1) {
                out.append(" stroke-opacity=\"").append(n(line.color().getOpacity())).append('"');
            }
            if (line.dash() > 0) {
                out.append(" stroke-dasharray=\"").append(n(line.dash())).append('"');
            }
        }
        opacity(1);
        out.append("/>\n");
    }

    private void opacity(double more) {
        if (alpha * more < 1) {
            out.append(" opacity=\"").append(n(alpha * more)).append('"');
        }
    }

    /// The icon's outline around the origin, as path data.
    private static String outline(Icon icon) {
        var text = new Text(icon.glyph());
        text.setFont(Icon.font(OUTLINE));
        text.setTextOrigin(VPos.CENTER);
        text.setX(-text.getLayoutBounds().getWidth() / 2);
        text.setY(0);
        var d = new StringBuilder();
        if (Shape.union(text, new Rectangle()) instanceof Path path) {
            for (PathElement element : path.getElements()) {
                switch (element) {
                    case MoveTo to -> d.append('M').append(n(to.getX())).append(' ').append(n(to.getY()));
                    case LineTo to -> d.append('L').append(n(to.getX())).append(' ').append(n(to.getY()));
                    case QuadCurveTo to ->
                            d.append('Q')
                                    .append(n(to.getControlX()))
                                    .append(' ')
                                    .append(n(to.getControlY()))
                                    .append(' ')
                                    .append(n(to.getX()))
                                    .append(' ')
                                    .append(n(to.getY()));
                    case CubicCurveTo to ->
                            d.append('C')
                                    .append(n(to.getControlX1()))
                                    .append(' ')
                                    .append(n(to.getControlY1()))
                                    .append(' ')
                                    .append(n(to.getControlX2()))
                                    .append(' ')
                                    .append(n(to.getControlY2()))
                                    .append(' ')
                                    .append(n(to.getX()))
                                    .append(' ')
                                    .append(n(to.getY()));
                    case ClosePath _ -> d.append('Z');
                    default -> throw new IllegalStateException("Unknown path element " + element);
                }
            }
        }
        return d.toString();
    }

    private static String escape(String text) {
        return Elide.oneLine(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String hex(Color c) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(c.getRed() * 255),
                Math.round(c.getGreen() * 255),
                Math.round(c.getBlue() * 255));
    }

    private static String n(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
