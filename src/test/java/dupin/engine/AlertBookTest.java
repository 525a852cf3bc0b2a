package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Alert;
import dupin.model.AlertDraft;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Entry.Change;
import dupin.model.InvestigationState;
import dupin.model.row.ActivityRow;
import dupin.model.row.AlertRow;
import dupin.model.row.LogLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertBookTest {
    private static final Entity.Device PC1 = Entity.Device.named("PC1");
    private static final Alert ALERT = Story.alert("a", 0, PC1);

    private static AlertRow row(Story story) {
        return AlertRows.of(story.state, "a").orElseThrow();
    }

    private static void say(Story story, String field, String after) {
        story.add(new Entry.AlertManaged("a", List.of(new Change(field, "", after))));
    }

    private static void ofIncident(Story story, String field, String after) {
        story.add(new Entry.IncidentManaged("I", List.of(new Change(field, "", after))));
    }

    private static Alert exported(String status, String classification, String assignedTo) {
        return AlertDraft.alert("a")
                .title("Alert a")
                .status(status)
                .classification(classification)
                .assignedTo(assignedTo)
                .at(Story.at(0))
                .made();
    }

    @Test
    void whatAPersonSaysIsShownAndStandsWhateverIsExportedLater() {
        Story story = Story.started(ALERT);
        say(story, "status", "In progress");
        say(story, "assignedTo", "ann");
        say(story, "classification", "falsePositive");
        say(story, "determination", "notMalicious");
        story.add(new Entry.AlertReceived(exported("resolved", "truePositive", "bob")));

        AlertRow row = row(story);
        assertThat(row.status()).isEqualTo("inprogress");
        assertThat(row.assignedTo()).isEqualTo("ann");
        assertThat(row.classification()).isEqualTo("falsePositive");
        assertThat(row.determination()).isEqualTo("notMalicious");
        assertThat(row.alert().classification()).as("what the source says is kept").isEqualTo("truePositive");
    }

    @ParameterizedTest
    @CsvSource({"Dismissed, 0", "closed, 0", "resolved, 0", "New, 1", "awaitingAction, 1"})
    void whatItsSourceCallsDoneAsksForNobody(String status, int active) {
        Story story = Story.started(ALERT);
        story.add(new Entry.AlertReceived(exported(status, "", "")));
        assertThat(row(story).open()).isEqualTo(active == 1);
        assertThat(story.state.incident("I").orElseThrow().activeAlerts()).isEqualTo(active);
    }

    @Test
    void theSameFormTakesItBack() {
        Story story = Story.started(ALERT);
        ofIncident(story, "classification", "truePositive");
        AlertRow before = row(story);
        say(story, "status", "Resolved");
        say(story, "classification", "falsePositive");
        assertThat(story.state.incident("I").orElseThrow().activeAlerts()).isZero();
        say(story, "status", "New");
        say(story, "classification", "");
        assertThat(row(story)).isEqualTo(before);
        assertThat(story.state.incident("I").orElseThrow().activeAlerts()).isEqualTo(1);
    }

    @Test
    void whoClassifiesAnewSpeaksOfTheDeterminationToo() {
        Story story = Story.started(ALERT);
        story.add(
                new Entry.AlertReceived(
                        AlertDraft.alert("a")
                                .classification("truePositive")
                                .determination("malware")
                                .at(Story.at(0))
                                .made()));
        say(story, "classification", "falsePositive");
        assertThat(row(story).determination()).isEmpty();
    }

    @Test
    void betweenAlertAndIncidentTheLaterWordHolds() {
        Story story = Story.started(ALERT);
        ofIncident(story, "status", "Resolved");
        ofIncident(story, "assignedTo", "ann");
        assertThat(row(story).status()).isEqualTo("resolved");
        say(story, "status", "In progress");
        say(story, "assignedTo", "bob");
        assertThat(row(story).status()).isEqualTo("inprogress");
        assertThat(row(story).assignedTo()).isEqualTo("bob");
        ofIncident(story, "name", "Something else");
        assertThat(row(story).assignedTo()).isEqualTo("bob");
        ofIncident(story, "status", "Resolved");
        ofIncident(story, "assignedTo", "carol");
        assertThat(row(story).status()).isEqualTo("resolved");
        assertThat(row(story).assignedTo()).isEqualTo("carol");
        ofIncident(story, "status", "Active");
        assertThat(row(story).status()).as("its own word again").isEqualTo("inprogress");
    }

    @Test
    void aPersonsWordOutlastsTheEngines() {
        Story story = Story.started(ALERT);
        say(story, "status", "In progress");
        story.analysed(InvestigationState.BENIGN);
        assertThat(row(story).status()).isEqualTo("inprogress");
    }

    @Test
    void theAlertAndItsIncidentTellWhoDidWhatAndWhen() {
        Story story = Story.started(ALERT);
        Touched touched = story.add(new Entry.AlertManaged("a", List.of(new Change("status", "New", "Resolved"))));
        assertThat(touched.alerts()).containsExactly("a");
        assertThat(touched.incidents()).containsExactly("I");
        LogLine line = story.state.alertLog("a").getLast();
        assertThat(line.actor()).isEqualTo("Automation");
        assertThat(line.timeCreated()).isEqualTo(Story.at(line.id()));
        assertThat(line.description()).isEqualTo("status: New → Resolved");
        assertThat(story.state.log("I").getLast()).isEqualTo(line);
        ActivityRow activity = ActivityRow.of(story.state.log("I")).getFirst();
        assertThat(activity.kind()).isEqualTo(ActivityRow.Kind.STATUS);
        assertThat(activity.details()).isEqualTo("Alert managed: Alert a");
    }

    @Test
    void aCopyAndAnotherReadingOfTheJournalSayTheSame() {
        Story story = Story.started(ALERT);
        say(story, "status", "Resolved");
        CaseState copy = story.state.copy();
        say(story, "status", "New");
        assertThat(copy.alertStatus("a")).isEqualTo("resolved");
        assertThat(copy.alertLog("a")).hasSize(1);
        var again = new CaseState(TestWeights.shipped());
        story.journal.forEach(again::apply);
        assertThat(AlertRows.of(again, "a")).contains(row(story));
        assertThat(again.alertLog("a")).isEqualTo(story.state.alertLog("a"));
    }

    @Test
    void anUnknownAlertIsRefused() {
        Story story = Story.started(ALERT);
        story.add(new Entry.AlertManaged("nobody", List.of(new Change("status", "New", "Resolved"))));
        assertThat(story.state.refusals()).hasSize(1);
        assertThat(story.state.alertLog("nobody")).isEmpty();
    }
}
