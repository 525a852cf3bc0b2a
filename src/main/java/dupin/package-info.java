/// Dupin: an exported security case is opened, every alert in it is investigated, and each remediation is carried out or waits for a click.
///
/// Decision: one module, one folder per room, in the order in which the data flows through them.
/// Because: the walls between rooms are held by the tests in `dupin.house`, not by the build.
/// Price: a broken wall shows up in a test and not in the compiler.
@NullMarked
package dupin;

import org.jspecify.annotations.NullMarked;
