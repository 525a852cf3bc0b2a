/// Searching the whole case: entities by name, value or command line.
@NullMarked
package dupin.ui.hunting;

import org.jspecify.annotations.NullMarked;
