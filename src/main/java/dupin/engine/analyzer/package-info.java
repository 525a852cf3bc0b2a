/// The kinds of looking. Each analyzer reads facts about the entities in scope and states findings that a person can
/// check; none decides anything alone, none keeps state.
///
/// - **Decision** Rules speak of behaviour (what a command does, where a file lies, who started whom), never of the names,
///   hashes or hosts of known cases. **Because** the next case has others. **Price** a known bad hash is only as bad as an
///   alert, an indicator or its behaviour says.
/// - **Decision** A program of Windows that is used for harm makes its process malicious, not its file. **Because** the file
///   is on every machine and must never be quarantined.
/// - **Decision** Analyzers run again on what the scope gained, never twice on one entity. **Because** steps are known up
///   front and a finding must not count double.
@NullMarked
package dupin.engine.analyzer;

import org.jspecify.annotations.NullMarked;
