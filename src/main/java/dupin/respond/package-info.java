/// What acts: one port, several hands. The simulated estate is the default; a case under review never reaches a real
/// responder by itself.
///
/// - **Decision** The simulated estate remembers effects by what they are, not by who made them, and counts who holds them
///   up. **Because** two incidents may block one address, and undoing one must not lift the other's block.
@NullMarked
package dupin.respond;

import org.jspecify.annotations.NullMarked;
