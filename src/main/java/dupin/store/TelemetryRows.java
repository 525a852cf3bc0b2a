package dupin.store;

import dupin.journal.EntryCodec;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.RowRef;
import dupin.model.Telemetry;
import dupin.model.TelemetryEvent;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The questions to telemetry. Every answer shows finished loads only, and entities under their canonical keys.
/// Thread-safe.
final class TelemetryRows {
    private static final int PAGE = 10_000;

    private final Database database;
    private final AliasIndex aliases;
    private final TelemetryFiles files;
    private final BlockCache blocks;

    TelemetryRows(Database database, AliasIndex aliases, TelemetryFiles files) {
        this.database = database;
        this.aliases = aliases;
        this.files = files;
        this.blocks = new BlockCache(files.words());
    }

    private interface Question<T> {
        T ask(Handle handle, Committed committed) throws SQLException;
    }

    private <T> T ask(Question<T> question) {
        return ask(files.committed(), question);
    }

    private <T> T ask(Committed committed, Question<T> question) {
        return database.read(handle -> {
            try {
                return question.ask(handle, committed);
            } catch (SQLException e) {
                throw new StoreException("The store cannot be read: " + e.getMessage(), e);
            }
        });
    }

    List<TelemetryEvent> events(EventQuery query) {
        if (query.limit() <= 0 || files.committed().empty()) {
            return List.of();
        }
        return ask((handle, committed) ->
                read(
                        handle,
                        committed,
                        numbers(new EventSearch(committed, query).find(handle, filed(handle, committed, query)))));
    }

    /// @param known what each block answered; grows
    /// @param names of attributes of the events that are passed over, and of some others; grows
    /// @return places of the events that may bear the sieve's texts
    int[] sift(long[] events, Sieve sieve, Map<Long, BitSet> known, Set<String> names) {
        return ask((handle, committed) ->
                IntStream.range(0, events.length)
                        .filter(i ->
                                known.computeIfAbsent(
                                                events[i] / EntityIds.BLOCK,
                                                number ->
                                                        blocks.block(handle, number, committed.fileOf(events[i]))
                                                                .bearing(sieve, names))
                                        .get((int) (events[i] % EntityIds.BLOCK)))
                        .toArray());
    }

    /// Numbers of all events that the query asks for, in its order and whatever its limit.
    long[] find(EventQuery query) {
        return find(files.committed(), query);
    }

    long[] find(Committed committed, EventQuery query) {
        return committed.files().isEmpty()
                ? new long[0]
                : ask(
                        committed,
                        (handle, known) -> new EventSearch(known, query).all(handle, filed(handle, known, query)));
    }

    /// What the query asks for, whatever its limit, to be read in stretches.
    EventsFound found(EventQuery query) {
        Committed committed = files.committed();
        boolean counted = query.entity() == null && query.from() == null && query.to() == null;
        if (!counted) {
            return new EventsFound(this, committed, query, find(committed, query));
        }
        long size =
                ask(
                        committed,
                        (handle, known) -> new EventSearch(known, query).count(handle, EventSearch.kindsOf(query)));
        return new EventsFound(this, committed, query, Math.toIntExact(size));
    }

    /// Numbers of the first events of the query, as many as it takes.
    long[] first(Committed committed, EventQuery query) {
        return ask(
                committed,
                (handle, known) -> numbers(new EventSearch(known, query).find(handle, filed(handle, known, query))));
    }

    /// Numbers of the last events of the query, as many as it takes, the earliest first.
    long[] last(Committed committed, EventQuery query) {
        return ask(
                committed,
                (handle, known) ->
                        numbers(new EventSearch(known, query).findLast(handle, filed(handle, known, query))));
    }

    private static long[] numbers(List<EventSearch.Hit> hits) {
        return hits.stream().mapToLong(EventSearch.Hit::event).toArray();
    }

    List<TelemetryEvent> read(long[] events) {
        return ask((handle, committed) -> read(handle, committed, events));
    }

    /// When the rows happened that the query asks for, whatever its limit, in no order of their own.
    void times(EventQuery query, EventTimes times) {
        if (!files.committed().empty()) {
            ask((handle, committed) -> {
                new EventSearch(committed, query).times(handle, filed(handle, committed, query), times);
                return true;
            });
        }
    }

    private List<Long> filed(Handle handle, Committed committed, EventQuery query) throws SQLException {
        EntityKey entity = query.entity();
        return entity == null ? EventSearch.kindsOf(query) : numbers(handle, committed, entity);
    }

