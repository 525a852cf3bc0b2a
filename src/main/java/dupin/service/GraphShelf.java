package dupin.service;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// How the pictures of a case were arranged, by incident: one small JSON file beside the journal, written whole. It holds no
/// evidence: it may be deleted, and what cannot be read is passed over. A disk that refuses is logged. Thread-safe; writing
/// blocks.
public final class GraphShelf {
    private static final System.Logger LOG = System.getLogger(GraphShelf.class.getName());
    private static final int MOST = 500;
    private static final long LONGEST_FILE = 8_000_000;

    /// Ids of marks that one incident's edits may name.
    private static final int MOST_MARKS = 5_000;

    /// @param graphs by incident, the one that was changed last at the end
    record Content(Map<String, GraphEdits> graphs) {
        Content {
            graphs = new LinkedHashMap<>(graphs);
            graphs.values().removeIf(Objects::isNull);
        }
    }

    private final Path file;
    private final JsonMapper json =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private final Map<String, GraphEdits> graphs;

    GraphShelf(Path file) {
        this.file = file;
        graphs = new LinkedHashMap<>(read());
    }

    private Map<String, GraphEdits> read() {
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= LONGEST_FILE) {
                return json.readValue(Files.readString(file), Content.class).graphs();
            }
        } catch (IOException | JacksonException | NullPointerException e) {
            LOG.log(Level.WARNING, "Arrangements of graphs in " + file + " cannot be read; all begin anew", e);
        }
        return Map.of();
    }

    public synchronized GraphEdits graph(String incidentId) {
        return graphs.getOrDefault(incidentId, GraphEdits.NONE);
    }

    public synchronized void keep(String incidentId, GraphEdits edits) {
        if (edits.equals(graph(incidentId)) || size(edits) > MOST_MARKS) {
            return;
        }
        graphs.remove(incidentId);
        if (!edits.equals(GraphEdits.NONE)) {
            graphs.put(incidentId, edits);
        }
        while (graphs.size() > MOST) {
            graphs.remove(graphs.keySet().iterator().next());
        }
        try {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(part, json.writeValueAsString(new Content(graphs)));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Arrangements of graphs cannot be written to " + file, e);
        }
    }

    private static int size(GraphEdits edits) {
        return edits.hidden().size() + edits.pins().size() + edits.focus().size() + edits.unfolded().size();
    }
}
