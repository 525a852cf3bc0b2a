/// Answers queries of [dupin.model.hunt] on rows: what a field means in a row, whether the row fits, and what of the query a
/// store can decide before rows are read. Pure.
@NullMarked
package dupin.engine.hunt;

import org.jspecify.annotations.NullMarked;
