package dupin.ui.actions;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/// The keys `a` approve, `r` reject, `u` undo, wherever no text is being written. FX thread.
public final class ActionKeys {
    private ActionKeys() {}

    public static void install(Node node, Consumer<Verb> run) {
        node.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getTarget() instanceof TextInputControl
                            || e.isShortcutDown()
                            || e.isAltDown()
                            || e.isControlDown()
                            || e.isMetaDown()) {
                        return;
                    }
                    switch (e.getCode()) {
                        case A -> run.accept(Verb.APPROVE);
                        case R -> run.accept(Verb.REJECT);
                        case U -> run.accept(Verb.UNDO);
                        default -> {
                            return;
                        }
                    }
                    e.consume();
                });
    }
}
