package dupin.service;

import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.model.Verdict;
import java.util.Set;

/// What the incident list shows: text and filters (empty sets filter nothing), order of the rows.
///
/// @param text words that name, id, tags, assets or alert titles contain, any case
public record IncidentQuery(
        String text,
        Set<Severity> severities,
        Set<Incident.Status> statuses,
        Set<Verdict> verdicts,
        Set<InvestigationState> states,
        Sort sort,
        boolean ascending) {

    public IncidentQuery {
        severities = Set.copyOf(severities);
        statuses = Set.copyOf(statuses);
        verdicts = Set.copyOf(verdicts);
        states = Set.copyOf(states);
    }

    /// Everything, newest activity first.
    public static final IncidentQuery ALL =
            new IncidentQuery("", Set.of(), Set.of(), Set.of(), Set.of(), Sort.LAST_ACTIVITY, false);

    public enum Sort {
        LAST_ACTIVITY,
        FIRST_ACTIVITY,
        SEVERITY,
        NAME,
        STATUS,
        VERDICT,
        INVESTIGATION_STATE,
        ALERTS,
        ASSETS,
        ID
    }
}
