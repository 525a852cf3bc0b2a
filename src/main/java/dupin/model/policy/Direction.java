package dupin.model.policy;

/// Which way a setting went. Stricter: less happens without a person, or more is looked at. Looser: the other way round.
public enum Direction {
    STRICTER("Stricter"),
    LOOSER("Looser"),
    NEITHER("Neither");

    private final String label;

    Direction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
