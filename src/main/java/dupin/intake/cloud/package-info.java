/// Raw logs of cloud services: the Office 365 unified audit log, sign-in, audit and risk logs of Entra ID (as the Graph API
/// gives them and as diagnostic settings stream them), Azure activity, Intune, Graph activity, message trace and AWS
/// CloudTrail. Rows become events, and [dupin.intake.cloud.CloudLog] gives the same rows as detection rules read them.
///
/// - **Decision** A record is told by its own fields, whatever carries it (Elastic, Kafka, a test case, a cell of a table).
///   **Because** the same record reaches an analyst in a dozen envelopes. **Price** each record is looked into twice.
/// - **Decision** What a record says of itself stays under its source's names; only links are normalised. **Because** rules
///   and analysts ask by these names.
/// - **Decision** Of alerts in the audit log only a whole foreign investigation (`AirInvestigation`, `dupin.intake.defender`)
///   becomes alerts; others stay rows. **Because** they name their entities in ways of their own. **Price** rules have to raise them.
@NullMarked
package dupin.intake.cloud;

import org.jspecify.annotations.NullMarked;
