package dupin.ui.policy;

import dupin.service.Job;
import dupin.service.Progress;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Frame;
import dupin.ui.fx.FxThread;
import dupin.ui.fx.Messages;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// What takes long in a section: a job that the status bar shows and can cancel. The buttons that start such work are dead
/// meanwhile; a sentence comes back in the label, a refusal as a dialog. FX thread.
final class Errand {
    private final LongDeeds deeds;
    private final Frame frame;
    private final Label state;
    private final List<Node> buttons;
    private final Runnable then;
    private final FxThread fx = new FxThread();

    /// @param then runs when a work has ended, however it ended
    Errand(LongDeeds deeds, Frame frame, Label state, Runnable then, Node... buttons) {
        this.deeds = deeds;
        this.frame = frame;
        this.state = state;
        this.then = then;
        this.buttons = List.of(buttons);
    }

    /// @param title what the label and the status bar say meanwhile
    /// @param work runs in the background; its answer is shown
    void run(String title, Function<Progress, String> work) {
        buttons.forEach(button -> button.setDisable(true));
        state.setText(title);
        var answer = new StringBuffer();
        Job job = deeds.start(title, progress -> answer.append(work.apply(progress)));
        var _ = job.finished().thenRun(() -> fx.execute(() -> ended(job, answer.toString())));
    }

    private void ended(Job job, String answer) {
        buttons.forEach(button -> button.setDisable(false));
        String failure = job.failure();
        state.setText(job.cancelled() ? Messages.text("window.cancelled", job.title()) : answer);
        if (failure != null) {
            frame.dialogs().error(new Dialogs.Problem(Messages.text("policy.notDone"), failure, ""));
        }
        then.run();
    }
}
