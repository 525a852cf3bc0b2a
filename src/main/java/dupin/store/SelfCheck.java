package dupin.store;

import dupin.model.EntityKind;
import dupin.model.EventKind;
import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.LinkRole;
import dupin.model.Severity;
import dupin.model.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// A few quick looks at a store that was just opened: whether it means what this program means, holds as many rows as it
/// says, and has the ends of every loaded file.
final class SelfCheck {

    private SelfCheck() {}

    /// @throws StoreException when a look fails
    static void run(Database database) {
        database.write(handle -> {
            vocabulary(handle);
            counts(handle);
            files(handle);
            return true;
        });
    }

    /// Numbers in the tables are places in enumerations; another version may have other places.
    private static void vocabulary(Handle handle) {
        String now =
                Stream.<Enum<?>[]>of(
                                EntityKind.values(),
                                EventKind.values(),
                                LinkRole.values(),
                                Severity.values(),
                                Verdict.values(),
                                Incident.Status.values(),
                                InvestigationState.values())
                        .map(words -> Arrays.stream(words).map(Enum::name).collect(Collectors.joining(",")))
                        .collect(Collectors.joining(";"));
        Optional<String> then = handle.select("SELECT text FROM vocabulary").mapTo(String.class).findOne();
        if (then.isEmpty()) {
            handle.execute("INSERT INTO vocabulary VALUES (?)", now);
        } else if (!then.get().equals(now)) {
            throw new StoreException("The store was built by another version of Dupin and has to be built again.");
        }
    }

    private static void counts(Handle handle) {
        for (String table : List.of("incident", "alert")) {
            long said = handle.select("SELECT " + table + "s FROM applied").mapTo(long.class).one();
            long there = handle.select("SELECT COUNT(*) FROM " + table).mapTo(long.class).one();
            if (said != there) {
                throw new StoreException(
                        "The store is damaged: it holds "
                                + there
                                + " rows of "
                                + table
                                + " where it should hold "
                                + said
                                + ".");
            }
        }
    }

    private static void files(Handle handle) {
        for (LoadedFile file : Committed.read(handle).files()) {
            if (file.blocks() > 0) {
                BlockRows.events(handle, file.firstBlock());
                BlockRows.events(handle, file.firstBlock() + file.blocks() - 1);
            }
        }
    }
}
