package dupin.ui.graph;

import dupin.ui.fx.ChangePump;
import java.nio.IntBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Where the graph is painted: into an image behind the screen, by turns one of two. One picture is painted at a time; of those
/// that are asked for in the meantime only the last. Words that were never drawn before are added when the rest is painted; where
/// they are many, or icons, the picture is seen as it is and painted once more as soon as they are there. FX thread.
final class Easel extends Region {
    /// An image and the pixels that it shows.
    private static final class Sheet {
        final Raster raster;
        final PixelBuffer<IntBuffer> buffer;
        final WritableImage image;

        Sheet(int width, int height) {
            raster = new Raster(width, height);
            buffer = raster.buffer();
            image = new WritableImage(buffer);
        }
    }

    /// Bytes of words and icons that are kept.
    private static final long MASKS = 8L << 20;

    private final ChangePump pump;
    private final ImageView shapes = new ImageView();

    /// Used by whoever paints, one at a time.
    private final Masks masks = new Masks(MASKS);

    private @Nullable Sheet seen;
    private @Nullable Sheet spare;
    private @Nullable Consumer<Pen> next;
    private boolean painting;
    private double scale = 1;

    /// @param pump its background executor paints
    Easel(ChangePump pump) {
        this.pump = pump;
        setManaged(false);
        setMouseTransparent(true);
        getChildren().add(shapes);
    }

    void size(double width, double height) {
        resize(width, height);
    }

    /// Paints a picture as soon as the one that is being painted is done.
    ///
    /// @param picture drawn by another thread: a function of what does not change
    void paint(Consumer<Pen> picture) {
        next = picture;
        if (!painting) {
            begin();
        }
    }

    /// Whether what was asked for last is seen.
    boolean done() {
        return !painting && next == null;
    }

    private void begin() {
        Consumer<Pen> picture = next;
        next = null;
        if (picture == null || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        painting = true;
        scale = getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getRenderScaleX();
        int wide = (int) Math.ceil(getWidth() * scale);
        int high = (int) Math.ceil(getHeight() * scale);
        Sheet sheet = spare != null && fits(spare, wide, high) ? spare : new Sheet(wide, high);
        var pen = new RasterPen(sheet.raster, scale, masks);
        pump.once(() -> draw(picture, pen), failure -> show(picture, sheet, pen, failure));
    }

    private static boolean fits(Sheet sheet, int wide, int high) {
        return sheet.raster.width == wide && sheet.raster.height == high;
    }

    private static Optional<RuntimeException> draw(Consumer<Pen> picture, Pen pen) {
        try {
            picture.accept(pen);
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(failure);
        }
    }

    private void show(Consumer<Pen> picture, Sheet sheet, RasterPen pen, Optional<RuntimeException> failure) {
        painting = false;
        spare = seen;
        seen = sheet;
        boolean made = masks.make();
        pen.drawLate();
        sheet.buffer.updateBuffer(_ -> null);
        shapes.setImage(sheet.image);
        shapes.setFitWidth(sheet.raster.width / scale);
        shapes.setFitHeight(sheet.raster.height / scale);
        if (made && !masks.suffice() && next == null && failure.isEmpty()) {
            next = picture;
        }
        begin();
        failure.ifPresent(it -> {
            throw it;
        });
    }
}
