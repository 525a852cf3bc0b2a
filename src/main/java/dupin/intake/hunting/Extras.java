package dupin.intake.hunting;

import dupin.intake.Fields;
import dupin.intake.Json;
import java.util.Map;

/// The JSON object in a row's `AdditionalFields`.
final class Extras {
    private static final int MOST = 24;
    private static final int LONGEST = 32_000;

    private Extras() {}

    static Fields of(String text) {
        return Fields.of(text.length() < 2 ? null : Json.parse(text));
    }

    /// Adds the object's simple values and lists of strings to the attributes under their own names, so far as they are few and not too long.
    static void add(Fields extras, Map<String, String> attributes) {
        int added = 0;
        for (String name : extras.node().propertyNames()) {
            String value = extras.text(name);
            value = value.isEmpty() && extras.node().path(name).isArray() ? simple(extras, name) : value;
            if (!value.isEmpty() && added < MOST && attributes.putIfAbsent(name, shortened(value)) == null) {
                added++;
            }
        }
    }

    /// The simple values of a list, side by side.
    private static String simple(Fields extras, String name) {
        return String.join(
                ", ",
                extras.node()
                        .path(name)
                        .valueStream()
                        .filter(v -> v.isString())
                        .limit(MOST)
                        .map(v -> v.asString())
                        .toList());
    }

    static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }
}
