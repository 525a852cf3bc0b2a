package dupin.intake.cloud;

import dupin.intake.Fields;
import dupin.intake.Head;
import dupin.intake.ImportRefusedException;
import dupin.intake.Importer;
import dupin.intake.Json;
import dupin.intake.Sink;
import dupin.intake.Source;
import dupin.intake.csv.Columns;
import dupin.intake.csv.CsvDialect;
import dupin.intake.csv.CsvImport;
import dupin.intake.csv.Row;
import dupin.model.RowRef;
import java.io.IOException;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Cloud logs as tables: what `Search-UnifiedAuditLog` and the audit search of the portal export (a record as JSON in each
/// row's `AuditData`), message traces, and sign-in and audit logs of the Entra admin center. A row is kept as a JSON object
/// of its cells.
public final class CloudCsv implements Importer {
    private static final Set<String> KNOWN =
            Set.of(
                    "auditdata",
                    "creationdate",
                    "userids",
                    "operations",
                    "recordtype",
                    "senderaddress",
                    "recipientaddress",
                    "messagetraceid",
                    "sender_address",
                    "recipient_status",
                    "message_id",
                    "requestid",
                    "ipaddress",
                    "correlationid",
                    "actortype",
                    "target1type");

    @Override
    public String format() {
        return "Cloud audit, sign-in and message trace exports (unified audit log, Entra ID, Exchange; CSV)";
    }

    @Override
    public int recognises(Head head) {
        String text = head.text();
        if (text.startsWith("{") || text.startsWith("[") || text.startsWith("<")) {
            return 0;
        }
        Columns columns = dialect(text).columns(text);
        boolean audit =
                columns.has("AuditData")
                        && (columns.has("CreationDate") || columns.has("Operations") || columns.has("Operation"));
        return audit || PortalRows.isPortal(columns) ? 88 : 0;
    }

    private static CsvDialect dialect(String text) {
        return CsvDialect.of(text, name -> KNOWN.contains(Columns.plain(name)));
    }

    @Override
    public void read(Source source, Sink sink) throws IOException, ImportRefusedException {
        CsvDialect dialect = dialect(Head.of(source).text());
        CsvImport.read(source, sink, dialect, columns -> (row, ref, into) -> row(columns, row, ref, into));
    }

    private static void row(Columns columns, Row row, RowRef ref, Sink sink) {
        ObjectNode cells = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            String text = row.text(i);
            if (!text.isEmpty() && !cells.has(columns.names().get(i))) {
                cells.put(columns.names().get(i), text);
            }
        }
        CloudEvents.read(Fields.of(cells), Json.text(cells), ref).forEach(sink::accept);
    }
}
