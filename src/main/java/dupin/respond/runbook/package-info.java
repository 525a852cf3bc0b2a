/// Actions as a plan that a person follows without any API: Markdown to read, CACAO 2.0 for tools, PowerShell to run, and a
/// signature over all of it.
///
/// - **Decision** Every text of evidence that reaches a script is one single-quoted literal, and one that cannot be such a
///   literal reaches none. **Because** the name of a file is written by whoever put it there.
@NullMarked
package dupin.respond.runbook;

import org.jspecify.annotations.NullMarked;
