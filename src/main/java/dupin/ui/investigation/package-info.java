/// One incident's investigation in detail: the header, the tabs beneath the graph, and the flyouts that explain a row.
///
/// - **Decision** A tab fills its table when it is looked at. **Because** an incident may have thousands of entities and ten tabs.
///   **Price** the first look at a tab of a big incident costs a moment.
/// - **Decision** The flyout leaves the focus in the table. **Because** ↑ and ↓ then walk the rows and the flyout follows.
///   **Price** its buttons are reached by mouse or Tab, its commands by the keys a, r and u in the table.
/// - **Decision** Cited rows are loaded when they are asked for, and shown as text. **Because** they are the attacker's, and large.
///   **Price** no colours in them.
@NullMarked
package dupin.ui.investigation;

import org.jspecify.annotations.NullMarked;
