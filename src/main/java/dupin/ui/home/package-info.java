/// The first page: what waits for a decision, what is under way, what is at risk.
///
/// - **Decision** Every number is a link to exactly its rows. **Because** a figure that cannot be looked into is not
///   believed. **Price** a figure without rows of its own is not shown.
@NullMarked
package dupin.ui.home;

import org.jspecify.annotations.NullMarked;
