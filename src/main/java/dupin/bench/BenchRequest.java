package dupin.bench;

import java.nio.file.Path;
import java.util.List;

/// What to measure.
///
/// @param folder where truth files and data are looked for, with everything below
/// @param rules folders of detection rules; empty for the alerts that lie beside the truth
/// @param blind whether provider verdicts are ignored
/// @param workers investigations at a time
public record BenchRequest(Path folder, List<Path> rules, boolean blind, int workers) {
    public BenchRequest {
        rules = List.copyOf(rules);
    }
}
