package dupin.model.row;

import dupin.model.InvestigationState;
import dupin.model.Severity;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the list of all alerts shows: text and filters that must all hold (empty ones filter nothing), order of the rows.
///
/// @param text words that title, id, incident, assets, tags or category contain, in any case
/// @param words any of these items of the field, in any case; "" is none, [#ANYBODY] of the assignees somebody
/// @param from last activity at or after; null for open
/// @param to last activity before; null for open
public record AlertQuery(
        String text,
        Set<Severity> severities,
        Set<InvestigationState> states,
        Map<AlertField, Set<String>> words,
        @Nullable Instant from,
        @Nullable Instant to,
        AlertField sort,
        boolean ascending) {

    /// Among assignees: somebody, whoever it is.
    public static final String ANYBODY = "*";

    /// Everything but what tuning rules hid, newest activity first.
    public static final AlertQuery ALL =
            new AlertQuery("", Set.of(), Set.of(), Map.of(), null, null, AlertField.LAST_ACTIVITY, false);

    public AlertQuery {
        severities = Set.copyOf(severities);
        states = Set.copyOf(states);
        var some = new EnumMap<AlertField, Set<String>>(AlertField.class);
        words.forEach((field, wanted) -> {
            if (!wanted.isEmpty()) {
                some.put(field, Set.copyOf(wanted));
            }
        });
        words = Map.copyOf(some);
    }

    public AlertQuery searched(String said) {
        return new AlertQuery(said, severities, states, words, from, to, sort, ascending);
    }

    public AlertQuery ordered(AlertField by, boolean up) {
        return new AlertQuery(text, severities, states, words, from, to, by, up);
    }

    /// With the last activity in this stretch of time.
    public AlertQuery between(@Nullable Instant start, @Nullable Instant end) {
        return new AlertQuery(text, severities, states, words, start, end, sort, ascending);
    }

    /// With the severity, or without it where it was asked for.
    public AlertQuery toggled(Severity severity) {
        return new AlertQuery(
                text, with(severities, severity, Severity.class), states, words, from, to, sort, ascending);
    }

    public AlertQuery toggled(InvestigationState state) {
        return new AlertQuery(
                text, severities, with(states, state, InvestigationState.class), words, from, to, sort, ascending);
    }

    public AlertQuery toggled(AlertField field, String word) {
        var some = new TreeSet<>(wanted(field));
        if (!some.remove(word)) {
            some.add(word);
        }
        var all = new EnumMap<AlertField, Set<String>>(AlertField.class);
        all.putAll(words);
        all.put(field, some);
        return new AlertQuery(text, severities, states, all, from, to, sort, ascending);
    }

    /// Items of the field that are asked for; none for all.
    public Set<String> wanted(AlertField field) {
        return words.getOrDefault(field, Set.of());
    }

    /// The order alone.
    public AlertQuery unfiltered() {
        return ALL.ordered(sort, ascending);
    }

    private static <E extends Enum<E>> Set<E> with(Set<E> chosen, E value, Class<E> type) {
        var next = EnumSet.noneOf(type);
        next.addAll(chosen);
        if (!next.remove(value)) {
            next.add(value);
        }
        return next;
    }
}
