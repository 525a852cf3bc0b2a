package dupin.engine.sigma;

import java.time.Instant;
import java.util.Map;

/// A match as rules over rules see it.
///
/// @param ruleId the rule that matched
/// @param row number of the row in the caller's order; ties in time are broken by it
/// @param values the event's fields that groups and counts need
public record Hit(String ruleId, Instant time, long row, Map<String, String> values) {}
