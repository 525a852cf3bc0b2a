package dupin.ui.graph;

import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Two sheets, of which the upper one is seen. What answers a hand is painted on it at once. A picture that came by itself is
/// painted on the lower one, a part in each frame, and turned up when it is whole: without a graphics card a large picture
/// takes longer than a frame, above all the first ones, which code paints that was not compiled yet, and the screen's thread
/// would wait for it. FX thread.
final class Easel extends Region {
    /// So many strokes take well under 50 ms even the first time, on a busy machine.
    private static final int PART = 160;

    /// A canvas and what draws on it.
    private static final class Sheet {
        final Canvas canvas = new Canvas();
        final CanvasPen pen;

        Sheet(Texts texts) {
            pen = new CanvasPen(canvas.getGraphicsContext2D(), texts);
        }
    }

    private final Texts texts = new Texts();
    private Sheet upper = new Sheet(texts);
    private Sheet lower = new Sheet(texts);
    private @Nullable Tape rest;

    private final AnimationTimer frames =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    part();
                }
            };

    Easel() {
        setManaged(false);
        setMouseTransparent(true);
        lower.canvas.setViewOrder(1);
        getChildren().addAll(upper.canvas, lower.canvas);
    }

    void size(double width, double height) {
        resize(width, height);
        for (Sheet sheet : new Sheet[] {upper, lower}) {
            sheet.canvas.setWidth(width);
            sheet.canvas.setHeight(height);
        }
    }

    /// Paints the whole picture in the next frame.
    void paint(Consumer<Pen> picture) {
        rest = null;
        frames.stop();
        picture.accept(upper.pen);
    }

    /// Paints the picture within the next frames; until then the one before is seen.
    void paintInParts(Consumer<Pen> picture) {
        var tape = new Tape(texts);
        picture.accept(tape);
        if (tape.left() <= PART) {
            paint(pen -> tape.play(pen, PART));
            return;
        }
        rest = tape;
        frames.start();
        part();
    }

    /// Whether the picture that was painted last is the one that is seen.
    boolean done() {
        return rest == null;
    }

    private void part() {
        if (rest == null) {
            return;
        }
        rest.play(lower.pen, PART);
        lower.pen.finish();
        if (rest.left() == 0) {
            rest = null;
            frames.stop();
            Sheet next = lower;
            lower = upper;
            upper = next;
            upper.canvas.setViewOrder(0);
            lower.canvas.setViewOrder(1);
        }
    }
}
