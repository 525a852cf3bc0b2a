package dupin.store;

import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.model.Verdict;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which incidents a list shows. All conditions must hold; an empty set or text asks for nothing.
///
/// @param text any case, anywhere in name, id, devices, users, mailboxes, tags or titles of the alerts; words are
///     looked for one by one
/// @param categories any of these alert categories; the same for sources (service or detection) and tags, in any case
/// @param assignedTo the assignee; null for anybody, "" for nobody
/// @param pendingActions only incidents with actions that wait
/// @param activeFrom last activity at or after; null for open
/// @param activeTo last activity before; null for open
public record IncidentFilter(
        String text,
        Set<Severity> severities,
        Set<Incident.Status> statuses,
        Set<Verdict> verdicts,
        Set<InvestigationState> investigationStates,
        Set<String> categories,
        Set<String> sources,
        Set<String> tags,
        @Nullable String assignedTo,
        boolean pendingActions,
        @Nullable Instant activeFrom,
        @Nullable Instant activeTo) {

    public static final IncidentFilter ALL =
            new IncidentFilter(
                    "", Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, false, null, null);

    public IncidentFilter {
        severities = Set.copyOf(severities);
        statuses = Set.copyOf(statuses);
        verdicts = Set.copyOf(verdicts);
        investigationStates = Set.copyOf(investigationStates);
        categories = Set.copyOf(categories);
        sources = Set.copyOf(sources);
        tags = Set.copyOf(tags);
    }

    public static IncidentFilter text(String text) {
        return new IncidentFilter(
                text, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, false, null, null);
    }
}
