package dupin.respond;

import dupin.model.ActionType;
import dupin.model.EntityKey;
import dupin.model.RemediationAction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an action does to the estate. Actions with equal effects share one: it lasts until the last of them is undone.
///
/// @param device null for what holds everywhere
record Effect(ActionType type, EntityKey target, @Nullable EntityKey device) {

    /// What was chosen of what the type leaves open, as far as it is not what the type takes unasked; "" for nothing.
    static String choice(RemediationAction action) {
        return action.type().parameters().stream()
                .map(parameter -> parameter.name() + "=" + action.parameter(parameter.name()))
                .filter(chosen ->
                        action.type().parameters().stream()
                                .noneMatch(it -> chosen.equals(it.name() + "=" + it.values().getFirst())))
                .collect(Collectors.joining(" "));
    }

    static Effect of(RemediationAction action) {
        return of(action.type(), action.target().key(), action.device());
    }

    /// That on the target first, then those on what the action covers.
    static List<Effect> all(ActionType type, EntityKey target, List<EntityKey> covered, @Nullable EntityKey device) {
        var effects = new ArrayList<Effect>();
        effects.add(of(type, target, device));
        covered.forEach(key -> effects.add(of(type, key, device)));
        return effects;
    }

    static Effect of(ActionType type, EntityKey target, @Nullable EntityKey device) {
        return new Effect(type, target, type.onOneDevice() ? device : null);
    }
}
