package dupin.model.row;

import dupin.model.Entry;
import dupin.model.RemediationAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Activity tab: who or what did what when. A change of several fields is a row for each of them.
///
/// @param seq the journal entry's position
/// @param part counts the rows of one entry, from 0
/// @param actor a person, or the word for automation
/// @param field of the incident or alert that was changed; "" where none was
/// @param before its old value; "" where no field was changed, as is `after`
/// @param details more of it; where a field was changed, the alert whose field it is, or "" for the incident's
/// @param note what the actor said to it
public record ActivityRow(
        long seq,
        int part,
        @Nullable Instant at,
        Kind kind,
        String activity,
        String actor,
        String field,
        String before,
        String after,
        String status,
        String device,
        String details,
        String note) {

    /// What sort of thing was done.
    public enum Kind {
        COMMENT("Comment"),
        STATUS("Status"),
        ASSIGNMENT("Assignment"),
        CLASSIFICATION("Classification"),
        PROPERTY("Name, severity, tags"),
        MERGE("Merge"),
        ALERT("Alerts"),
        VERDICT("Verdict"),
        DECISION("Decision"),
        REMEDIATION("Remediation"),
        INVESTIGATION("Investigation"),
        STEP("Automated step");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// Where a row stands in the journal; there is no other with it.
    public record Id(long seq, int part) {}

    public Id id() {
        return new Id(seq, part);
    }

    /// Whether nobody did it.
    public boolean automatic() {
        return actor.equals(RemediationAction.AUTOMATION);
    }

    /// What an incident's log tells, the newest first.
    public static List<ActivityRow> of(List<LogLine> log) {
        var rows = new ArrayList<ActivityRow>();
        for (LogLine line : log.reversed()) {
            if (line.changes().isEmpty()) {
                rows.add(row(line, 0, kind(line.actionType()), new Entry.Change("", "", ""), line.description()));
            }
            for (int i = 0; i < line.changes().size(); i++) {
                Entry.Change change = line.changes().get(i);
                rows.add(
                        row(
                                line,
                                i,
                                changed(change.field()),
                                change,
                                line.actionType().equals("Alert") ? line.action() : ""));
            }
        }
        return List.copyOf(rows);
    }

    private static ActivityRow row(LogLine line, int part, Kind kind, Entry.Change change, String details) {
        return new ActivityRow(
                line.id(),
                part,
                line.timeCreated(),
                kind,
                line.action(),
                line.actor(),
                change.field(),
                change.before(),
                change.after(),
                line.status(),
                line.deviceName(),
                details,
                line.comments());
    }

    private static Kind changed(String field) {
        return switch (field) {
            case "status" -> Kind.STATUS;
            case "assignedTo" -> Kind.ASSIGNMENT;
            case "classification", "determination" -> Kind.CLASSIFICATION;
            default -> Kind.PROPERTY;
        };
    }

    private static Kind kind(String actionType) {
        return switch (actionType) {
            case "Comment" -> Kind.COMMENT;
            case "Merge" -> Kind.MERGE;
            case "Alert" -> Kind.ALERT;
            case "Verdict" -> Kind.VERDICT;
            case "Decision" -> Kind.DECISION;
            case "Remediation" -> Kind.REMEDIATION;
            case "Investigation" -> Kind.INVESTIGATION;
            case "Incident" -> Kind.PROPERTY;
            default -> Kind.STEP;
        };
    }
}
