package dupin.ui.investigation;

import dupin.service.Problem;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Messages;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;

/// Runs what a button of the investigation asks for in the background; the button is dead meanwhile. FX thread.
final class Commands {
    private static final System.Logger LOG = System.getLogger(Commands.class.getName());

    private final CaseContext context;

    private record Answer(String text, boolean failed) {}

    Commands(CaseContext context) {
        this.context = context;
    }

    /// Starts an investigation and says its id.
    void start(Node button, Supplier<String> start) {
        run(button, start, id -> context.frame().toasts().say(Messages.text("investigation.started", id)));
    }

    void run(Node button, Supplier<String> work, Consumer<String> done) {
        button.setDisable(true);
        run(work, done, () -> button.setDisable(false));
    }

    /// What no button asks for.
    void run(Supplier<String> work, Consumer<String> done) {
        run(work, done, () -> {});
    }

    private void run(Supplier<String> work, Consumer<String> done, Runnable after) {
        context.frame()
                .pump()
                .once(
                        () -> ask(work),
                        answer -> {
                            after.run();
                            if (answer.failed()) {
                                context.frame()
                                        .dialogs()
                                        .error(
                                                new Dialogs.Problem(
                                                        Messages.text("investigation.notDone"), answer.text(), ""));
                            } else {
                                done.accept(answer.text());
                            }
                        });
    }

    private static Answer ask(Supplier<String> work) {
        try {
            return new Answer(work.get(), false);
        } catch (Problem e) {
            return new Answer(e.sentence(), true);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A command failed", e);
            return new Answer(Messages.text("investigation.failed", e), true);
        }
    }
}
