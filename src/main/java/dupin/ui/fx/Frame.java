package dupin.ui.fx;

import dupin.service.ViewShelf;
import java.time.InstantSource;

/// What a view needs of the window it lies in; views take it by constructor.
///
/// @param clock the time now, for countdowns
/// @param views of tables, saved under names
public record Frame(
        ChangePump pump, Dialogs dialogs, Toasts toasts, Flyout flyout, InstantSource clock, ViewShelf views) {

    /// A window that remembers views as long as it is open.
    public Frame(ChangePump pump, Dialogs dialogs, Toasts toasts, Flyout flyout, InstantSource clock) {
        this(pump, dialogs, toasts, flyout, clock, new ViewShelf(null));
    }

    public static Frame of(Overlay overlay, ChangePump pump, InstantSource clock) {
        return new Frame(pump, new WindowDialogs(overlay), overlay.toasts(), overlay.flyout(), clock);
    }

    /// Runs a command in the background, then says the sentence.
    public void run(Runnable command, String done) {
        pump.once(
                () -> {
                    command.run();
                    return done;
                },
                toasts::say);
    }

    /// The same window, seen at another time.
    public Frame at(InstantSource other) {
        return new Frame(pump, dialogs, toasts, flyout, other, views);
    }

    /// The same window with views that outlast it.
    public Frame with(ViewShelf shelf) {
        return new Frame(pump, dialogs, toasts, flyout, clock, shelf);
    }
}
