package dupin.store;

/// What the incident list can be ordered by; the id settles what is equal.
public enum IncidentSort {
    ID("id", Kind.ID),
    NAME("name_key", Kind.WORD),
    SEVERITY("severity", Kind.NUMBER),
    STATUS("status", Kind.NUMBER),
    VERDICT("verdict", Kind.NUMBER),
    INVESTIGATION_STATE("investigation_state", Kind.NUMBER),
    CATEGORIES("categories", Kind.WORD),
    ACTIVE_ALERTS("active_alerts", Kind.NUMBER),
    ALERTS("alerts", Kind.NUMBER),
    IMPACTED_ASSETS("impacted_assets", Kind.NUMBER),
    PENDING_ACTIONS("pending_actions", Kind.NUMBER),
    SERVICE_SOURCES("service_sources", Kind.WORD),
    DETECTION_SOURCES("detection_sources", Kind.WORD),
    FIRST_ACTIVITY("first_activity", Kind.NUMBER),
    LAST_ACTIVITY("last_activity", Kind.NUMBER),
    LAST_UPDATE("last_update", Kind.NUMBER),
    ASSIGNED_TO("assigned_to", Kind.WORD),
    CLASSIFICATION("classification", Kind.WORD),
    DEVICE_GROUPS("device_groups", Kind.WORD),
    PLATFORMS("platforms", Kind.WORD),
    THREATS("threats", Kind.WORD),
    POLICIES("policies", Kind.WORD),
    SUBSCRIPTIONS("subscriptions", Kind.WORD),
    DATA_SENSITIVITY("data_sensitivity", Kind.WORD),
    TAGS("tags", Kind.WORD);

    /// What stands in the column.
    enum Kind {
        ID,
        NUMBER,
        WORD
    }

    private final String column;
    private final Kind kind;

    IncidentSort(String column, Kind kind) {
        this.column = column;
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    String column() {
        return column;
    }
}
