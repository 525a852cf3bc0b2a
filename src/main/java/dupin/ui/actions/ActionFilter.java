package dupin.ui.actions;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.RemediationAction;
import java.util.HashSet;
import java.util.Set;

/// Which actions are shown; an empty set filters nothing.
///
/// @param decisions words of [RemediationAction#decision], "" for automatic ones
/// @param sources words of [RemediationAction#source]
public record ActionFilter(Set<ActionType> types, Set<ActionState> states, Set<String> decisions, Set<String> sources) {
    public static final ActionFilter NONE = new ActionFilter(Set.of(), Set.of(), Set.of(), Set.of());

    public ActionFilter {
        types = Set.copyOf(types);
        states = Set.copyOf(states);
        decisions = Set.copyOf(decisions);
        sources = Set.copyOf(sources);
    }

    public boolean matches(RemediationAction action) {
        return has(types, action.type())
                && has(states, action.state())
                && has(decisions, action.decision())
                && has(sources, action.source());
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /// Adds the value, or takes it away when it is there.
    ActionFilter toggle(Object value, Facet facet) {
        return switch (facet) {
            case TYPE -> new ActionFilter(flipped(types, (ActionType) value), states, decisions, sources);
            case STATUS -> new ActionFilter(types, flipped(states, (ActionState) value), decisions, sources);
            case DECISION -> new ActionFilter(types, states, flipped(decisions, (String) value), sources);
            case SOURCE -> new ActionFilter(types, states, decisions, flipped(sources, (String) value));
        };
    }

    Set<?> of(Facet facet) {
        return switch (facet) {
            case TYPE -> types;
            case STATUS -> states;
            case DECISION -> decisions;
            case SOURCE -> sources;
        };
    }

    private static <T> boolean has(Set<T> set, T value) {
        return set.isEmpty() || set.contains(value);
    }

    private static <T> Set<T> flipped(Set<T> set, T value) {
        var copy = new HashSet<>(set);
        if (!copy.remove(value)) {
            copy.add(value);
        }
        return copy;
    }
}
