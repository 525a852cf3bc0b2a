package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dupin.model.ActionType;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Entry.Change;
import dupin.model.LinkReason;
import dupin.model.Verdict;
import dupin.model.row.ActivityRow;
import dupin.model.row.ActivityRow.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an incident's journal says was done.
class ActivityRowTest {
    private static final Entity.Device PC1 = Entity.Device.named("PC1");
    private static final Entity.File FILE = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));
    private static final Alert ALERT = Story.alert("a", 0, PC1, FILE);

    private static Story story() {
        Story story = Story.started(ALERT).judge(FILE, Verdict.MALICIOUS, 15);
        story.propose(Story.action("A1", ActionType.QUARANTINE_FILE, FILE));
        story.add(new Entry.ActionRejected("A1", "not ours"));
        story.add(
                new Entry.IncidentManaged(
                        "I",
                        List.of(
                                new Change("status", "Active", "In progress"),
                                new Change("assignedTo", "", "ann; status: Active → Resolved"),
                                new Change("determination", "", "malware"))));
        story.add(new Entry.CommentAdded("incident:I", "seen"));
        story.add(new Entry.VerdictOverridden(FILE, Verdict.NO_THREATS_FOUND, "our own tool"));
        story.add(new Entry.AlertReceived(Story.alert("b", 5, PC1)));
        story.add(new Entry.AlertLinked("b", "J", List.of(new LinkReason("First alert", "", 0, ""))));
        story.add(new Entry.IncidentMerged("J", "I", "same attack"));
        return story;
    }

    @Test
    void aChangeOfSeveralFieldsIsARowForEachWithItsOldAndNewValue() {
        List<ActivityRow> rows = ActivityRow.of(story().state.log("I"));
        assertThat(rows)
                .filteredOn(row -> !row.field().isEmpty())
                .extracting(ActivityRow::kind, ActivityRow::before, ActivityRow::after)
                .containsExactly(
                        tuple(Kind.STATUS, "Active", "In progress"),
                        tuple(Kind.ASSIGNMENT, "", "ann; status: Active → Resolved"),
                        tuple(Kind.CLASSIFICATION, "", "malware"));
        assertThat(rows).extracting(ActivityRow::id).doesNotHaveDuplicates();
    }

    @Test
    void everythingThatWasDoneIsThereTheNewestFirst() {
        List<ActivityRow> rows = ActivityRow.of(story().state.log("I"));
        assertThat(rows).extracting(ActivityRow::seq).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(rows)
                .extracting(ActivityRow::kind)
                .contains(Kind.MERGE, Kind.VERDICT, Kind.COMMENT, Kind.DECISION, Kind.INVESTIGATION, Kind.ALERT);
        assertThat(rows)
                .filteredOn(row -> row.kind() == Kind.COMMENT)
                .extracting(ActivityRow::note)
                .containsExactly("seen");
        assertThat(rows)
                .filteredOn(row -> row.kind() == Kind.MERGE)
                .extracting(ActivityRow::note)
                .containsExactly("same attack");
        assertThat(rows)
                .filteredOn(row -> row.kind() == Kind.DECISION)
                .anyMatch(row -> row.activity().startsWith("Rejected") && row.note().equals("not ours"));
    }
}
