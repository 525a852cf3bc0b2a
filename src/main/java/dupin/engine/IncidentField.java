package dupin.engine;

/// What an analyst may set on an incident: the `field` of the changes in [dupin.model.Entry.IncidentManaged].
public enum IncidentField {
    NAME("name"),
    SEVERITY("severity"),
    STATUS("status"),
    ASSIGNED_TO("assignedTo"),
    CLASSIFICATION("classification"),
    DETERMINATION("determination"),
    /// Comma separated; replaces the custom tags that were set before.
    TAGS("tags");

    private final String word;

    IncidentField(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
