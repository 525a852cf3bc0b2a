package dupin.ui.fx;

import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/// A pixel that nobody sees and that changes in every frame that a layout causes, and in the few after it. JavaFX draws the
/// whole window when a frame holds no changed region, and such frames are common: cells that a layout reuses leave style
/// states behind, for which one of the next pulses makes a frame in which nothing moved. With the pixel that frame is one
/// pixel large. FX thread.
final class Speck extends Rectangle {
    private static final Color ONE = Color.TRANSPARENT;
    private static final Color OTHER = Color.color(1, 1, 1, 0);

    /// How many frames after a layout's own may hold nothing: a layout's styles, and what those styles ask for.
    private static final int AFTER = 3;

    private boolean asked;
    private int owed;

    Speck(Overlay window) {
        super(1, 1, ONE);
        setManaged(false);
        setMouseTransparent(true);
        Runnable pulse = this::pulse;
        window.needsLayoutProperty().subscribe(needed -> asked |= needed);
        window.sceneProperty()
                .subscribe((before, now) -> {
                    if (before != null) {
                        before.removePostLayoutPulseListener(pulse);
                    }
                    if (now != null) {
                        now.addPostLayoutPulseListener(pulse);
                    }
                });
    }

    private void pulse() {
        if (asked || owed > 0) {
            setFill(getFill() == ONE ? OTHER : ONE);
        }
        owed = asked ? AFTER : owed - 1;
        asked = false;
    }
}
