package dupin.ui.graph;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;

/// A ground of opaque pixels that shapes are drawn on, smooth at their edges: how much of a pixel a shape covers follows from
/// the distance of its middle to the shape's border. Small shapes and thin lines, of which a graph is made, take a fraction of
/// what a general rasteriser needs. Units are pixels; one thread at a time.
final class Raster {
    private static final int FULL = 256;

    private static final int PIXEL_BITS = 12;
    private static final int PIXEL = 1 << PIXEL_BITS;

    /// Of a turn, in radians.
    private static final float EIGHTH = (float) (Math.PI / 4);

    /// A colour with its opacity, ready to be mixed in.
    record Ink(int redAndBlue, int green, float alpha) {
        static final Ink NONE = new Ink(0, 0, 0);

        static Ink of(Color color, double alpha) {
            int red = (int) Math.round(color.getRed() * 255);
            int green = (int) Math.round(color.getGreen() * 255);
            int blue = (int) Math.round(color.getBlue() * 255);
            return new Ink(red << 16 | blue, green << 8, (float) (color.getOpacity() * alpha * FULL));
        }
    }

    final int[] pixels;
    final int width;
    final int height;

    Raster(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
    }

    void ground(Color color) {
        Ink ink = Ink.of(color, 1);
        Arrays.fill(pixels, 0xFF00_0000 | ink.redAndBlue | ink.green);
    }

    /// @param half of the border's width; 0 for none
    /// @param dash lengths of dash and gap along the border; 0 for a solid one
    void circle(float x, float y, float radius, Ink fill, Ink border, float half, float dash) {
        float outer = radius + half + 0.5f;
        float inner = Math.max(0, radius - half - 0.5f);
        int bottom = Math.min(height, (int) (y + outer) + 1);
        for (int row = Math.max(0, (int) (y - outer)); row < bottom; row++) {
            float dy = row + 0.5f - y;
            float reach = (float) Math.sqrt(Math.max(0, outer * outer - dy * dy));
            float core = (float) Math.sqrt(Math.max(0, inner * inner - dy * dy));
            int first = Math.max(0, (int) (x - reach));
            int last = Math.min(width, (int) (x + reach + 0.5f));
            int from = column(x - core, first, last);
            int to = core > 0 ? column(x + core, from, last) : from;
            solid(row, from, to, fill);
            for (int column = past(first, from, to); column < last; column = past(column + 1, from, to)) {
                float dx = column + 0.5f - x;
                float square = dx * dx + dy * dy;
                if (square < outer * outer) {
                    boolean gap = dash > 0 && ((int) (turned(dx, dy) * radius / dash) & 1) == 1;
                    spot(row * width + column, (float) Math.sqrt(square) - radius, fill, gap ? Ink.NONE : border, half);
                }
            }
        }
    }

    /// The angle of a direction, from 0 to a whole turn; true to a hundredth of a radian, as dashes need it no better.
    private static float turned(float dx, float dy) {
        float wide = Math.abs(dx);
        float high = Math.abs(dy);
        float low = Math.min(wide, high);
        float slope = low == 0 ? 0 : low / Math.max(wide, high);
        float eighth = slope * (EIGHTH + 0.273f * (1 - slope));
        float quarter = wide >= high ? eighth : 2 * EIGHTH - eighth;
        float half = dx >= 0 ? quarter : 4 * EIGHTH - quarter;
        return dy >= 0 ? half : 8 * EIGHTH - half;
    }

    /// A rectangle without border or corners; a pixel is covered as far as the rectangle reaches into it.
    void tile(float left, float top, float right, float bottom, Ink fill) {
        int lastRow = Math.min(height, (int) Math.ceil(bottom));
        int lastColumn = Math.min(width, (int) Math.ceil(right));
        for (int row = Math.max(0, (int) top); row < lastRow; row++) {
            float high = Math.min(row + 1, bottom) - Math.max(row, top);
            for (int column = Math.max(0, (int) left); column < lastColumn; column++) {
                mix(row * width + column, fill, high * (Math.min(column + 1, right) - Math.max(column, left)));
            }
        }
    }

