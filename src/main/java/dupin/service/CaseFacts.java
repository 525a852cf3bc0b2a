package dupin.service;

import dupin.engine.Facts;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Telemetry;
import dupin.model.TelemetryEvent;
import dupin.intake.intel.Intel;
import dupin.model.intel.IntelMatch;
import dupin.model.intel.LandBinary;
import dupin.model.intel.Listing;
import dupin.store.CaseStore;
import dupin.store.EventQuery;
import dupin.store.Sightings;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The engine's questions, answered from fold and store. Callable from any worker.
final class CaseFacts implements Facts {
    private final CaseReads live;
    private final Intel intel;

    /// @param intel stays the same for as long as these facts are asked, so that a run has one answer
    CaseFacts(CaseReads live, Intel intel) {
        this.live = live;
        this.intel = intel;
    }

    private CaseStore store() {
        return live.store();
    }

    @Override
    public List<Alert> alertsWith(EntityKey entity) {
        return live.read(state -> state.alertsWith(entity));
    }

    @Override
    public List<Alert> alerts(List<String> ids) {
        return live.read(state -> ids.stream().sorted().map(state::alert).flatMap(Optional::stream).toList());
    }

    @Override
    public List<TelemetryEvent> events(Query query) {
        return store().events(
                        new EventQuery(
                                query.entity(), query.roles(), query.kinds(), query.from(), query.to(), query.limit()));
    }

    @Override
    public Seen seen(EntityKey entity) {
        Sightings stored = store().sightings(entity);
        var devices = new TreeSet<>(stored.devices());
        int alerts =
                live.read(state -> {
                    devices.addAll(state.devicesOf(entity));
                    return state.alertsWith(entity).size();
                });
        return new Seen(stored.events(), alerts, List.copyOf(devices), stored.first(), stored.last());
    }

    @Override
    public Optional<Entity> entity(EntityKey key) {
        return store().entity(key).or(() -> live.read(state -> state.entity(key)));
    }

    @Override
    public boolean has(Telemetry source, @Nullable EntityKey device) {
        return store().has(source, device);
    }

    @Override
    public int deviceCount() {
        return store().deviceCount();
    }

    @Override
    public Optional<String> knownBenign(EntityKey entity) {
        return intel.listing(entity)
                .filter(listing -> listing.standing() == Listing.Standing.HARMLESS)
                .map(Listing::list);
    }

    @Override
    public List<IntelMatch> intel(Entity entity) {
        return intel.matches(entity);
    }

    @Override
    public Optional<Listing> listing(Entity entity) {
        return intel.listing(entity);
    }

    @Override
    public Optional<LandBinary> livingOffTheLand(String fileName) {
        return intel.livingOffTheLand(fileName);
    }

    @Override
    public String attackName(String id) {
        return intel.attackName(id);
    }
}
