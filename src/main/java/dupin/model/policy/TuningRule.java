package dupin.model.policy;

import dupin.model.Classification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Alerts that need nobody: which ones, and what becomes of them. The first rule of the policy that is on and matches takes
/// an alert; no investigation is started for it.
///
/// @param conditions all of them must hold; those of one kind of evidence of one and the same piece of it
/// @param deviceGroup every device of the alert belongs to this one, and it names at least one; "" for any alert
/// @param classification of the alerts that it resolves
/// @param determination one of the classification's own, by its word; "" for none
/// @param created when it was made; null where nobody noted it
public record TuningRule(
        String id,
        String name,
        boolean enabled,
        List<TuningCondition> conditions,
        String deviceGroup,
        Effect effect,
        Classification classification,
        String determination,
        String comment,
        String createdBy,
        @Nullable Instant created) {
    public TuningRule {
        conditions = List.copyOf(conditions);
    }

    /// What becomes of an alert.
    public enum Effect {
        /// Out of the queue; the status filter still finds and counts it.
        HIDE("Hide alert", "hidden"),
        RESOLVE("Resolve alert", "resolved");

        private final String label;
        private final String done;

        Effect(String label, String done) {
            this.label = label;
            this.done = done;
        }

        public String label() {
            return label;
        }

        /// What an alert is afterwards.
        public String done() {
            return done;
        }
    }

    public TuningRule switched(boolean on) {
        return new TuningRule(
                id,
                name,
                on,
                conditions,
                deviceGroup,
                effect,
                classification,
                determination,
                comment,
                createdBy,
                created);
    }

    /// The same rule, switched on and made now by this person.
    public TuningRule made(String newId, String by, Instant at) {
        return new TuningRule(
                newId, name, true, conditions, deviceGroup, effect, classification, determination, comment, by, at);
    }

    /// The alerts that it takes, as it is told in lists and in the history of the policy.
    public String which() {
        String what = conditions.stream().map(TuningCondition::words).collect(Collectors.joining(" and "));
        return deviceGroup.isEmpty() ? what : what + ", devices of " + deviceGroup;
    }

    /// What becomes of them.
    public String what() {
        var parts = new ArrayList<String>();
        parts.add(effect.label());
        if (effect == Effect.RESOLVE && classification != Classification.NOT_SET) {
            parts.add("as " + classification.label().toLowerCase(Locale.ROOT));
            classification
                    .determination(determination)
                    .ifPresent(d -> parts.add("(" + d.label().toLowerCase(Locale.ROOT) + ")"));
        }
        return String.join(" ", parts);
    }
}
