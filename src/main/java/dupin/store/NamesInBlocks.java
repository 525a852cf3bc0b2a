package dupin.store;

import dupin.model.EntityKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Moves the pairs of names, which had a row each, to rows that hold thousands.
final class NamesInBlocks implements JavaMigration {
    private static final int PAGE = 10_000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("014");
    }

    @Override
    public String getDescription() {
        return "names in blocks";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        // Not closed: the connection is not ours.
        Handle handle = Jdbi.create(context.getConnection()).open();
        handle.execute(
                "CREATE TABLE alias_block (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, pairs INT NOT NULL, data VARBINARY(1048576) NOT NULL)");
        long last = -1;
        List<AliasIndex.Edge> page;
        do {
            page = new ArrayList<>();
            last = page(context.getConnection(), last, page);
            AliasRows.append(handle, page);
        } while (page.size() == PAGE);
        handle.execute("DROP TABLE alias");
    }

    /// @return id of the last that was read
    private static long page(Connection connection, long after, List<AliasIndex.Edge> into) throws SQLException {
        String page = "SELECT id, own, other FROM alias WHERE id > ? ORDER BY id LIMIT " + PAGE;
        long last = after;
        try (PreparedStatement select = connection.prepareStatement(page)) {
            select.setLong(1, after);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    last = rows.getLong(1);
                    into.add(
                            new AliasIndex.Edge(
                                    EntityKey.parse(rows.getString(2)), EntityKey.parse(rows.getString(3))));
                }
            }
        }
        return last;
    }
}
