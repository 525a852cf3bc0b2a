package dupin.ui;

import dupin.service.Problem;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Overlay;
import dupin.ui.fx.WindowDialogs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;

/// What failed, told to the user: expected failures as their sentence, faults of the program with details to copy. FX
/// thread.
final class Faults {
    private static final System.Logger LOG = System.getLogger(Faults.class.getName());

    private final Overlay overlay;
    private final Problems problems = new Problems();

    Faults(Overlay overlay) {
        this.overlay = overlay;
    }

    void tell(Throwable failure) {
        if (failure instanceof Problem problem) {
            LOG.log(Level.WARNING, problem.sentence(), problem.getCause());
            problems.add(Problems.code(problem), problem.sentence(), "");
            overlay.toasts().warn(problem.sentence());
            return;
        }
        String code = Problems.code(failure);
        LOG.log(Level.ERROR, "Unexpected failure " + code, failure);
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        problems.add(code, Messages.text("window.fault"), trace.toString());
        if (!overlay.dialogShown()) {
            new WindowDialogs(overlay)
                    .error(
                            new Dialogs.Problem(
                                    Messages.text("window.fault"),
                                    Messages.text("window.faultHelp", code),
                                    trace.toString()));
        }
    }

    /// A long work ended with this sentence.
    void tell(String title, String sentence) {
        problems.add(Problems.code(title), title + " " + sentence, "");
        new WindowDialogs(overlay).error(new Dialogs.Problem(title, sentence, ""));
    }

    /// What failed since the start.
    Problems problems() {
        return problems;
    }
}
