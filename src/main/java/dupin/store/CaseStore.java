package dupin.store;

import dupin.model.row.WordCount;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.RowRef;
import dupin.model.Telemetry;
import dupin.model.TelemetryEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The rows of an open case for querying. Thread-safe: any number of threads read while one writes; writers wait for
/// each other. Everything here can be built again from the journal and the originals.
public final class CaseStore implements AutoCloseable {

    private final Database database;
    private final AliasIndex aliases;
    private final TelemetryFiles files;
    private final TelemetryRows telemetry;
    private final TelemetryEntities entities;
    private final TextSearch text;
    private final IncidentIndex incidents;
    private final EntryCopy entries;

    private CaseStore(Path folder, Database database, EntryCopy entries) {
        this.database = database;
        SelfCheck.run(database);
        this.aliases = new AliasIndex(index -> database.read(handle -> AliasRows.load(handle, index)));
        this.files = new TelemetryFiles(database, aliases);
        var reads = new TelemetryReads(database, aliases, files);
        this.telemetry = new TelemetryRows(reads);
        this.entities = new TelemetryEntities(reads);
        this.incidents = new IncidentIndex(database);
        this.entries = entries;
        this.text = new TextSearch(folder, database, files, entities);
    }

    /// Opens the store in a folder, creating it where there is none, and removes what an unfinished load left.
    ///
    /// @throws StoreException when it is damaged: delete the folder and build it again
    public static CaseStore open(Path storeFolder) {
        return open(storeFolder, EntryCopy.in(storeFolder));
    }

    /// The same with the folder's copy of the journal, which somebody may be reading already.
    ///
    /// @param entries closed with the store
    public static CaseStore open(Path storeFolder, EntryCopy entries) {
        var database = Database.open(storeFolder);
        try {
            return new CaseStore(storeFolder, database, entries);
        } catch (RuntimeException e) {
            try (database) {
                throw e instanceof StoreException known
                        ? known
                        : new StoreException("The store in " + storeFolder + " is damaged: " + e.getMessage(), e);
            }
        }
    }

    /// The last journal entry that was applied.
    public Position position() {
        return database.read(h ->
                h.select("SELECT seq, head FROM applied")
                        .map((row, _) -> new Position(row.getLong(1), row.getString(2)))
                        .one());
    }

    /// Applies rows together with the position that they stand for, in one transaction.
    public void apply(Position position, Projection rows) {
        List<Object[]> written =
                database.write(h -> {
                    int alerts = AlertRows.put(h, rows.alerts());
                    List<Object[]> incidents = IncidentRows.values(h, rows.incidents(), rows.titles());
                    int more = IncidentRows.put(h, incidents) - IncidentRows.remove(h, rows.goneIncidents());
                    files.storeAliases(h);
                    // Counted along: counting the tables would look at every row in every transaction.
                    h.execute(
                            "UPDATE applied SET seq = ?, head = ?, incidents = incidents + ?, alerts = alerts + ?",
                            position.seq(),
                            position.head(),
                            more,
                            alerts);
                    return incidents;
                });
        incidents.changed(written, rows.goneIncidents());
        text.changed(rows.alerts());
    }

    /// Incidents that the filter lets through, in order. The first question reads the whole list into memory, which takes
    /// seconds when it is very long.
    public Found incidents(IncidentFilter filter, IncidentSort sort, boolean ascending) {
        return incidents.find(filter, sort, ascending);
    }

    /// What incidents have in columns of words, each item once and sorted; reads the list as [#incidents] does.
    public List<WordCount> incidentWords(List<IncidentSort> columns, int most) {
        return incidents.words(columns, most);
    }

    /// Whether [#incidents] answers at once.
    public boolean incidentsReady() {
        return incidents.ready();
    }

    /// Makes [#incidents] ready.
    public void readIncidents() {
        incidents.load();
    }

    /// How many incidents there are.
    public int incidentCount() {
        return database.read(h -> h.select("SELECT incidents FROM applied").mapTo(int.class).one());
    }

    /// Ids of the incidents with the newest activity, without reading the list.
    public List<String> newestIncidents(int limit) {
        return database.read(h -> IncidentRows.newest(h, limit));
    }

    public Optional<Alert> alert(String id) {
        return database.read(h -> AlertRows.alert(h, id));
    }

    /// The alert as it stood in the file.
    public Optional<String> rawAlert(String id) {
        return database.read(h -> AlertRows.raw(h, id));
    }

    /// The journal's entries in a form that reads fast.
    public EntryCopy entries() {
        return entries;
    }

    /// Which keys name one thing. Let it learn the entities of alerts after opening, and those of a file right before
    /// the file is loaded; those of loaded files it knows.
    public AliasIndex aliases() {
        return aliases;
    }

