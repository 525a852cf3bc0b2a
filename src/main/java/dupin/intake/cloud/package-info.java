/// Raw logs of cloud services: the Office 365 unified audit log, sign-in, audit and risk logs of Entra ID (as the Graph API
/// gives them and as diagnostic settings stream them), Azure activity, Intune, Graph activity, message trace and AWS
/// CloudTrail. Rows become events, and [dupin.intake.cloud.CloudLog] gives the same rows as detection rules read them.
///
/// - **Decision** A record is told by its own fields, whatever carries it (Elastic, Kafka, a test case, a cell of a table).
///   **Because** the same record reaches an analyst in a dozen envelopes. **Price** each record is looked into twice.
/// - **Decision** What a record says of itself stays under its source's names; only links are normalised. **Because** rules
///   and analysts ask by these names.
/// - **Decision** Alerts in the audit log become alerts, beside their rows: a whole foreign investigation
///   (`AirInvestigation`, `dupin.intake.defender`), and alerts of Security & Compliance and of Cloud App Security with the
///   entity that each record names. **Because** an audit log is often all that an analyst is given. **Price** records of one
///   alert are joined only under its id.
/// - **Decision** Rows of tables that portals export are brought into the shape of the same records in JSON, and kept as JSON
///   objects of their cells. **Because** one reading then serves both. **Price** a row that is looked at shows JSON, not the
///   line of the file.
@NullMarked
package dupin.intake.cloud;

import org.jspecify.annotations.NullMarked;
