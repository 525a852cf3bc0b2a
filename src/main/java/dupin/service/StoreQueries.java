package dupin.service;

import dupin.store.IncidentFilter;
import dupin.store.IncidentSort;
import java.util.Set;

/// Puts a view's query into the store's words.
final class StoreQueries {
    private StoreQueries() {}

    static IncidentFilter filter(IncidentQuery query) {
        return new IncidentFilter(
                query.text(),
                query.severities(),
                query.statuses(),
                query.verdicts(),
                query.states(),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                false,
                null,
                null);
    }

    static IncidentSort sort(IncidentQuery.Sort sort) {
        return switch (sort) {
            case LAST_ACTIVITY -> IncidentSort.LAST_ACTIVITY;
            case FIRST_ACTIVITY -> IncidentSort.FIRST_ACTIVITY;
            case SEVERITY -> IncidentSort.SEVERITY;
            case NAME -> IncidentSort.NAME;
            case STATUS -> IncidentSort.STATUS;
            case VERDICT -> IncidentSort.VERDICT;
            case INVESTIGATION_STATE -> IncidentSort.INVESTIGATION_STATE;
            case ALERTS -> IncidentSort.ALERTS;
            case ASSETS -> IncidentSort.IMPACTED_ASSETS;
            case ID -> IncidentSort.ID;
        };
    }
}
