package dupin.model;

/// What an analyst may say of an alert's progress. Sources say more: their words are kept as they are.
public enum AlertStatus {
    NEW("New"),
    IN_PROGRESS("In progress"),
    RESOLVED("Resolved"),
    /// By a tuning rule; nobody chooses it for a single alert.
    HIDDEN("Hidden");

    private final String label;

    AlertStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// Whether it still asks for somebody.
    public boolean open() {
        return this == NEW || this == IN_PROGRESS;
    }

    /// What nobody has begun counts as new, whatever its source calls it.
    public static AlertStatus parse(String word) {
        return switch (Canonical.lower(word).replace(" ", "")) {
            case "inprogress", "awaitingaction" -> IN_PROGRESS;
            case "resolved", "closed", "dismissed" -> RESOLVED;
            case "hidden" -> HIDDEN;
            default -> NEW;
        };
    }
}
