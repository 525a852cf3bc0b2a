package dupin.model;

/// What an importer hands on, one record at a time and in the order of the file.
public sealed interface Imported {

    /// @param raw the alert as it stood in the file, for the flyout
    record OfAlert(Alert alert, String raw) implements Imported {}

    record OfIncident(ProviderIncident incident) implements Imported {}

    record OfInvestigation(ProviderInvestigation investigation) implements Imported {}

    record OfAction(ProviderAction action) implements Imported {}

    record OfEvent(TelemetryEvent event) implements Imported {}

    /// A record that could not be read: kept aside and counted, never fatal for the file.
    ///
    /// @param offset bytes from the start of the file where known, else the record's number; see `place`
    /// @param place words for the offset, for example `record 12` or `line 340`
    /// @param reason a sentence; what a hostile record makes longer than [#MAX_REASON] is cut
    record Rejected(long offset, String place, String reason) implements Imported {
        public static final int MAX_REASON = 600;

        public Rejected {
            reason = reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON - 1) + "…";
        }
    }
}
