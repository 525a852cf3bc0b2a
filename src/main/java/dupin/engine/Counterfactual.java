package dupin.engine;

import dupin.model.Finding;
import dupin.model.Ledger;
import dupin.model.Verdict;
import dupin.model.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// "Without this finding it would be …": the smallest single finding on which the verdict hangs.
///
/// @param without the verdict that the other findings alone would give
/// @param score their sum
public record Counterfactual(Finding finding, Verdict without, int score) {

    /// Empty when no single finding changes the verdict. A finding that shares its cause is replaced by the next strongest.
    public static Optional<Counterfactual> of(Ledger ledger, Weights weights) {
        List<Finding> smallestFirst =
                ledger.counted().stream()
                        .sorted(Comparator.comparingInt((Finding f) -> Math.abs(f.weight())).thenComparing(Finding::id))
                        .toList();
        for (Finding candidate : smallestFirst) {
            var others = new ArrayList<Finding>(ledger.counted());
            others.addAll(ledger.uncounted());
            others.removeIf(f -> f.id().equals(candidate.id()));
            Ledger rest =
                    VerdictWeigher.sum(ledger.entity(), ledger.entity().kind(), others, ledger.missing(), weights);
            if (rest.verdict() != ledger.verdict()) {
                return Optional.of(new Counterfactual(candidate, rest.verdict(), rest.score()));
            }
        }
        return Optional.empty();
    }
}
