package dupin.ui.graph;

/// How far marks on the picture are from lying as far apart as they are in the graph. Pure.
final class Stress {
    /// Up to so many marks all pairs are looked at; of larger pictures the ways from some marks to all.
    private static final int ALL_PAIRS = 5_000;

    private static final int SAMPLE = 200;

    private Stress() {}

    /// Sum over pairs of (1 - s·seen/steps)², by the number of pairs, at the scale that suits best: 0 for a picture that
    /// tells every distance, 1 for a point. Pairs that no way joins do not count.
    static double of(GraphPositions at, Links links) {
        int count = at.size();
        int each = count <= ALL_PAIRS ? 1 : count / SAMPLE;
        short[] steps = new short[count];
        double ratio = 0;
        double squares = 0;
        long pairs = 0;
        for (int from = 0; from < count; from += each) {
            Pivots.walk(links, from, steps);
            for (int i = 0; i < count; i++) {
                if (steps[i] > 0) {
                    double r = Math.hypot(at.x(i) - at.x(from), at.y(i) - at.y(from)) / steps[i];
                    ratio += r;
                    squares += r * r;
                    pairs++;
                }
            }
        }
        return pairs == 0 || squares == 0 ? 0 : 1 - ratio * ratio / (pairs * squares);
    }
}
