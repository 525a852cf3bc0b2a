package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Telemetry;
import dupin.model.TelemetryEvent;
import dupin.model.intel.IntelMatch;
import dupin.model.intel.LandBinary;
import dupin.model.intel.Listing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Facts that notice when a question's bound left rows out, in words for the log: nobody shall take a part for the whole.
/// One thread.
public final class BoundedFacts implements Facts {
    private final Facts facts;
    private final TreeSet<String> cuts = new TreeSet<>();

    public BoundedFacts(Facts facts) {
        this.facts = facts;
    }

    /// Asks for one row more than wanted, to know whether there is one.
    @Override
    public List<TelemetryEvent> events(Query query) {
        List<TelemetryEvent> rows = facts.events(query.limit(query.limit() + 1));
        if (rows.size() <= query.limit()) {
            return rows;
        }
        EntityKey key = query.entity();
        String of = key == null ? "the case" : facts.entity(key).map(Entity::label).orElse(key.value());
        boolean all = query.roles().isEmpty() && query.kinds().isEmpty() && query.from() == null && query.to() == null;
        cuts.add(
                key != null && all
                        ? words("the first %,d of %,d rows of %s", query.limit(), facts.seen(key).events(), of)
                        : words("the first %,d rows that were asked for of %s", query.limit(), of));
        return rows.subList(0, query.limit());
    }

    private static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /// What was left out since this was asked last; each is handed over once.
    public List<String> takeCuts() {
        List<String> all = List.copyOf(cuts);
        cuts.clear();
        return all;
    }

    @Override
    public List<Alert> alertsWith(EntityKey entity) {
        return facts.alertsWith(entity);
    }

    @Override
    public List<Alert> alerts(List<String> ids) {
        return facts.alerts(ids);
    }

    @Override
    public Seen seen(EntityKey entity) {
        return facts.seen(entity);
    }

    @Override
    public Optional<Entity> entity(EntityKey key) {
        return facts.entity(key);
    }

    @Override
    public boolean has(Telemetry source, @Nullable EntityKey device) {
        return facts.has(source, device);
    }

    @Override
    public int deviceCount() {
        return facts.deviceCount();
    }

    @Override
    public Optional<String> knownBenign(EntityKey entity) {
        return facts.knownBenign(entity);
    }

    @Override
    public List<IntelMatch> intel(Entity entity) {
        return facts.intel(entity);
    }

    @Override
    public Optional<Listing> listing(Entity entity) {
        return facts.listing(entity);
    }

    @Override
    public Optional<LandBinary> livingOffTheLand(String fileName) {
        return facts.livingOffTheLand(fileName);
    }

    @Override
    public String attackName(String id) {
        return facts.attackName(id);
    }
}
