package dupin.model;

import java.time.Instant;

/// An analyst's verdict on an entity, which stands before the engine's own until it is withdrawn, whatever later runs say.
///
/// @param reason why; never empty
/// @param by who said so
public record VerdictOverride(Verdict verdict, String reason, String by, Instant at) {}
