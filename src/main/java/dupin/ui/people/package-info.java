/// Signing in at a console that has operators.
@NullMarked
package dupin.ui.people;

import org.jspecify.annotations.NullMarked;
