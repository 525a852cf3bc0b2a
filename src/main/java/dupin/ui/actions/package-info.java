/// The action center: what waits for a decision, what was decided, and the commands approve, reject and undo.
///
/// - **Decision** One model feeds the narrow pane of the workspace and the whole page. **Because** both must count and filter alike.
///   **Price** the page carries filters that the pane does not show.
/// - **Decision** Reversible actions are approved at one click and can be taken back from the toast; what cannot be undone, or cuts a device
///   or a person off, is asked for with verb, object and count. **Because** questions that are always asked are never read.
///   **Price** two ways to the same command.
/// - **Decision** A selection may mix types; each command works on those of its items that allow it and says how many. **Because** waiting
///   actions of one attack are of many types. **Price** the counts on the buttons differ from the count of the selection.
@NullMarked
package dupin.ui.actions;

import org.jspecify.annotations.NullMarked;
