/// Playbooks as CACAO 2.0 documents: checked against a schema of the parts that are supported, then against what a schema
/// cannot say (references, reachability, circles), then turned into instructions for a run.
///
/// - **Decision** Commands that reach out of the program (ssh, bash, powershell, http-api, openc2-http …) are never carried
///   out, whatever a document says; they are shown as work for people. **Because** a playbook is a file that somebody sent.
///   **Price** a document made for an orchestrator runs here as a checklist.
/// - **Decision** Our own commands are of the type `dupin-analysis`, with the analyzer's name, and `dupin-phase`; the phase
///   of a step and the short id of a playbook stand under our extension definition. **Because** command types are an open
///   vocabulary, and properties of our own belong under extensions.
/// - **Decision** The branches of a parallel step are gone through one after the other in the order of the document.
///   **Because** the same case must give the same verdicts. **Price** no branch is faster than the sum.
@NullMarked
package dupin.intake.cacao;

import org.jspecify.annotations.NullMarked;
