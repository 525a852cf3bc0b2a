package dupin.engine;

import dupin.model.ActionState;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.RemediationAction;
import dupin.model.SparedAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Remediation actions by id, in the order of their proposal.
final class ActionBook {
    private final Map<String, RemediationAction> actions = new LinkedHashMap<>();
    private final Map<String, Set<String>> byIncident = new HashMap<>();
    private final Map<String, Set<String>> byInvestigation = new HashMap<>();
    private final Map<EntityKey, Set<String>> byTarget = new HashMap<>();

    /// By investigation, then by target.
    private final Map<String, Map<EntityKey, List<SparedAction>>> spared = new HashMap<>();

    ActionBook copy() {
        var copy = new ActionBook();
        copy.actions.putAll(actions);
        copy(byIncident, copy.byIncident);
        copy(byInvestigation, copy.byInvestigation);
        copy(byTarget, copy.byTarget);
        // A plan is put there whole and never changes.
        copy.spared.putAll(spared);
        return copy;
    }

    private static <K> void copy(Map<K, Set<String>> from, Map<K, Set<String>> into) {
        from.forEach((key, ids) -> into.put(key, new LinkedHashSet<>(ids)));
    }

    Optional<RemediationAction> get(String id) {
        return Optional.ofNullable(actions.get(id));
    }

    /// @return the action as it is known from now on
    RemediationAction propose(RemediationAction proposed) {
        RemediationAction older = actions.get(proposed.id());
        RemediationAction action = older == null ? proposed : proposed.after(older);
        actions.put(action.id(), action);
        byIncident.computeIfAbsent(action.incidentId(), _ -> new LinkedHashSet<>()).add(action.id());
        byInvestigation.computeIfAbsent(action.investigationId(), _ -> new LinkedHashSet<>()).add(action.id());
        byTarget.computeIfAbsent(action.target().key(), _ -> new LinkedHashSet<>()).add(action.id());
        action.covered().forEach(key -> byTarget.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(action.id()));
        return action;
    }

    /// What the investigation's latest plan spares.
    void spare(Entry.ActionsSpared entry) {
        var byKey = new TreeMap<EntityKey, List<SparedAction>>();
        entry.spared().forEach(one -> byKey.computeIfAbsent(one.target(), _ -> new ArrayList<>()).add(one));
        spared.put(entry.investigationId(), byKey);
    }

    List<SparedAction> spared(EntityKey target, Collection<String> investigations) {
        return investigations.stream()
                .flatMap(id -> spared.getOrDefault(id, Map.of()).getOrDefault(target, List.of()).stream())
                .distinct()
                .toList();
    }

    /// The action after a legal entry about it.
    RemediationAction move(RemediationAction action, ActionState next, Entry entry, String actor, Instant at) {
        RemediationAction moved =
                switch (entry) {
                    case Entry.ActionApproved it -> action.approved(actor, it.comment(), it.grounds(), at);
                    case Entry.ActionEndorsed it -> action.endorsed(actor, it.grounds());
                    case Entry.ApprovalVoided it -> action.askedAgain(it.reason(), at);
                    case Entry.ActionRejected it -> action.decided(next, actor, it.comment(), at);
                    case Entry.ActionExpired _ ->
                            action.decided(next, RemediationAction.AUTOMATION, action.comment(), at)
                                    .with(next, "Nobody decided in time, which counts as rejected.");
                    case Entry.ActionSkipped it -> action.with(next, it.reason());
                    case Entry.ActionQueued it -> action.queued(next, it.responder());
                    case Entry.ActionCancelled it ->
                            action.decided(next, actor, it.comment(), at).with(next, "Cancelled before it was begun.");
                    case Entry.ActionStarted _ -> action.started(next, at);
                    case Entry.ActionExecuted it -> action.with(next, it.details()).received(it.items());
                    case Entry.ActionTimedOut it -> action.ended(next, it.details(), false, at);
                    case Entry.ActionFinished it ->
                            action.ended(next, it.details(), it.verified(), at).received(it.items());
                    case Entry.UndoStarted it ->
                            action.with(next, it.comment().isEmpty() ? action.statusDetails() : it.comment());
                    case Entry.UndoFinished it ->
                            action.ended(
                                    next, (it.completed() ? "" : "Undo failed: ") + it.details(), it.verified(), at);
                    default -> action.with(next, action.statusDetails());
                };
        actions.put(moved.id(), moved);
        return moved;
    }

    /// Takes the actions of one incident over into another.
    ///
    /// @return those that moved
    List<RemediationAction> move(String fromIncident, String intoIncident) {
        Set<String> ids = byIncident.remove(fromIncident);
        if (ids == null) {
            return List.of();
        }
        byIncident.computeIfAbsent(intoIncident, _ -> new LinkedHashSet<>()).addAll(ids);
        ids.forEach(id -> actions.computeIfPresent(id, (_, action) -> action.inIncident(intoIncident)));
        return list(ids);
    }

    /// Takes some actions of one incident over into another.
    ///
    /// @return those that moved
    List<RemediationAction> move(List<String> ids, String fromIncident, String intoIncident) {
        Set<String> there = byIncident.getOrDefault(fromIncident, new LinkedHashSet<>());
        List<String> moving = ids.stream().filter(there::remove).toList();
        if (moving.isEmpty()) {
            return List.of();
        }
        byIncident.computeIfAbsent(intoIncident, _ -> new LinkedHashSet<>()).addAll(moving);
        moving.forEach(id -> actions.computeIfPresent(id, (_, action) -> action.inIncident(intoIncident)));
        return list(new LinkedHashSet<>(moving));
    }

    List<RemediationAction> all() {
        return List.copyOf(actions.values());
    }

    List<RemediationAction> ofIncident(String incidentId) {
        return list(byIncident.get(incidentId));
    }

    List<RemediationAction> ofInvestigation(String investigationId) {
        return list(byInvestigation.get(investigationId));
    }

    List<RemediationAction> on(EntityKey target) {
        return list(byTarget.get(target));
    }

    private List<RemediationAction> list(@Nullable Set<String> ids) {
        if (ids == null) {
            return List.of();
        }
        var found = new ArrayList<RemediationAction>(ids.size());
        for (String id : ids) {
            RemediationAction action = actions.get(id);
            if (action != null) {
                found.add(action);
            }
        }
        return List.copyOf(found);
    }
}
