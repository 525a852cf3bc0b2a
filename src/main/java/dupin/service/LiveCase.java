package dupin.service;

import dupin.engine.Approvals;
import dupin.engine.CaseState;
import dupin.engine.Touched;
import dupin.journal.Journal;
import dupin.model.Alert;
import dupin.model.Entry;
import dupin.model.EntityKey;
import dupin.model.Incident;
import dupin.model.JournalEntry;
import dupin.store.CaseStore;
import dupin.store.PackedText;
import dupin.store.Position;
import dupin.store.Projection;
import dupin.store.RawAlert;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The open case's truth: journal, fold and store in step. One writer at a time: an entry is durable in the journal
/// before the fold and the store change, and the world is told after both. Thread-safe.
final class LiveCase implements CaseReads, CaseWrites {
    private final Journal journal;
    private final CaseStore store;
    private final CaseState state;
    private final ChangeFeed feed;
    private final Clock clock;
    private final Access access;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    /// Taken before [#lock] by whoever takes both.
    private final ReentrantReadWriteLock loads = new ReentrantReadWriteLock(true);

    LiveCase(Journal journal, CaseStore store, CaseState state, ChangeFeed feed, Clock clock) {
        this(journal, store, state, feed, clock, Access.open());
    }

    LiveCase(Journal journal, CaseStore store, CaseState state, ChangeFeed feed, Clock clock, Access access) {
        this.journal = journal;
        this.store = store;
        this.state = state;
        this.feed = feed;
        this.clock = clock;
        this.access = access;
    }

    Access access() {
        return access;
    }

    @Override
    public CaseStore store() {
        return store;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public long entries() {
        return journal.size();
    }

    @Override
    public <T> T read(Function<CaseState, T> reader) {
        lock.readLock().lock();
        try {
            return reader.apply(state);
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Brings telemetry into the journal and the store; no investigation begins to look between the two.
    <T> T loading(Supplier<T> load) {
        loads.writeLock().lock();
        try {
            return load.get();
        } finally {
            loads.writeLock().unlock();
        }
    }

    /// Begins to look, or asks what came since: what the journal says was imported, the store holds.
    void looking(Runnable look) {
        loads.readLock().lock();
        try {
            look.run();
        } finally {
            loads.readLock().unlock();
        }
    }

    /// What a decision writes and answers.
    ///
    /// @param raw alert id → the alert's text in its file, for alerts that the entries bring
    record Decision<T>(List<Entry> entries, Map<String, PackedText> raw, T answer) {}

    @Override
    public <T> T decide(String actor, Function<CaseState, Decision<T>> decider) {
        lock.writeLock().lock();
        try {
            Decision<T> decision = decider.apply(state);
            if (!decision.entries().isEmpty()) {
                Approvals.unwritable(state, decision.entries(), actor)
                        .ifPresent(why -> {
                            throw new Problem(why, "Nothing was written.", "");
                        });
                List<Entry> sealed = access.seal(actor, decision.entries(), state.policy().version());
                List<JournalEntry> written = journal.append(clock.instant(), actor, sealed);
                apply(written, decision.raw());
            }
            return decision.answer();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void apply(List<JournalEntry> entries, Map<String, PackedText> raw) {
        var incidents = new HashSet<String>();
        var alerts = new HashSet<String>();
        var investigations = new HashSet<String>();
        var actions = new HashSet<String>();
        var entities = new HashSet<EntityKey>();
        var received = new HashSet<String>();
        boolean policy = false;
        boolean imports = false;
        for (JournalEntry entry : entries) {
            Touched touched = state.apply(entry);
            store.entries().add(entry);
            incidents.addAll(touched.incidents());
            alerts.addAll(touched.alerts());
            investigations.addAll(touched.investigations());
            actions.addAll(touched.actions());
            entities.addAll(touched.entities());
            policy |= touched.policy();
            imports |= entry.entry() instanceof Entry.FileImported;
            if (entry.entry() instanceof Entry.AlertReceived it) {
                received.add(it.alert().id());
            }
        }
        JournalEntry last = entries.getLast();
        // The row of an alert is what its file says: nothing that happens to the alert later changes it.
        store.apply(new Position(last.seq(), last.hash()), projection(state, incidents, received, raw));
        feed.publish(new Change(last.seq(), incidents, alerts, investigations, actions, entities, policy, imports));
    }

    /// The rows that the store keeps of the incidents and alerts.
    static Projection projection(
            CaseState state, Set<String> incidents, Set<String> alerts, Map<String, PackedText> raw) {
        var incidentRows = new ArrayList<Incident>();
        incidents.stream().sorted().forEach(id -> state.incident(id).ifPresent(incidentRows::add));
        var alertRows = new ArrayList<RawAlert>();
        alerts.stream()
                .sorted()
                .forEach(id -> state.alert(id).ifPresent(alert -> alertRows.add(new RawAlert(alert, raw.get(id)))));
        var titles = new HashMap<String, String>();
        incidentRows.forEach(incident ->
                incident.alertIds().forEach(id -> state.alert(id).ifPresent(alert -> titles.put(id, alert.title()))));
        return new Projection(incidentRows, alertRows, List.of(), titles);
    }

    /// Applies what the journal holds and the store lacks, as one transaction.
    void bringStoreUp() {
        lock.writeLock().lock();
        try {
            long last = state.seq();
            if (store.position().seq() < last) {
                store.apply(
                        new Position(last, journal.head()), projection(state, allIncidents(), allAlerts(), Map.of()));
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// Gives the store the texts of alerts that it lacks.
    void keepRaw(Map<String, PackedText> raw) {
        lock.writeLock().lock();
        try {
            store.apply(store.position(), projection(state, Set.of(), raw.keySet(), raw));
        } finally {
            lock.writeLock().unlock();
        }
    }

    private Set<String> allIncidents() {
        return state.incidents().stream().map(Incident::id).collect(Collectors.toSet());
    }

    private Set<String> allAlerts() {
        return state.alerts().stream().map(Alert::id).collect(Collectors.toSet());
    }
}
