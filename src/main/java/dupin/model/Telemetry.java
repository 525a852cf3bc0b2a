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

    private final String label;

    Telemetry(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
