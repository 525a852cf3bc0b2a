package dupin.model.sigma;

import java.util.List;
import java.util.Map;

/// Exceptions that are applied to other rules: what the filter matches, they no longer do.
///
/// @param rules ids or names; empty means every rule of the log source
public record SigmaFilter(
        RuleHead head,
        LogSource logSource,
        List<String> rules,
        Map<String, Detection> detections,
        Condition condition) {
    public SigmaFilter {
        rules = List.copyOf(rules);
    }
}
