package dupin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How often a yes was right, for one kind of thing.
///
/// @param of what was told apart, for example `process`
/// @param wrong labels of what was wrongly called a threat, a few of them
/// @param missed labels of what was not found, a few of them
public record Tally(
        String of, int truePositives, int falsePositives, int falseNegatives, List<String> wrong, List<String> missed) {
    private static final int SHOWN = 40;

    public Tally {
        wrong = wrong.stream().limit(SHOWN).toList();
        missed = missed.stream().limit(SHOWN).toList();
    }

    /// 1 where nothing was called a threat.
    public double precision() {
        int said = truePositives + falsePositives;
        return said == 0 ? 1 : (double) truePositives / said;
    }

    /// 1 where there was nothing to find.
    public double recall() {
        int there = truePositives + falseNegatives;
        return there == 0 ? 1 : (double) truePositives / there;
    }

    public double f1() {
        int all = 2 * truePositives + falsePositives + falseNegatives;
        return all == 0 ? 1 : 2.0 * truePositives / all;
    }

    /// Whether there was anything to tell apart.
    public boolean any() {
        return truePositives + falsePositives + falseNegatives > 0;
    }

    /// Both together, as if they had been one case.
    Tally plus(Tally other) {
        var allWrong = new ArrayList<>(wrong);
        allWrong.addAll(other.wrong);
        var allMissed = new ArrayList<>(missed);
        allMissed.addAll(other.missed);
        return new Tally(
                of,
                truePositives + other.truePositives,
                falsePositives + other.falsePositives,
                falseNegatives + other.falseNegatives,
                allWrong,
                allMissed);
    }

    static Tally none(String of) {
        return new Tally(of, 0, 0, 0, List.of(), List.of());
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-22s %5d %5d %5d %9.3f %7.3f %7.3f",
                of,
                truePositives,
                falsePositives,
                falseNegatives,
                precision(),
                recall(),
                f1());
    }
}
