package dupin.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// White on black: the sum of all pixels is the area that was covered.
class RasterTest {
    private static final int SIDE = 100;
    private static final Raster.Ink WHITE = Raster.Ink.of(Color.WHITE, 1);

    private final Raster raster = new Raster(SIDE, SIDE);

    RasterTest() {
        raster.ground(Color.BLACK);
    }

    private double area() {
        return IntStream.of(raster.pixels).mapToDouble(pixel -> (pixel & 0xFF) / 255.0).sum();
    }

    private int at(int x, int y) {
        return raster.pixels[y * SIDE + x] & 0xFFFFFF;
    }

    @ParameterizedTest
    @CsvSource({"50, 50, 20", "50.3, 49.8, 4.5", "50, 50, 1.5", "0, 50, 10"})
    void aCircleCoversItsArea(float x, float y, float radius) {
        raster.circle(x, y, radius, WHITE, Raster.Ink.NONE, 0, 0);
        double whole = Math.PI * radius * radius;
        assertThat(area()).isCloseTo(x == 0 ? whole / 2 : whole, within(Math.max(0.3, whole * 0.03)));
    }

    @Test
    void aBorderLiesAstrideOfItsLine() {
        raster.circle(50, 50, 20, Raster.Ink.NONE, WHITE, 1, 0);
        assertThat(area()).isCloseTo(2 * Math.PI * 20 * 2, within(6.0));
        assertThat(at(50, 50)).isZero();
        raster.ground(Color.BLACK);
        raster.circle(50, 50, 20, Raster.Ink.NONE, WHITE, 1, 4);
        assertThat(area()).as("half of it is gaps").isCloseTo(Math.PI * 20 * 2, within(12.0));
    }

    @Test
    void dashesOfACircleAreAlikeAllAround() {
        raster.circle(50, 50, 40, Raster.Ink.NONE, WHITE, 1, 10);
        int changes = 0;
        for (int quarter = 0; quarter < 4; quarter++) {
            int own = 0;
            boolean before = false;
            for (int step = 0; step < 500; step++) {
                double angle = (quarter + step / 500.0) * Math.PI / 2;
                int pixel = at((int) (50 + 40 * Math.cos(angle)), (int) (50 + 40 * Math.sin(angle)));
                boolean dash = (pixel & 0xFF) > 0x60;
                own += step > 0 && dash != before ? 1 : 0;
                before = dash;
            }
            assertThat(own).as("dashes and gaps of 10 in a quarter of 63").isBetween(5, 7);
            changes += own;
        }
        assertThat(changes).isBetween(22, 26);
    }

    @ParameterizedTest
    @CsvSource({"10, 10, 11.5, 11.5", "10.25, 10.5, 30.75, 10.75", "-3, 98, 5, 120"})
    void aTileCoversPixelsAsFarAsItReachesIntoThem(float left, float top, float right, float bottom) {
        raster.tile(left, top, right, bottom, WHITE);
        double wide = Math.min(right, SIDE) - Math.max(left, 0);
        double high = Math.min(bottom, SIDE) - Math.max(top, 0);
        assertThat(area()).isCloseTo(wide * high, within(0.15));
    }

    @Test
    void aPolygonCoversItsAreaWhicheverWayItTurns() {
        raster.polygon(new float[] {10, 10, 60, 10, 60, 40}, WHITE, Raster.Ink.NONE, 0);
        assertThat(area()).isCloseTo(50 * 30 / 2.0, within(15.0));
        raster.ground(Color.BLACK);
        raster.polygon(new float[] {60, 40, 60, 10, 10, 10}, WHITE, Raster.Ink.NONE, 0);
        assertThat(area()).isCloseTo(50 * 30 / 2.0, within(15.0));
    }

    @Test
    void aBoxHasRoundCorners() {
        raster.box(10, 10, 60, 20, 8, WHITE, Raster.Ink.NONE, 0);
        assertThat(area()).isCloseTo(60 * 20 - (4 - Math.PI) * 64, within(6.0));
        assertThat(at(10, 10)).isZero();
        assertThat(at(40, 10)).isEqualTo(0xFFFFFF);
    }

    @ParameterizedTest
    @CsvSource({"10, 20, 90, 20", "20, 10, 20, 90", "10, 10, 90, 50", "90, 80, 30, 10", "10, 90, 90, 10"})
    void aLineIsAsWideAsItIsLongInAnyDirection(float x1, float y1, float x2, float y2) {
        raster.line(x1, y1, x2, y2, WHITE, 1, 0, 0);
        double length = Math.hypot(x2 - x1, y2 - y1);
        assertThat(area()).isCloseTo(2 * length, within(length * 0.08 + 1.5));
        raster.ground(Color.BLACK);
        raster.line(x1, y1, x2, y2, WHITE, 1, 4, 0);
        assertThat(area()).as("dashed").isCloseTo(length, within(length * 0.15 + 4));
    }

    @Test
    void piecesThatContinueEachOtherCoverNothingTwice() {
        Raster.Ink faint = Raster.Ink.of(Color.WHITE, 0.5);
        raster.line(10, 30, 50.5f, 30, faint, 1, 0, 0);
        raster.line(50.5f, 30, 90, 30, faint, 1, 0, 0);
        int shade = at(20, 30);
        assertThat(shade & 0xFF).isCloseTo(127, within(3));
        assertThat(IntStream.range(12, 88).map(x -> at(x, 30)).distinct()).containsExactly(shade);
    }

    @Test
    void nothingLeavesTheRaster() {
        var chance = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            float x = chance.nextFloat(-300, 400);
            float y = chance.nextFloat(-300, 400);
            float x2 = chance.nextFloat(-300, 400);
            float y2 = chance.nextFloat(-300, 400);
            raster.line(x, y, x2, y2, WHITE, chance.nextFloat(0.2f, 3), i % 2 == 0 ? 4 : 0, 0);
            raster.circle(x, y, chance.nextFloat(0.5f, 60), WHITE, WHITE, 1, i % 3 == 0 ? 4 : 0);
            raster.box(x, y, Math.abs(x2), Math.abs(y2), 5, WHITE, WHITE, 1);
            raster.polygon(new float[] {x, y, x2, y, x2, y2}, WHITE, WHITE, 1);
        }
        assertThat(raster.pixels).hasSize(SIDE * SIDE);
    }

    @Test
    void halfOpaqueInkIsMixedWithTheGround() {
        raster.ground(Color.rgb(200, 100, 0));
        raster.box(0, 0, SIDE, SIDE, 0, Raster.Ink.of(Color.rgb(0, 200, 100), 0.5), Raster.Ink.NONE, 0);
        int pixel = raster.pixels[SIDE * 50 + 50];
        assertThat(pixel >>> 24).isEqualTo(255);
        assertThat(pixel >> 16 & 0xFF).isCloseTo(100, within(2));
        assertThat(pixel >> 8 & 0xFF).isCloseTo(150, within(2));
        assertThat(pixel & 0xFF).isCloseTo(50, within(2));
    }
}
