package dupin.model.policy;

import dupin.model.Policy;
import java.time.Instant;

/// A policy that began to apply, as the journal holds it.
///
/// @param seq number of the journal's entry
public record PolicyChange(long seq, Instant at, String actor, Policy policy, String comment) {}
