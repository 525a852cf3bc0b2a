package dupin.model;

import java.util.List;

/// The reasons of a verdict: prior + weights of the counted findings = score, always.
///
/// @param counted the strongest finding of each cause, ordered by weight (largest magnitude first), then id
/// @param uncounted findings that share a cause with a counted one
/// @param missing telemetry that the case lacks, as readable names; sorted: what analyzers needed, and what might have said
///     more where nothing speaks against the entity ([Telemetry#gap])
public record Ledger(
        EntityKey entity,
        Verdict verdict,
        int prior,
        int score,
        List<Finding> counted,
        List<Finding> uncounted,
        List<String> missing) {
    public Ledger {
        counted = List.copyOf(counted);
        uncounted = List.copyOf(uncounted);
        missing = List.copyOf(missing);
    }

    /// The same reasons under another verdict, where an analyst has the last word.
    public Ledger under(Verdict other) {
        return new Ledger(entity, other, prior, score, counted, uncounted, missing);
    }
}
