package dupin.model;

import java.time.Duration;
import java.time.Instant;

/// A device whose times are shown moved, because its clock was found to go wrong. The rows keep what the source said.
///
/// @param shift added to what the device's rows say
/// @param actor who said so, and `at` when
public record HostClock(EntityKey device, Duration shift, String reason, String actor, Instant at) {}
