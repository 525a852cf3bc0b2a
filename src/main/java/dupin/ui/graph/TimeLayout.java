package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// From left to right as it happened: each mark lies at the time of what it stands for, in the lane of its layer. Long waits are
/// drawn shorter than they were, by their logarithm: seconds of an attack would vanish beside a week of silence. What has no
/// time lies with the neighbour that was first, else at the far left.
record TimeLayout(Stop stop) implements GraphLayout {
    private static final double LANE_GAP = 0.45 * StoryLayout.ROW;
    private static final double STEP = 34;

    @Override
    public GraphPositions place(InvestigationGraph graph, GraphPositions before) {
        int n = graph.nodes().size();
        if (n == 0) {
            return GraphPositions.EMPTY;
        }
        @Nullable Instant[] times = times(graph, Links.of(graph));
        double[] x = columns(times);
        double[] y = new double[n];
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                java.util.Comparator.<Integer>comparingInt(i -> graph.nodes().get(i).layer())
                        .thenComparingDouble(i -> x[i])
                        .thenComparing(i -> graph.nodes().get(i).id()));
        double top = 0;
        int start = 0;
        while (start < n) {
            stop.check();
            int end = start;
            int layer = graph.nodes().get(order[start]).layer();
            while (end < n && graph.nodes().get(order[end]).layer() == layer) {
                end++;
            }
            top = lane(order, start, end, x, y, top) + StoryLayout.ROW + LANE_GAP;
            start = end;
        }
        return GraphPositions.of(graph, x, y);
    }

    /// Each mark goes to the highest row of its lane that is free there.
    ///
    /// @return height of the lowest row
    private static double lane(Integer[] order, int start, int end, double[] x, double[] y, double top) {
        double[] free = new double[end - start];
        Arrays.fill(free, Double.NEGATIVE_INFINITY);
        int rows = 0;
        for (int k = start; k < end; k++) {
            int node = order[k];
            int row = 0;
            while (row < rows && free[row] > x[node]) {
                row++;
            }
            rows = Math.max(rows, row + 1);
            free[row] = x[node] + StoryLayout.COLUMN;
            y[node] = top + row * StoryLayout.ROW;
        }
        return top + (rows - 1) * StoryLayout.ROW;
    }

    /// Own times, else the earliest of the neighbours.
    static @Nullable Instant[] times(InvestigationGraph graph, Links links) {
        Map<String, Instant> known = graph.times();
        int n = graph.nodes().size();
        @Nullable Instant[] own = new Instant[n];
        for (int i = 0; i < n; i++) {
            own[i] = known.get(graph.nodes().get(i).id());
        }
        @Nullable Instant[] times = own.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; own[i] == null && k < links.degree(i); k++) {
                Instant other = own[links.neighbour(i, k)];
                Instant now = times[i];
                if (other != null && (now == null || other.isBefore(now))) {
                    times[i] = other;
                }
            }
        }
        return times;
    }

    private static double[] columns(@Nullable Instant[] times) {
        Instant[] moments =
                Arrays.stream(times)
                        .filter(java.util.Objects::nonNull)
                        .map(Instant.class::cast)
                        .distinct()
                        .sorted()
                        .toArray(Instant[]::new);
        double[] at = new double[moments.length];
        for (int i = 1; i < moments.length; i++) {
            at[i] = at[i - 1] + gap(Duration.between(moments[i - 1], moments[i]));
        }
        double[] x = new double[times.length];
        for (int i = 0; i < x.length; i++) {
            Instant time = times[i];
            x[i] = time == null ? -2 * StoryLayout.COLUMN : at[Arrays.binarySearch(moments, time)];
        }
        return x;
    }

    /// A second is a step, a minute some more, a day about five.
    private static double gap(Duration wait) {
        double seconds = Math.max(0, wait.toMillis() / 1_000.0);
        return STEP * (0.5 + Math.log10(1 + seconds));
    }
}
