package dupin.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A case that ships with the program: a folder of exports with a `story.json` that says what it is.
///
/// @param files exports in the order of import
public record Sample(String id, String name, String summary, List<Path> files) {
    /// The one that opens at the first start.
    public static final String FIRST = "phishing-to-lateral-movement";

    public Sample {
        files = List.copyOf(files);
    }

    /// All samples under the folder, the first one first, then by id. A broken one is left out.
    public static List<Sample> all(Path samples) {
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        var found = new ArrayList<Sample>();
        try (Stream<Path> folders = Files.list(samples)) {
            for (Path folder : folders.filter(f -> Files.isRegularFile(f.resolve("story.json"))).sorted().toList()) {
                found.add(read(folder));
            }
        } catch (IOException | JacksonException e) {
            throw new Problem(
                    "The sample cases in " + samples + " cannot be read: " + e.getMessage() + ".",
                    "",
                    "Install Dupin again.",
                    e);
        }
        found.sort(Comparator.comparing((Sample s) -> !s.id().equals(FIRST)).thenComparing(Sample::id));
        return List.copyOf(found);
    }

    private static Sample read(Path folder) throws IOException {
        JsonNode story = JsonMapper.shared().readTree(Files.readString(folder.resolve("story.json")));
        var files = new ArrayList<Path>();
        story.path("opens").forEach(name -> files.add(folder.resolve(name.asString())));
        return new Sample(
                String.valueOf(folder.getFileName()),
                story.path("name").asString(),
                story.path("summary").asString(),
                files);
    }
}
