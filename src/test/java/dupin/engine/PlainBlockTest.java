package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.AutomationLevel;
import dupin.model.DeviceGroup;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Finding;
import dupin.model.Indicator;
import dupin.model.Judged;
import dupin.model.Ledger;
import dupin.model.RemediationAction;
import dupin.model.Technique;
import dupin.model.Verdict;
import dupin.model.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainBlockTest {
    private static final Weights WEIGHTS = TestWeights.shipped();
    private static final Entity.File FILE = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));

    private static Ledger ledger(Entity entity, Indicator.Action action, int... weights) {
        List<Finding> found =
                java.util.Arrays.stream(weights)
                        .mapToObj(weight ->
                                new Finding(
                                        "f" + weight,
                                        "Test",
                                        entity.key(),
                                        "test",
                                        weight,
                                        "c" + weight,
                                        "Seen",
                                        List.of(),
                                        Technique.NONE))
                        .toList();
        Optional<Indicator> entry = Optional.of(new Indicator(entity.key(), action, ""));
        return VerdictWeigher.weigh(entity.key(), entity.kind(), found, List.of(), entry, WEIGHTS);
    }

    private static RemediationAction quarantine(Indicator.Action action, int... weights) {
        Ledger ledger = ledger(FILE, action, weights);
        assertThat(ledger.verdict()).isEqualTo(Verdict.MALICIOUS);
        var request = new RemediationPlanner.PlanRequest("INV", "I", List.of(new Judged(FILE, ledger)), List.of());
        var full = new DeviceGroup(DeviceGroup.DEFAULT_NAME, 9, AutomationLevel.FULL, "", List.of());
        return RemediationPlanner.plan(
                        request,
                        EngineCase.policy().withDeviceGroups(List.of(full)),
                        WEIGHTS,
                        new MemoryFacts(List.of(), List.of()),
                        Story.at(0))
                .getFirst();
    }

    @Test
    void whatIsOnlyBlockedIsTakenAwayByAPersonAlone() {
        RemediationAction action = quarantine(Indicator.Action.BLOCK);
        assertThat(action.type()).isEqualTo(ActionType.QUARANTINE_FILE);
        assertThat(action.state()).isEqualTo(ActionState.PENDING);
        assertThat(action.policyReason()).contains("asks to block, not to remediate");
        assertThat(quarantine(Indicator.Action.BLOCK, 5, -90).state())
                .as("too little speaks against it without the entry")
                .isEqualTo(ActionState.PENDING);
    }

    @Test
    void blockAndRemediateLetsItRun() {
        assertThat(quarantine(Indicator.Action.BLOCK_AND_REMEDIATE).automatic()).isTrue();
        assertThat(ledger(FILE, Indicator.Action.BLOCK_AND_REMEDIATE).counted().getFirst().text())
                .contains("to be remediated");
    }

    @Test
    void whatIsMaliciousAnywayIsNotHeldBackByItsEntry() {
        assertThat(quarantine(Indicator.Action.BLOCK, 90).automatic()).isTrue();
    }

    @Test
    void blockingIsWhatTheEntryAsksFor() {
        var address = Entity.IpAddress.of("203.0.113.9");
        var runs = new AutomationPolicy.Decision(AutomationPolicy.Mode.AUTOMATIC, "Full");
        Optional<Ledger> listed = Optional.of(ledger(address, Indicator.Action.BLOCK));
        assertThat(PlainBlock.heed(runs, ActionType.BLOCK_IP, listed, WEIGHTS)).isEqualTo(runs);
        assertThat(PlainBlock.heed(runs, ActionType.STOP_SERVICE, listed, WEIGHTS).automatic()).isFalse();
        assertThat(PlainBlock.heed(runs, ActionType.STOP_SERVICE, Optional.empty(), WEIGHTS)).isEqualTo(runs);
        var none = new AutomationPolicy.Decision(AutomationPolicy.Mode.NONE, "Not protected");
        assertThat(PlainBlock.heed(none, ActionType.STOP_SERVICE, listed, WEIGHTS)).isEqualTo(none);
    }

    /// What a policy let run may have become a matter for a person before a hand is free.
    @Test
    void theMomentOfActingAsksTheSame() {
        assertThat(Grounds.changed(judged(Indicator.Action.BLOCK), automatic()))
                .get()
                .asString()
                .contains("asks to block, not to remediate");
        assertThat(Grounds.changed(judged(Indicator.Action.BLOCK_AND_REMEDIATE), automatic())).isEmpty();
        assertThat(Grounds.changed(judged(Indicator.Action.BLOCK, 90), automatic())).isEmpty();
    }

    private static RemediationAction automatic() {
        return Story.action("ACT", ActionType.QUARANTINE_FILE, FILE, ActionState.APPROVED, "digest");
    }

    private static CaseState judged(Indicator.Action action, int... weights) {
        var full = new DeviceGroup(DeviceGroup.DEFAULT_NAME, 9, AutomationLevel.FULL, "", List.of());
        Ledger ledger = ledger(FILE, action, weights);
        var entries = new ArrayList<Entry>();
        entries.add(new Entry.PolicyChanged(EngineCase.policy().withDeviceGroups(List.of(full)), List.of(), ""));
        entries.add(new Entry.IncidentOpened("I", "Story"));
        entries.add(new Entry.InvestigationQueued("INV", "I", "t", "Story", "general", 1, List.of()));
        entries.add(new Entry.InvestigationStarted("INV"));
        ledger.counted().forEach(finding -> entries.add(new Entry.FindingRecorded("INV", finding)));
        entries.add(
                new Entry.VerdictReached(
                        "INV", FILE, ledger.verdict(), ledger.prior(), ledger.score(), ledger.missing()));
        var state = new CaseState(WEIGHTS);
        entries.forEach(entry -> state.apply(Story.entry(state.seq() + 1, entry)));
        assertThat(state.ledger(FILE.key()).orElseThrow().verdict()).isEqualTo(Verdict.MALICIOUS);
        return state;
    }
}
