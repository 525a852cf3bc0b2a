package dupin.model.intel;

/// A list of common things that an entity stands on.
///
/// @param list name of the list
/// @param standing what standing on it means
public record Listing(String list, Standing standing) {
    public enum Standing {
        /// Nobody can use it for harm, or everybody uses it: no match counts, no scope grows over it.
        HARMLESS("harmless"),
        /// Many use it, attackers too: a match counts less.
        SHARED("shared by many");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
