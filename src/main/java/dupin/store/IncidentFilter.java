package dupin.store;

import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.model.Verdict;
import dupin.model.row.IncidentWord;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which incidents a list shows. All conditions must hold; an empty set or text asks for nothing.
///
/// @param text any case, anywhere in name, id, devices, users, mailboxes, tags or titles of the alerts; words are
///     looked for one by one
/// @param words any of these of the field, in any case; "" for none, [#ANYBODY] among assignees for whomever
/// @param pendingActions only incidents with actions that wait
/// @param activeFrom last activity at or after; null for open
/// @param activeTo last activity before; null for open
/// @param among only incidents of these ids; null for all
public record IncidentFilter(
        String text,
        Set<Severity> severities,
        Set<Incident.Status> statuses,
        Set<Verdict> verdicts,
        Set<InvestigationState> investigationStates,
        Map<IncidentWord, Set<String>> words,
        boolean pendingActions,
        @Nullable Instant activeFrom,
        @Nullable Instant activeTo,
        @Nullable Set<String> among) {

    /// Among assignees: somebody, whoever it is.
    public static final String ANYBODY = "*";

    public static final IncidentFilter ALL = text("");

    public IncidentFilter {
        severities = Set.copyOf(severities);
        statuses = Set.copyOf(statuses);
        verdicts = Set.copyOf(verdicts);
        investigationStates = Set.copyOf(investigationStates);
        words = Map.copyOf(words);
        among = among == null ? null : Set.copyOf(among);
    }

    /// Among all incidents.
    public IncidentFilter(
            String text,
            Set<Severity> severities,
            Set<Incident.Status> statuses,
            Set<Verdict> verdicts,
            Set<InvestigationState> investigationStates,
            Map<IncidentWord, Set<String>> words,
            boolean pendingActions,
            @Nullable Instant activeFrom,
            @Nullable Instant activeTo) {
        this(
                text,
                severities,
                statuses,
                verdicts,
                investigationStates,
                words,
                pendingActions,
                activeFrom,
                activeTo,
                null);
    }

    /// The same conditions among these ids alone.
    public IncidentFilter among(Set<String> ids) {
        return new IncidentFilter(
                text,
                severities,
                statuses,
                verdicts,
                investigationStates,
                words,
                pendingActions,
                activeFrom,
                activeTo,
                ids);
    }

    public static IncidentFilter text(String text) {
        return new IncidentFilter(text, Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), false, null, null);
    }

    Set<String> words(IncidentWord which) {
        return words.getOrDefault(which, Set.of());
    }
}
