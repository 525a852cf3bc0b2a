/// What Dupin may do in the open case: device groups, alert policies, folders, limits, lists.
///
/// - **Decision** The page edits a draft; nothing applies before *Save* has shown old and new values. **Because** one
///   click here can let many actions loose. **Price** a change takes two clicks.
@NullMarked
package dupin.ui.policy;

import org.jspecify.annotations.NullMarked;
