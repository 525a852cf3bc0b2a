/// Microsoft Sentinel: the tables `SecurityAlert` and `SecurityIncident` as CSV or JSON, incidents of its resource API, and
/// the entity graphs (`$id`, `$ref`) that alerts of Sentinel and of advanced hunting have in common.
///
/// - **Decision** An alert's id is its `SystemAlertId`, an incident's the provider's incident id where there is one.
///   **Because** incidents name their alerts by the former, and alerts their incident by the latter. **Price** the same
///   alert exported from Defender XDR, where it bears its vendor's id, is another alert.
@NullMarked
package dupin.intake.sentinel;

import org.jspecify.annotations.NullMarked;
