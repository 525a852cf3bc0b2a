package dupin.model.sigma;

import java.util.Map;

/// A rule over single events.
///
/// @param detections selections by name, in the order written
public record SigmaRule(RuleHead head, LogSource logSource, Map<String, Detection> detections, Condition condition) {}