    /// A rectangle with round corners.
    void box(float left, float top, float wide, float high, float corner, Ink fill, Ink border, float half) {
        float round = Math.min(corner, Math.min(wide, high) / 2);
        float middleX = left + wide / 2;
        float middleY = top + high / 2;
        float coreX = wide / 2 - round;
        float coreY = high / 2 - round;
        float outer = half + 1;
        float deep = round - half - 0.5f;
        int first = Math.max(0, (int) (left - outer));
        int last = Math.min(width, (int) (left + wide + outer) + 1);
        int bottom = Math.min(height, (int) (top + high + outer) + 1);
        for (int row = Math.max(0, (int) (top - outer)); row < bottom; row++) {
            float qy = Math.abs(row + 0.5f - middleY) - coreY;
            float core = qy >= deep ? 0 : qy > 0 ? coreX : coreX + deep;
            int from = column(middleX - core, first, last);
            int to = core > 0 ? column(middleX + core, from, last) : from;
            solid(row, from, to, fill);
            for (int column = past(first, from, to); column < last; column = past(column + 1, from, to)) {
                float qx = Math.abs(column + 0.5f - middleX) - coreX;
                float outside = qx > 0 && qy > 0 ? (float) Math.sqrt(qx * qx + qy * qy) : Math.max(qx, qy);
                spot(row * width + column, outside - round, fill, border, half);
            }
        }
    }

    /// A polygon without dents.
    ///
    /// @param points x and y by turns
    void polygon(float[] points, Ink fill, Ink border, float half) {
        var sides = new Sides(points);
        float outer = half + 1;
        int left = Math.max(0, (int) (sides.left - outer));
        int right = Math.min(width, (int) (sides.right + outer) + 1);
        int bottom = Math.min(height, (int) (sides.bottom + outer) + 1);
        for (int row = Math.max(0, (int) (sides.top - outer)); row < bottom; row++) {
            sides.row(row + 0.5f);
            int first = column(sides.begins(half + 0.5f), left, right);
            int last = column(sides.ends(half + 0.5f), first, right);
            int from = column(sides.begins(-half - 0.5f), first, last);
            int to = column(sides.ends(-half - 0.5f), from, last);
            solid(row, from, to, fill);
            for (int column = past(first, from, to); column < last; column = past(column + 1, from, to)) {
                spot(row * width + column, sides.out(column + 0.5f), fill, border, half);
            }
        }
    }

    /// The first column whose middle lies at `x` or right of it.
    private static int column(float x, int first, int last) {
        return Math.min(last, Math.max(first, (int) Math.ceil(x - 0.5f)));
    }

    /// The column itself, or where the solid part of the row ends.
    private static int past(int column, int from, int to) {
        return column == from ? to : column;
    }

    /// A straight line of the given half width. Pieces that continue each other do not cover the same pixels twice.
    ///
    /// @param dash lengths of dash and gap; 0 for a solid line
    /// @param run length of what the line continues, so that its dashes go on
    void line(float x1, float y1, float x2, float y2, Ink ink, float half, float dash, float run) {
        boolean flat = Math.abs(x2 - x1) >= Math.abs(y2 - y1);
        float from = flat ? x1 : y1;
        float to = flat ? x2 : y2;
        float across = flat ? y1 : x1;
        if (from == to) {
            return;
        }
        float slope = ((flat ? y2 : x2) - across) / (to - from);
        float lean = (float) Math.sqrt(1 + slope * slope);
        float reach = (half + 0.5f) * lean;
        int steps = flat ? width : height;
        int room = flat ? height : width;
        int last = Math.min(steps, (int) Math.ceil(Math.max(from, to) - 0.5f));
        int along = flat ? 1 : width;
        int aside = flat ? width : 1;
        // In parts of a pixel and of full cover: whole numbers are quicker.
        int most = (int) (ink.alpha * Math.min(1, 2 * half));
        int middleCover = (int) (ink.alpha * (half + 0.5f));
        int fall = (int) (ink.alpha / lean);
        float beat = lean / dash;
        float begun = run / dash;
        for (int step = Math.max(0, (int) Math.ceil(Math.min(from, to) - 0.5f)); step < last; step++) {
            float on = step + 0.5f - from;
            if (dash > 0 && ((int) (begun + (on < 0 ? -on : on) * beat) & 1) == 1) {
                continue;
            }
            float middle = across + on * slope;
            int side = Math.max(0, (int) (middle - reach));
            int end = Math.min(room, (int) (middle + reach) + 1);
            int off = side * PIXEL + PIXEL / 2 - (int) (middle * PIXEL);
            int at = step * along + side * aside;
            for (; side < end; side++, off += PIXEL, at += aside) {
                int share = Math.min(most, middleCover - (Math.abs(off) * fall >> PIXEL_BITS));
                if (share > 0) {
                    blend(at, ink, share);
                }
            }
        }
    }

