package dupin.ui;

import dupin.service.Console;
import dupin.service.People;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Overlay;
import dupin.ui.fx.Ticker;
import dupin.ui.people.SignInPane;
import java.time.Duration;
import java.util.concurrent.Executor;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// Keeps the window covered while nobody is signed in who should be, or the console is locked. What is refused, the service
/// refuses; this only hides. FX thread.
final class Gate {
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final Overlay window;
    private final People people;
    private final Executor background;

    private Gate(Overlay window, People people, Executor background) {
        this.window = window;
        this.people = people;
        this.background = background;
        window.addEventFilter(KeyEvent.KEY_PRESSED, this::active);
        window.addEventFilter(MouseEvent.MOUSE_PRESSED, this::active);
        Ticker.install(window, PERIOD, this::look);
    }

    static Gate of(Overlay window, Console console) {
        return new Gate(
                window,
                console.people(),
                task -> console.jobs().start(Messages.text("people.signIn"), _ -> task.run()));
    }

    private void active(InputEvent event) {
        if (!window.covered() && event.getSource() == window) {
            people.active();
        }
    }

    private void look() {
        if (!window.covered() && people.configured() && (people.signedIn().isEmpty() || people.locked())) {
            cover(() -> {});
        }
    }

    /// Runs at once where nobody has to sign in, else when somebody has.
    void pass(Runnable then) {
        if (people.configured() && people.signedIn().isEmpty()) {
            cover(then);
        } else {
            then.run();
        }
    }

    private void cover(Runnable then) {
        var pane =
                new SignInPane(
                        people,
                        background,
                        () -> {
                            window.uncover();
                            then.run();
                        });
        window.cover(pane);
        pane.focus();
    }
}
