package dupin.engine;

import dupin.model.Finding;
import dupin.model.Ledger;
import dupin.model.Telemetry;
import dupin.model.Verdict;
import dupin.model.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// "Without these findings it would be …": a smallest set of findings on which the verdict hangs.
///
/// Findings of one cause replace each other: to take the cause's voice away, its strongest finding must go, then the next.
/// So only the first *k* of each cause need to be tried, and a set is found by asking how far so many removals can move the
/// sum at most, long before all sets are tried.
///
/// @param without the verdict that the other findings alone would give
/// @param score their sum
public record Counterfactual(List<Finding> removed, Verdict without, int score) {
    /// More sets of the smallest size than these are not listed.
    public static final int MOST = 8;

    /// Sets looked at before the search gives up; far beyond what a ledger of a real case needs.
    private static final int PATIENCE = 200_000;

    private static final Comparator<Finding> STRONGEST =
            Comparator.comparingInt((Finding f) -> Math.abs(f.weight())).reversed().thenComparing(Finding::id);

    public Counterfactual {
        removed = List.copyOf(removed);
    }

    /// The smallest sets, at most [#MOST], in a fixed order: those that leave the weaker case first. Empty when no
    /// removal changes the verdict.
    public static List<Counterfactual> smallest(Ledger ledger, Weights weights) {
        return new Search(ledger, weights).run();
    }

    private static final class Search {
        private final Ledger ledger;
        private final Weights weights;
        private final List<Finding> all;
        private final List<Finding> listed;
        private final Verdict verdict;
        private final int base;
        private final List<Counterfactual> found = new ArrayList<>();
        private List<List<Finding>> causes = List.of();
        private int tried;

        Search(Ledger ledger, Weights weights) {
            this.ledger = ledger;
            this.weights = weights;
            // What counts nothing changes nothing when it goes.
            all =
                    Stream.concat(ledger.counted().stream(), ledger.uncounted().stream())
                            .filter(f -> f.weight() != 0)
                            .toList();
            listed = all.stream().filter(f -> f.analyzer().equals(VerdictWeigher.INDICATORS)).toList();
            Ledger whole = sum(List.of());
            verdict = whole.verdict();
            base = whole.score();
        }

        List<Counterfactual> run() {
            for (int size = 1; size <= all.size() && found.isEmpty() && tried < PATIENCE; size++) {
                causes = causes(List.of());
                choose(0, size, new ArrayList<>());
                if (!listed.isEmpty() && size >= listed.size()) {
                    causes = causes(listed);
                    choose(0, size - listed.size(), new ArrayList<>(listed));
                }
            }
            found.sort(
                    Comparator.comparingInt((Counterfactual c) -> Math.abs(c.score() - base))
                            .reversed()
                            .thenComparing(c -> c.removed().stream().map(Finding::id).collect(Collectors.joining())));
            return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
        }

        /// What speaks when those are gone, by cause, the strongest first. A list that stands silences one side.
        private List<List<Finding>> causes(List<Finding> gone) {
            Ledger rest = sum(gone);
            boolean allow = gone.isEmpty() && listed.stream().anyMatch(f -> f.weight() < 0);
            boolean block = gone.isEmpty() && listed.stream().anyMatch(f -> f.weight() > 0);
            Map<String, List<Finding>> byCause =
                    Stream.concat(rest.counted().stream(), rest.uncounted().stream())
                            .filter(f -> !listed.contains(f))
                            .filter(f -> !(allow && f.weight() > 0) && !(block && f.weight() < 0))
                            .sorted(STRONGEST)
                            .collect(Collectors.groupingBy(Finding::cause, LinkedHashMap::new, Collectors.toList()));
            return List.copyOf(byCause.values());
        }

        private void choose(int from, int left, List<Finding> removed) {
            if (left == 0) {
                tried++;
                Ledger rest = sum(removed);
                if (rest.verdict() != verdict) {
                    found.add(new Counterfactual(List.copyOf(removed), rest.verdict(), rest.score()));
                }
                return;
            }
            if (from == causes.size() || tried > PATIENCE || !canStillChange(from, left, removed)) {
                return;
            }
            List<Finding> cause = causes.get(from);
            for (int k = Math.min(left, cause.size()); k >= 0; k--) {
                int before = removed.size();
                removed.addAll(cause.subList(0, k));
                choose(from + 1, left - k, removed);
                removed.subList(before, removed.size()).clear();
            }
        }

        /// Whether the causes still to come can move the sum over a threshold with so many removals, at the very most.
        private boolean canStillChange(int from, int left, List<Finding> removed) {
            if (at(base) == 0 && !ledger.missing().stream().allMatch(Telemetry::isGap)) {
                return true;
            }
            int score = sum(removed).score();
            var down = new ArrayList<Integer>();
            var up = new ArrayList<Integer>();
            for (List<Finding> cause : causes.subList(from, causes.size())) {
                for (int i = 0; i < cause.size(); i++) {
                    int next = i + 1 < cause.size() ? cause.get(i + 1).weight() : 0;
                    int step = next - cause.get(i).weight();
                    (step < 0 ? down : up).add(Math.abs(step));
                }
            }
            return at(score - most(down, left)) != at(base) || at(score + most(up, left)) != at(base);
        }

        private int at(int score) {
            return score >= weights.of("threshold.malicious") ? 2 : score >= weights.of("threshold.suspicious") ? 1 : 0;
        }

        private static int most(List<Integer> steps, int many) {
            steps.sort(Collections.reverseOrder());
            return steps.stream().limit(many).mapToInt(Integer::intValue).sum();
        }

        private Ledger sum(List<Finding> removed) {
            var gone = new HashSet<String>();
            removed.forEach(f -> gone.add(f.id()));
            List<Finding> rest = all.stream().filter(f -> !gone.contains(f.id())).toList();
            return VerdictWeigher.sum(ledger.entity(), ledger.entity().kind(), rest, ledger.missing(), weights);
        }
    }
}
