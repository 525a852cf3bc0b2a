package dupin.store;

import dupin.model.row.IncidentWord;
import dupin.model.row.WordCount;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// The incident list in memory: read from its table when it is first asked for, kept up with it from then on. Thread-safe.
final class IncidentIndex {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int MAX_WORDS = 20;
    private static final int PAGE = 10_000;

    private static final List<IncidentSort> NUMBERS =
            Arrays.stream(IncidentSort.values()).filter(s -> s.kind() == IncidentSort.Kind.NUMBER).toList();
    private static final List<IncidentSort> WORDS =
            Arrays.stream(IncidentSort.values()).filter(s -> s.kind() == IncidentSort.Kind.WORD).toList();

    private final Database database;
    private final ListIndex index = new ListIndex(NUMBERS.size(), WORDS.size());
    private final Object loading = new Object();

    /// Rows that came while the table is read: they are newer than what is read. Guarded by itself.
    private final List<Runnable> since = new ArrayList<>();

    private boolean reading;
    private volatile boolean ready;

    IncidentIndex(Database database) {
        this.database = database;
    }

    boolean ready() {
        return ready;
    }

    /// What was written to the table.
    void changed(List<Object[]> rows, List<String> gone) {
        Runnable change =
                () -> {
                    index.put(rows.stream().map(IncidentIndex::row).toList());
                    index.remove(gone);
                };
        synchronized (since) {
            if (ready) {
                change.run();
            } else if (reading) {
                since.add(change);
            }
        }
    }

    /// Reads the table, unless it was read before.
    void load() {
        if (ready) {
            return;
        }
        synchronized (loading) {
            if (ready) {
                return;
            }
            synchronized (since) {
                reading = true;
            }
            boolean _ = database.read(this::read);
            index.settle();
            synchronized (since) {
                since.forEach(Runnable::run);
                since.clear();
                ready = true;
            }
        }
    }

