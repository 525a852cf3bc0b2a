package dupin.service;

import dupin.model.row.AlertQuery;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Views of tables that were saved under a name, for all cases: one small JSON file beside the settings, written whole. A
/// disk that refuses is logged, the running program goes on with what it has. Thread-safe; writing blocks.
public final class ViewShelf {
    private static final System.Logger LOG = System.getLogger(ViewShelf.class.getName());
    private static final int MOST = 200;
    private static final long LONGEST_FILE = 4_000_000;

    /// @param table which table it is of
    /// @param name of the person's choice; the only one of that name for the table
    /// @param columns those that are shown, in order
    /// @param text that the rows are filtered by; "" for none
    /// @param sorts columns that the rows are sorted by
    /// @param filters words by column that rows are filtered by
    /// @param query of the incident list; null for other tables
    /// @param alerts the query of the list of all alerts; null for other tables
    public record View(
            String table,
            String name,
            List<String> columns,
            String text,
            List<Sort> sorts,
            Map<String, List<String>> filters,
            @Nullable IncidentQuery query,
            @Nullable AlertQuery alerts) {
        public View {
            columns = List.copyOf(columns);
            sorts = List.copyOf(sorts);
            // Views of older versions name none.
            filters = Map.copyOf(Objects.requireNonNullElse(filters, Map.of()));
        }

        /// Of a long list, by its query.
        public View(
                String table,
                String name,
                List<String> columns,
                @Nullable IncidentQuery query,
                @Nullable AlertQuery alerts) {
            this(table, name, columns, "", List.of(), Map.of(), query, alerts);
        }
    }

    public record Sort(String column, boolean ascending) {}

    private record Content(List<View> views) {}

    private final @Nullable Path file;
    private final JsonMapper json =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private List<View> views;

    /// @param file null keeps views as long as the program runs
    public ViewShelf(@Nullable Path file) {
        this.file = file;
        views = read();
    }

    private List<View> read() {
        try {
            if (file == null || !Files.isRegularFile(file) || Files.size(file) > LONGEST_FILE) {
                return List.of();
            }
            return List.copyOf(json.readValue(Files.readString(file), Content.class).views());
        } catch (IOException | JacksonException | NullPointerException e) {
            LOG.log(Level.WARNING, "Views in " + file + " cannot be read; the shelf begins empty", e);
            return List.of();
        }
    }

    /// Those of a table, sorted by name.
    public synchronized List<View> of(String table) {
        return views.stream().filter(view -> view.table().equals(table)).toList();
    }

    /// Saves a view in place of the one that had the name.
    ///
    /// @throws Problem when there are too many
    public synchronized void save(View view) {
        var next = new ArrayList<View>();
        views.stream()
                .filter(v -> !(v.table().equals(view.table()) && v.name().equalsIgnoreCase(view.name())))
                .forEach(next::add);
        if (next.size() >= MOST) {
            throw new Problem(
                    "There are " + MOST + " saved views already.",
                    "The view was not saved.",
                    "Delete one that is no longer needed.");
        }
        next.add(view);
        next.sort((a, b) -> String.CASE_INSENSITIVE_ORDER.compare(a.name(), b.name()));
        keep(next);
    }

    public synchronized void delete(View view) {
        keep(views.stream().filter(v -> !v.equals(view)).toList());
    }

    private void keep(List<View> next) {
        views = List.copyOf(next);
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(part, json.writeValueAsString(new Content(views)));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Views cannot be written to " + file, e);
        }
    }
}
