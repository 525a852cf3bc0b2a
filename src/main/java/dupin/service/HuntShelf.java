package dupin.service;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Queries that were asked and queries that were saved, for all cases: one small JSON file beside the settings, written
/// whole. A disk that refuses is logged, the running program goes on with what it has. Thread-safe; writing blocks.
public final class HuntShelf {
    private static final System.Logger LOG = System.getLogger(HuntShelf.class.getName());
    private static final int MOST_ASKED = 20;
    private static final int MOST_SAVED = 200;
    private static final long LONGEST_FILE = 8_000_000;

    /// @param name of the person's choice; the only one of that name
    public record Saved(String name, String query) {}

    /// @param asked newest first, each once
    /// @param saved sorted by name
    public record Content(List<String> asked, List<Saved> saved) {
        static final Content EMPTY = new Content(List.of(), List.of());

        public Content {
            asked = List.copyOf(asked);
            saved = List.copyOf(saved);
        }
    }

    private final Path file;
    private final JsonMapper json =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private Content content;

    HuntShelf(Path file) {
        this.file = file;
        content = read();
    }

    private Content read() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_FILE) {
                return Content.EMPTY;
            }
            return json.readValue(Files.readString(file), Content.class);
        } catch (IOException | JacksonException | NullPointerException e) {
            LOG.log(Level.WARNING, "Queries in " + file + " cannot be read; the shelf begins empty", e);
            return Content.EMPTY;
        }
    }

    public synchronized Content content() {
        return content;
    }

    /// Puts a query that was asked before all others.
    public synchronized void asked(String query) {
        var asked = new ArrayList<>(List.of(query));
        content.asked().stream().filter(other -> !other.equals(query)).limit(MOST_ASKED - 1L).forEach(asked::add);
        keep(new Content(asked, content.saved()));
    }

    /// Saves a query in place of the one that had the name.
    ///
    /// @throws Problem when there are too many
    public synchronized void save(String name, String query) {
        var saved = new ArrayList<Saved>();
        content.saved().stream().filter(other -> !other.name().equalsIgnoreCase(name)).forEach(saved::add);
        if (saved.size() >= MOST_SAVED) {
            throw new Problem(
                    "There are " + MOST_SAVED + " saved queries already.",
                    "The query was not saved.",
                    "Delete one that is no longer needed.");
        }
        saved.add(new Saved(name, query));
        saved.sort((a, b) -> String.CASE_INSENSITIVE_ORDER.compare(a.name(), b.name()));
        keep(new Content(content.asked(), saved));
    }

    public synchronized void delete(String name) {
        keep(
                new Content(
                        content.asked(),
                        content.saved().stream().filter(other -> !other.name().equals(name)).toList()));
    }

    private void keep(Content next) {
        content = next;
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(part, json.writeValueAsString(next));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Queries cannot be written to " + file, e);
        }
    }
}
