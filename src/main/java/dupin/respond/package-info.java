/// What acts: one port, several hands. The simulated estate is the default; a case under review never reaches a real
/// responder by itself.
@NullMarked
package dupin.respond;

import org.jspecify.annotations.NullMarked;
