package dupin.service;

import dupin.engine.CaseState;
import dupin.engine.EntityDevice;
import dupin.engine.Facts;
import dupin.engine.NeverTouch;
import dupin.engine.RequestedAction;
import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Entry;
import dupin.model.Investigation;
import dupin.model.RemediationAction;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Actions that a person asks for on an entity, whatever its verdict. They wait in the action center like those of
/// investigations, and whoever may approve decides. Blocks: background only.
public final class Requests {
    private final LiveCase live;
    private final Supplier<? extends Facts> facts;

    Requests(LiveCase live, Supplier<? extends Facts> facts) {
        this.live = live;
        this.facts = facts;
    }

    /// Kinds of actions that can be asked for on the entity.
    public static List<ActionType> kinds(EntityKey entity) {
        return Arrays.stream(ActionType.values()).filter(type -> type.targets().contains(entity.kind())).toList();
    }

    /// Devices on which an action on the entity could take effect: its own, else those on which it was seen.
    public static List<String> places(Explanation explained) {
        String own = EntityDevice.of(explained.entity());
        return own.isEmpty() ? explained.seenDevices() : List.of(own);
    }

    /// Puts an action before whoever may approve it.
    ///
    /// @param device null where the type does not work on one device
    /// @return the action's id
    /// @throws Problem when the case does not know the entity, no investigation has looked at it, the action is forbidden on
    ///     it, or it waits already
    public String ask(
            ActionType type,
            EntityKey entity,
            @Nullable EntityKey device,
            Map<String, String> parameters,
            String reason,
            String actor) {
        if (reason.isBlank()) {
            throw new Problem(
                    type.label() + " was not asked for: no reason was given.",
                    "Nothing was changed.",
                    "Say why, for whoever decides.");
        }
        Facts now = facts.get();
        Entity target =
                now.entity(entity)
                        .or(() -> live.read(state -> state.entity(entity)))
                        .orElseThrow(() -> refused(type, entity, "the case does not know it"));
        if (!type.targets().contains(entity.kind())) {
            throw refused(
                    type, entity, "it is no " + type.targets().iterator().next().label().toLowerCase(Locale.ROOT));
        }
        if (type.onOneDevice() && device == null) {
            throw refused(type, entity, "no source tells on which device it is");
        }
        EntityKey on = entity.kind() == EntityKind.DEVICE ? entity : device;
        var wanted = new RequestedAction(type, target, on, parameters, reason.strip(), actor);
        return live.decide(
                actor,
                state -> {
                    RemediationAction action = checked(wanted, state, now);
                    return new LiveCase.Decision<>(List.of(new Entry.ActionProposed(action)), Map.of(), action.id());
                });
    }

    private RemediationAction checked(RequestedAction wanted, CaseState state, Facts now) {
        EntityKey key = wanted.target().key();
        Optional<String> forbidden =
                NeverTouch.refuses(wanted.type(), wanted.target(), wanted.device(), state.policy());
        if (forbidden.isPresent()) {
            throw new Problem(forbidden.get(), wanted.type().label() + " was not asked for.", "");
        }
        boolean open =
                state.actionsOn(key).stream()
                        .anyMatch(old ->
                                old.type() == wanted.type()
                                        && old.state().open()
                                        && Objects.equals(old.device(), wanted.device()));
        if (open) {
            throw refused(wanted.type(), key, "the same waits or runs already");
        }
        Investigation in =
                state.investigationsOn(key).stream()
                        .max(
                                Comparator.comparing(
                                        Investigation::queuedDateTime,
                                        Comparator.nullsFirst(Comparator.naturalOrder())))
                        .orElseThrow(() -> refused(wanted.type(), key, "no investigation has looked at it"));
        return wanted.in(in.id(), in.incidentId(), state, now, live.clock().instant());
    }

    private static Problem refused(ActionType type, EntityKey entity, String why) {
        return new Problem(
                type.label() + " cannot be asked for on " + entity.value() + ": " + why + ".",
                "Nothing was changed.",
                "");
    }
}
