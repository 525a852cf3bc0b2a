/// The window around the pages: rail, top bar, status bar, palette, keys, import.
///
/// - **Decision** The shell knows pages as nodes and commands as callbacks, no case. **Because** it stays when the case
///   changes. **Price** the window hands it everything anew with each case.
/// - **Decision** Which responder acts and the switch that stops automation are in sight on every page. **Because** nobody
///   should have to ask whether a click touches something real. **Price** some width of the top bar.
@NullMarked
package dupin.ui.shell;

import org.jspecify.annotations.NullMarked;
