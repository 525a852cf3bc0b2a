package dupin.ui.graph;

/// Isotonic regression by pooling neighbours that violate the order; linear time.
final class Rising {
    private Rising() {}

    /// Replaces the values by the nearest ones (least squares) that never fall.
    static void fit(double[] values) {
        double[] level = new double[values.length];
        int[] weight = new int[values.length];
        int blocks = 0;
        for (double value : values) {
            level[blocks] = value;
            weight[blocks] = 1;
            blocks++;
            while (blocks > 1 && level[blocks - 2] > level[blocks - 1]) {
                int sum = weight[blocks - 2] + weight[blocks - 1];
                level[blocks - 2] =
                        (level[blocks - 2] * weight[blocks - 2] + level[blocks - 1] * weight[blocks - 1]) / sum;
                weight[blocks - 2] = sum;
                blocks--;
            }
        }
        int at = 0;
        for (int b = 0; b < blocks; b++) {
            for (int k = 0; k < weight[b]; k++) {
                values[at++] = level[b];
            }
        }
    }
}
