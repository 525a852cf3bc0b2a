/// Devices and users: who they are, what is alleged against them, where they are seen.
///
/// - **Decision** One page for all, with the list at its side. **Because** whoever looks at one device usually looks at the
///   next. **Price** the page is narrower.
/// - **Decision** The timeline comes from outside as a node. **Because** views do not know each other. **Price** the window
///   tells it which asset is shown.
@NullMarked
package dupin.ui.assets;

import org.jspecify.annotations.NullMarked;
