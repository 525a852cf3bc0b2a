/// Exports of Microsoft Defender: Graph security incidents and alerts, Defender XDR incidents, Defender for Endpoint
/// alerts, investigations, machines and machine actions, and the investigation records of the Office 365 audit log.
///
/// - **Decision** Words of the source (status, verdict, remediation status) are handed on as they stand. **Because** their
///   spelling differs per surface and year, and the analyst compares them with the portal.
/// - **Decision** Evidence without any identity (all fields null) is not handed on. **Because** it cannot be told from any
///   other; the alert's raw text keeps it. **Price** the evidence count may be lower than the export's.
@NullMarked
package dupin.intake.defender;

import org.jspecify.annotations.NullMarked;
