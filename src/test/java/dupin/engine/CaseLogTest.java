package dupin.engine;

import static dupin.engine.TwoFiles.withTwoActions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dupin.model.ActionType;
import dupin.model.Comment;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.InvestigationState;
import dupin.model.Policy;
import dupin.model.ScopeExpansion;
import dupin.model.StepRecord;
import dupin.model.row.LogLine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the log of an incident tells.
class CaseLogTest {
    @Test
    void whatConcernsTheWholeCaseStandsInTheLogOfEachIncidentSinceItBegan() {
        Story story = withTwoActions();
        Policy stopped = story.state.policy().withLimits(7, 20, 10, true, false).withVersion(8);
        story.add(
                new Entry.PolicyChanged(
                        stopped, List.of(new Entry.Change("Automation stopped", "no", "yes")), "too much at once"));
        story.add(new Entry.ResponderArmed("Night shift", true, "tonight"));
        List<LogLine> log = story.state.log("I");
        assertThat(log).extracting(LogLine::id).isSorted().doesNotHaveDuplicates();
        assertThat(log.subList(log.size() - 2, log.size()))
                .extracting(LogLine::actionType, LogLine::action, LogLine::description, LogLine::comments)
                .containsExactly(
                        tuple(
                                "Policy",
                                "Policy changed to version 8",
                                "Automation stopped: no → yes",
                                "too much at once"),
                        tuple("Policy", "Responder armed: Night shift", "", "tonight"));
        assertThat(log.stream().filter(line -> line.actionType().equals("Policy")))
                .as("not what was before the incident")
                .hasSize(2);
        assertThat(story.state.copy().log("I")).isEqualTo(log);
        assertThat(story.state.log("nobody")).isEmpty();
    }

    @Test
    void theLogTellsWhoDidWhatWhen() {
        Story story = withTwoActions();
        story.add(
                new Entry.StepFinished(
                        "INV",
                        new StepRecord(
                                0,
                                "File analysis",
                                "Files",
                                "PC1",
                                "Looked at files",
                                StepRecord.Status.COMPLETED,
                                2,
                                1,
                                Story.at(1),
                                Story.at(3))));
        story.carryOut("A1", true);
        story.add(new Entry.CommentAdded("action:A1", "seen before"));
        story.add(new Entry.CommentAdded("incident:I", "handed over"));
        List<LogLine> log = story.state.log("I");
        assertThat(log).extracting(LogLine::id).isSorted();
        assertThat(log)
                .extracting(LogLine::action)
                .contains("Alert linked", "Investigation started", "File analysis", "Approved: Quarantine file: a.exe");
        LogLine step = log.stream().filter(l -> l.action().equals("File analysis")).findFirst().orElseThrow();
        assertThat(step.duration()).isEqualTo(Duration.ofMinutes(2));
        assertThat(step.deviceName()).isEqualTo("PC1");
        LogLine approved = log.stream().filter(l -> l.action().startsWith("Approved")).findFirst().orElseThrow();
        assertThat(approved.comments()).isEqualTo("fine");
        assertThat(approved.pendingDuration()).isPositive();
        assertThat(story.state.comments("incident:I")).extracting(Comment::text).containsExactly("handed over");
        assertThat(story.state.comments("action:A1")).extracting(Comment::text).containsExactly("seen before");
    }

    @Test
    void aRunThatGoesThroughItsStepsAgainWritesOnlyNewsIntoTheLog() {
        Entity file = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));
        Story story = Story.started(Story.alert("a", 0, file));
        var expansion = new Entry.ScopeExpanded("INV", new ScopeExpansion(file.key(), file, "rule", 1, "text"));
        story.add(step(2));
        story.add(expansion);
        story.propose(Story.action("A", ActionType.QUARANTINE_FILE, file)).analysed(InvestigationState.BENIGN);
        story.add(new Entry.AlertReceived(Story.alert("b", 1, file)));
        story.add(new Entry.AlertLinked("b", "I", List.of()));
        story.add(new Entry.AlertJoined("INV", "b"));
        story.add(step(2));
        story.add(expansion);
        story.add(step(3));

        assertThat(story.state.log("I").stream().filter(line -> line.action().equals("Files")))
                .as("what was said before is not said again, news is")
                .hasSize(2);
        assertThat(story.state.log("I").stream().filter(line -> line.action().equals("rule"))).hasSize(1);
        assertThat(story.state.expansions("INV")).hasSize(1);
        assertThat(story.state.stepsOfRun("INV")).isEqualTo(2);
    }

    private static Entry step(int findings) {
        return new Entry.StepFinished(
                "INV",
                new StepRecord(
                        0,
                        "Files",
                        "Files",
                        "",
                        "Looks at files",
                        StepRecord.Status.COMPLETED,
                        1,
                        findings,
                        null,
                        null));
    }
}
