/// How Dupin thinks: pure and deterministic. Facts, clock readings and ids come in from outside; no threads, no files,
/// no randomness. Equal input gives equal output, whatever the number of workers.
///
/// - **Decision** What an investigation finds depends on the imported facts and the policy alone, never on another
///   investigation's progress. **Because** only then are verdicts equal on one and on four workers. **Price** two
///   investigations may look at the same entity twice; the case sums the union of their findings.
/// - **Decision** The fold ([dupin.engine.CaseState]) is the one place that gives entries their meaning; the store keeps
///   the rows that it hands out. **Because** two readings of one journal would drift apart.
/// - **Decision** Rejecting an action is deciding it: an investigation whose actions were all carried out or rejected ends
///   as remediated and says how many were rejected, but resolves no alert; threats without any action are never called
///   remediated; incidents are closed by people alone. **Because** the documents say the first, and analysts complain of
///   what closes behind their backs. **Price** a rejected threat shows under *Remediated* until its note is read.
/// - **Decision** No file under the folders of the operating system is ever proposed for quarantine. **Because** taking a
///   system binary away does more harm than the attacker's copy beside it. **Price** malware dropped there is stopped as a
///   process or service, and removed by hand.
/// - **Decision** Identity actions follow the level of the default device group; isolating a device waits at every level.
///   **Because** users belong to no group, and a machine without network stops its user's work. **Price** a compromised
///   account waits for a click under the semi levels.
@NullMarked
package dupin.engine;

import org.jspecify.annotations.NullMarked;
