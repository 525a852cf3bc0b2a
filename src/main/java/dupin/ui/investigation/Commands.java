package dupin.ui.investigation;

import dupin.ui.fx.Asking;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Messages;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;

/// Runs what a button of the investigation asks for in the background; the button is dead meanwhile. FX thread.
final class Commands {
    private final CaseContext context;

    Commands(CaseContext context) {
        this.context = context;
    }

    /// Starts an investigation and says its id.
    void start(Node button, Supplier<String> start) {
        run(button, start, id -> context.frame().toasts().say(Messages.text("investigation.started", id)));
    }

    <T> void run(Node button, Supplier<T> work, Consumer<T> done) {
        button.setDisable(true);
        run(work, done, () -> button.setDisable(false));
    }

    /// What no button asks for.
    <T> void run(Supplier<T> work, Consumer<T> done) {
        run(work, done, () -> {});
    }

    private <T> void run(Supplier<T> work, Consumer<T> done, Runnable after) {
        Asking.of(context.frame(), Messages.text("investigation.notDone"), work, done, after);
    }
}
