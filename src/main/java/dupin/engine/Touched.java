package dupin.engine;

import dupin.model.EntityKey;
import java.util.Set;
import java.util.TreeSet;

/// What an entry changed, by id: the rows that a view or the store has to read again. Sets are sorted copies.
///
/// @param policy the policy is another one
public record Touched(
        Set<String> incidents,
        Set<String> alerts,
        Set<String> investigations,
        Set<String> actions,
        Set<EntityKey> entities,
        boolean policy) {
    public static final Touched NOTHING = new Touched(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);

    public boolean nothing() {
        return !policy
                && incidents.isEmpty()
                && alerts.isEmpty()
                && investigations.isEmpty()
                && actions.isEmpty()
                && entities.isEmpty();
    }

    /// Both together: what a group of entries changed.
    public Touched and(Touched other) {
        return new Touched(
                both(incidents, other.incidents),
                both(alerts, other.alerts),
                both(investigations, other.investigations),
                both(actions, other.actions),
                both(entities, other.entities),
                policy || other.policy);
    }

    private static <T extends Comparable<T>> Set<T> both(Set<T> one, Set<T> two) {
        if (two.isEmpty() || one.isEmpty()) {
            return one.isEmpty() ? two : one;
        }
        var all = new TreeSet<>(one);
        all.addAll(two);
        return all;
    }

    /// Collects while one entry is applied.
    static final class Marks {
        final TreeSet<String> incidents = new TreeSet<>();
        final TreeSet<String> alerts = new TreeSet<>();
        final TreeSet<String> investigations = new TreeSet<>();
        final TreeSet<String> actions = new TreeSet<>();
        final TreeSet<EntityKey> entities = new TreeSet<>();
        boolean policy;

        /// The entry says what one of an earlier run said: no news for the log.
        boolean repeated;

        Touched done() {
            return new Touched(incidents, alerts, investigations, actions, entities, policy);
        }
    }
}
