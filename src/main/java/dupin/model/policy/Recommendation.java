package dupin.model.policy;

/// A setting that differs from a preset.
///
/// @param setting id of the setting, for applying it
/// @param area the tab of the Policies page that shows it
/// @param direction where taking the recommended value would lead
public record Recommendation(
        String setting,
        String area,
        String label,
        String current,
        String recommended,
        String why,
        Direction direction) {}
