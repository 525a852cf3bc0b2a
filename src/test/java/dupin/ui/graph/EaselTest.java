package dupin.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.ui.fx.UiTest;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class EaselTest extends UiTest {
    private static final int SIDE = 100;

    private Easel easel;

    @Override
    protected Parent view() {
        easel = new Easel();
        easel.size(SIDE, SIDE);
        return new Pane(easel);
    }

    /// A hundred boxes by a hundred: more than is painted in a frame.
    private static Consumer<Pen> boxes(Color color) {
        return pen -> {
            for (int i = 0; i < SIDE * SIDE; i += 4) {
                pen.box(i % SIDE, i / SIDE, 4, 1, 0, color, Pen.Line.NONE);
            }
        };
    }

    private Color at(int x, int y) {
        return fx(() -> {
            PixelReader pixels = easel.snapshot(null, null).getPixelReader();
            return pixels.getColor(x, y);
        });
    }

    @Test
    void aLargePictureIsSeenWhenItIsWhole() throws Exception {
        onFx(() -> easel.paint(boxes(Color.RED)));
        Color before =
                fx(() -> {
                    easel.paintInParts(boxes(Color.BLUE));
                    assertThat(easel.done()).isFalse();
                    return easel.snapshot(null, null).getPixelReader().getColor(2, 2);
                });
        assertThat(before).isEqualTo(Color.RED);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> fx(easel::done));
        assertThat(at(2, 2)).isEqualTo(Color.BLUE);
        assertThat(at(SIDE - 2, SIDE - 2)).isEqualTo(Color.BLUE);
    }

    @Test
    void aHandDoesNotWaitForIt() {
        onFx(() -> {
            easel.paintInParts(boxes(Color.BLUE));
            easel.paint(boxes(Color.LIME));
            assertThat(easel.done()).isTrue();
        });
        WaitForAsyncUtils.waitForFxEvents(5);
        assertThat(at(2, 2)).isEqualTo(Color.LIME);
        assertThat(at(SIDE - 2, SIDE - 2)).isEqualTo(Color.LIME);
    }

    @Test
    void aSmallPictureIsSeenAtOnce() {
        onFx(() -> {
            easel.paintInParts(pen -> pen.box(0, 0, SIDE, SIDE, 0, Color.BLUE, Pen.Line.NONE));
            assertThat(easel.done()).isTrue();
        });
        assertThat(at(50, 50)).isEqualTo(Color.BLUE);
    }
}
