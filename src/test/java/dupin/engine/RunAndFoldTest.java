package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.EventKind;
import dupin.model.Finding;
import dupin.model.Indicator;
import dupin.model.InvestigationState;
import dupin.model.Judged;
import dupin.model.Ledger;
import dupin.model.LinkRole;
import dupin.model.Severity;
import dupin.model.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a run concluded and what its entries fold to are the same thing.
class RunAndFoldTest {
    private static final Entity.Process SHELL =
            EngineCase.process("PC1", 100, 0, "C:\\Windows\\System32\\cmd.exe", "cmd.exe");
    private static final Entity.Process TOOL =
            EngineCase.process(
                    "PC1", 200, 10, "C:\\Users\\ann\\AppData\\Local\\Temp\\tool.exe", "tool.exe -dump lsass");
    private static final Entity.IpAddress REMOTE = Entity.IpAddress.of("203.0.113.9");

    /// Writes the run's entries as the service does.
    static Story journalled(PlaybookRun run, List<Alert> alerts) {
        var story = new Story();
        for (Alert alert : alerts) {
            story.add(new Entry.AlertReceived(alert));
            story.add(new Entry.AlertLinked(alert.id(), "I", List.of()));
        }
        story.add(
                new Entry.InvestigationQueued(
                        "inv-1", "I", alerts.getFirst().id(), "t", "general", run.stepCount(), List.of()));
        story.add(new Entry.InvestigationStarted("inv-1"));
        while (!run.done()) {
            PlaybookRun.Outcome outcome = run.next();
            outcome.expansions().forEach(e -> story.add(new Entry.ScopeExpanded("inv-1", e)));
            outcome.findings().forEach(f -> story.add(new Entry.FindingRecorded("inv-1", f)));
            for (Judged judged : outcome.judged()) {
                Ledger ledger = judged.ledger();
                story.add(
                        new Entry.VerdictReached(
                                "inv-1",
                                judged.entity(),
                                ledger.verdict(),
                                ledger.prior(),
                                ledger.score(),
                                ledger.missing()));
            }
            story.add(new Entry.StepFinished("inv-1", outcome.step()));
        }
        story.add(new Entry.InvestigationAnalysed("inv-1", InvestigationState.SUCCESSFULLY_REMEDIATED, ""));
        return story;
    }

    static void assertSame(PlaybookRun run, Story story) {
        assertThat(run.verdicts()).isNotEmpty();
        for (Judged judged : run.verdicts()) {
            Ledger folded = story.state.ledger(judged.entity().key()).orElseThrow();
            Ledger own = judged.ledger();
            assertThat(folded.verdict()).as(judged.entity().label()).isEqualTo(own.verdict());
            assertThat(folded.score()).as(judged.entity().label()).isEqualTo(own.score());
            assertThat(folded.counted()).as(judged.entity().label()).isEqualTo(own.counted());
            assertThat(folded.uncounted())
                    .as(judged.entity().label())
                    .containsExactlyInAnyOrderElementsOf(own.uncounted());
            assertThat(folded.prior() + folded.counted().stream().mapToInt(Finding::weight).sum())
                    .isEqualTo(folded.score());
            assertThat(RemediationPlanner.digest(folded)).isEqualTo(RemediationPlanner.digest(own));
        }
    }

    private static EngineCase scene() {
        return new EngineCase()
                .alert("da1", Severity.HIGH, Entity.Device.named("PC1"), TOOL)
                .started(SHELL, TOOL)
                .did(EventKind.NETWORK_CONNECTION, 20, TOOL, LinkRole.DESTINATION, REMOTE);
    }

    @Test
    void theLedgerOfTheCaseIsTheLedgerOfTheRun() {
        EngineCase scene = scene();
        PlaybookRun run = scene.run();
        assertSame(run, journalled(run, scene.alerts()));
    }

