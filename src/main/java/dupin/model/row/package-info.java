/// Rows of the tables, as immutable snapshots: the engine fills them from the fold, the service hands them out, the
/// views show them. A row holds what its columns need and the key to ask for more; never a mutable thing.
@NullMarked
package dupin.model.row;

import org.jspecify.annotations.NullMarked;
