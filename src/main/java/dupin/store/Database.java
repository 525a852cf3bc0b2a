package dupin.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Properties;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The one place that knows the database product: its address, its settings, its schema, and who may write. One
/// connection writes; readers borrow others. Thread-safe.
final class Database implements AutoCloseable {

    /// What goes wrong is thrown as well; held here, or the level would be forgotten with the logger.
    private static final Logger MIGRATION_LOG = Logger.getLogger("org.flywaydb");

    /// The newest migration. A store that has it is opened without the tool that migrates, which takes as long to load as the
    /// database itself.
    static final String SCHEMA = "014";

    private static final int IDLE_READERS = 8;

    private final String url;
    private final Handle writer;
    private final Object writing = new Object();
    private final ArrayDeque<Handle> idle = new ArrayDeque<>();
    private boolean closed;

    private Database(String url, Handle writer) {
        this.url = url;
        this.writer = writer;
    }

    /// @throws StoreException when it cannot be opened
    static Database open(Path folder) {
        String place = folder.toAbsolutePath().normalize().toString();
        if (place.indexOf(';') >= 0) {
            throw new StoreException("A case cannot lie in a folder with \";\" in its name: " + place);
        }
        // One writer with immediate commits is what survived being killed; the case's own lock keeps others out.
        String url =
                "jdbc:h2:file:" + place + "/dupin;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;FILE_LOCK=FS;CACHE_SIZE=131072";
        try {
            Handle writer = connect(url);
            try {
                if (!current(writer.getConnection())) {
                    migrate(url);
                }
                writer.getConnection().setAutoCommit(false);
                return new Database(url, writer);
            } catch (RuntimeException | SQLException e) {
                writer.close();
                throw e;
            }
        } catch (RuntimeException | SQLException e) {
            throw new StoreException("The store in " + place + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /// Whether the newest migration has been done; where nothing is known of any, it has not.
    private static boolean current(Connection connection) throws SQLException {
        String history = "flyway_schema_history";
        try (ResultSet known = connection.getMetaData().getTables(null, null, history, null)) {
            if (!known.next()) {
                return false;
            }
        }
        String done = "SELECT 1 FROM \"" + history + "\" WHERE \"version\" = ? AND \"success\"";
        try (PreparedStatement select = connection.prepareStatement(done)) {
            select.setString(1, SCHEMA);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void migrate(String url) {
        MIGRATION_LOG.setLevel(Level.OFF);
        var source = new JdbcDataSource();
        source.setURL(url);
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:dupin/store")
                .sqlMigrationPrefix("V")
                .javaMigrations(new NamesInBlocks())
                .load()
                .migrate();
    }

    /// A handle that owns its connection: closing the last of them closes the database.
    private static Handle connect(String url) {
        ConnectionFactory connections = () -> DriverManager.getConnection(url, new Properties());
        return Jdbi.create(connections).open();
    }

    /// Runs one transaction; writers wait for each other.
    <T> T write(Work<T> work) {
        synchronized (writing) {
            try {
                T result = work.on(writer);
                writer.getConnection().commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollback(e);
                throw e instanceof StoreException known
                        ? known
                        : new StoreException("The store cannot be written: " + e.getMessage(), e);
            }
        }
    }

    private void rollback(Exception cause) {
        try {
            writer.getConnection().rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /// Reads on a connection of the caller's own.
    <T> T read(Function<Handle, T> work) {
        Handle reader = borrow();
        try {
            return work.apply(reader);
        } finally {
            giveBack(reader);
        }
    }

    private Handle borrow() {
        synchronized (idle) {
            if (closed) {
                throw new StoreException("The case is closed.");
            }
            Handle reader = idle.poll();
            if (reader != null) {
                return reader;
            }
        }
        try {
            return connect(url);
        } catch (RuntimeException e) {
            throw new StoreException("The store cannot be read: " + e.getMessage(), e);
        }
    }

    private void giveBack(Handle reader) {
        synchronized (idle) {
            if (!closed && idle.size() < IDLE_READERS) {
                idle.push(reader);
                return;
            }
        }
        reader.close();
    }

    /// Work on the writing connection.
    interface Work<T> {
        T on(Handle handle) throws SQLException;
    }

    @Override
    public void close() {
        synchronized (writing) {
            synchronized (idle) {
                closed = true;
                idle.forEach(Handle::close);
                idle.clear();
            }
            try {
                writer.getConnection().rollback();
                writer.getConnection().setAutoCommit(true);
            } catch (SQLException e) {
                throw new StoreException("The store could not be closed in order: " + e.getMessage(), e);
            } finally {
                writer.close();
            }
        }
    }
}
