package dupin.store;

import dupin.model.Alert;
import org.jspecify.annotations.Nullable;

/// An alert to keep, and its record as it stood in the file.
///
/// @param raw null keeps the text that is stored already
public record RawAlert(Alert alert, @Nullable PackedText raw) {}
