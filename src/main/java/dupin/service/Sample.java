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
    private static final String STORY = "story.json";

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
            for (Path folder : folders.filter(Sample::isSample).sorted().toList()) {
                found.add(read(folder));
            }
        } catch (IOException e) {
            throw new Problem(
                    "The sample cases in " + samples + " cannot be read: " + e.getMessage() + ".",
                    "",
                    "Install Dupin again.",
                    e);
        }
        found.sort(Comparator.comparing((Sample s) -> !s.id().equals(FIRST)).thenComparing(Sample::id));
        return List.copyOf(found);
    }

    /// Whether the folder is one of ours: it says itself what it is.
    static boolean isSample(Path folder) {
        return Files.isRegularFile(folder.resolve(STORY));
    }

    static Sample read(Path folder) {
        JsonNode story;
        try {
            story = JsonMapper.shared().readTree(Files.readString(folder.resolve(STORY)));
        } catch (IOException | JacksonException e) {
            throw new Problem(
                    "The sample case in " + folder + " cannot be read: " + e.getMessage() + ".",
                    "",
                    "Install Dupin again.",
                    e);
        }
        var files = new ArrayList<Path>();
        story.path("opens").forEach(name -> files.add(folder.resolve(name.asString())));
        return new Sample(
                String.valueOf(folder.getFileName()),
                story.path("name").asString(),
                story.path("summary").asString(),
                files);
    }
}
