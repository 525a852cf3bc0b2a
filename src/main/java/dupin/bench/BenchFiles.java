package dupin.bench;

import dupin.service.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The files under a folder, by name. Links are not followed.
final class BenchFiles {
    private static final int DEPTH = 16;
    private static final int MOST = 200_000;

    private final Path root;
    private final List<Path> all;
    private final Map<String, List<Path>> byName = new HashMap<>();

    private BenchFiles(Path root, List<Path> all) {
        this.root = root;
        this.all = all;
        all.forEach(file -> byName.computeIfAbsent(name(file), _ -> new ArrayList<>()).add(file));
    }

    /// @throws Problem when the folder cannot be read
    static BenchFiles under(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new Problem(
                    "There is no folder " + folder + ".", "Nothing was measured.", "Name a folder with truth files.");
        }
        try (Stream<Path> walk = Files.walk(folder, DEPTH)) {
            return new BenchFiles(folder, walk.filter(Files::isRegularFile).sorted().limit(MOST).toList());
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new Problem(
                    "The folder " + folder + " cannot be read: " + e.getMessage() + ".",
                    "Nothing was measured.",
                    "",
                    e);
        }
    }

    static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /// Files whose name, in lower case, ends so; by path.
    List<Path> ending(String end) {
        return all.stream().filter(file -> name(file).endsWith(end)).toList();
    }

    List<Path> all() {
        return all;
    }

    /// The file that a truth file means by a path: the one whose path ends in most of the same folders, the nearest to the
    /// truth file among equals.
    Optional<Path> meant(String path, Path from) {
        String[] parts = path.replace('\\', '/').toLowerCase(Locale.ROOT).split("/");
        List<Path> candidates = byName.getOrDefault(parts[parts.length - 1], List.of());
        Path best = null;
        int most = -1;
        for (Path candidate : candidates) {
            int rank = 100 * tail(candidate, parts) + shared(candidate, from);
            if (rank > most) {
                most = rank;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int tail(Path candidate, String[] parts) {
        int same = 0;
        int count = candidate.getNameCount();
        while (same < parts.length
                && same < count
                && candidate.getName(count - 1 - same).toString().equalsIgnoreCase(parts[parts.length - 1 - same])) {
            same++;
        }
        return same;
    }

    private static int shared(Path one, Path other) {
        int same = 0;
        int most = Math.min(one.getNameCount(), other.getNameCount());
        while (same < most && one.getName(same).equals(other.getName(same))) {
            same++;
        }
        return same;
    }

    /// Path as reports show it.
    String shown(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
