package dupin.ui.actions;

import dupin.model.RemediationAction;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which actions are shown: those that have one of the wanted values in every facet for which any is wanted.
public record ActionFilter(Map<Facet, Set<Object>> wanted) {
    public static final ActionFilter NONE = new ActionFilter(Map.of());

    public ActionFilter {
        wanted = Map.copyOf(wanted);
    }

    public boolean matches(RemediationAction action) {
        return wanted.entrySet().stream().allMatch(entry -> entry.getValue().contains(entry.getKey().of(action)));
    }

    public boolean isEmpty() {
        return wanted.isEmpty();
    }

    /// Adds the value, or takes it away when it is there.
    ActionFilter toggle(Object value, Facet facet) {
        var values = new HashSet<>(of(facet));
        if (!values.remove(value)) {
            values.add(value);
        }
        var next = new EnumMap<Facet, Set<Object>>(Facet.class);
        next.putAll(wanted);
        if (values.isEmpty()) {
            next.remove(facet);
        } else {
            next.put(facet, Set.copyOf(values));
        }
        return new ActionFilter(next);
    }

    Set<Object> of(Facet facet) {
        return wanted.getOrDefault(facet, Set.of());
    }
}
