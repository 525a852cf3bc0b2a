package dupin.bench;

import dupin.model.Policy;
import dupin.service.CaseSession;
import dupin.service.Cases;
import dupin.service.ImportPlan;
import dupin.service.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A case in a temporary folder that is gone when the measuring is done.
final class CaseBox implements AutoCloseable {
    private static final String ACTOR = "measure";

    private final Path folder;
    private final int workers;
    private CaseSession session;

    private CaseBox(Path folder, int workers, CaseSession session) {
        this.folder = folder;
        this.workers = workers;
        this.session = session;
    }

    static CaseBox open(boolean blind, int workers) {
        try {
            Path folder = Files.createTempDirectory("dupin-bench");
            CaseSession session = session(folder, workers);
            if (blind) {
                session.policies().change(blind(session.policies().policy()), ACTOR, "Blind measure");
            }
            return new CaseBox(folder, workers, session);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CaseSession session(Path folder, int workers) {
        return new Cases(Clock.systemUTC(), workers).open(folder.resolve("measure.dupin"), Progress.NONE);
    }

    /// Closes the case and opens it again.
    void reopen() {
        session.close();
        session = session(folder, workers);
    }

    private static Policy blind(Policy p) {
        return new Policy(
                p.version(),
                p.deviceGroups(),
                p.alertPolicies(),
                p.coreFolders(),
                p.tempFolders(),
                p.excludedFolders(),
                p.neverTouch(),
                p.indicators(),
                p.pendingExpiryDays(),
                p.maxAutomaticPerHour(),
                p.expansionGate(),
                p.automationStopped(),
                true);
    }

    CaseSession session() {
        return session;
    }

    /// A folder beside the case for files made on the way.
    Path scratch() {
        return folder;
    }

    /// Imports files as one batch and waits until everything that they start has ended.
    ///
    /// @return sentences about files that were refused
    List<String> take(List<Path> files, Progress progress) throws InterruptedException {
        ImportPlan plan = session.imports().plan(files, progress);
        session.imports().commit(plan, ACTOR, progress);
        session.awaitIdle();
        return plan.items().stream().map(ImportPlan.Item::refusal).filter(text -> !text.isEmpty()).toList();
    }

    @Override
    public void close() {
        session.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.getLogger(CaseBox.class.getName())
                    .log(System.Logger.Level.WARNING, "The temporary case " + folder + " was not deleted", e);
        }
    }
}
