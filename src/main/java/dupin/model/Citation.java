package dupin.model;

/// The row that a finding rests on.
///
/// @param kind what is cited
/// @param id alert id, or [RowRef#text] of a telemetry row, or name and version of an intel list
/// @param text one readable line
public record Citation(Kind kind, String id, String text) {
    public enum Kind {
        ALERT,
        EVENT,
        INTEL,
        POLICY
    }
}
