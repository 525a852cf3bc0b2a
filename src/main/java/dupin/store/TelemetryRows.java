package dupin.store;

import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventLink;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/// The questions to the rows of telemetry. Every answer shows finished loads only, and entities under their canonical keys.
/// Thread-safe.
final class TelemetryRows {
    private final TelemetryReads reads;
    private final TelemetryFiles files;
    private final BlockCache blocks;

    TelemetryRows(TelemetryReads reads) {
        this.reads = reads;
        this.files = reads.files();
        this.blocks = new BlockCache(files.words());
    }

    List<TelemetryEvent> events(EventQuery query) {
        if (query.limit() <= 0 || files.committed().empty()) {
            return List.of();
        }
        return reads.ask((handle, committed) ->
                read(
                        handle,
                        committed,
                        numbers(new EventSearch(committed, query).find(handle, filed(handle, committed, query)))));
    }

    /// @param known what each block answered; grows
    /// @param names of attributes of the events that are passed over, and of some others; grows
    /// @return places of the events that may bear the sieve's texts
    int[] sift(long[] events, Sieve sieve, Map<Long, BitSet> known, Set<String> names) {
        return reads.ask((handle, committed) ->
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
                : reads.ask(
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
                reads.ask(
                        committed,
                        (handle, known) -> new EventSearch(known, query).count(handle, EventSearch.kindsOf(query)));
        return new EventsFound(this, committed, query, Math.toIntExact(size));
    }

    /// Numbers of the first events of the query, as many as it takes.
    long[] first(Committed committed, EventQuery query) {
        return reads.ask(
                committed,
                (handle, known) -> numbers(new EventSearch(known, query).find(handle, filed(handle, known, query))));
    }

    /// Numbers of the last events of the query, as many as it takes, the earliest first.
    long[] last(Committed committed, EventQuery query) {
        return reads.ask(
                committed,
                (handle, known) ->
                        numbers(new EventSearch(known, query).findLast(handle, filed(handle, known, query))));
    }

    private static long[] numbers(List<EventSearch.Hit> hits) {
        return hits.stream().mapToLong(EventSearch.Hit::event).toArray();
    }

    List<TelemetryEvent> read(long[] events) {
        return reads.ask((handle, committed) -> read(handle, committed, events));
    }

    /// When the rows happened that the query asks for, whatever its limit, in no order of their own.
    void times(EventQuery query, EventTimes times) {
        if (!files.committed().empty()) {
            reads.ask((handle, committed) -> {
                new EventSearch(committed, query).times(handle, filed(handle, committed, query), times);
                return true;
            });
        }
    }

    private List<Long> filed(Handle handle, Committed committed, EventQuery query) throws SQLException {
        EntityKey entity = query.entity();
        return entity == null ? EventSearch.kindsOf(query) : reads.numbers(handle, committed, entity);
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

    private TelemetryEvent resolve(TelemetryEvent event, Map<Entity, Entity> known) {
        List<EventLink> links =
                event.links().stream()
                        .map(link ->
                                new EventLink(
                                        link.role(), known.computeIfAbsent(link.entity(), reads.aliases()::resolve)))
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
        return reads.ask((handle, committed) ->
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
        return reads.ask((handle, _) -> number(handle, row));
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
        reads.ask((handle, _) -> {
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
}
