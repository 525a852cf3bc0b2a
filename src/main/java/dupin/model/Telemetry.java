package dupin.model;

/// Sources of telemetry by what they can tell; analyzers name the one they miss.
public enum Telemetry {
    PROCESS("process events"),
    FILE("file events"),
    NETWORK("network events"),
    REGISTRY("registry events"),
    DEVICE("device events"),
    LOGON("device logon events"),
    IDENTITY("identity sign-in events"),
    MAIL("mail events"),
    CLOUD("cloud activity"),
    OTHER("other events");

    private static final String GAP = ", which might say more";

    private final String label;

    Telemetry(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// How a ledger names a source that the case lacks and that might have said more, though the verdict stands without it.
    public String gap() {
        return label + GAP;
    }

    /// Whether a name in a ledger is such a gap and not a source that the verdict needed.
    public static boolean isGap(String missing) {
        return missing.endsWith(GAP);
    }
}
