package dupin.ui;

import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.service.Places;
import dupin.service.Progress;
import dupin.service.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A sample case in a folder of its own, imported and investigated, for tests through the window.
public final class OpenSample {
    /// Goes on from the same day whenever a test runs, so that times left are the same in all pictures.
    public static final Clock CLOCK =
            Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse("2026-11-21T12:00:00Z")));

    private static final Map<String, Path> INVESTIGATED = new HashMap<>();

    private OpenSample() {}

    public static Places places(Path data) {
        return new Places(Path.of("assets").toAbsolutePath(), data);
    }

    /// @param sample position among the samples; 0 is the one that opens at the first start
    public static CaseSession in(Path data, int sample) throws InterruptedException {
        return in(data, List.of(Sample.all(places(data).samples()).get(sample)));
    }

    /// All samples in one case.
    public static CaseSession all(Path data) throws InterruptedException {
        return in(data, Sample.all(places(data).samples()));
    }

    /// Investigated once in a process; each test has a copy.
    private static CaseSession in(Path data, List<Sample> samples) throws InterruptedException {
        Places places = places(data);
        String name = samples.size() == 1 ? samples.getFirst().name() : "Four samples";
        Path folder = places.freeCase(name);
        copy(investigated(places, name, samples), folder);
        CaseSession session = new Console(data, CLOCK, 2).open(folder, Progress.NONE);
        session.awaitIdle();
        return session;
    }

    private static synchronized Path investigated(Places places, String name, List<Sample> samples)
            throws InterruptedException {
        Path known = INVESTIGATED.get(name);
        if (known != null) {
            return known;
        }
        Path data = temporary();
        Path folder = new Places(places.home(), data).freeCase(name);
        try (CaseSession session = new Console(data, CLOCK, 2).open(folder, Progress.NONE)) {
            for (Sample sample : samples) {
                session.imports()
                        .commit(session.imports().plan(sample.files(), Progress.NONE), "analyst", Progress.NONE);
            }
            session.awaitIdle();
        }
        INVESTIGATED.put(name, folder);
        return folder;
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("samples");
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
