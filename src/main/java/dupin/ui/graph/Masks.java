package dupin.ui.graph;

import dupin.ui.fx.Icon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Words and icons as the toolkit draws them, kept as masks that a [Raster] can colour. Who paints asks for a mask and goes on
/// without it when it is missing; the missing ones are then drawn together and serve from the next picture on. Those used
/// least lately are forgotten. One thread at a time; only [#make] needs the FX thread.
final class Masks {
    /// How much of each pixel a word or icon covers, row by row, 0 to 255.
    ///
    /// @param wide width of the word itself, in pixels; the mask has room around it
    record Mask(byte[] cover, int width, int height, double wide) {
        static final Mask NOTHING = new Mask(new byte[0], 0, 0, 0);

        /// Where the mask begins when the word is to begin at a whole pixel, with its middle as near as can be to `middle`.
        int left(double middle) {
            return (int) Math.rint(middle - wide / 2) - PAD;
        }

        int top(double middle) {
            return (int) Math.rint(middle) - height / 2;
        }
    }

    /// @param weight null for an icon
    /// @param quarters size of the font in quarters of a pixel; 0 for whatever size was made last
    private record Key(String text, Pen.@Nullable Weight weight, int quarters) {}

    private static final class Kept {
        final Mask mask;
        int used;

        Kept(Mask mask, int used) {
            this.mask = mask;
            this.used = used;
        }
    }

    /// Room around a word, for what hangs over its own width.
    private static final int PAD = 2;

    /// Size of the sheet on which masks are drawn: the longest name in twice its size, some fifty labels, a few milliseconds.
    private static final int WIDE = 1_024;

    private static final int HIGH = 256;

    private final long room;
    private final Map<Key, Kept> kept = new LinkedHashMap<>(256, 0.75f, true);
    private final Set<Key> missing = new LinkedHashSet<>();
    private final Map<Integer, Font> icons = new LinkedHashMap<>();
    private final Texts texts = new Texts();
    private long held;
    private int picture;
    private boolean makeshift;

    /// @param room in bytes; only what one picture needs may take more
    Masks(long room) {
        this.room = room;
    }

    /// Begins a picture: what it asks for is kept until the next one begins.
    void begin() {
        picture++;
        missing.clear();
        makeshift = false;
    }

    Mask word(String text, double pixels, Pen.Weight weight) {
        return find(text, weight, (int) Math.rint(pixels * 4));
    }

    Mask icon(Icon icon, double pixels) {
        return find(icon.glyph(), null, (int) Math.rint(pixels * 2) * 2);
    }

    double width(String text, double size, Pen.Weight weight) {
        return texts.width(text, size, weight);
    }

    /// Where it is missing, that of another size may stand in for it.
    private Mask find(String text, Pen.@Nullable Weight weight, int quarters) {
        var key = new Key(text, weight, quarters);
        Kept exact = kept.get(key);
        if (exact == null) {
            missing.add(key);
            exact = kept.get(new Key(text, weight, 0));
            makeshift |= weight == null || exact != null;
        }
        if (exact == null) {
            return Mask.NOTHING;
        }
        exact.used = picture;
        return exact.mask;
    }

    /// Draws what was missing in the last picture, as much as one sheet holds.
    ///
    /// @return whether there was anything to draw
    boolean make() {
        if (missing.isEmpty()) {
            return false;
        }
        var keys = new ArrayList<Key>();
        var places = new ArrayList<Rectangle2D>();
        var drawn = new Group();
        int x = 0;
        int y = 0;
        int row = 0;
        for (Key key : missing) {
            Text text = text(key);
            int wide = Math.min(WIDE, (int) Math.ceil(text.getLayoutBounds().getWidth()) + 2 * PAD);
            int high = Math.min(HIGH, (int) Math.ceil(text.getLayoutBounds().getHeight()) + 2 * PAD);
            if (x + wide > WIDE) {
                x = 0;
                y += row;
                row = 0;
            }
            if (y + high > HIGH) {
                break;
            }
            text.setX(x + PAD);
            text.setY(y + high / 2);
            drawn.getChildren().add(text);
            keys.add(key);
            places.add(new Rectangle2D(x, y, wide, high));
            x += wide;
            row = Math.max(row, high);
        }
        keep(keys, places, drawn, y + row);
        keys.forEach(missing::remove);
        forget();
        return true;
    }

    /// Whether the picture that was drawn last is what it should be once the words that it lacks are drawn on it: nothing
    /// stood in for something else, no icon, which others may cover, is missing, and nothing is to be made any more.
    boolean suffice() {
        return !makeshift && missing.isEmpty();
    }

    /// Bytes of all masks.
    long held() {
        return held;
    }

    private Text text(Key key) {
        var text = new Text(key.text());
        double size = key.quarters() / 4.0;
        text.setFont(
                key.weight() == null
                        ? icons.computeIfAbsent(key.quarters(), _ -> Icon.font(size))
                        : texts.font(size, key.weight()));
        text.setTextOrigin(VPos.CENTER);
        return text;
    }

    private void keep(List<Key> keys, List<Rectangle2D> places, Group drawn, int high) {
        var sheet = new SnapshotParameters();
        sheet.setFill(Color.TRANSPARENT);
        sheet.setViewport(new Rectangle2D(0, 0, WIDE, high));
        int[] pixels = new int[WIDE * high];
        drawn.snapshot(sheet, new WritableImage(WIDE, high))
                .getPixelReader()
                .getPixels(0, 0, WIDE, high, PixelFormat.getIntArgbPreInstance(), pixels, 0, WIDE);
        for (int i = 0; i < keys.size(); i++) {
            Rectangle2D place = places.get(i);
            int width = (int) place.getWidth();
            int height = (int) place.getHeight();
            var cover = new byte[width * height];
            for (int at = 0; at < cover.length; at++) {
                int column = (int) place.getMinX() + at % width;
                int line = (int) place.getMinY() + at / width;
                cover[at] = (byte) (pixels[line * WIDE + column] >>> 24);
            }
            double wide = drawn.getChildren().get(i).getLayoutBounds().getWidth();
            var mask = new Mask(cover, width, height, wide);
            Key key = keys.get(i);
            put(key, mask);
            put(new Key(key.text(), key.weight(), 0), mask);
        }
    }

    private void put(Key key, Mask mask) {
        Kept before = kept.put(key, new Kept(mask, picture));
        held += mask.cover().length - (before == null ? 0 : before.mask.cover().length);
    }

    private void forget() {
        var oldest = kept.values().iterator();
        while (held > room && oldest.hasNext()) {
            Kept one = oldest.next();
            if (one.used == picture) {
                return;
            }
            held -= one.mask.cover().length;
            oldest.remove();
        }
    }
}
