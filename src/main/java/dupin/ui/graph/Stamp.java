package dupin.ui.graph;

/// A small picture that is put down in many places.
///
/// @param pixels row by row, opacity above, colours multiplied with it
/// @param spans of each row: where ink begins, where it begins and ends to be opaque, where ink ends
record Stamp(int[] pixels, int width, int[] spans) {
    static final int SPANS = 4;

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
