package dupin.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LyingTest {
    private static final int MANY = 400;

    private final double[] x = new double[MANY];
    private final double[] y = new double[MANY];

    /// A strip of 1,000 by 300, turned.
    private void strip(double turned) {
        var random = new Random(7);
        for (int i = 0; i < MANY; i++) {
            double along = random.nextDouble() * 1_000;
            double across = random.nextDouble() * 300;
            x[i] = along * Math.cos(turned) - across * Math.sin(turned);
            y[i] = along * Math.sin(turned) + across * Math.cos(turned);
        }
    }

    @Test
    void howeverItStoodItLiesDown() {
        for (double turned = 0; turned < 2 * Math.PI; turned += 0.3) {
            strip(turned);
            Lying.down(x, y, new double[MANY], 1);
            assertThat(reach(x)).isGreaterThan(2.5 * reach(y));
        }
    }

    @Test
    void onlyItsSizeAndItsTurnAreChanged() {
        strip(1.1);
        double[] beforeX = x.clone();
        double[] beforeY = y.clone();
        Lying.down(x, y, new double[MANY], 2);
        for (int i = 2; i < MANY; i++) {
            assertThat(Math.hypot(x[i] - x[0], y[i] - y[0]))
                    .isCloseTo(2 * Math.hypot(beforeX[i] - beforeX[0], beforeY[i] - beforeY[0]), within(1e-6));
            assertThat(area(x, y, i)).as("mirrored").isCloseTo(4 * area(beforeX, beforeY, i), within(1e-3));
        }
    }

    @Test
    void whatGrowsGrowsToTheRight() {
        for (double turned : new double[] {0.4, 0.4 + Math.PI}) {
            strip(turned);
            double[] along = new double[MANY];
            Arrays.setAll(along, i -> x[i] * Math.cos(turned) + y[i] * Math.sin(turned));
            Lying.down(x, y, along, 1);
            double product = 0;
            for (int i = 0; i < MANY; i++) {
                product += (along[i] - 500) * x[i];
            }
            assertThat(product).isPositive();
        }
    }

    @Test
    void oneMarkIsNoFailure() {
        double[] one = {5};
        Lying.down(one, new double[] {7}, new double[] {1}, 1);
        assertThat(one[0]).isFinite();
    }

    private static double area(double[] x, double[] y, int i) {
        return (x[1] - x[0]) * (y[i] - y[0]) - (x[i] - x[0]) * (y[1] - y[0]);
    }

    private static double reach(double[] places) {
        var reach = Arrays.stream(places).summaryStatistics();
        return reach.getMax() - reach.getMin();
    }
}
