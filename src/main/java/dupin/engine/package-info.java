/// How Dupin thinks: pure and deterministic. Facts, clock readings and ids come in from outside; no threads, no files,
/// no randomness. Equal input gives equal output, whatever the number of workers.
///
/// - **Decision** What an investigation finds depends on the imported facts and the policy alone, never on another
///   investigation's progress. **Because** only then are verdicts equal on one and on four workers. **Price** two
///   investigations may look at the same entity twice; the case sums the union of their findings.
/// - **Decision** The fold ([dupin.engine.CaseState]) is the one place that gives entries their meaning; the store keeps
///   the rows that it hands out. **Because** two readings of one journal would drift apart.
@NullMarked
package dupin.engine;

import org.jspecify.annotations.NullMarked;