    private boolean read(Handle handle) {
        String columns = String.join(", ", IncidentRows.COLUMNS);
        String sql = "SELECT _ROWID_, " + columns + " FROM incident WHERE _ROWID_ > ? ORDER BY _ROWID_ LIMIT " + PAGE;
        try (PreparedStatement select = handle.getConnection().prepareStatement(sql)) {
            long last = Long.MIN_VALUE;
            int count;
            do {
                select.setLong(1, last);
                var page = new ArrayList<ListIndex.Row>(PAGE);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        last = rows.getLong(1);
                        Object[] values = new Object[IncidentRows.COLUMNS.size()];
                        for (int i = 0; i < values.length; i++) {
                            values[i] = rows.getObject(i + 2);
                        }
                        page.add(row(values));
                    }
                }
                index.put(page);
                count = page.size();
            } while (count == PAGE);
            return true;
        } catch (SQLException e) {
            throw new StoreException("The store cannot be read: " + e.getMessage(), e);
        }
    }

    private static ListIndex.Row row(Object[] values) {
        long[] numbers = NUMBERS.stream().mapToLong(s -> ((Number) values[place(s)]).longValue()).toArray();
        String[] words = WORDS.stream().map(s -> (String) values[place(s)]).toArray(String[]::new);
        return new ListIndex.Row((String) values[0], numbers, words, (String) values[values.length - 1]);
    }

    private static int place(IncidentSort sort) {
        return IncidentRows.COLUMNS.indexOf(sort.column());
    }

    Found find(IncidentFilter filter, IncidentSort sort, boolean ascending) {
        load();
        List<String> said =
                SPACE.splitAsStream(lower(filter.text().strip())).filter(w -> !w.isEmpty()).limit(MAX_WORDS).toList();
        ListIndex.Order order =
                switch (sort.kind()) {
                    case ID -> new ListIndex.Order.ById();
                    case NUMBER -> new ListIndex.Order.ByNumber(NUMBERS.indexOf(sort));
                    case WORD -> new ListIndex.Order.ByWord(WORDS.indexOf(sort));
                };
        return index.ask(new ListIndex.Question(at -> tests(at, filter), said, order, ascending));
    }

    /// What stands in columns of words, each item once.
    List<WordCount> words(List<IncidentSort> sorts, int most) {
        load();
        return index.items(most, sorts.stream().mapToInt(WORDS::indexOf).toArray());
    }

    private static List<IntPredicate> tests(ListIndex at, IncidentFilter filter) {
        var tests = new ArrayList<IntPredicate>();
        any(tests, at, IncidentSort.SEVERITY, filter.severities());
        any(tests, at, IncidentSort.STATUS, filter.statuses());
        any(tests, at, IncidentSort.VERDICT, filter.verdicts());
        any(tests, at, IncidentSort.INVESTIGATION_STATE, filter.investigationStates());
        anyItem(tests, at, filter.words(IncidentWord.CATEGORY), IncidentSort.CATEGORIES);
        anyItem(tests, at, filter.words(IncidentWord.TAG), IncidentSort.TAGS);
        anyItem(
                tests,
                at,
                filter.words(IncidentWord.SOURCE),
                IncidentSort.SERVICE_SOURCES,
                IncidentSort.DETECTION_SOURCES);
        anyItem(tests, at, filter.words(IncidentWord.DEVICE_GROUP), IncidentSort.DEVICE_GROUPS);
        anyItem(tests, at, filter.words(IncidentWord.PLATFORM), IncidentSort.PLATFORMS);
        anyItem(tests, at, filter.words(IncidentWord.THREAT), IncidentSort.THREATS);
        anyItem(tests, at, filter.words(IncidentWord.POLICY), IncidentSort.POLICIES);
        anyItem(tests, at, filter.words(IncidentWord.SUBSCRIPTION), IncidentSort.SUBSCRIPTIONS);
        anyItem(tests, at, filter.words(IncidentWord.DATA_SENSITIVITY), IncidentSort.DATA_SENSITIVITY);
        whole(tests, at, filter.words(IncidentWord.ASSIGNEE), IncidentSort.ASSIGNED_TO);
        whole(tests, at, filter.words(IncidentWord.CLASSIFICATION), IncidentSort.CLASSIFICATION);
        if (filter.pendingActions()) {
            long[] waiting = number(at, IncidentSort.PENDING_ACTIONS);
            tests.add(row -> waiting[row] > 0);
        }
        long[] active = number(at, IncidentSort.LAST_ACTIVITY);
        if (filter.activeFrom() != null) {
            long from = Ticks.of(filter.activeFrom());
            tests.add(row -> active[row] >= from);
        }
        if (filter.activeTo() != null) {
            long to = Ticks.of(filter.activeTo());
            tests.add(row -> active[row] < to && active[row] != Ticks.NONE);
        }
        if (filter.among() != null) {
            tests.add(at.numbers(filter.among())::get);
        }
        return tests;
    }

    private static long[] number(ListIndex at, IncidentSort sort) {
        return at.number(NUMBERS.indexOf(sort));
    }

    private static ListWords word(ListIndex at, IncidentSort sort) {
        return at.word(WORDS.indexOf(sort));
    }

    private static void any(
            List<IntPredicate> tests, ListIndex at, IncidentSort sort, Collection<? extends Enum<?>> wanted) {
        if (!wanted.isEmpty()) {
            // Nothing is -1.
            boolean[] fits = new boolean[Long.SIZE];
            wanted.forEach(word -> fits[word.ordinal() + 1] = true);
            long[] values = number(at, sort);
            tests.add(row -> fits[(int) values[row] + 1]);
        }
    }

    private static void anyItem(List<IntPredicate> tests, ListIndex at, Set<String> wanted, IncidentSort... sorts) {
        if (wanted.isEmpty()) {
            return;
        }
        List<String> items = wanted.stream().map(item -> "\n" + lower(item) + "\n").toList();
        List<ListWords.Wanted> columns =
                Arrays.stream(sorts)
                        .map(sort -> word(at, sort).wanted(text -> items.stream().anyMatch(lower(text)::contains)))
                        .toList();
        tests.add(row -> {
            for (ListWords.Wanted column : columns) {
                if (column.has(row)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static void whole(List<IntPredicate> tests, ListIndex at, Set<String> wanted, IncidentSort sort) {
        if (!wanted.isEmpty()) {
            List<String> words = wanted.stream().map(IncidentIndex::lower).toList();
            boolean anybody = wanted.contains(IncidentFilter.ANYBODY);
            tests.add(word(at, sort).wanted(text -> words.contains(lower(text)) || anybody && !text.isEmpty())::has);
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
