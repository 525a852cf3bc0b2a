package dupin.model.policy;

/// What a policy does about a piece of evidence.
public enum Outcome {
    RUNS("Runs by itself", "runs"),
    ASKS("Waits for approval", "asks"),
    NOTHING("Nothing is done", "-");

    private final String label;
    private final String word;

    Outcome(String label, String word) {
        this.label = label;
        this.word = word;
    }

    public String label() {
        return label;
    }

    /// A word for narrow tables.
    public String word() {
        return word;
    }
}
