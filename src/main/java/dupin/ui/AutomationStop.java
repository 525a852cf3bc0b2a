package dupin.ui;

import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Messages;

/// Asks before all automation stops or goes on. FX thread.
final class AutomationStop {
    private AutomationStop() {}

    /// @param command runs in the background when the answer is yes
    static void ask(Frame frame, boolean stop, Runnable command) {
        var question =
                new Dialogs.Confirmation(
                        stop ? Messages.text("window.stop") : Messages.text("window.resume"),
                        stop ? Messages.text("window.stopHelp") : Messages.text("window.resumeHelp"),
                        stop ? Messages.text("window.stopVerb") : Messages.text("window.resumeVerb"),
                        Dialogs.Danger.DISRUPTIVE,
                        "");
        frame.dialogs()
                .confirm(
                        question,
                        () ->
                                frame.run(
                                        command,
                                        stop ? Messages.text("window.stopped") : Messages.text("window.resumed")));
    }
}
