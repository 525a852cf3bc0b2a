package dupin.model.policy;

import dupin.model.FolderClass;

/// Folder class of a piece of evidence, or that it has no file whose folder could be looked at.
public enum Place {
    NONE("No file known"),
    CORE(FolderClass.CORE.label()),
    TEMP(FolderClass.TEMP.label()),
    OTHER(FolderClass.OTHER.label());

    private final String label;

    Place(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// The class as decisions see it: what cannot be placed counts as the system's own.
    public FolderClass folder() {
        return switch (this) {
            case NONE, CORE -> FolderClass.CORE;
            case TEMP -> FolderClass.TEMP;
            case OTHER -> FolderClass.OTHER;
        };
    }

    public static Place of(FolderClass folder) {
        return switch (folder) {
            case CORE -> CORE;
            case TEMP -> TEMP;
            case OTHER -> OTHER;
        };
    }
}