    /// What the load of a file gave; empty when the store does not hold it.
    public Optional<Loaded> loaded(String fileSha256) {
        return files.file(fileSha256).map(LoadedFile::loaded);
    }

    /// Starts the load of a file's events. One load runs at a time.
    ///
    /// @throws IllegalStateException when the file is loaded already or another load runs
    public EventLoader loader(String fileSha256) {
        return files.load(fileSha256);
    }

    /// Telemetry rows without their raw text.
    public List<TelemetryEvent> events(EventQuery query) {
        return telemetry.events(query);
    }

    /// Shows all telemetry rows that the query asks for, without their raw text, in its order and whatever its limit, until
    /// the visitor says that it has enough.
    ///
    /// @return how many rows there are
    public int scan(EventQuery query, Predicate<TelemetryEvent> visitor) {
        return scan(query, Set.of(), visitor, Passed.UNSAID);
    }

    /// As above, passing over rows that lack one of the texts in all their attributes and entities: many times faster where
    /// few have it.
    ///
    /// @param texts printable ASCII without quotation marks and backslashes; letters of any case
    public int scan(EventQuery query, Set<String> texts, Predicate<TelemetryEvent> visitor, Passed passed) {
        return new TelemetryScan(telemetry, query, texts).run(visitor, passed);
    }

    /// All telemetry rows that the query asks for, whatever its limit, to be read in stretches.
    public EventsFound find(EventQuery query) {
        return telemetry.found(query);
    }

    /// Shows when the telemetry rows happened that the query asks for, each once and whatever its limit, without reading
    /// them: a million in a moment. Rows without a time are left out.
    public void times(EventQuery query, EventTimes times) {
        telemetry.times(query, times);
    }

    /// Telemetry rows by the numbers that [#times] told, in their order, without their raw text.
    public List<TelemetryEvent> rows(long[] numbers) {
        return telemetry.read(numbers);
    }

    /// The number of a telemetry row, as [#times] tells it; empty when there is no such row.
    public Optional<Long> number(RowRef row) {
        return telemetry.number(row);
    }

    /// Shows all entities of a kind that telemetry speaks of; one may come twice. Whatever the consumer throws ends it.
    public void eachEntity(EntityKind kind, Consumer<Entity> consumer) {
        entities.entities(kind, consumer);
    }

    /// The telemetry row with its raw text.
    public Optional<TelemetryEvent> event(RowRef row) {
        return telemetry.event(row);
    }

    /// All rows of a loaded file in their order, with their raw text. Whatever the consumer throws ends it.
    public void eachEvent(String fileSha256, Consumer<TelemetryEvent> consumer) {
        files.file(fileSha256).ifPresent(file -> telemetry.each(file, consumer));
    }

    /// The row that a citation's short form ([RowRef#text]) means.
    public Optional<RowRef> row(String text) {
        return telemetry.row(text);
    }

    public Sightings sightings(EntityKey entity) {
        return entities.sightings(entity);
    }

    /// Whether rows of the file, or of one that was loaded after it, show the entity; without reading them.
    public boolean shownSince(String fileSha256, EntityKey entity) {
        return files.file(fileSha256).filter(file -> entities.shownSince(file, entity)).isPresent();
    }

    /// The entity under its canonical key with all that telemetry tells of it.
    public Optional<Entity> entity(EntityKey key) {
        return entities.entity(key);
    }

    /// Whether there is telemetry of the source; on the device when one is given.
    public boolean has(Telemetry source, @Nullable EntityKey device) {
        return entities.has(source, device);
    }

    /// Number of devices that telemetry shows.
    public int deviceCount() {
        return entities.entities(EntityKind.DEVICE, Integer.MAX_VALUE).size();
    }

    /// Canonical keys of the kind that telemetry shows, sorted; of more than `limit` those seen first.
    public List<EntityKey> entities(EntityKind kind, int limit) {
        return entities.entities(kind, limit);
    }

    /// Entities whose label, value or command line has all the words (or words that begin so), best first. Does not wait
    /// for an index that another thread is making.
    public EntityHits search(String words, int limit) {
        return text.entities(words, limit);
    }

    /// Makes the text index of what is new; the first search does it otherwise, which takes a while after a long load.
    public void indexText() {
        text.update();
    }

    /// Has the making of the text index end early; before closing.
    public void stopIndexing() {
        text.stop();
    }

    /// SHA-256 over all rows in an order that does not depend on how they came in.
    public String digest() {
        return StoreDigest.of(database, files, telemetry, entities);
    }

    @Override
    public void close() {
        text.close();
        entries.close();
        database.close();
    }
}
