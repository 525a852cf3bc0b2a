package dupin.model.sigma;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A rule over the matches of other rules.
///
/// @param rules ids or names of the rules it rests on, in order
/// @param groupBy fields (or aliases) whose values must agree
/// @param aliases alias → rule → field of that rule's events
/// @param generate whether the rules it rests on give alerts of their own as well
public record CorrelationRule(
        RuleHead head,
        Type type,
        List<String> rules,
        List<String> groupBy,
        Map<String, Map<String, String>> aliases,
        Duration timespan,
        Threshold threshold,
        boolean generate) {
    public CorrelationRule {
        rules = List.copyOf(rules);
        groupBy = List.copyOf(groupBy);
    }

    /// What is counted or compared.
    public enum Type {
        EVENT_COUNT,
        VALUE_COUNT,
        TEMPORAL,
        TEMPORAL_ORDERED,
        VALUE_SUM,
        VALUE_AVG,
        VALUE_PERCENTILE,
        VALUE_MEDIAN
    }

    /// @param bounds operator (`gt gte lt lte eq neq`) → number; all must hold
    /// @param fields the fields of which values are taken, for `value_*`
    /// @param percentile 0…100, for [Type#VALUE_PERCENTILE]
    public record Threshold(Map<String, Double> bounds, List<String> fields, double percentile) {
        public Threshold {
            fields = List.copyOf(fields);
        }

        public boolean holds(double value) {
            for (Map.Entry<String, Double> bound : bounds.entrySet()) {
                double limit = bound.getValue();
                boolean met =
                        switch (bound.getKey()) {
                            case "gt" -> value > limit;
                            case "gte" -> value >= limit;
                            case "lt" -> value < limit;
                            case "lte" -> value <= limit;
                            case "eq" -> value == limit;
                            default -> value != limit;
                        };
                if (!met) {
                    return false;
                }
            }
            return true;
        }
    }
}
