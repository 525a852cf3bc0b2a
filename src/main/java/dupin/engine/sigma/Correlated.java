package dupin.engine.sigma;

import dupin.model.sigma.CorrelationRule;
import java.time.Instant;
import java.util.List;

/// A rule over rules that holds for a group within a time.
///
/// @param group the values that agree, in the order of the rule's `group-by`
/// @param hits what it rests on, by time
public record Correlated(CorrelationRule rule, List<String> group, List<Hit> hits) {
    public Correlated {
        group = List.copyOf(group);
        hits = List.copyOf(hits);
    }

    public Instant last() {
        return hits.getLast().time();
    }
}
