package dupin.model.policy;

import dupin.model.EntityKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One thing that alerts have in common which a tuning rule takes.
///
/// @param values any of these, in any case; `*` stands for any text, `[*]` for a star
public record TuningCondition(Field field, List<String> values) {
    /// How a star is written that stands for itself.
    public static final String STAR = "[*]";

    public TuningCondition {
        values = List.copyOf(values);
    }

    /// What an alert says, and nothing else: its stars are stars.
    public static TuningCondition exactly(Field field, String text) {
        return new TuningCondition(field, List.of(text.replace("*", STAR)));
    }

    /// What of an alert is looked at; of evidence, the word of the entity that it shows.
    public enum Field {
        TITLE("Alert title", null),
        SERVICE_SOURCE("Service source", null),
        DETECTION_SOURCE("Detection source", null),
        FILE_HASH("File hash", EntityKind.FILE),
        FILE_NAME("File name", EntityKind.FILE),
        COMMAND_LINE("Process command line", EntityKind.PROCESS),
        IP_ADDRESS("IP address", EntityKind.IP_ADDRESS),
        URL("URL or domain", EntityKind.URL),
        USER("User", EntityKind.USER),
        DEVICE("Device", EntityKind.DEVICE);

        private final String label;
        private final @Nullable EntityKind evidence;

        Field(String label, @Nullable EntityKind evidence) {
            this.label = label;
            this.evidence = evidence;
        }

        public String label() {
            return label;
        }

        /// The kind of evidence that it is a word of; null for what the alert itself says.
        public @Nullable EntityKind evidence() {
            return evidence;
        }
    }

    /// Conditions put together: fields in their order, each once with all its values.
    public static List<TuningCondition> joined(Collection<TuningCondition> conditions) {
        var values = new EnumMap<Field, Set<String>>(Field.class);
        for (TuningCondition one : conditions) {
            values.computeIfAbsent(one.field(), _ -> new LinkedHashSet<>()).addAll(one.values());
        }
        return values.entrySet().stream().map(e -> new TuningCondition(e.getKey(), List.copyOf(e.getValue()))).toList();
    }

    /// Whether every value says something: one of blanks and wildcards alone would take every alert.
    public boolean says() {
        return !values.isEmpty() && values.stream().noneMatch(v -> v.replace("*", "").isBlank());
    }

    /// As it is told in lists and in the history of the policy.
    public String words() {
        return field.label() + " is " + String.join(" or ", values);
    }
}
