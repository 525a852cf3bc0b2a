package dupin.model.sigma;

import org.jspecify.annotations.Nullable;

/// One value of a rule as written; text is null for the value `null`, which is not the empty text.
public record SigmaValue(@Nullable String text) {

    public boolean isNull() {
        return text == null;
    }

    /// The text, "" for null.
    public String orEmpty() {
        return text == null ? "" : text;
    }
}