    private List<TelemetryEvent> read(Handle handle, Committed committed, long[] found) {
        var resolved = new IdentityHashMap<Entity, Entity>();
        var events = new ArrayList<TelemetryEvent>(found.length);
        for (long event : found) {
            LoadedFile file = committed.fileOf(event);
            Block block = blocks.block(handle, event / EntityIds.BLOCK, file);
            events.add(resolve(block.event((int) (event % EntityIds.BLOCK), ""), resolved));
        }
        return List.copyOf(events);
    }

    /// All entities of a kind, some more than once: under their own key and under another.
    void entities(EntityKind kind, Consumer<Entity> each) {
        entities(kind, 0, files.committed(), each);
    }

    private TelemetryEvent resolve(TelemetryEvent event, Map<Entity, Entity> known) {
        List<EventLink> links =
                event.links().stream()
                        .map(link -> new EventLink(link.role(), known.computeIfAbsent(link.entity(), aliases::resolve)))
                        .toList();
        return new TelemetryEvent(
                event.kind(),
                event.table(),
                event.actionType(),
                event.time(),
                links,
                event.attributes(),
                event.raw(),
                event.row());
    }

    Optional<TelemetryEvent> event(RowRef row) {
        return ask((handle, committed) ->
                number(handle, row)
                        .map(event -> {
                            long block = event / EntityIds.BLOCK;
                            var at = (int) (event % EntityIds.BLOCK);
                            return resolve(
                                    blocks.block(handle, block, committed.fileOf(event))
                                            .event(at, BlockRows.raws(handle, block).get(at)),
                                    new IdentityHashMap<>());
                        }));
    }

    /// The row's number, as [#find] tells it.
    Optional<Long> number(RowRef row) {
        return ask((handle, _) -> number(handle, row));
    }

    private Optional<Long> number(Handle handle, RowRef row) {
        Optional<LoadedFile> found = files.file(row.file());
        if (found.isEmpty() || found.get().events() == 0) {
            return Optional.empty();
        }
        LoadedFile file = found.get();
        long first = file.inOrder() ? blockOf(handle, file, row.row()) : file.firstBlock();
        long last = file.inOrder() ? first : file.firstBlock() + file.blocks() - 1;
        for (long number = first; number <= last; number++) {
            Block block = blocks.block(handle, number, file);
            for (int i = 0; i < block.size(); i++) {
                if (block.row(i) == row.row()) {
                    return Optional.of(number * EntityIds.BLOCK + i);
                }
            }
        }
        return Optional.empty();
    }

