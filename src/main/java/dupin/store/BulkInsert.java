package dupin.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Inserts rows the fastest way that was measured: many rows to a statement, a transaction for each thousand. Other
/// writers get their turn between two transactions.
final class BulkInsert {

    private static final int ROWS = 50;
    private static final int TRANSACTION = 1_000;

    private final Database database;
    private final String sql;
    private final String row;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /// @param into table and columns, from the program's own text
    BulkInsert(Database database, String into, int columns) {
        this.database = database;
        this.row = "(" + "?, ".repeat(columns - 1) + "?)";
        this.sql = "INSERT INTO " + into + " VALUES ";
    }

    void add(@Nullable Object... values) {
        rows.add(values);
        if (rows.size() >= TRANSACTION) {
            flush();
        }
    }

    void flush() {
        if (rows.isEmpty()) {
            return;
        }
        database.write(handle -> {
            int at = 0;
            if (rows.size() >= ROWS) {
                try (var many = handle.getConnection().prepareStatement(sql + row + (", " + row).repeat(ROWS - 1))) {
                    for (; at + ROWS <= rows.size(); at += ROWS) {
                        insert(many, at, ROWS);
                    }
                }
            }
            try (var single = handle.getConnection().prepareStatement(sql + row)) {
                for (; at < rows.size(); at++) {
                    insert(single, at, 1);
                }
            }
            return at;
        });
        rows.clear();
    }

    private void insert(PreparedStatement statement, int from, int count) throws SQLException {
        int parameter = 0;
        for (int i = from; i < from + count; i++) {
            for (Object value : rows.get(i)) {
                statement.setObject(++parameter, value);
            }
        }
        statement.executeUpdate();
    }
}
