package dupin.journal;

/// Another process, or another part of this one, has the case open.
public final class JournalLockedException extends JournalException {
    public JournalLockedException(String message) {
        super(message);
    }
}
