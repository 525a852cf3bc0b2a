package dupin.ui.graph;

/// Moves marks for less [Stress], each to where its distances to pivots and neighbours would have it (localised
/// majorisation). Pure.
final class Easing {
    /// What an edge weighs where not all marks are pivots.
    private static final double NEIGHBOUR = 1;

    /// Marks that no way joins keep so many edges apart, and weigh little.
    private static final double APART = 2.5;

    private static final double STRANGER = 0.05;

    private final Links links;
    private final Pivots pivots;
    private final boolean all;

    /// Steps from each mark to the pivots.
    private final short[][] steps;

    private final double[][] weights;

    Easing(Links links, Pivots pivots, int count) {
        this.links = links;
        this.pivots = pivots;
        all = pivots.many() == count;
        weights = pivots.weights();
        steps = new short[count][pivots.many()];
        for (int p = 0; p < pivots.many(); p++) {
            short[] row = pivots.steps(p);
            for (int i = 0; i < count; i++) {
                steps[i][p] = row[i];
            }
        }
    }

    /// @param unit distance on the picture of two marks that an edge joins
    void ease(double[] x, double[] y, double unit, int rounds, Stop stop) {
        for (int round = 0; round < rounds; round++) {
            stop.check();
            for (int i = 0; i < x.length; i++) {
                move(i, x, y, unit);
            }
        }
    }

    private void move(int mark, double[] x, double[] y, double unit) {
        double atX = x[mark];
        double atY = y[mark];
        double sumX = 0;
        double sumY = 0;
        double sum = 0;
        short[] far = steps[mark];
        for (int p = 0; p < far.length; p++) {
            int other = pivots.mark(p);
            if (other == mark) {
                continue;
            }
            int d = far[p];
            double dx = atX - x[other];
            double dy = atY - y[other];
            double distance = Math.sqrt(dx * dx + dy * dy) + 1e-9;
            double wanted = d < 0 ? Math.max(distance, APART * unit) : d * unit;
            double w = d < 0 ? STRANGER : weights[p][d];
            double k = w * (wanted / distance);
            sumX += w * x[other] + dx * k;
            sumY += w * y[other] + dy * k;
            sum += w;
        }
        for (int k = 0; !all && k < links.degree(mark); k++) {
            int other = links.neighbour(mark, k);
            double dx = atX - x[other];
            double dy = atY - y[other];
            double part = unit / (Math.sqrt(dx * dx + dy * dy) + 1e-9);
            sumX += NEIGHBOUR * (x[other] + dx * part);
            sumY += NEIGHBOUR * (y[other] + dy * part);
            sum += NEIGHBOUR;
        }
        if (sum > 0) {
            x[mark] = sumX / sum;
            y[mark] = sumY / sum;
        }
    }
}