    private static long blockOf(Handle handle, LoadedFile file, long row) {
        long low = file.firstBlock();
        long high = low + file.blocks() - 1;
        while (low < high) {
            long middle = (low + high + 1) / 2;
            if (BlockRows.firstRow(handle, middle) <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// All events of a file in the order of its rows, with their raw text and their entities as the rows show them.
    void each(LoadedFile file, Consumer<TelemetryEvent> consumer) {
        ask((handle, _) -> {
            for (long number = file.firstBlock(); number < file.firstBlock() + file.blocks(); number++) {
                Block block = blocks.block(handle, number, file);
                List<String> raws = BlockRows.raws(handle, number);
                for (int i = 0; i < block.size(); i++) {
                    consumer.accept(block.event(i, raws.get(i)));
                }
            }
            return true;
        });
    }

    Optional<RowRef> row(String text) {
        int colon = text.lastIndexOf(':');
        String digits = text.substring(colon + 1);
        if (colon <= 0
                || digits.isEmpty()
                || digits.length() > 18
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        var row = Long.parseLong(digits);
        return files.committed().files().stream()
                .map(file -> new RowRef(file.sha256(), row))
                .filter(ref -> ref.text().equals(text))
                .findFirst();
    }

    /// Numbers under which the entity and its aliases are filed in finished loads.
    private List<Long> numbers(Handle handle, Committed committed, EntityKey key) throws SQLException {
        var ids = new ArrayList<Long>(2);
        try (var dictionary = new Dictionary(handle)) {
            for (EntityKey member : aliases.members(key)) {
                dictionary.id(member).filter(committed::has).ifPresent(ids::add);
            }
        }
        return ids;
    }

    Sightings sightings(EntityKey key) {
        if (files.committed().empty()) {
            return new SightingSum().sightings(List.of());
        }
        return ask((handle, committed) -> {
            var sum = new SightingSum();
            List<Long> ids = numbers(handle, committed, key);
            for (long id : ids) {
                sum.add(handle, id, committed);
            }
            if (ids.size() > 1) {
                // An event may show one thing under two of its names and counts once.
                var all =
                        new EventSearch(
                                committed, new EventQuery(key, Set.of(), Set.of(), null, null, Integer.MAX_VALUE));
                sum.events(all.find(handle, ids).size());
            }
            var devices = new TreeSet<EntityKey>();
            try (var dictionary = new Dictionary(handle)) {
                for (long device : sum.devices()) {
                    dictionary.key(device).map(aliases::resolve).ifPresent(devices::add);
                }
            }
            return sum.sightings(List.copyOf(devices));
        });
    }

    /// Whether rows of the file, or of one that was loaded after it, show the entity.
    boolean shownSince(LoadedFile file, EntityKey key) {
        return ask((handle, committed) -> {
            for (long id : numbers(handle, committed, key)) {
                int found =
                        handle.select(
                                        "SELECT COUNT(*) FROM sighting WHERE id BETWEEN ? AND ?",
                                        EntityIds.sighting(id, 0, committed.firstSegment(file)),
                                        EntityIds.sighting(id, 0, committed.segment()))
                                .mapTo(int.class)
                                .one();
                if (found > 0) {
                    return true;
                }
            }
            return false;
        });
    }

    Optional<Entity> entity(EntityKey key) {
        if (files.committed().empty()) {
            return Optional.empty();
        }
        return ask((handle, committed) -> {
            Entity fullest = null;
            for (long id : numbers(handle, committed, key)) {
                List<byte[]> stored =
                        handle.select(
                                        "SELECT attributes FROM sighting WHERE id BETWEEN ? AND ?",
                                        EntityIds.sighting(id, 0, 0),
                                        EntityIds.sighting(id, 0, committed.segment()))
                                .mapTo(byte[].class)
                                .list();
                for (byte[] packed : stored) {
                    if (packed.length > 0) {
                        Entity entity = EntryCodec.entity(new String(Packed.unpack(packed), StandardCharsets.UTF_8));
                        fullest = fullest == null ? entity : Sighting.fullest(fullest, entity);
                    }
                }
            }
            return Optional.ofNullable(fullest).map(aliases::resolve);
        });
    }

    boolean has(Telemetry source, @Nullable EntityKey device) {
        long wanted = 0;
        for (EventKind kind : EventKind.values()) {
            wanted |= kind.source() == source ? 1L << kind.ordinal() : 0;
        }
        boolean anywhere = (files.committed().kinds() & wanted) != 0;
        if (device == null || !anywhere) {
            return anywhere;
        }
        long mask = wanted;
        return ask((handle, committed) -> {
            for (long id : numbers(handle, committed, device)) {
                boolean there =
                        handle.select(
                                                "SELECT COUNT(*) FROM sighting WHERE id BETWEEN ? AND ? AND BITAND(device_kinds, CAST(? AS BIGINT)) <> 0",
                                                EntityIds.sighting(id, 0, 0),
                                                EntityIds.sighting(id, 0, committed.segment()),
                                                mask)
                                        .mapTo(int.class)
                                        .one()
                                > 0;
                if (there) {
                    return true;
                }
            }
            return false;
        });
    }

    List<EntityKey> entities(EntityKind kind, int limit) {
        return ask((handle, committed) ->
                handle
                        .select(
                                "SELECT text FROM entity WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?",
                                EntityIds.entity(kind, 0),
                                EntityIds.entity(kind, committed.places()[kind.ordinal()]) - 1,
                                limit)
                        .mapTo(String.class)
                        .stream()
                        .map(text -> aliases.resolve(new EntityKey(kind, text)))
                        .distinct()
                        .sorted()
                        .toList());
    }

    /// Entities of a kind that have a number from `place` on, with all that telemetry tells of them.
    void entities(EntityKind kind, long place, Committed until, Consumer<Entity> each) {
        var page = new ArrayList<EntityKey>();
        for (long at = place; at < until.places()[kind.ordinal()]; at += PAGE) {
            long first = EntityIds.entity(kind, at);
            long last = EntityIds.entity(kind, Math.min(at + PAGE, until.places()[kind.ordinal()])) - 1;
            ask((handle, _) ->
                            handle.select("SELECT text FROM entity WHERE id BETWEEN ? AND ? ORDER BY id", first, last)
                                    .mapTo(String.class)
                                    .list())
                    .forEach(text -> page.add(new EntityKey(kind, text)));
            page.forEach(key -> entity(key).ifPresent(each));
            page.clear();
        }
    }
}
