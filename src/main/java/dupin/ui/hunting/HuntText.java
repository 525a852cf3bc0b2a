package dupin.ui.hunting;

import dupin.model.EntityKey;

/// Queries that the page writes by itself. Pure.
public final class HuntText {
    private HuntText() {}

    /// All rows that an entity takes part in, the newest first.
    public static String about(EntityKey key) {
        String value = key.value();
        String condition =
                switch (key.kind()) {
                    case DEVICE -> "device = " + quoted(value);
                    case IP_ADDRESS -> "ip = " + quoted(value);
                    case URL -> "url = " + quoted(value);
                    case FILE ->
                            value.startsWith("sha256-")
                                    ? "sha256 = " + quoted(value.substring("sha256-".length()))
                                    : entity(key);
                    default -> entity(key);
                };
        return "events where " + condition + " | sort time desc";
    }

    private static String entity(EntityKey key) {
        return "entity = " + quoted(key.toString());
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
