package dupin.bench;

import java.nio.file.Path;

/// What to make.
///
/// @param alerts number of alerts, 0 for the tier's own; incidents grow along
/// @param rows rows of telemetry, negative for the tier's own
/// @param seed the same seed gives the same files, byte for byte
/// @param evidence pieces of evidence of each incident, on three devices that telemetry shows; 0 for as many as real
///     incidents have
public record GenerateRequest(Tier tier, Path out, int alerts, long rows, long seed, int evidence) {
    public GenerateRequest(Tier tier, Path out, int alerts, long rows, long seed) {
        this(tier, out, alerts, rows, seed, 0);
    }

    int alertCount() {
        return alerts > 0 ? alerts : tier.alerts();
    }

    int incidentCount() {
        return tier == Tier.XL
                ? 1
                : Math.max(1, (int) Math.round((double) tier.incidents() * alertCount() / tier.alerts()));
    }

    long rowCount() {
        return rows >= 0 ? rows : tier.rows();
    }
}
