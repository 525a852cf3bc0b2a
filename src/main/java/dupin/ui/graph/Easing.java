package dupin.ui.graph;

/// Moves marks for less [Stress], each to where its distances to all others would have it (localised majorisation). Pure.
final class Easing {
    /// Marks that no way joins keep so many edges apart, and weigh little.
    private static final double APART = 2.5;

    private static final double STRANGER = 0.05;

    private final Pivots pivots;

    /// What a way weighs, by its steps.
    private final double[] weights;

    /// @param pivots all marks
    Easing(Pivots pivots) {
        this.pivots = pivots;
        weights = new double[pivots.many()];
        for (int steps = 1; steps < weights.length; steps++) {
            weights[steps] = 1 / ((double) steps * steps);
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
        short[] far = pivots.steps(mark);
        for (int other = 0; other < far.length; other++) {
            if (other == mark) {
                continue;
            }
            int d = far[other];
            double dx = atX - x[other];
            double dy = atY - y[other];
            double distance = Math.sqrt(dx * dx + dy * dy) + 1e-9;
            double wanted = d < 0 ? Math.max(distance, APART * unit) : d * unit;
            double w = d < 0 ? STRANGER : weights[d];
            double k = w * (wanted / distance);
            sumX += w * x[other] + dx * k;
            sumY += w * y[other] + dy * k;
            sum += w;
        }
        if (sum > 0) {
            x[mark] = sumX / sum;
            y[mark] = sumY / sum;
        }
    }
}
