package dupin.ui.investigation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A moment at which a replay can stand.
///
/// @param time null where none is known
/// @param words what happened
/// @param show puts that moment on the screen
public record ReplayStop(@Nullable Instant time, String words, Runnable show) {}
