package dupin.model;

import java.util.List;

/// Knowledge that came from a folder of the user's choice and is now part of the case: what it is, which version, and what
/// of it could not be used. Its files lie as one archive among the originals, under the digest. Of each kind and name a
/// case holds one pack; a newer one takes the older one's place.
///
/// @param name folder or list that it came from, as findings and verdicts call it
/// @param version the source's own version or date; the first digits of the digest where it bears none
/// @param sha256 digest of the archive in `originals/`
/// @param folder where it was read from, for the reader only
/// @param items what can be used of it: indicators, rules, list entries …
/// @param counts the same by what they are, in the order of the kinds
/// @param refused how many entries cannot be used
/// @param refusals the first of them, at most [#MAX_LISTED]
public record Pack(
        Kind kind,
        String name,
        String version,
        String sha256,
        String folder,
        int files,
        long items,
        List<Count> counts,
        long refused,
        List<Refusal> refusals) {

    /// How many refusals a pack lists.
    public static final int MAX_LISTED = 200;

    public Pack {
        counts = List.copyOf(counts);
        refusals = List.copyOf(refusals.size() > MAX_LISTED ? refusals.subList(0, MAX_LISTED) : refusals);
    }

    public enum Kind {
        RULES("Detection rules"),
        STIX("STIX indicators"),
        INDICATORS("Indicator list"),
        ATTACK("ATT&CK"),
        LOLBAS("Living-off-the-land binaries"),
        WARNING_LISTS("Warning lists"),
        PLAYBOOKS("Playbooks");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// How many entries of one sort.
    public record Count(String what, long count) {}

    /// An entry that cannot be used.
    ///
    /// @param place file, and line or entry in it
    public record Refusal(String place, String reason) {}

    /// What speaks when the pack does: `name version`.
    public String label() {
        return version.isEmpty() ? name : name + " " + version;
    }

    /// The same under the digest of its archive; it also stands for a version that the source does not give.
    public Pack sealed(String digest) {
        String known = version.isEmpty() ? digest.substring(0, 8) : version;
        return new Pack(kind, name, known, digest, folder, files, items, counts, refused, refusals);
    }
}
