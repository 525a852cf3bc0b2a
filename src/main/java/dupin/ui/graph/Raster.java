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

    /// A small picture that is put down in many places.
    ///
    /// @param pixels row by row, opacity above, colours multiplied with it
    /// @param spans of each row: where ink begins, where it begins and ends to be opaque, where ink ends
    record Stamp(int[] pixels, int width, int[] spans) {
        private static final int SPANS = 4;

        /// What was drawn on a black ground and, alike, on a white one: the difference is what shines through.
        static Stamp of(Raster black, Raster white) {
            int[] pixels = new int[black.pixels.length];
            for (int i = 0; i < pixels.length; i++) {
                int ink = black.pixels[i];
                int through = (white.pixels[i] >> 8 & 0xFF) - (ink >> 8 & 0xFF);
                int most = Math.max(ink >> 16 & 0xFF, Math.max(ink >> 8 & 0xFF, ink & 0xFF));
                pixels[i] = Math.max(0xFF - through, most) << 24 | ink & 0xFF_FFFF;
            }
            return new Stamp(pixels, black.width, spans(pixels, black.width));
        }

        private static int[] spans(int[] pixels, int width) {
            int[] spans = new int[pixels.length / width * SPANS];
            for (int at = 0, row = 0; at < spans.length; at += SPANS, row += width) {
                int from = 0;
                int to = width;
                while (from < to && pixels[row + from] >>> 24 == 0) {
                    from++;
                }
                while (to > from && pixels[row + to - 1] >>> 24 == 0) {
                    to--;
                }
                int solid = from;
                while (solid < to && pixels[row + solid] >>> 24 < 0xFF) {
                    solid++;
                }
                int end = solid;
                while (end < to && pixels[row + end] >>> 24 == 0xFF) {
                    end++;
                }
                spans[at] = from;
                spans[at + 1] = solid;
                spans[at + 2] = end;
                spans[at + 3] = to;
            }
            return spans;
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
            float room = outer * outer - dy * dy;
            if (room <= 0) {
                continue;
            }
            float reach = (float) Math.sqrt(room);
            int right = Math.min(width, (int) (x + reach + 0.5f));
            for (int column = Math.max(0, (int) (x - reach)); column < right; column++) {
                float dx = column + 0.5f - x;
                float square = dx * dx + dy * dy;
                if (square < inner * inner) {
                    mix(row * width + column, fill, 1);
                } else if (square < outer * outer) {
                    boolean gap = dash > 0 && ((int) ((Math.atan2(dy, dx) + Math.PI) * radius / dash) & 1) == 1;
                    spot(row * width + column, (float) Math.sqrt(square) - radius, fill, gap ? Ink.NONE : border, half);
                }
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
        int right = Math.min(width, (int) (left + wide + outer) + 1);
        int bottom = Math.min(height, (int) (top + high + outer) + 1);
        for (int row = Math.max(0, (int) (top - outer)); row < bottom; row++) {
            float qy = Math.abs(row + 0.5f - middleY) - coreY;
            for (int column = Math.max(0, (int) (left - outer)); column < right; column++) {
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
        int corners = points.length / 2;
        float area = 0;
        float left = points[0];
        float right = left;
        float top = points[1];
        float bottom = top;
        for (int i = 0; i < corners; i++) {
            int j = (i + 1) % corners;
            area += points[2 * i] * points[2 * j + 1] - points[2 * j] * points[2 * i + 1];
            left = Math.min(left, points[2 * i]);
            right = Math.max(right, points[2 * i]);
            top = Math.min(top, points[2 * i + 1]);
            bottom = Math.max(bottom, points[2 * i + 1]);
        }
        float turn = Math.signum(area);
        var sides = new float[corners * 3];
        for (int i = 0; i < corners; i++) {
            int j = (i + 1) % corners;
            float dx = points[2 * j] - points[2 * i];
            float dy = points[2 * j + 1] - points[2 * i + 1];
            float length = Math.max(1e-6f, (float) Math.sqrt(dx * dx + dy * dy));
            sides[3 * i] = turn * dy / length;
            sides[3 * i + 1] = -turn * dx / length;
            sides[3 * i + 2] = sides[3 * i] * points[2 * i] + sides[3 * i + 1] * points[2 * i + 1];
        }
        float outer = half + 1;
        int lastColumn = Math.min(width, (int) (right + outer) + 1);
        int lastRow = Math.min(height, (int) (bottom + outer) + 1);
        var inRow = new float[corners];
        for (int row = Math.max(0, (int) (top - outer)); row < lastRow; row++) {
            for (int i = 0; i < corners; i++) {
                inRow[i] = sides[3 * i] * 0.5f + sides[3 * i + 1] * (row + 0.5f) - sides[3 * i + 2];
            }
            for (int column = Math.max(0, (int) (left - outer)); column < lastColumn; column++) {
                float out = inRow[0] + sides[0] * column;
                for (int i = 1; i < corners; i++) {
                    float far = inRow[i] + sides[3 * i] * column;
                    out = far > out ? far : out;
                }
                if (out < half + 0.5f) {
                    spot(row * width + column, out, fill, border, half);
                }
            }
        }
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
        float most = Math.min(1, 2 * half);
        int steps = flat ? width : height;
        int room = flat ? height : width;
        int last = Math.min(steps, (int) Math.ceil(Math.max(from, to) - 0.5f));
        int along = flat ? 1 : width;
        int aside = flat ? width : 1;
        float alpha = ink.alpha;
        float level = half + 0.5f;
        float flatter = 1 / lean;
        float beat = lean / dash;
        float begun = run / dash;
        for (int step = Math.max(0, (int) Math.ceil(Math.min(from, to) - 0.5f)); step < last; step++) {
            float on = step + 0.5f - from;
            if (dash > 0 && ((int) (begun + (on < 0 ? -on : on) * beat) & 1) == 1) {
                continue;
            }
            float middle = across + on * slope;
            int end = Math.min(room, (int) (middle + reach) + 1);
            for (int side = Math.max(0, (int) (middle - reach)); side < end; side++) {
                float off = side + 0.5f - middle;
                float cover = level - (off < 0 ? -off : off) * flatter;
                if (cover > 0) {
                    blend(step * along + side * aside, ink, (int) (alpha * (cover > most ? most : cover)));
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
        int[] spans = stamp.spans;
        int bottom = Math.min(height, top + spans.length / Stamp.SPANS);
        for (int row = Math.max(0, top); row < bottom; row++) {
            int at = (row - top) * Stamp.SPANS;
            int from = Math.max(0, left + spans[at]);
            int solid = Math.clamp(left + spans[at + 1], 0, width);
            int end = Math.clamp(left + spans[at + 2], 0, width);
            int to = Math.min(width, left + spans[at + 3]);
            int shift = (row - top) * stamp.width - left;
            cover(stamp.pixels, shift, row * width, from, Math.min(solid, to));
            if (solid < end) {
                System.arraycopy(stamp.pixels, shift + solid, pixels, row * width + solid, end - solid);
            }
            cover(stamp.pixels, shift, row * width, Math.max(from, end), to);
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
