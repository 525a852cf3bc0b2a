package dupin.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.ui.fx.Icon;
import dupin.ui.fx.UiTest;
import java.util.stream.IntStream;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/// Words and icons are drawn once and then only coloured.
class MasksTest extends UiTest {
    private static final Pen.Weight WEIGHT = Pen.Weight.MEDIUM;

    @Override
    protected Parent view() {
        return new Pane();
    }

    private boolean make(Masks masks) {
        return fx(masks::make);
    }

    private static long covered(Masks.Mask mask) {
        return IntStream.range(0, mask.cover().length).filter(i -> mask.cover()[i] != 0).count();
    }

    @Test
    void whatIsMissingIsDrawnTogetherAndThenKnown() {
        var masks = new Masks(1 << 20);
        masks.begin();
        assertThat(masks.word("powershell.exe", 12, WEIGHT)).isSameAs(Masks.Mask.NOTHING);
        assertThat(masks.icon(Icon.STOP, 20)).isSameAs(Masks.Mask.NOTHING);
        assertThat(make(masks)).isTrue();
        masks.begin();
        Masks.Mask word = masks.word("powershell.exe", 12, WEIGHT);
        assertThat(covered(word)).isGreaterThan(100);
        assertThat(covered(masks.icon(Icon.STOP, 20))).isGreaterThan(20);
        assertThat(word.wide()).isBetween(70.0, 110.0);
        assertThat(make(masks)).as("nothing is missing").isFalse();
    }

    @Test
    void aWordOfAnotherSizeStandsInUntilTheRightOneIsDrawn() {
        var masks = new Masks(1 << 20);
        masks.begin();
        masks.word("FIN-LAPTOP-07", 12, WEIGHT);
        make(masks);
        masks.begin();
        Masks.Mask other = masks.word("FIN-LAPTOP-07", 24, WEIGHT);
        assertThat(covered(other)).isPositive();
        assertThat(make(masks)).isTrue();
        masks.begin();
        assertThat(masks.word("FIN-LAPTOP-07", 24, WEIGHT).wide()).isGreaterThan(other.wide() * 1.8);
    }

    @Test
    void ofOlderPicturesNoMoreIsKeptThanThereIsRoomFor() {
        var masks = new Masks(20_000);
        for (int picture = 0; picture < 30; picture++) {
            masks.begin();
            for (int i = 0; i < 5; i++) {
                masks.word("word " + picture + "." + i, 12, WEIGHT);
            }
            make(masks);
        }
        assertThat(masks.held()).isBetween(5_000L, 20_000L);
        masks.begin();
        masks.word("word 29.4", 12, WEIGHT);
        assertThat(make(masks)).as("the last are still known").isFalse();
        masks.word("word 0.0", 12, WEIGHT);
        assertThat(make(masks)).as("the first are not").isTrue();
    }

    @Test
    void allThatOnePictureNeedsIsKeptHoweverMuchItIs() {
        var masks = new Masks(0);
        masks.begin();
        for (int i = 0; i < 2_000; i++) {
            masks.word("a name of some length, number " + i, 12, WEIGHT);
        }
        int sheets = 0;
        while (make(masks)) {
            sheets++;
        }
        assertThat(sheets).as("a sheet holds dozens").isBetween(2, 60);
        for (int i = 0; i < 2_000; i++) {
            assertThat(covered(masks.word("a name of some length, number " + i, 12, WEIGHT))).isPositive();
        }
        assertThat(make(masks)).isFalse();
    }

    @Test
    void wordsBeginAtAWholePixelAroundTheirMiddleInTheirColour() {
        var masks = new Masks(1 << 20);
        masks.begin();
        masks.word("llll", 40, WEIGHT);
        make(masks);
        var raster = new Raster(120, 60);
        var pen = new RasterPen(raster, 1, masks);
        pen.box(0, 0, 120, 60, 0, Color.BLACK, Pen.Line.NONE);
        pen.text("llll", 60.3, 30.2, 40, WEIGHT, Color.RED);
        int[] columns =
                IntStream.range(0, 120)
                        .filter(x -> IntStream.range(0, 60).anyMatch(y -> red(raster, x, y) > 128))
                        .toArray();
        int[] rows =
                IntStream.range(0, 60)
                        .filter(y -> IntStream.range(0, 120).anyMatch(x -> red(raster, x, y) > 128))
                        .toArray();
        assertThat((columns[0] + columns[columns.length - 1]) / 2.0).isBetween(57.5, 62.5);
        assertThat((rows[0] + rows[rows.length - 1]) / 2.0).isBetween(25.0, 33.0);
        assertThat(IntStream.of(raster.pixels).filter(p -> (p & 0xFFFF) != 0).count()).as("red alone").isZero();
    }

    private static int red(Raster raster, int x, int y) {
        return raster.pixels[y * raster.width + x] >> 16 & 0xFF;
    }
}
