package dupin.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.ui.fx.ChangePump;
import dupin.ui.fx.FxThread;
import dupin.ui.fx.Icon;
import dupin.ui.fx.UiTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// The painter's thread is played by hand.
class EaselTest extends UiTest {
    private static final int SIDE = 100;

    private final Deque<Runnable> painter = new ArrayDeque<>();
    private final List<Throwable> errors = new ArrayList<>();
    private Easel easel;

    @Override
    protected Parent view() {
        var fx = new FxThread();
        easel =
                new Easel(
                        new ChangePump(painter::add, fx, fx::after, System::nanoTime, ChangePump.PERIOD, errors::add));
        easel.size(SIDE, SIDE);
        return new Pane(easel);
    }

    private static Consumer<Pen> all(Color color) {
        return pen -> pen.box(0, 0, SIDE, SIDE, 0, color, Pen.Line.NONE);
    }

    private void work() {
        WaitForAsyncUtils.waitForFxEvents();
        while (!painter.isEmpty()) {
            painter.poll().run();
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private Color middle() {
        return fx(() -> easel.snapshot(null, null).getPixelReader().getColor(SIDE / 2, SIDE / 2));
    }

    @Test
    void aPictureIsPaintedByAnotherThreadAndSeenWhenItIsWhole() {
        var thread = new ArrayList<Boolean>();
        onFx(() -> easel.paint(all(Color.RED)));
        work();
        onFx(() ->
                easel.paint(pen -> {
                    thread.add(Platform.isFxApplicationThread());
                    all(Color.BLUE).accept(pen);
                }));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fx(easel::done)).isFalse();
        assertThat(middle()).isEqualTo(Color.RED);
        work();
        assertThat(fx(easel::done)).isTrue();
        assertThat(middle()).isEqualTo(Color.BLUE);
        assertThat(thread).containsExactly(false);
    }

    @Test
    void ofManyThatAreAskedForMeanwhileOnlyTheLastIsPainted() {
        var painted = new ArrayList<Integer>();
        for (int i = 0; i < 10; i++) {
            int which = i;
            onFx(() ->
                    easel.paint(pen -> {
                        painted.add(which);
                        all(Color.gray(which / 10.0)).accept(pen);
                    }));
        }
        work();
        assertThat(painted).containsExactly(0, 9);
        assertThat(middle().getRed()).isBetween(0.89, 0.91);
    }

    @Test
    void wordsAndIconsAreDrawnOnTheShapes() {
        onFx(() ->
                easel.paint(pen -> {
                    all(Color.BLACK).accept(pen);
                    pen.icon(Icon.STOP, SIDE / 2.0, SIDE / 2.0, 80, Color.LIME);
                }));
        work();
        assertThat(
                        fx(() -> {
                            var pixels = easel.snapshot(null, null).getPixelReader();
                            int green = 0;
                            for (int x = 0; x < SIDE; x++) {
                                green += pixels.getColor(x, SIDE / 2).getGreen() > 0.5 ? 1 : 0;
                            }
                            return green;
                        }))
                .isPositive();
    }

    @Test
    void aPictureWithNewIconsIsSeenAtOnceAndPaintedOnceMoreWithThem() {
        var painted = new ArrayList<String>();
        Consumer<Pen> picture =
                pen -> {
                    painted.add("");
                    all(Color.BLACK).accept(pen);
                    pen.icon(Icon.STOP, SIDE / 2.0, SIDE / 2.0, 80, Color.LIME);
                    pen.text("new", SIDE / 2.0, SIDE / 2.0, 20, Pen.Weight.MEDIUM, Color.LIME);
                };
        onFx(() -> easel.paint(picture));
        WaitForAsyncUtils.waitForFxEvents();
        painter.poll().run();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fx(() -> easel.snapshot(null, null).getPixelReader().getColor(3, 3))).isEqualTo(Color.BLACK);
        assertThat(painter).as("once more").hasSize(1);
        work();
        assertThat(painted).hasSize(2);
        onFx(() -> easel.paint(picture));
        work();
        assertThat(painted).as("its words are known").hasSize(3);
    }

    @Test
    void newWordsAreAddedToAPictureThatIsPaintedOnce() {
        var painted = new ArrayList<String>();
        onFx(() ->
                easel.paint(pen -> {
                    painted.add("");
                    all(Color.BLACK).accept(pen);
                    pen.text("██", SIDE / 2.0, SIDE / 2.0, 40, Pen.Weight.MEDIUM, Color.LIME);
                }));
        work();
        assertThat(painted).hasSize(1);
        assertThat(middle()).isEqualTo(Color.LIME);
        assertThat(fx(easel::done)).isTrue();
    }

    @Test
    void moreNewWordsThanAreDrawnAtOnceComeInOnePictureAfterTheOther() {
        var painted = new ArrayList<String>();
        onFx(() ->
                easel.paint(pen -> {
                    painted.add("");
                    all(Color.BLACK).accept(pen);
                    for (int i = 0; i < 200; i++) {
                        pen.text("word of many letters " + i, -900, -900, 30, Pen.Weight.MEDIUM, Color.LIME);
                    }
                    pen.text("██", SIDE / 2.0, SIDE / 2.0, 40, Pen.Weight.MEDIUM, Color.LIME);
                }));
        work();
        assertThat(painted).hasSizeBetween(2, 100);
        assertThat(middle()).isEqualTo(Color.LIME);
        assertThat(fx(easel::done)).isTrue();
    }

    @Test
    void aPictureThatFailsIsToldAndTheNextIsPainted() {
        onFx(() ->
                easel.paint(_ -> {
                    throw new IllegalStateException("no such mark");
                }));
        work();
        assertThat(errors).extracting(Throwable::getMessage).containsExactly("no such mark");
        onFx(() -> easel.paint(all(Color.BLUE)));
        work();
        assertThat(middle()).isEqualTo(Color.BLUE);
        assertThat(fx(easel::done)).isTrue();
    }
}
