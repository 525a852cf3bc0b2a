package dupin.model.row;

/// What the list of all alerts can be ordered by; the id settles what is equal. Those of words can be filtered by as well.
public enum AlertField {
    ID(Kind.ID),
    TITLE(Kind.TEXT),
    SEVERITY(Kind.NUMBER),
    STATUS(Kind.WORDS),
    CATEGORY(Kind.WORDS),
    /// By the incident's name.
    INCIDENT(Kind.TEXT),
    INCIDENT_ID(Kind.WORDS),
    STATE(Kind.NUMBER),
    SERVICE_SOURCE(Kind.WORDS),
    DETECTION_SOURCE(Kind.WORDS),
    ASSETS(Kind.WORDS),
    USERS(Kind.WORDS),
    LINKED_BY(Kind.WORDS),
    FIRST_ACTIVITY(Kind.NUMBER),
    LAST_ACTIVITY(Kind.NUMBER),
    CLASSIFICATION(Kind.WORDS),
    DETERMINATION(Kind.WORDS),
    ASSIGNED_TO(Kind.WORDS),
    TAGS(Kind.WORDS),
    /// What raised it: a policy, rule or detector.
    POLICY(Kind.WORDS);

    /// What the field holds: WORDS are items of which each can be asked for, TEXT is one whole.
    public enum Kind {
        ID,
        NUMBER,
        TEXT,
        WORDS
    }

    private final Kind kind;

    AlertField(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
