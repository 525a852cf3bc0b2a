package dupin.engine.sigma;

import dupin.model.sigma.CorrelationRule;
import java.time.Instant;
import java.util.ArrayList;
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

    /// Successive finds of a rule in a group, no further apart than the rule's timespan, as one.
    ///
    /// @param found as [Correlations#run] gives them: those of a rule and group one after the other, by time
    public static List<Correlated> joined(List<Correlated> found) {
        var joined = new ArrayList<Correlated>();
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < found.size(); i++) {
            Correlated each = found.get(i);
            hits.addAll(each.hits());
            if (i + 1 == found.size() || !each.isFollowedBy(found.get(i + 1))) {
                joined.add(new Correlated(each.rule, each.group, hits));
                hits.clear();
            }
        }
        return joined;
    }

    private boolean isFollowedBy(Correlated next) {
        return next.rule.head().id().equals(rule.head().id())
                && next.group.equals(group)
                && !next.hits.getFirst().time().isAfter(last().plus(rule.timespan()));
    }

    public Instant last() {
        return hits.getLast().time();
    }
}
