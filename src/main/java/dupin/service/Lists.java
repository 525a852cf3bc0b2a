package dupin.service;

import dupin.model.EventKind;
import dupin.model.Incident;
import dupin.model.TelemetryEvent;
import dupin.model.row.IncidentWord;
import dupin.store.CaseStore;
import dupin.store.EventQuery;
import dupin.store.Found;
import dupin.store.LoadProgress;
import dupin.store.Position;
import dupin.store.Projection;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The lists of a case by themselves, without journal and fold: filled with rows and asked as the desk asks, to measure
/// what a list of any length costs. Closing lets go of the files.
public final class Lists implements AutoCloseable {
    private final CaseStore store;
    private long position;

    private Lists(CaseStore store) {
        this.store = store;
        position = store.position().seq();
    }

    public static Lists open(Path folder) {
        return new Lists(CaseStore.open(folder));
    }

    public void addIncidents(List<Incident> incidents) {
        position++;
        store.apply(new Position(position, "0".repeat(64)), new Projection(incidents, List.of()));
    }

    /// @param sha256 names the file that the rows are said to come from
    public void addTelemetry(String sha256, Consumer<Consumer<TelemetryEvent>> rows) {
        try (var load = store.loader(sha256)) {
            rows.accept(load::add);
            var _ = load.commit(LoadProgress.SILENT);
        }
    }

    /// What a desk would show at first sight; see [Desk#window].
    public int newestIncidents(int rows) {
        int size = store.incidentCount();
        return store.newestIncidents(rows).isEmpty() ? 0 : size;
    }

    /// Reads the incident list into memory.
    public void readIncidents() {
        store.readIncidents();
    }

    /// What the filters of the incident list can be set to; see [Desk#incidentWords].
    ///
    /// @return how many words there are, at most so many of each field
    public int incidentWords(int most) {
        int words = 0;
        for (IncidentWord which : IncidentWord.values()) {
            words += store.incidentWords(StoreQueries.columns(which), most).size();
        }
        return words;
    }

    /// Ids in order.
    public Window<String> incidents(IncidentQuery query) {
        Found found = store.incidents(StoreQueries.filter(query), StoreQueries.sort(query.sort()), query.ascending());
        return new Window<>() {
            @Override
            public int size() {
                return found.size();
            }

            @Override
            public List<@Nullable String> rows(int from, int to) {
                return List.copyOf(found.ids(from, to));
            }

            @Override
            public int[] places(java.util.Collection<?> ids) {
                return found.places(ids.stream().map(String::valueOf).toList());
            }
        };
    }

    /// Telemetry of these kinds (all when empty) and this time, as a hunt shows it: oldest first.
    public Window<HuntRow> telemetry(Set<EventKind> kinds, @Nullable Instant from, @Nullable Instant to) {
        return new TelemetryWindow(store.find(new EventQuery(null, Set.of(), kinds, from, to, Integer.MAX_VALUE)));
    }

    @Override
    public void close() {
        store.close();
    }
}
