package dupin.ui.graph;

import dupin.ui.fx.Icon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Draws on a [Raster], words and icons by their [Masks]. No FX thread needed; one thread at a time.
final class RasterPen implements Pen {
    private static final int MOST_PIECES = 20;

    /// So many places within a pixel, each way, are told apart by stamps.
    private static final int PHASES = 4;

    /// A word without a mask.
    private record Late(String text, double pixels, Weight weight, double x, double y, Raster.Ink ink) {}

    private final Raster raster;
    private final float scale;
    private final Masks masks;
    private final List<Late> late = new ArrayList<>();
    private final @Nullable Stamp[] stamps = new @Nullable Stamp[LOOKS * PHASES * PHASES];
    private double alpha = 1;

    /// @param scale pixels of the raster for each of the picture
    RasterPen(Raster raster, double scale, Masks masks) {
        this(raster, (float) scale, masks);
        masks.begin();
    }

    private RasterPen(Raster raster, float scale, Masks masks) {
        this.raster = raster;
        this.scale = scale;
        this.masks = masks;
    }

    @Override
    public void alpha(double next) {
        if (next != alpha) {
            Arrays.fill(stamps, null);
        }
        alpha = next;
    }

    @Override
    public void curve(Curve c, Line line) {
        Raster.Ink ink = Raster.Ink.of(line.color(), alpha);
        float half = (float) line.width() * scale / 2;
        double chord = Math.hypot(c.x2() - c.x1(), c.y2() - c.y1());
        double bow = Math.max(off(c, c.ax(), c.ay(), chord), off(c, c.bx(), c.by(), chord)) * scale;
        int pieces = bow < 0.5 ? 1 : Math.min(MOST_PIECES, 2 + (int) (2 * Math.sqrt(bow)));
        float dash = (float) line.dash() * scale;
        float run = 0;
        float fromX = (float) c.x1() * scale;
        float fromY = (float) c.y1() * scale;
        for (int i = 1; i <= pieces; i++) {
            double t = (double) i / pieces;
            float toX = (float) c.x(t) * scale;
            float toY = (float) c.y(t) * scale;
            run = piece(fromX, fromY, toX, toY, ink, half, dash, run);
            fromX = toX;
            fromY = toY;
        }
    }

    /// How far a control point lies from the straight line between the ends.
    private static double off(Curve c, double x, double y, double chord) {
        return chord < 1e-6
                ? Math.hypot(x - c.x1(), y - c.y1())
                : Math.abs((c.x2() - c.x1()) * (c.y1() - y) - (c.x1() - x) * (c.y2() - c.y1())) / chord;
    }

    /// Draws what can be seen of a straight piece.
    ///
    /// @param run how far along the curve the piece begins
    /// @return how far along it ends
    private float piece(float x1, float y1, float x2, float y2, Raster.Ink ink, float half, float dash, float run) {
        float dx = x2 - x1;
        float dy = y2 - y1;
        float length = (float) Math.sqrt(dx * dx + dy * dy);
        float first = Math.max(enters(x1, dx, raster.width, half), enters(y1, dy, raster.height, half));
        float last = Math.min(leaves(x1, dx, raster.width, half), leaves(y1, dy, raster.height, half));
        if (first >= last || length == 0) {
            return run + length;
        }
        raster.line(
                x1 + dx * first,
                y1 + dy * first,
                x1 + dx * last,
                y1 + dy * last,
                ink,
                half,
                dash,
                run + length * first);
        return run + length;
    }

    /// Where on its way from 0 to 1 a coordinate comes into sight.
    private static float enters(float from, float way, int room, float half) {
        float low = -half - 1;
        float high = room + half + 1;
        return way == 0
                ? from < low || from > high ? 1 : 0
                : Math.max(0, Math.min((low - from) / way, (high - from) / way));
    }

    private static float leaves(float from, float way, int room, float half) {
        float low = -half - 1;
        float high = room + half + 1;
        return way == 0 ? 1 : Math.min(1, Math.max((low - from) / way, (high - from) / way));
    }