    /// A mask in a colour.
    ///
    /// @param left column and row of the mask's first pixel; it may lie outside
    void mask(Masks.Mask mask, int left, int top, Ink ink) {
        int end = Math.min(width, left + mask.width());
        int bottom = Math.min(height, top + mask.height());
        byte[] cover = mask.cover();
        for (int row = Math.max(0, top); row < bottom; row++) {
            int shift = (row - top) * mask.width() - left;
            for (int column = Math.max(0, left); column < end; column++) {
                int share = cover[shift + column] & 0xFF;
                if (share > 0) {
                    mix(row * width + column, ink, share / 255f);
                }
            }
        }
    }

    /// @param left column and row of the stamp's first pixel; it may lie outside
    void stamp(Stamp stamp, int left, int top) {
        int[] spans = stamp.spans();
        int bottom = Math.min(height, top + spans.length / Stamp.SPANS);
        for (int row = Math.max(0, top); row < bottom; row++) {
            int at = (row - top) * Stamp.SPANS;
            int from = Math.max(0, left + spans[at]);
            int solid = Math.clamp(left + spans[at + 1], 0, width);
            int end = Math.clamp(left + spans[at + 2], 0, width);
            int to = Math.min(width, left + spans[at + 3]);
            int shift = (row - top) * stamp.width() - left;
            cover(stamp.pixels(), shift, row * width, from, Math.min(solid, to));
            if (solid < end) {
                System.arraycopy(stamp.pixels(), shift + solid, pixels, row * width + solid, end - solid);
            }
            cover(stamp.pixels(), shift, row * width, Math.max(from, end), to);
        }
    }

    private void cover(int[] inks, int shift, int line, int from, int to) {
        for (int column = from; column < to; column++) {
            int ink = inks[shift + column];
            int ground = pixels[line + column];
            int through = FULL - (ink >>> 24) - (ink >>> 31);
            int redAndBlue = (ground & 0xFF_00FF) * through >>> 8 & 0xFF_00FF;
            int green = (ground & 0xFF00) * through >>> 8 & 0xFF00;
            pixels[line + column] = 0xFF00_0000 | (ink & 0xFF_FFFF) + (redAndBlue | green);
        }
    }

    /// The pixels as they are now and will be: nothing is copied.
    PixelBuffer<IntBuffer> buffer() {
        return new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    }

    /// @param out how far the pixel's middle lies outside the shape; negative inside
    private void spot(int at, float out, Ink fill, Ink border, float half) {
        float near = half > 0 ? half + 0.5f - (out < 0 ? -out : out) : 0;
        boolean hidden = near >= 1 && border.alpha >= FULL;
        if (out < 0.5f && !hidden) {
            mix(at, fill, out < -0.5f ? 1 : 0.5f - out);
        }
        if (near > 0) {
            mix(at, border, near > 1 ? 1 : near);
        }
    }

    /// Pixels of a row that are covered whole.
    private void solid(int row, int from, int to, Ink ink) {
        int share = (int) ink.alpha;
        if (share >= FULL && from < to) {
            Arrays.fill(pixels, row * width + from, row * width + to, 0xFF00_0000 | ink.redAndBlue | ink.green);
            return;
        }
        int kept = FULL - share;
        int redAndBlue = ink.redAndBlue * share;
        int green = ink.green * share;
        for (int at = row * width + from; at < row * width + to; at++) {
            int ground = pixels[at];
            int mixed = (ground & 0xFF_00FF) * kept + redAndBlue >>> 8 & 0xFF_00FF;
            pixels[at] = 0xFF00_0000 | mixed | (ground & 0xFF00) * kept + green >>> 8 & 0xFF00;
        }
    }

    private void mix(int at, Ink ink, float cover) {
        blend(at, ink, (int) (ink.alpha * cover));
    }

    /// @param share of [#FULL]
    private void blend(int at, Ink ink, int share) {
        if (share <= 0) {
            return;
        }
        if (share >= FULL) {
            pixels[at] = 0xFF00_0000 | ink.redAndBlue | ink.green;
            return;
        }
        int ground = pixels[at];
        int redAndBlue = ground & 0xFF_00FF;
        int green = ground & 0xFF00;
        redAndBlue = redAndBlue + ((ink.redAndBlue - redAndBlue) * share >> 8) & 0xFF_00FF;
        green = green + ((ink.green - green) * share >> 8) & 0xFF00;
        pixels[at] = 0xFF00_0000 | redAndBlue | green;
    }
}
