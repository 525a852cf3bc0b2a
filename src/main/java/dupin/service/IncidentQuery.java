package dupin.service;

import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.model.Verdict;
import dupin.model.row.IncidentWord;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the incident list shows: text and filters (empty ones filter nothing), order of the rows. Words match in any case.
///
/// @param text words that name, id, tags, assets or alert titles contain
/// @param words any of these of the field; "" is none, [#ANYBODY] of the assignees somebody
/// @param from last activity at or after; null for open
/// @param to last activity before; null for open
public record IncidentQuery(
        String text,
        Set<Severity> severities,
        Set<Incident.Status> statuses,
        Set<Verdict> verdicts,
        Set<InvestigationState> states,
        Map<IncidentWord, Set<String>> words,
        boolean pendingActions,
        @Nullable Instant from,
        @Nullable Instant to,
        Sort sort,
        boolean ascending) {

    /// Among assignees: somebody, whoever it is.
    public static final String ANYBODY = "*";

    /// Everything, newest activity first.
    public static final IncidentQuery ALL =
            new IncidentQuery("", Set.of(), Set.of(), Set.of(), Set.of(), Sort.LAST_ACTIVITY, false);

    public IncidentQuery {
        severities = Set.copyOf(severities);
        statuses = Set.copyOf(statuses);
        verdicts = Set.copyOf(verdicts);
        states = Set.copyOf(states);
        var some = new EnumMap<IncidentWord, Set<String>>(IncidentWord.class);
        // Views that were saved by older versions name none.
        Objects.requireNonNullElse(words, Map.<IncidentWord, Set<String>>of())
                .forEach((which, wanted) -> {
                    if (!wanted.isEmpty()) {
                        some.put(which, Set.copyOf(wanted));
                    }
                });
        words = Map.copyOf(some);
    }

    /// Without the rarer filters.
    public IncidentQuery(
            String text,
            Set<Severity> severities,
            Set<Incident.Status> statuses,
            Set<Verdict> verdicts,
            Set<InvestigationState> states,
            Sort sort,
            boolean ascending) {
        this(text, severities, statuses, verdicts, states, Map.of(), false, null, null, sort, ascending);
    }

    public IncidentQuery ordered(Sort by, boolean up) {
        return new IncidentQuery(text, severities, statuses, verdicts, states, words, pendingActions, from, to, by, up);
    }

    public IncidentQuery searched(String said) {
        return new IncidentQuery(
                said, severities, statuses, verdicts, states, words, pendingActions, from, to, sort, ascending);
    }

    /// With the last activity in this stretch of time.
    public IncidentQuery between(@Nullable Instant start, @Nullable Instant end) {
        return new IncidentQuery(
                text, severities, statuses, verdicts, states, words, pendingActions, start, end, sort, ascending);
    }

    public IncidentQuery pending(boolean only) {
        return new IncidentQuery(text, severities, statuses, verdicts, states, words, only, from, to, sort, ascending);
    }

    /// With the severity, or without it where it was asked for; the same for all that follow.
    public IncidentQuery toggled(Severity severity) {
        Set<Severity> next = with(severities, severity, Severity.class);
        return new IncidentQuery(
                text, next, statuses, verdicts, states, words, pendingActions, from, to, sort, ascending);
    }

    public IncidentQuery toggled(Incident.Status status) {
        Set<Incident.Status> next = with(statuses, status, Incident.Status.class);
        return new IncidentQuery(
                text, severities, next, verdicts, states, words, pendingActions, from, to, sort, ascending);
    }

    public IncidentQuery toggled(Verdict verdict) {
        Set<Verdict> next = with(verdicts, verdict, Verdict.class);
        return new IncidentQuery(
                text, severities, statuses, next, states, words, pendingActions, from, to, sort, ascending);
    }

    public IncidentQuery toggled(InvestigationState state) {
        Set<InvestigationState> next = with(states, state, InvestigationState.class);
        return new IncidentQuery(
                text, severities, statuses, verdicts, next, words, pendingActions, from, to, sort, ascending);
    }

    public IncidentQuery toggled(IncidentWord which, String word) {
        var wanted = new TreeSet<>(words(which));
        if (!wanted.remove(word)) {
            wanted.add(word);
        }
        var next = new EnumMap<IncidentWord, Set<String>>(IncidentWord.class);
        next.putAll(words);
        next.put(which, wanted);
        return new IncidentQuery(
                text, severities, statuses, verdicts, states, next, pendingActions, from, to, sort, ascending);
    }

    /// What is asked for of the field; nothing when all is.
    public Set<String> words(IncidentWord which) {
        return words.getOrDefault(which, Set.of());
    }

    private static <E extends Enum<E>> Set<E> with(Set<E> chosen, E value, Class<E> type) {
        var next = EnumSet.noneOf(type);
        next.addAll(chosen);
        if (!next.remove(value)) {
            next.add(value);
        }
        return next;
    }

    public enum Sort {
        LAST_ACTIVITY,
        FIRST_ACTIVITY,
        LAST_UPDATE,
        SEVERITY,
        NAME,
        STATUS,
        VERDICT,
        INVESTIGATION_STATE,
        ALERTS,
        ACTIVE_ALERTS,
        ASSETS,
        PENDING_ACTIONS,
        CATEGORIES,
        SERVICE_SOURCES,
        DETECTION_SOURCES,
        DEVICE_GROUPS,
        PLATFORMS,
        THREATS,
        POLICIES,
        SUBSCRIPTIONS,
        DATA_SENSITIVITY,
        ASSIGNED_TO,
        CLASSIFICATION,
        TAGS,
        ID
    }
}
