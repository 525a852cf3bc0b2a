/// The append-only, hash-chained journal of a case: one writer, groups of entries made durable together, a chain check
/// that names the first broken line.
@NullMarked
package dupin.journal;

import org.jspecify.annotations.NullMarked;
