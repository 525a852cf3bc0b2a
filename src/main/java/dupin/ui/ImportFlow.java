package dupin.ui;

import dupin.model.ImportReceipt;
import dupin.service.CaseSession;
import dupin.service.ImportPlan;
import dupin.service.Job;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.FxThread;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Toasts;
import dupin.ui.shell.ImportDialogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Imports in the steps that the user sees: choose, check, show what would come in, import, show what did. Reading and
/// writing are jobs of the case. FX thread.
final class ImportFlow {
    private final CaseSession session;
    private final Supplier<String> operator;
    private final ImportDialogs dialogs;
    private final Toasts toasts;
    private final Faults faults;
    private final FxThread fx = new FxThread();

    ImportFlow(CaseSession session, Supplier<String> operator, Dialogs dialogs, Toasts toasts, Faults faults) {
        this.session = session;
        this.operator = operator;
        this.dialogs = new ImportDialogs(dialogs);
        this.toasts = toasts;
        this.faults = faults;
    }

    void choose() {
        dialogs.choose(this::check);
    }

    void chooseFolder() {
        dialogs.chooseFolder(this::check);
    }

    /// Reads the files without changing anything, then asks.
    void check(List<Path> files) {
        var plans = new ArrayList<ImportPlan>();
        Job job =
                session.jobs()
                        .start(
                                Messages.text("window.checking", files.size()),
                                j -> plans.add(session.imports().plan(files, j)));
        after(job, () -> plans.forEach(plan -> dialogs.preview(plan, () -> commit(plan))));
    }

    /// Checks and imports without asking; for samples.
    void take(String title, List<Path> files) {
        var receipts = new ArrayList<ImportReceipt>();
        Job job =
                session.jobs()
                        .start(
                                title,
                                j -> {
                                    ImportPlan plan = session.imports().plan(files, j);
                                    receipts.addAll(session.imports().commit(plan, operator.get(), j));
                                });
        after(job, () -> toasts.say(ImportDialogs.title(receipts)));
    }

    private void commit(ImportPlan plan) {
        var receipts = new ArrayList<ImportReceipt>();
        Job job =
                session.jobs()
                        .start(
                                Messages.text("window.importing"),
                                j -> receipts.addAll(session.imports().commit(plan, operator.get(), j)));
        after(
                job,
                () -> {
                    if (!receipts.isEmpty()) {
                        dialogs.summary(receipts);
                    }
                });
    }

    private void after(Job job, Runnable success) {
        var _ =
                job.finished()
                        .thenRun(() ->
                                fx.execute(() -> {
                                    String failure = job.failure();
                                    if (job.cancelled()) {
                                        toasts.say(Messages.text("window.cancelled", job.title()));
                                    } else if (failure != null) {
                                        faults.tell(Messages.text("window.jobFailed", job.title()), failure);
                                    } else {
                                        success.run();
                                    }
                                }));
    }
}
