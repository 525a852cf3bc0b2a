package dupin.store;

/// What the incident list can be ordered by; each has an index, and the id settles what is equal.
public enum IncidentSort {
    ID("id"),
    NAME("name_key"),
    SEVERITY("severity"),
    STATUS("status"),
    VERDICT("verdict"),
    INVESTIGATION_STATE("investigation_state"),
    CATEGORIES("categories"),
    ACTIVE_ALERTS("active_alerts"),
    ALERTS("alerts"),
    IMPACTED_ASSETS("impacted_assets"),
    PENDING_ACTIONS("pending_actions"),
    SERVICE_SOURCES("service_sources"),
    DETECTION_SOURCES("detection_sources"),
    FIRST_ACTIVITY("first_activity"),
    LAST_ACTIVITY("last_activity"),
    LAST_UPDATE("last_update"),
    ASSIGNED_TO("assigned_to"),
    CLASSIFICATION("classification"),
    TAGS("tags");

    private final String column;

    IncidentSort(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
