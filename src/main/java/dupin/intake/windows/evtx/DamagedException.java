package dupin.intake.windows.evtx;

/// A place of a log does not hold what the format says; the message completes "Not read: …". Thrown often on hostile files,
/// so it bears no stack trace.
final class DamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedException(String reason) {
        super(reason, null, false, false);
    }
}
