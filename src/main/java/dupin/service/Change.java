package dupin.service;

import dupin.model.EntityKey;
import java.util.Set;

/// What a commit touched, told to the world after the journal and the store have it.
///
/// @param seq position of the last entry of the commit
/// @param imports whether telemetry or alerts were imported
public record Change(
        long seq,
        Set<String> incidents,
        Set<String> alerts,
        Set<String> investigations,
        Set<String> actions,
        Set<EntityKey> entities,
        boolean policy,
        boolean imports) {
    public Change {
        incidents = Set.copyOf(incidents);
        alerts = Set.copyOf(alerts);
        investigations = Set.copyOf(investigations);
        actions = Set.copyOf(actions);
        entities = Set.copyOf(entities);
    }

    /// Something else than what entries hold has changed.
    static Change nothing(long seq) {
        return new Change(seq, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, false);
    }
}
