package dupin.service;

import dupin.model.row.IncidentWord;
import dupin.store.IncidentFilter;
import dupin.store.IncidentSort;
import java.util.List;

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
                query.words(),
                query.pendingActions(),
                query.from(),
                query.to());
    }

    static IncidentSort sort(IncidentQuery.Sort sort) {
        return switch (sort) {
            case LAST_ACTIVITY -> IncidentSort.LAST_ACTIVITY;
            case FIRST_ACTIVITY -> IncidentSort.FIRST_ACTIVITY;
            case LAST_UPDATE -> IncidentSort.LAST_UPDATE;
            case ACTIVE_ALERTS -> IncidentSort.ACTIVE_ALERTS;
            case PENDING_ACTIONS -> IncidentSort.PENDING_ACTIONS;
            case CATEGORIES -> IncidentSort.CATEGORIES;
            case SERVICE_SOURCES -> IncidentSort.SERVICE_SOURCES;
            case DETECTION_SOURCES -> IncidentSort.DETECTION_SOURCES;
            case ASSIGNED_TO -> IncidentSort.ASSIGNED_TO;
            case CLASSIFICATION -> IncidentSort.CLASSIFICATION;
            case TAGS -> IncidentSort.TAGS;
            case DEVICE_GROUPS -> IncidentSort.DEVICE_GROUPS;
            case PLATFORMS -> IncidentSort.PLATFORMS;
            case THREATS -> IncidentSort.THREATS;
            case POLICIES -> IncidentSort.POLICIES;
            case SUBSCRIPTIONS -> IncidentSort.SUBSCRIPTIONS;
            case DATA_SENSITIVITY -> IncidentSort.DATA_SENSITIVITY;
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

    /// Where the words of a filter stand; nowhere in the list where they are looked up otherwise.
    static List<IncidentSort> columns(IncidentWord which) {
        return switch (which) {
            case CATEGORY -> List.of(IncidentSort.CATEGORIES);
            case SOURCE -> List.of(IncidentSort.SERVICE_SOURCES, IncidentSort.DETECTION_SOURCES);
            case TAG -> List.of(IncidentSort.TAGS);
            case ASSIGNEE -> List.of(IncidentSort.ASSIGNED_TO);
            case CLASSIFICATION -> List.of(IncidentSort.CLASSIFICATION);
            case DEVICE_GROUP -> List.of(IncidentSort.DEVICE_GROUPS);
            case PLATFORM -> List.of(IncidentSort.PLATFORMS);
            case THREAT -> List.of(IncidentSort.THREATS);
            case POLICY -> List.of(IncidentSort.POLICIES);
            case SUBSCRIPTION -> List.of(IncidentSort.SUBSCRIPTIONS);
            case DATA_SENSITIVITY -> List.of(IncidentSort.DATA_SENSITIVITY);
            case ENTITY -> List.of();
        };
    }
}
