package dupin.store;

import java.util.Collection;
import java.util.HashSet;
import org.jdbi.v3.core.Handle;

/// What the tables of incidents and alerts have in common.
final class Rows {

    private Rows() {}

    /// How many different ones of the ids the table does not hold yet.
    ///
    /// @param table a name of ours
    static int missing(Handle handle, String table, Collection<String> ids) {
        int missing = 0;
        for (String id : new HashSet<>(ids)) {
            boolean there =
                    handle.select("SELECT 1 FROM " + table + " WHERE id = ?", id)
                            .mapTo(int.class)
                            .findOne()
                            .isPresent();
            missing += there ? 0 : 1;
        }
        return missing;
    }
}
