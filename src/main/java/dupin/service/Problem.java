package dupin.service;

/// A failure that the user is told of: what happened, to what, what was kept, what to do next. Expected ones (bad file,
/// locked case) need no stack trace; bugs carry their cause for the log.
public class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String kept;
    private final String next;

    public Problem(String what, String kept, String next) {
        super(what);
        this.kept = kept;
        this.next = next;
    }

    public Problem(String what, String kept, String next, Throwable cause) {
        super(what, cause);
        this.kept = kept;
        this.next = next;
    }

    /// What happened, on which file, row or action.
    public String what() {
        return String.valueOf(getMessage());
    }

    public String kept() {
        return kept;
    }

    public String next() {
        return next;
    }

    /// All of it as one paragraph.
    public String sentence() {
        return String.join(" ", what(), kept, next).strip();
    }
}
