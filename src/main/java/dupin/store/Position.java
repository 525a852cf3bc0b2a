package dupin.store;

/// The last journal entry that the store has applied.
///
/// @param seq -1 when none was
/// @param head hash of that entry
public record Position(long seq, String head) {
    public static final Position NONE = new Position(-1, "0".repeat(64));
}
