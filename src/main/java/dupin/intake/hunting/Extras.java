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

    /// Adds the object's simple values to the attributes under their own names, so far as they are few and not too long.
    static void add(Fields extras, Map<String, String> attributes) {
        int added = 0;
        for (String name : extras.node().propertyNames()) {
            String value = extras.text(name);
            if (!value.isEmpty() && added < MOST && attributes.putIfAbsent(name, shortened(value)) == null) {
                added++;
            }
        }
    }

    static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }
}
