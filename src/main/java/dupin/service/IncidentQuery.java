package dupin.service;

import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.model.Verdict;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the incident list shows: text and filters (empty sets filter nothing), order of the rows. Words match in any case.
///
/// @param text words that name, id, tags, assets or alert titles contain
/// @param sources of service or detection
/// @param assignees "" is nobody, [#ANYBODY] somebody
/// @param classifications "" is none
/// @param from last activity at or after; null for open
/// @param to last activity before; null for open
public record IncidentQuery(
        String text,
        Set<Severity> severities,
        Set<Incident.Status> statuses,
        Set<Verdict> verdicts,
        Set<InvestigationState> states,
        Set<String> categories,
        Set<String> sources,
        Set<String> tags,
        Set<String> assignees,
        Set<String> classifications,
        boolean pendingActions,
        @Nullable Instant from,
        @Nullable Instant to,
        Sort sort,
        boolean ascending) {

    public IncidentQuery {
        severities = Set.copyOf(severities);
        statuses = Set.copyOf(statuses);
        verdicts = Set.copyOf(verdicts);
        states = Set.copyOf(states);
        categories = Set.copyOf(categories);
        sources = Set.copyOf(sources);
        tags = Set.copyOf(tags);
        assignees = Set.copyOf(assignees);
        classifications = Set.copyOf(classifications);
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
        this(
                text,
                severities,
                statuses,
                verdicts,
                states,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                false,
                null,
                null,
                sort,
                ascending);
    }

    /// Among assignees: somebody, whoever it is.
    public static final String ANYBODY = "*";

    /// Everything, newest activity first.
    public static final IncidentQuery ALL =
            new IncidentQuery("", Set.of(), Set.of(), Set.of(), Set.of(), Sort.LAST_ACTIVITY, false);

    public IncidentQuery ordered(Sort by, boolean up) {
        return new IncidentQuery(
                text,
                severities,
                statuses,
                verdicts,
                states,
                categories,
                sources,
                tags,
                assignees,
                classifications,
                pendingActions,
                from,
                to,
                by,
                up);
    }

    public IncidentQuery searched(String words) {
        return new IncidentQuery(
                words,
                severities,
                statuses,
                verdicts,
                states,
                categories,
                sources,
                tags,
                assignees,
                classifications,
                pendingActions,
                from,
                to,
                sort,
                ascending);
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
        ASSIGNED_TO,
        CLASSIFICATION,
        TAGS,
        ID
    }
}
