package dupin.ui;

import dupin.model.RemediationAction;
import dupin.service.Runbooks;
import dupin.ui.fx.Asking;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Messages;
import java.nio.file.Path;
import java.util.List;

/// Writes actions as a signed plan for people who have no interface to what they concern: asks for the folder, writes in the
/// background, says where it lies. FX thread.
final class RunbookFlow {
    private final Runbooks runbooks;
    private final Frame frame;
    private final String title;

    /// @param title the case's name
    RunbookFlow(Runbooks runbooks, Frame frame, String title) {
        this.runbooks = runbooks;
        this.frame = frame;
        this.title = title;
    }

    void write(List<RemediationAction> actions) {
        if (actions.isEmpty()) {
            frame.toasts().warn(Messages.text("actions.runbook.none"));
            return;
        }
        frame.dialogs()
                .openFolder(
                        Messages.text("actions.runbook.choose"),
                        folder ->
                                Asking.of(
                                        frame,
                                        Messages.text("actions.runbook.failed"),
                                        () -> written(actions, folder),
                                        frame.toasts()::say));
    }

    /// Writes, and says where.
    private String written(List<RemediationAction> actions, Path folder) {
        List<Path> files = runbooks.write(title, actions, frame.clock().instant(), folder);
        return Messages.text("actions.runbook.done", actions.size(), files.getFirst().toAbsolutePath().toString());
    }
}
