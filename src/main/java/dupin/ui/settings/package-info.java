/// What belongs to the person at the desk, not to a case: looks and name; and what this program is.
@NullMarked
package dupin.ui.settings;

import org.jspecify.annotations.NullMarked;
