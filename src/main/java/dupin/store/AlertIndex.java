package dupin.store;

import dupin.model.Alert;
import dupin.model.InvestigationState;
import dupin.model.LinkReason;
import dupin.model.Severity;
import dupin.model.policy.TuningRule;
import dupin.model.row.AlertField;
import dupin.model.row.AlertQuery;
import dupin.model.row.AlertRow;
import dupin.model.row.WordCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the list of all alerts is sorted, filtered and searched by, in memory. It holds what was put into it; whoever puts
/// keeps it up. Thread-safe.
public final class AlertIndex {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int MAX_WORDS = 20;

    private static final List<AlertField> NUMBERS =
            Arrays.stream(AlertField.values()).filter(f -> f.kind() == AlertField.Kind.NUMBER).toList();
    private static final List<AlertField> WORDS =
            Arrays.stream(AlertField.values())
                    .filter(f -> f.kind() == AlertField.Kind.TEXT || f.kind() == AlertField.Kind.WORDS)
                    .toList();

    private final ListIndex index = new ListIndex(NUMBERS.size(), WORDS.size());

    /// Takes rows in place of those of the same alerts.
    ///
    /// @param gone ids of alerts that are no more
    public void put(Collection<AlertRow> rows, List<String> gone) {
        index.put(rows.stream().map(AlertIndex::row).toList());
        index.remove(gone);
    }

    private static ListIndex.Row row(AlertRow row) {
        long[] numbers = NUMBERS.stream().mapToLong(field -> number(row, field)).toArray();
        String[] words = WORDS.stream().map(field -> word(row, field)).toArray(String[]::new);
        Alert alert = row.alert();
        String text =
                lower(
                        alert.id()
                                + "\n"
                                + alert.title()
                                + items(row.impactedAssets())
                                + row.incidentId()
                                + "\n"
                                + row.incidentName()
                                + items(alert.tags())
                                + alert.category());
        return new ListIndex.Row(alert.id(), numbers, words, text);
    }

    private static long number(AlertRow row, AlertField field) {
        return switch (field) {
            case SEVERITY -> row.alert().severity().ordinal();
            case STATE -> row.investigationState() == null ? -1 : row.investigationState().ordinal();
            case FIRST_ACTIVITY -> Ticks.of(row.alert().time());
            case LAST_ACTIVITY -> Ticks.of(row.lastActivity());
            default -> throw new IllegalArgumentException(field + " is no number");
        };
    }

    private static String word(AlertRow row, AlertField field) {
        Alert alert = row.alert();
        return switch (field) {
            case TITLE -> lower(alert.title());
            case INCIDENT -> lower(row.incidentName());
            case STATUS -> items(List.of(row.status()));
            case CATEGORY -> items(List.of(alert.category()));
            case INCIDENT_ID -> items(List.of(row.incidentId()));
            case SERVICE_SOURCE -> items(List.of(alert.serviceSource()));
            case DETECTION_SOURCE -> items(List.of(alert.detectionSource()));
            case ASSETS -> items(row.impactedAssets());
            case USERS -> items(row.users());
            case LINKED_BY -> items(row.linkedBy().stream().map(LinkReason::rule).distinct().toList());
            case CLASSIFICATION -> items(List.of(row.classification()));
            case DETERMINATION -> items(List.of(row.determination()));
            case ASSIGNED_TO -> items(List.of(row.assignedTo()));
            case TAGS -> items(alert.tags());
            case POLICY -> items(List.of(alert.policy()));
            default -> throw new IllegalArgumentException(field + " is no word");
        };
    }

    /// Alerts that the query lets through, in its order. Hidden ones only where their status is asked for.
    public Found find(AlertQuery query) {
        List<String> said =
                SPACE.splitAsStream(lower(query.text().strip())).filter(w -> !w.isEmpty()).limit(MAX_WORDS).toList();
        ListIndex.Order order =
                switch (query.sort().kind()) {
                    case ID -> new ListIndex.Order.ById();
                    case NUMBER -> new ListIndex.Order.ByNumber(NUMBERS.indexOf(query.sort()));
                    case TEXT, WORDS -> new ListIndex.Order.ByWord(WORDS.indexOf(query.sort()));
                };
        return index.ask(new ListIndex.Question(at -> tests(at, query), said, order, query.ascending()));
    }

    /// What alerts have in a field of words, each item once and sorted; of very many the most frequent.
    public List<WordCount> words(AlertField field, int most) {
        return index.items(most, WORDS.indexOf(field));
    }

    private static List<IntPredicate> tests(ListIndex at, AlertQuery query) {
        var tests = new ArrayList<IntPredicate>();
        any(tests, at.number(NUMBERS.indexOf(AlertField.SEVERITY)), Severity.values().length, query.severities());
        any(tests, at.number(NUMBERS.indexOf(AlertField.STATE)), InvestigationState.values().length, query.states());
        if (query.wanted(AlertField.STATUS).isEmpty()) {
            String hidden = "\n" + TuningRule.Effect.HIDE.done() + "\n";
            tests.add(at.word(WORDS.indexOf(AlertField.STATUS)).wanted(text -> !lower(text).contains(hidden))::has);
        }
        query.words().forEach((field, wanted) -> tests.add(items(at.word(WORDS.indexOf(field)), field, wanted)::has));
        long[] active = at.number(NUMBERS.indexOf(AlertField.LAST_ACTIVITY));
        if (query.from() != null) {
            long from = Ticks.of(query.from());
            tests.add(row -> active[row] >= from);
        }
        if (query.to() != null) {
            long to = Ticks.of(query.to());
            tests.add(row -> active[row] < to && active[row] != Ticks.NONE);
        }
        return tests;
    }

    private static void any(List<IntPredicate> tests, long[] values, int known, Collection<? extends Enum<?>> wanted) {
        if (!wanted.isEmpty()) {
            // Nothing is -1.
            boolean[] fits = new boolean[known + 1];
            wanted.forEach(word -> fits[word.ordinal() + 1] = true);
            tests.add(row -> fits[(int) values[row] + 1]);
        }
    }

    private static ListWords.Wanted items(ListWords column, AlertField field, Set<String> wanted) {
        boolean none = wanted.contains("");
        boolean anybody = field == AlertField.ASSIGNED_TO && wanted.contains(AlertQuery.ANYBODY);
        List<String> items =
                wanted.stream().filter(item -> !item.isEmpty()).map(item -> "\n" + lower(item) + "\n").toList();
        return column.wanted(text -> text.isEmpty() ? none : anybody || items.stream().anyMatch(lower(text)::contains));
    }

    /// The items, each between line feeds, so that a whole item can be found; "" when there is none.
    private static String items(Collection<String> all) {
        String joined =
                all.stream()
                        .map(item -> item.strip().replace('\n', ' '))
                        .filter(item -> !item.isEmpty())
                        .collect(Collectors.joining("\n"));
        return joined.isEmpty() ? "" : "\n" + joined + "\n";
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
