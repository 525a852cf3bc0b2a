package dupin.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// The three things of a case on disk, `NAME.dupin/{journal.ndjson, originals/, store/}`; the store may be deleted.
public record CaseFolder(Path root) {
    public static final String SUFFIX = ".dupin";

    public Path journal() {
        return root.resolve("journal.ndjson");
    }

    public Path originals() {
        return root.resolve("originals");
    }

    public Path store() {
        return root.resolve("store");
    }

    /// How pictures were arranged; no evidence, may be deleted.
    Path view() {
        return root.resolve("view.json");
    }

    /// Name of the case: the folder's name without its suffix.
    public String name() {
        String name = String.valueOf(root.getFileName());
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    public boolean exists() {
        return Files.isRegularFile(journal());
    }

    /// Whether the path looks like a case to open rather than a file to import.
    public static boolean isCase(Path path) {
        return new CaseFolder(path).exists();
    }

    void create() {
        try {
            Files.createDirectories(originals());
            Files.createDirectories(store());
        } catch (IOException e) {
            throw new Problem(
                    "The case folder " + root + " cannot be created: " + e.getMessage() + ".",
                    "Nothing was written.",
                    "Choose a folder that you may write to.",
                    e);
        }
    }

    /// Deletes the store; journal and originals stay.
    void deleteStore() {
        if (!Files.exists(store())) {
            return;
        }
        try (Stream<Path> files = Files.walk(store())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new Problem(
                    "The store of case " + name() + " cannot be deleted: " + e.getMessage() + ".",
                    "Journal and originals are untouched.",
                    "Close other programs that use " + store() + " and try again.",
                    e);
        }
    }
}
