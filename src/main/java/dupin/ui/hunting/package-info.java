/// Hunting: words to search for, or queries of [dupin.model.hunt] over telemetry, alerts and entities.
@NullMarked
package dupin.ui.hunting;

import org.jspecify.annotations.NullMarked;
