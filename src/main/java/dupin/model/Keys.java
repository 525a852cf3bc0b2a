package dupin.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Small choices that the keys of [Entity] share.
final class Keys {

    static final Set<String> WELL_KNOWN_ACCOUNTS =
            Set.of(
                    "nt authority\\system",
                    "nt authority\\local service",
                    "nt authority\\network service",
                    "system",
                    "local service",
                    "network service",
                    "localsystem",
                    "nt authority\\anonymous logon",
                    "anonymous logon",
                    "nt authority\\iusr",
                    "window manager\\dwm-1",
                    "window manager\\dwm-2",
                    "font driver host\\umfd-0",
                    "font driver host\\umfd-1",
                    "root");

    private Keys() {}

    static boolean isWellKnownSid(String sid) {
        return sid.equals("s-1-5-18")
                || sid.equals("s-1-5-19")
                || sid.equals("s-1-5-20")
                || sid.equals("s-1-5-7")
                || sid.equals("s-1-0-0")
                || sid.equals("s-1-1-0")
                || sid.startsWith("s-1-5-32-")
                || sid.startsWith("s-1-5-90-")
                || sid.startsWith("s-1-5-96-")
                || sid.startsWith("s-1-16-");
    }

    /// The first of the values that is not empty; the key of an entity without any identity ends in "?".
    static EntityKey first(EntityKind kind, String... values) {
        String value = text(values);
        return new EntityKey(kind, value.isEmpty() ? "?" : value);
    }

    static String text(String... values) {
        for (String value : values) {
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    static String label(String... values) {
        return text(values);
    }

    static String prefixed(String prefix, String value) {
        String id = Canonical.lower(value);
        return id.isEmpty() ? "" : prefix + id;
    }

    static List<EntityKey> others(EntityKey own, String... values) {
        var keys = new ArrayList<EntityKey>(values.length);
        for (String value : values) {
            var key = new EntityKey(own.kind(), value);
            if (!value.isEmpty() && !key.equals(own) && !keys.contains(key)) {
                keys.add(key);
            }
        }
        return List.copyOf(keys);
    }
}
