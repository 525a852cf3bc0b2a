package dupin.model;

import java.util.Map;

/// The weights of evidence that verdicts are summed from, with priors (`prior.<kind word>`) and the two thresholds
/// (`threshold.malicious`, `threshold.suspicious`).
public record Weights(String version, Map<String, Weight> byId) {
    public Weights {
        byId = Map.copyOf(byId);
    }

    /// @throws IllegalArgumentException when the file has no such entry: a fault of the program, not of a case
    public int of(String id) {
        Weight weight = byId.get(id);
        if (weight == null) {
            throw new IllegalArgumentException("No weight named " + id);
        }
        return weight.decibans();
    }
}
