package dupin.bench;

/// Sizes of generated cases.
public enum Tier {
    S(8, 189, 50_000),
    M(500, 1_350, 2_000_000),
    L(5_000, 13_500, 10_000_000),
    /// One incident.
    XL(1, 500, 1_000_000);

    private final int incidents;
    private final int alerts;
    private final long rows;

    Tier(int incidents, int alerts, long rows) {
        this.incidents = incidents;
        this.alerts = alerts;
        this.rows = rows;
    }

    int incidents() {
        return incidents;
    }

    int alerts() {
        return alerts;
    }

    long rows() {
        return rows;
    }
}
