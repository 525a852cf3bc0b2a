package dupin.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Cases that take seconds to make: made once in a process, each test works on a copy.
public final class MadeOnce {
    /// When the samples of [#sample] were investigated.
    public static final Instant NOW = Instant.parse("2026-11-19T08:00:00Z");

    private static final Map<String, Path> MADE = new HashMap<>();

    private MadeOnce() {}

    /// Makes a case in a folder that is not there yet, and closes it.
    @FunctionalInterface
    public interface Making {
        void make(Path folder) throws InterruptedException;
    }

    /// A copy of a sample that was imported by `ann` and investigated at [#NOW].
    public static void sample(String id, Path folder) throws InterruptedException {
        copy(
                id,
                folder,
                made -> {
                    try (CaseSession session =
                            new Cases(Clock.fixed(NOW, ZoneOffset.UTC), 2).open(made, Progress.NONE)) {
                        bring(id, session);
                    }
                });
    }

    /// Imports a sample as `ann` and waits for its investigations.
    static void bring(String id, CaseSession session) throws InterruptedException {
        Sample sample =
                Sample.all(Path.of("assets/samples")).stream()
                        .filter(it -> it.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        session.imports().commit(session.imports().plan(sample.files(), Progress.NONE), "ann", Progress.NONE);
        session.awaitIdle();
    }

    /// @param name what this case is, among all that are made so
    /// @param folder where the copy is wanted; not there yet
    public static void copy(String name, Path folder, Making making) throws InterruptedException {
        copy(made(name, folder.getFileName().toString(), making), folder);
    }

    private static synchronized Path made(String name, String file, Making making) throws InterruptedException {
        Path known = MADE.get(name);
        if (known == null) {
            known = temporary().resolve(file);
            making.make(known);
            MADE.put(name, known);
        }
        return known;
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("made");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
