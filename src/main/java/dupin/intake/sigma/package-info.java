/// Reads Sigma rules (specification 2.x) from YAML.
///
/// Decision: files are composed to nodes with their lines, never constructed to objects; a rule that is not understood
/// whole is refused with file, line and reason.
/// Because: a rule that is silently half-read gives wrong alerts, and plain scalars must stay as written (`0x10`, `no`, dates).
/// Price: rules in the manner of Sigma 1 (`action: global`, pipes in conditions) are refused and must be converted by their owner.
@NullMarked
package dupin.intake.sigma;

import org.jspecify.annotations.NullMarked;