    @Override
    public void polygon(double[] points, Color fill, Line line) {
        var scaled = new float[points.length];
        for (int i = 0; i < points.length; i++) {
            scaled[i] = (float) points[i] * scale;
        }
        raster.polygon(scaled, ink(fill), ink(line.color()), half(line));
    }

    @Override
    public void circle(double x, double y, double radius, Color fill, Line line) {
        raster.circle(
                (float) x * scale,
                (float) y * scale,
                (float) radius * scale,
                ink(fill),
                ink(line.color()),
                half(line),
                (float) line.dash() * scale);
    }

    @Override
    public void box(double x, double y, double width, double height, double corner, Color fill, Line line) {
        boolean whole = x <= 0 && y <= 0 && width * scale >= raster.width && height * scale >= raster.height;
        if (whole && alpha == 1 && fill.isOpaque()) {
            raster.ground(fill);
            return;
        }
        if (corner == 0 && line.width() == 0) {
            float left = (float) x * scale;
            float top = (float) y * scale;
            raster.tile(left, top, left + (float) width * scale, top + (float) height * scale, ink(fill));
            return;
        }
        raster.box(
                (float) x * scale,
                (float) y * scale,
                (float) width * scale,
                (float) height * scale,
                (float) corner * scale,
                ink(fill),
                ink(line.color()),
                half(line));
    }

    private Raster.Ink ink(Color color) {
        return color.getOpacity() == 0 ? Raster.Ink.NONE : Raster.Ink.of(color, alpha);
    }

    private float half(Line line) {
        return (float) line.width() * scale / 2;
    }

    @Override
    public void text(String text, double x, double y, double size, Weight weight, Color color) {
        Masks.Mask mask = masks.word(text, size * scale, weight);
        if (mask == Masks.Mask.NOTHING) {
            late.add(new Late(text, size * scale, weight, x, y, ink(color)));
        } else {
            write(mask, x, y, ink(color));
        }
    }

    /// Draws the words that had no masks when they were asked for and have them now, above all else.
    void drawLate() {
        for (Late word : late) {
            write(masks.word(word.text, word.pixels, word.weight), word.x, word.y, word.ink);
        }
        late.clear();
    }

    @Override
    public void icon(Icon icon, double x, double y, double size, Color color) {
        write(masks.icon(icon, size * scale), x, y, ink(color));
    }

    /// Kept as long as the opacity is the same.
    @Override
    public void stamp(int look, double x, double y, double reach, Art art) {
        int acrossX = (int) Math.floor(x * scale * PHASES);
        int acrossY = (int) Math.floor(y * scale * PHASES);
        int phaseX = Math.floorMod(acrossX, PHASES);
        int phaseY = Math.floorMod(acrossY, PHASES);
        int room = (int) Math.ceil(reach * scale) + 1;
        int key = (look * PHASES + phaseY) * PHASES + phaseX;
        Stamp stamp = stamps[key];
        if (stamp == null) {
            double inX = (room + (phaseX + 0.5) / PHASES) / scale;
            double inY = (room + (phaseY + 0.5) / PHASES) / scale;
            stamp =
                    Stamp.of(
                            drawn(art, inX, inY, 2 * room + 1, Color.BLACK),
                            drawn(art, inX, inY, 2 * room + 1, Color.WHITE));
            stamps[key] = stamp;
        }
        raster.stamp(stamp, Math.floorDiv(acrossX, PHASES) - room, Math.floorDiv(acrossY, PHASES) - room);
    }

    private Raster drawn(Art art, double x, double y, int size, Color ground) {
        var small = new Raster(size, size);
        small.ground(ground);
        var pen = new RasterPen(small, scale, masks);
        pen.alpha(alpha);
        art.draw(pen, x, y);
        return small;
    }

    private void write(Masks.Mask mask, double x, double y, Raster.Ink ink) {
        raster.mask(mask, mask.left(x * scale), mask.top(y * scale), ink);
    }

    @Override
    public double width(String text, double size, Weight weight) {
        return masks.width(text, size, weight);
    }
}
