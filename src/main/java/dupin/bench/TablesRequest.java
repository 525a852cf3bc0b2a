package dupin.bench;

/// What to measure.
///
/// @param incidents rows of the incident list
/// @param alerts rows of a table in memory
/// @param telemetry rows of telemetry
public record TablesRequest(int incidents, int alerts, int telemetry) {}
