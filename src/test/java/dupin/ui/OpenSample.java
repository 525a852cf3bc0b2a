package dupin.ui;

import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.service.MadeOnce;
import dupin.service.Places;
import dupin.service.Progress;
import dupin.service.Sample;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A sample case in a folder of its own, imported and investigated, for tests through the window.
public final class OpenSample {
    /// Goes on from the same day whenever a test runs, so that times left are the same in all pictures.
    public static final Clock CLOCK =
            Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse("2026-11-21T12:00:00Z")));

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
        MadeOnce.copy("window, " + name, folder, made -> investigate(made, samples));
        CaseSession session = new Console(data, CLOCK, 2).open(folder, Progress.NONE);
        session.awaitIdle();
        return session;
    }

    private static void investigate(Path folder, List<Sample> samples) throws InterruptedException {
        Path data = folder.resolveSibling("data");
        try (CaseSession session = new Console(data, CLOCK, 2).open(folder, Progress.NONE)) {
            for (Sample sample : samples) {
                session.imports()
                        .commit(session.imports().plan(sample.files(), Progress.NONE), "analyst", Progress.NONE);
            }
            session.awaitIdle();
        }
    }
}
