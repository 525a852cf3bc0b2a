package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.journal.EntryCodec;
import dupin.model.ActionType;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Entry.Change;
import dupin.model.Incident;
import dupin.model.LinkReason;
import dupin.model.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeFoldTest {
    private static final Entity.Device PC1 = Entity.Device.named("PC1");
    private static final Entity.File FILE = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));
    private static final Alert ALERT = Story.alert("a", 0, PC1, FILE);
    private static final LinkReason WHY = new LinkReason("First alert", "", 0, "It opened the incident.");

    /// Incident `I` with an investigation, an action, tags and a comment; incident `J` with an alert and an owner.
    private static Story two() {
        Story story = Story.started(ALERT).judge(FILE, Verdict.MALICIOUS, 15);
        story.propose(Story.action("A1", ActionType.QUARANTINE_FILE, FILE));
        story.add(new Entry.AlertReceived(Story.alert("b", 5, PC1)));
        story.add(new Entry.AlertLinked("b", "J", List.of(WHY)));
        story.add(new Entry.IncidentManaged("I", List.of(new Change("tags", "", "red team"))));
        story.add(new Entry.IncidentManaged("I", List.of(new Change("status", "Active", "In progress"))));
        story.add(new Entry.IncidentManaged("I", List.of(new Change("classification", "", "truePositive"))));
        story.add(new Entry.IncidentManaged("J", List.of(new Change("assignedTo", "", "ann"))));
        story.add(new Entry.CommentAdded("incident:I", "seen"));
        return story;
    }

    /// All that the two say, but for when they were last touched and their logs, which only grow.
    private static String digest(Story story) {
        var digest = new Digests();
        for (String id : List.of("I", "J")) {
            Incident i = story.state.incident(id).orElseThrow();
            digest.line(EntryCodec.write(withoutTime(i)));
            story.state.investigationsOf(id).forEach(run -> digest.line(run.toString()));
            story.state.actionsOf(id).forEach(action -> digest.line(action.toString()));
            story.state.comments("incident:" + id).forEach(comment -> digest.line(comment.toString()));
        }
        story.state.alerts().forEach(alert -> digest.line(story.state.incidentOf(alert.id()).orElse("")));
        return digest.hex();
    }

    private static Incident withoutTime(Incident i) {
        return new Incident(
                i.id(),
                i.name(),
                i.severity(),
                i.status(),
                i.verdict(),
                i.investigationState(),
                i.investigationNote(),
                i.classification(),
                i.determination(),
                i.assignedTo(),
                i.tags(),
                i.categories(),
                i.serviceSources(),
                i.detectionSources(),
                i.alertIds(),
                i.activeAlerts(),
                i.devices(),
                i.users(),
                i.mailboxes(),
                i.facets(),
                i.pendingActions(),
                i.firstActivity(),
                i.lastActivity(),
                null,
                i.links());
    }

    @Test
    void mergingAndPartingIsAsBefore() {
        Story story = two();
        String before = digest(story);
        story.all(IncidentMerges.byAnalyst(story.state, "I", "J", "One story"));

        Incident merged = story.state.incident("J").orElseThrow();
        assertThat(merged.alertIds()).containsExactly("a", "b");
        assertThat(merged.links().get("a").getFirst().text()).isEqualTo("One story");
        assertThat(merged.tags()).contains("red team");
        assertThat(merged.classification()).isEqualTo("truePositive");
        assertThat(merged.pendingActions()).isEqualTo(1);
        assertThat(story.state.incident("I").orElseThrow().status()).isEqualTo(Incident.Status.REDIRECTED);
        assertThat(digest(story)).isNotEqualTo(before);
        assertThat(IncidentMerges.mergedInto(story.state, "I")).contains("J");

        story.add(new Entry.IncidentUnmerged("I", "J", "Two stories after all"));
        assertThat(digest(story)).isEqualTo(before);
        assertThat(IncidentMerges.mergedInto(story.state, "I")).isEmpty();
        assertThat(story.state.log("I").getLast().status()).isEqualTo("Completed");
    }

    @Test
    void whatCameAfterTheMergeStays() {
        Story story = two();
        story.all(IncidentMerges.byAnalyst(story.state, "I", "J", "One story"));
        story.add(new Entry.AlertReceived(Story.alert("c", 9, PC1)));
        story.add(new Entry.AlertLinked("c", "J", List.of(WHY)));
        story.add(new Entry.IncidentManaged("J", List.of(new Change("classification", "", "falsePositive"))));
        story.add(new Entry.CommentAdded("incident:J", "later"));
        story.add(new Entry.IncidentUnmerged("I", "J", ""));

        Incident left = story.state.incident("J").orElseThrow();
        assertThat(left.alertIds()).containsExactly("b", "c");
        assertThat(left.classification()).isEqualTo("falsePositive");
        assertThat(left.tags()).doesNotContain("red team");
        assertThat(story.state.comments("incident:J")).extracting(c -> c.text()).containsExactly("later");
        assertThat(story.state.incident("I").orElseThrow().alertIds()).containsExactly("a");
    }

    @Test
    void thePartedStayApart() {
        Story story = two();
        story.add(new Entry.IncidentManaged("J", List.of(new Change("assignedTo", "ann", ""))));
        assertThat(IncidentMerges.obstacle(story.state, "I", "J")).isEmpty();
        story.all(IncidentMerges.byAnalyst(story.state, "I", "J", "One story"));
        story.add(new Entry.IncidentUnmerged("I", "J", ""));
        assertThat(IncidentMerges.obstacle(story.state, "I", "J")).contains("an analyst has parted them");
        assertThat(IncidentMerges.obstacle(story.state, "J", "I")).contains("an analyst has parted them");
    }

    @Test
    void whatWasNotMergedIsNotParted() {
        Story story = two();
        String before = digest(story);
        story.add(new Entry.IncidentUnmerged("I", "J", ""));
        assertThat(digest(story)).isEqualTo(before);
    }
}
