package dupin.cli;

/// Exit codes of the command line.
final class Exit {
    static final int DONE = 0;
    static final int LOOK = 1;
    static final int USAGE = 2;
    static final int NOT_DONE = 3;

    private Exit() {}
}
