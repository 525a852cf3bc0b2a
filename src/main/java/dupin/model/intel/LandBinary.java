package dupin.model.intel;

import java.util.List;

/// A program that systems bring along and attackers put to other uses.
///
/// @param name file name in lower case
/// @param pack name and version of the pack that lists it
public record LandBinary(String name, String pack, List<Use> uses) {
    public LandBinary {
        uses = List.copyOf(uses);
    }

    /// @param category the list's word: Download, Execute, Dump …
    /// @param technique ATT&CK id, "" when none is given
    /// @param options options that a command line of this use bears, lower case, without the sign before them; never empty
    public record Use(String category, String technique, List<String> options) {
        public Use {
            options = List.copyOf(options);
        }
    }
}
