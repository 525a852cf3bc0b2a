package dupin.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A remark on an incident, alert, investigation or action.
public record Comment(String text, String createdBy, @Nullable Instant createdDateTime) {}