    @Test
    void anIndicatorIsPartOfTheSum() {
        for (Indicator.Action action : Indicator.Action.values()) {
            EngineCase scene =
                    scene().with(
                                    EngineCase.policy()
                                            .withIndicators(List.of(new Indicator(TOOL.key(), action, "known"))));
            PlaybookRun run = scene.run();
            Story story = journalled(run, scene.alerts());
            assertSame(run, story);
            Verdict expected =
                    switch (action) {
                        case ALLOW -> Verdict.NO_THREATS_FOUND;
                        case BLOCK, BLOCK_AND_REMEDIATE -> Verdict.MALICIOUS;
                        case WARN, AUDIT -> EngineCase.finish(scene().run()).verdict(TOOL);
                    };
            assertThat(story.state.ledger(TOOL.key()).orElseThrow().verdict()).isEqualTo(expected);
            assertThat(story.state.ledger(TOOL.key()).orElseThrow().counted())
                    .extracting(Finding::analyzer)
                    .contains(VerdictWeigher.INDICATORS);
        }
    }

    @Test
    void anExpiredIndicatorIsToldOfAndDoesNotCount() {
        var end = Story.at(0);
        var old = new Indicator(TOOL.key(), Indicator.Action.ALLOW, "a test", end);
        EngineCase scene = scene().with(EngineCase.policy().withIndicators(List.of(old)));
        PlaybookRun run = scene.run(end);
        Story story = journalled(run, scene.alerts());
        assertSame(run, story);
        Ledger plain = EngineCase.finish(scene().run()).ledger(TOOL);
        Ledger ledger = story.state.ledger(TOOL.key()).orElseThrow();
        assertThat(ledger.verdict()).isEqualTo(plain.verdict());
        assertThat(ledger.score()).isEqualTo(plain.score());
        assertThat(ledger.counted())
                .filteredOn(f -> f.analyzer().equals(VerdictWeigher.INDICATORS))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.weight()).isZero();
                    assertThat(f.text())
                            .contains("Stood on the allow list")
                            .contains("until " + end)
                            .contains("a test")
                            .contains("expired");
                });
        assertThat(Counterfactual.smallest(ledger, TestWeights.shipped()))
                .isEqualTo(Counterfactual.smallest(plain, TestWeights.shipped()));
        assertThat(EngineCase.finish(scene.run(end.minusSeconds(1))).verdict(TOOL))
                .as("while it applied")
                .isEqualTo(Verdict.NO_THREATS_FOUND);
    }

    /// Whatever is proposed can be carried out or decided to an end, and nothing of the system is touched.
    @Test
    void aPlanOfARunEndsItsInvestigation() {
        EngineCase scene =
                scene().with(
                                EngineCase.policy()
                                        .withIndicators(
                                                List.of(
                                                        new Indicator(TOOL.key(), Indicator.Action.BLOCK, ""),
                                                        new Indicator(REMOTE.key(), Indicator.Action.BLOCK, ""),
                                                        new Indicator(SHELL.key(), Indicator.Action.BLOCK, ""))));
        PlaybookRun run = scene.run();
        Story story = journalled(run, scene.alerts());
        assertThat(story.state.investigation("inv-1").orElseThrow().state())
                .isEqualTo(InvestigationState.PARTIALLY_INVESTIGATED);
        var facts = new MemoryFacts(scene.alerts(), scene.events());
        var request = new RemediationPlanner.PlanRequest("inv-1", "I", run.verdicts(), run.gates());
        var planned = RemediationPlanner.plan(request, EngineCase.policy(), TestWeights.shipped(), facts, Story.at(0));
        assertThat(planned)
                .isNotEmpty()
                .allSatisfy(a -> assertThat(NeverTouch.refuses(a, EngineCase.policy())).isEmpty());
        assertThat(planned).extracting(a -> a.type().name()).contains("STOP_PROCESS", "BLOCK_IP");
        planned.forEach(a -> story.add(new Entry.ActionProposed(a)));
        assertThat(story.state.investigation("inv-1").orElseThrow().state())
                .isEqualTo(InvestigationState.PENDING_APPROVAL);
        planned.forEach(a -> story.carryOut(a.id(), true));
        assertThat(story.state.investigation("inv-1").orElseThrow().state())
                .isEqualTo(InvestigationState.SUCCESSFULLY_REMEDIATED);
        assertThat(story.state.refusals()).isEmpty();
    }
}
