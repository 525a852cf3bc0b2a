package dupin.ui.graph;

import java.util.stream.IntStream;

/// Lets marks of one layer change places as long as fewer edges cross, drawn straight, or as few over shorter ways. Looks at
/// each pair of neighbours anew, which pays for pictures that somebody reads whole. Pure.
final class Untangling {
    private static final int PASSES = 2;

    /// Marks so far apart in their layer change places.
    private static final int REACH = 3;

    /// Ways that differ by less are as long.
    private static final double SAME = 1;

    private final Tangle tangle;

    Untangling(Tangle tangle) {
        this.tangle = tangle;
    }

    /// @param layers marks of each
    void run(int[][] layers, Stop stop) {
        for (int pass = 0; pass < PASSES; pass++) {
            boolean any = false;
            for (int[] layer : layers) {
                stop.check();
                any |= pass(byHeight(layer));
            }
            if (!any) {
                return;
            }
        }
    }

    private int[] byHeight(int[] layer) {
        double[] x = tangle.x;
        double[] y = tangle.y;
        return IntStream.of(layer)
                .boxed()
                .sorted((a, b) -> y[a] != y[b] ? Double.compare(y[a], y[b]) : Double.compare(x[a], x[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean pass(int[] layer) {
        boolean any = false;
        for (int apart = 1; apart <= REACH; apart++) {
            for (int i = 0; i + apart < layer.length; i++) {
                int a = layer[i];
                int b = layer[i + apart];
                int crossings = tangle.known(a) + tangle.known(b);
                double way = tangle.way(a) + tangle.way(b);
                tangle.swap(a, b);
                boolean shorter = tangle.way(a) + tangle.way(b) < way - SAME;
                if (tangle.crossAtMost(shorter ? crossings : crossings - 1, a, b)) {
                    tangle.keep();
                    layer[i] = b;
                    layer[i + apart] = a;
                    any = true;
                } else {
                    tangle.swap(a, b);
                }
            }
        }
        return any;
    }
}
