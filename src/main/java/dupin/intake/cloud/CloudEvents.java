package dupin.intake.cloud;

import dupin.intake.BadRecordException;
import dupin.intake.Fields;
import dupin.intake.defender.AirRecord;
import dupin.model.Imported;
import dupin.model.RowRef;
import java.util.ArrayList;
import java.util.List;

/// What one record of a cloud log says: an event, and the alert or investigation that it may hold.
final class CloudEvents {

    private CloudEvents() {}

    /// @param raw the record as it stood in the file
    /// @throws BadRecordException when it is of no known log
    static List<Imported> read(Fields carrier, String raw, RowRef ref) {
        Fields record = Carried.record(carrier);
        CloudShape shape = CloudShape.of(record);
        Draft draft =
                switch (shape) {
                    case UNIFIED_AUDIT -> UnifiedAudit.draft(record);
                    case SIGN_IN -> EntraRecords.signIn(record);
                    case DIRECTORY_AUDIT -> EntraRecords.audit(record);
                    case RISK -> EntraRecords.risk(record);
                    case AZURE_ACTIVITY -> ServiceRecords.azure(record);
                    case GRAPH_ACTIVITY -> ServiceRecords.graph(record);
                    case INTUNE -> ServiceRecords.intune(record);
                    case MESSAGE_TRACE -> ServiceRecords.trace(record);
                    case CLOUD_TRAIL -> ServiceRecords.trail(record);
                    case NONE ->
                            throw new BadRecordException(
                                    "The record is of no cloud log that is read; it was left out.");
                };
        var read = new ArrayList<Imported>();
        read.add(new Imported.OfEvent(draft.event(raw, ref)));
        if (shape == CloudShape.UNIFIED_AUDIT && AirRecord.is(record)) {
            read.addAll(AirRecord.read(record, ref));
        } else if (shape == CloudShape.UNIFIED_AUDIT && AuditAlert.is(record)) {
            read.add(AuditAlert.read(record, ref));
        }
        return List.copyOf(read);
    }
}
