package dupin.intake.windows;

import dupin.model.Entity;
import java.util.Locale;

/// Registry keys and values as Windows logs spell them.
final class Registry {
    private Registry() {}

    /// @param object hive, key and, for a value, its name: `HKLM\System\…` or `\REGISTRY\MACHINE\System\…`
    static Entity of(String device, String object, boolean value, String data) {
        String path = hives(object);
        int hive = path.indexOf('\\');
        String top = path.substring(0, Math.max(0, hive));
        if (!value) {
            return new Entity.RegistryKey(device, top, path.substring(hive + 1));
        }
        int last = path.lastIndexOf('\\');
        String key = path.substring(hive + 1, Math.max(hive + 1, last));
        return new Entity.RegistryValue(device, top, key, path.substring(last + 1), data, "");
    }

    /// The kernel's names of the hives as those that users know.
    static String hives(String object) {
        String upper = object.length() < 20 ? "" : object.substring(0, 20).toUpperCase(Locale.ROOT);
        if (upper.startsWith("\\REGISTRY\\MACHINE\\")) {
            return "HKLM" + object.substring(17);
        }
        if (upper.startsWith("\\REGISTRY\\USER\\")) {
            return "HKU" + object.substring(14);
        }
        return object;
    }
}
