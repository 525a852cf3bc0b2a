package dupin.service;

/// What one guess at a passphrase costs: Argon2id, memory in KiB and passes over it. Kept with each operator, so that it can
/// grow without shutting anybody out.
record Hardness(int memory, int passes) {
    /// 64 MiB, three passes: RFC 9106's choice for where memory is scarce.
    static final Hardness USUAL = new Hardness(1 << 16, 3);

    private static final int MOST_MEMORY = 1 << 20;
    private static final int MOST_PASSES = 20;

    /// Whether a file that was tampered with asks for more than this machine should give.
    boolean sane() {
        return memory >= 8 && memory <= MOST_MEMORY && passes >= 1 && passes <= MOST_PASSES;
    }
}
