/// Who may do what at the console, and how they vouch for it.
@NullMarked
package dupin.model.people;

import org.jspecify.annotations.NullMarked;
