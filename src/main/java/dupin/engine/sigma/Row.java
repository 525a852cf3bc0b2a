package dupin.engine.sigma;

import dupin.model.LogRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The event under test, with the values of the fields that rules name at fixed places. Used again for each event; one thread.
final class Row {
    /// The place of all values together, each on its own line: what keywords are looked for in.
    static final String EVERYTHING = "\u0000everything";

    private final Map<String, Integer> slots;
    private final Map<String, List<Integer>> anyCase = new HashMap<>();
    private final @Nullable String[] values;
    private final @Nullable String[] lowers;
    private Map<String, String> all = Map.of();
    private final int everything;
    private long given;

    Row(Map<String, Integer> slots) {
        this.slots = slots;
        slots.forEach((name, slot) ->
                anyCase.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>()).add(slot));
        everything = slots.getOrDefault(EVERYTHING, -1);
        values = new @Nullable String[slots.size()];
        lowers = new @Nullable String[slots.size()];
    }

    void load(LogRecord event) {
        Arrays.fill(values, null);
        Arrays.fill(lowers, null);
        all = event.fields();
        // Windows gives each field one spelling, and its rules use it; cloud services and their rules have several.
        boolean exact = !event.channel().isEmpty();
        for (Map.Entry<String, String> field : all.entrySet()) {
            if (exact) {
                Integer slot = slots.get(field.getKey());
                if (slot != null) {
                    values[slot] = field.getValue();
                }
            } else {
                for (int slot : anyCase.getOrDefault(field.getKey().toLowerCase(Locale.ROOT), List.of())) {
                    values[slot] = field.getValue();
                }
            }
        }
        fill("Channel", event.channel());
        fill("Provider_Name", event.provider());
        fill("EventID", event.eventId() < 0 ? "" : Integer.toString(event.eventId()));
        String label = event.field("MandatoryLabel");
        if (label != null) {
            fill("IntegrityLevel", LogSources.integrity(label));
        }
    }

    /// What the row's envelope says, where its fields do not.
    private void fill(String name, String value) {
        Integer slot = slots.get(name);
        if (slot != null && values[slot] == null && !value.isEmpty()) {
            values[slot] = value;
        }
    }

    @Nullable String value(int slot) {
        String value = values[slot];
        if (value == null && slot == everything) {
            value = String.join("\u0000", all.values());
            values[slot] = value;
        }
        return value;
    }

    @Nullable String lower(int slot) {
        String value = value(slot);
        if (value == null) {
            return null;
        }
        String lower = lowers[slot];
        if (lower == null) {
            lower = value.toLowerCase(Locale.ROOT);
            lowers[slot] = lower;
        }
        return lower;
    }

    /// All values of the event, for keywords.
    Iterable<String> all() {
        return all.values();
    }

    void gaveUp() {
        given++;
    }

    /// How many expressions were given up over their budget.
    long givenUp() {
        return given;
    }
}
