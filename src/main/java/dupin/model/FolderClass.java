package dupin.model;

/// Where a file lies, as automation levels distinguish it.
public enum FolderClass {
    CORE("Operating system folder"),
    TEMP("Temporary folder"),
    OTHER("Other folder");

    private final String label;

    FolderClass(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
