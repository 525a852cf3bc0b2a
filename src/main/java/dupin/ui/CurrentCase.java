package dupin.ui;

import dupin.service.CaseFolder;
import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.service.Job;
import dupin.service.Settings;
import dupin.ui.fx.FxThread;
import dupin.ui.fx.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The case that is open, if any: opened and closed behind the screen, one at a time. FX thread; [#view] from any.
final class CurrentCase {
    private final Console console;
    private final Faults faults;
    private final FxThread fx;
    private final Function<CaseSession, CaseView> views;
    private final List<Job> closing = new CopyOnWriteArrayList<>();
    private volatile @Nullable CaseView view;

    /// @param views puts the pages of a case into the window
    CurrentCase(Console console, Faults faults, FxThread fx, Function<CaseSession, CaseView> views) {
        this.console = console;
        this.faults = faults;
        this.fx = fx;
        this.views = views;
    }

    @Nullable CaseView view() {
        return view;
    }

    /// Whether the folder's case is the one that is open.
    boolean is(Path folder) {
        CaseView now = view;
        return now != null && now.session().folder().equals(folder.toAbsolutePath().normalize());
    }

    /// Puts a case on the screen in place of the one before.
    CaseView show(CaseSession session, Settings.Layout layout) {
        CaseView before = view;
        if (before != null) {
            before.close();
            close(before.session());
        }
        CaseView next = views.apply(session);
        next.layout(layout);
        view = next;
        return next;
    }

    /// Makes all pages anew, for what is written into them differs; the incident stays.
    void redraw() {
        CaseView before = view;
        if (before != null) {
            String incident = before.incident();
            Settings.Layout layout = before.layout(false);
            before.close();
            CaseView again = views.apply(before.session());
            again.layout(layout);
            view = again;
            again.reopen(incident);
        }
    }

    /// Opens a folder, then calls back with the session, which is not yet on the screen.
    ///
    /// @param failed called instead when it could not be opened, which was told
    void open(Path folder, Consumer<CaseSession> opened, Runnable failed) {
        List<Job> before = List.copyOf(closing);
        var sessions = new ArrayList<CaseSession>();
        Job job =
                console.jobs()
                        .start(
                                Messages.text("window.opening", new CaseFolder(folder).name()),
                                j -> sessions.add(openAfter(before, folder, j)));
        var _ =
                job.finished()
                        .thenRun(() ->
                                fx.execute(() -> {
                                    String failure = job.failure();
                                    if (failure != null) {
                                        faults.tell(Messages.text("window.notOpened"), failure);
                                        failed.run();
                                    }
                                    sessions.forEach(opened);
                                }));
    }

    /// A case that is being closed may be the very one that is wanted again.
    private CaseSession openAfter(List<Job> before, Path folder, Job job) {
        before.forEach(other -> other.finished().join());
        return console.open(folder, job);
    }

    /// Closes the case, then calls back on the FX thread.
    void leave(Runnable then) {
        CaseView now = view;
        if (now == null) {
            then.run();
            return;
        }
        view = null;
        now.close();
        var _ = close(now.session()).finished().thenRun(() -> fx.execute(then));
    }

    /// Lets works of the case come to their next stop before it is closed: a cut off write would read as a broken disk.
    private Job close(CaseSession session) {
        List<Job> works = session.jobs().running();
        works.forEach(Job::cancel);
        Job job =
                console.jobs()
                        .start(
                                Messages.text("window.closing", session.name()),
                                _ -> {
                                    works.forEach(work -> work.finished().join());
                                    session.close();
                                });
        closing.add(job);
        var _ = job.finished().thenRun(() -> closing.remove(job));
        return job;
    }
}
