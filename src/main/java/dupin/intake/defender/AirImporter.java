package dupin.intake.defender;

import dupin.intake.BadRecordException;
import dupin.intake.Fields;
import dupin.intake.Head;
import dupin.intake.ImportRefusedException;
import dupin.intake.Importer;
import dupin.intake.JsonHead;
import dupin.intake.JsonRecords;
import dupin.intake.Sink;
import dupin.intake.Source;
import java.io.IOException;

/// Automated investigations in the Office 365 audit log (record types 64, 86 and 89), as the management API and
/// `Search-UnifiedAuditLog` give them.
public final class AirImporter implements Importer {

    @Override
    public String format() {
        return "Office 365 audit records of automated investigations (AirInvestigation)";
    }

    @Override
    public int recognises(Head head) {
        return AirRecord.is(unwrapped(JsonHead.of(head).record())) ? 95 : 0;
    }

    /// The audit log's cmdlet puts the record as a string into `AuditData`.
    private static Fields unwrapped(Fields record) {
        Fields inner = record.object("AuditData");
        return inner.isEmpty() ? record : inner;
    }

    @Override
    public void read(Source source, Sink sink) throws IOException, ImportRefusedException {
        var rows = new Rows(source);
        JsonRecords.read(
                source,
                sink,
                record -> {
                    Fields fields = unwrapped(record.fields());
                    if (!AirRecord.is(fields)) {
                        throw new BadRecordException(
                                "An audit record of another kind ("
                                        + fields.text("Operation", "RecordType")
                                        + "), not an automated investigation.");
                    }
                    return AirRecord.read(fields, rows.next());
                });
    }
}
