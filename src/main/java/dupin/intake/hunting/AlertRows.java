package dupin.intake.hunting;

import dupin.intake.BadRecordException;
import dupin.intake.Sink;
import dupin.intake.csv.Columns;
import dupin.intake.csv.Row;
import dupin.model.Imported;
import dupin.model.RowRef;
import java.util.LinkedHashMap;
import java.util.Map;

/// Gathers the rows of `AlertInfo` and `AlertEvidence` of one file into one alert per alert id, handed on at the end of
/// the file in the order of their first rows. A file of very many alerts is handed on in parts.
final class AlertRows {
    private static final int MOST_HELD = 200_000;

    private final Map<String, AlertDraft> drafts = new LinkedHashMap<>();
    private long held;

    static boolean takes(String table) {
        return table.equals(HuntingTables.ALERT_INFO) || table.equals(HuntingTables.ALERT_EVIDENCE);
    }

    void add(Columns columns, Row row, RowRef ref, Sink sink) {
        String id = row.text(columns.of("AlertId")).strip();
        if (id.isEmpty()) {
            throw new BadRecordException("It has no AlertId.");
        }
        if (held >= MOST_HELD && !drafts.containsKey(id)) {
            end(sink);
        }
        AlertDraft draft = drafts.computeIfAbsent(id, _ -> new AlertDraft(id, ref));
        int before = draft.size();
        draft.add(columns, row);
        held += draft.size() - before + 1;
    }

    void end(Sink sink) {
        drafts.values().forEach(draft -> sink.accept(new Imported.OfAlert(draft.alert(), draft.raw())));
        drafts.clear();
        held = 0;
    }
}
