package dupin.ui.fx;

import java.time.InstantSource;

/// What a view needs of the window it lies in; views take it by constructor.
///
/// @param clock the time now, for countdowns
public record Frame(ChangePump pump, Dialogs dialogs, Toasts toasts, Flyout flyout, InstantSource clock) {

    public static Frame of(Overlay overlay, ChangePump pump, InstantSource clock) {
        return new Frame(pump, new WindowDialogs(overlay), overlay.toasts(), overlay.flyout(), clock);
    }

    /// The same window, seen at another time.
    public Frame at(InstantSource other) {
        return new Frame(pump, dialogs, toasts, flyout, other);
    }
}
