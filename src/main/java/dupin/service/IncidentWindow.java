package dupin.service;

import dupin.engine.CaseState;
import dupin.model.EntityKey;
import dupin.model.Incident;
import dupin.model.row.IncidentWord;
import dupin.store.CaseStore;
import dupin.store.Found;
import dupin.store.IncidentFilter;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A window over the incident list: what stands where is the store's answer, what a row says is the fold's. Of a long list
/// that is not yet in memory the newest rows can be seen at once; all that is further down waits for it. Thread-safe.
final class IncidentWindow implements Window<Incident> {
    private static final System.Logger LOG = System.getLogger(IncidentWindow.class.getName());

    /// A shorter list is read sooner than it is seen.
    private static final int LONG = 20_000;

    private static final int FIRST = 500;

    private final CaseReads live;
    private final int size;
    private final List<String> first;
    private final Supplier<Found> ask;
    private @Nullable Found found;

    private IncidentWindow(CaseReads live, int size, List<String> first, Supplier<Found> ask) {
        this.live = live;
        this.size = size;
        this.first = first;
        this.ask = ask;
    }

    static IncidentWindow of(CaseReads live, IncidentQuery query) {
        CaseStore store = live.store();
        Supplier<Found> ask =
                () -> store.incidents(filter(live, query), StoreQueries.sort(query.sort()), query.ascending());
        if (query.equals(IncidentQuery.ALL) && !store.incidentsReady()) {
            int size = store.incidentCount();
            if (size > LONG) {
                return new IncidentWindow(live, size, store.newestIncidents(FIRST), ask);
            }
        }
        Found found = ask.get();
        var window = new IncidentWindow(live, found.size(), List.of(), ask);
        window.found = found;
        return window;
    }

    /// Which incidents have an entity the fold knows: it is asked for them whenever the list is.
    private static IncidentFilter filter(CaseReads live, IncidentQuery query) {
        IncidentFilter filter = StoreQueries.filter(query);
        Set<String> keys = query.words(IncidentWord.ENTITY);
        return keys.isEmpty() ? filter : filter.among(live.read(state -> having(state, keys)));
    }

    private static Set<String> having(CaseState state, Set<String> keys) {
        var ids = new HashSet<String>();
        for (String key : keys) {
            try {
                ids.addAll(CaseDesk.incidentsWith(state, EntityKey.parse(key)));
            } catch (IllegalArgumentException e) {
                LOG.log(Level.DEBUG, "No incident has what a saved view names, for that is no entity", e);
            }
        }
        return ids;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<@Nullable Incident> rows(int from, int to) {
        List<String> ids = ids(from, to);
        return live.read(state -> rows(state, ids));
    }

    private static List<@Nullable Incident> rows(CaseState state, List<String> ids) {
        var rows = new ArrayList<@Nullable Incident>(ids.size());
        for (String id : ids) {
            rows.add(state.incident(id).orElse(null));
        }
        return rows;
    }

    private List<String> ids(int from, int to) {
        if (to <= first.size()) {
            return first.subList(from, to);
        }
        Found all = found();
        // Between the first sight and the whole list incidents may have come or gone.
        int end = Math.min(to, all.size());
        var ids = new ArrayList<>(from < end ? all.ids(from, end) : List.of());
        while (ids.size() < to - from) {
            ids.add("");
        }
        return ids;
    }

    private synchronized Found found() {
        Found known = found;
        if (known == null) {
            known = ask.get();
            found = known;
        }
        return known;
    }

    @Override
    public int[] places(Collection<?> ids) {
        return ids.isEmpty() ? new int[0] : found().places(ids.stream().map(String::valueOf).toList());
    }
}
