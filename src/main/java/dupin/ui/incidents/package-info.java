/// The queue of incidents, the list of all alerts, and the list of investigations, ours and those of other products.
///
/// - **Decision** Searching, filtering and sorting are done by the desk; a click on a header asks again. **Because** the
///   list must not hold what it does not show. **Price** a sort takes a round trip.
/// - **Decision** One table for both widths: below a limit it shows one column of two lines. **Because** selection, keys
///   and menu stay what they are. **Price** the narrow list is sorted from a menu.
@NullMarked
package dupin.ui.incidents;

import org.jspecify.annotations.NullMarked;
