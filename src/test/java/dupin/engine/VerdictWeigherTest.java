package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Finding;
import dupin.model.Indicator;
import dupin.model.Ledger;
import dupin.model.Policy;
import dupin.model.Technique;
import dupin.model.Verdict;
import dupin.model.Weights;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

class VerdictWeigherTest {
    private static final Weights WEIGHTS = TestWeights.shipped();
    private static final EntityKey FILE = Entity.File.of("C:\\a\\b.exe", "", "pc1").key();
    private static final int PRIOR = WEIGHTS.of("prior.file");

    @Test
    void withoutFindingsNothingIsFoundWhenTelemetryWasThere() {
        assertThat(weigh(List.of(), List.of()).verdict()).isEqualTo(Verdict.NO_THREATS_FOUND);
    }

    @Test
    void missingTelemetryIsNeverClean() {
        Ledger ledger = weigh(List.of(), List.of("process events", "file events"));
        assertThat(ledger.verdict()).isEqualTo(Verdict.NOT_EVALUABLE);
        assertThat(ledger.missing()).containsExactly("file events", "process events");
    }

    @Test
    void aFindingAgainstIsEvidenceOfLooking() {
        assertThat(weigh(List.of(finding("a", "x", -5)), List.of("file events")).verdict())
                .isEqualTo(Verdict.NO_THREATS_FOUND);
    }

    @Test
    void missingTelemetryDoesNotHideAThreat() {
        assertThat(weigh(List.of(finding("a", "x", 60)), List.of("file events")).verdict())
                .isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void thresholdsBelongToTheStrongerVerdict() {
        int malicious = WEIGHTS.of("threshold.malicious") - PRIOR;
        int suspicious = WEIGHTS.of("threshold.suspicious") - PRIOR;
        assertThat(weigh(List.of(finding("a", "x", malicious)), List.of()).verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(weigh(List.of(finding("a", "x", malicious - 1)), List.of()).verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(weigh(List.of(finding("a", "x", suspicious)), List.of()).verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(weigh(List.of(finding("a", "x", suspicious - 1)), List.of()).verdict())
                .isEqualTo(Verdict.NO_THREATS_FOUND);
    }

    @Test
    void oneCauseCountsOnceByItsStrongest() {
        Ledger ledger = weigh(List.of(finding("a", "x", 5), finding("b", "x", 9), finding("c", "x", -7)), List.of());
        assertThat(ledger.counted()).extracting(Finding::id).containsExactly("b");
        assertThat(ledger.uncounted()).extracting(Finding::id).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void equalStrengthIsDecidedById() {
        assertThat(weigh(List.of(finding("b", "x", -5), finding("a", "x", 5)), List.of()).counted())
                .extracting(Finding::id)
                .containsExactly("a");
    }

    @Test
    void allowIgnoresWhatIncriminatesAndShowsIt() {
        Policy policy =
                EngineCase.policy().withIndicators(List.of(new Indicator(FILE, Indicator.Action.ALLOW, "ours")));
        Ledger ledger =
                VerdictWeigher.weigh(FILE, FILE.kind(), List.of(finding("a", "x", 90)), List.of(), policy, WEIGHTS);
        assertThat(ledger.verdict()).isEqualTo(Verdict.NO_THREATS_FOUND);
        assertThat(ledger.uncounted()).extracting(Finding::id).containsExactly("a");
    }

    @Test
    void blockMakesMaliciousWhateverSpeaksAgainst() {
        Policy policy = EngineCase.policy().withIndicators(List.of(new Indicator(FILE, Indicator.Action.BLOCK, "")));
        Ledger ledger =
                VerdictWeigher.weigh(FILE, FILE.kind(), List.of(finding("a", "x", -300)), List.of(), policy, WEIGHTS);
        assertThat(ledger.verdict()).isEqualTo(Verdict.MALICIOUS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sumsHoldAndOrderNeverMatters(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var findings = new ArrayList<Finding>();
            for (int i = random.nextInt(12); i > 0; i--) {
                findings.add(finding("f" + random.nextInt(20), "cause" + random.nextInt(5), random.nextInt(61) - 30));
            }
            // One id is one finding: keep the first of each.
            var ids = new HashSet<String>();
            findings.removeIf(f -> !ids.add(f.id()));
            List<String> missing = random.nextBoolean() ? List.of() : List.of("file events");
            Ledger ledger = weigh(findings, missing);
            assertThat(ledger.score())
                    .isEqualTo(ledger.prior() + ledger.counted().stream().mapToInt(Finding::weight).sum());
            assertThat(ledger.counted()).extracting(Finding::cause).doesNotHaveDuplicates();
            assertThat(ledger.counted().size() + ledger.uncounted().size()).isEqualTo(findings.size());
            Collections.shuffle(findings, random);
            assertThat(weigh(findings, missing)).isEqualTo(ledger);
        }
    }

    @Test
    void theCounterfactualsAreTheFindingsThatDecide() {
        int need = WEIGHTS.of("threshold.malicious") - PRIOR;
        Ledger ledger = weigh(List.of(finding("big", "x", need - 2), finding("small", "y", 4)), List.of());
        List<Counterfactual> without = Counterfactual.smallest(ledger, WEIGHTS);
        assertThat(without).extracting(c -> c.removed().getFirst().id()).containsExactly("big", "small");
        assertThat(without.getLast().without()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(without.getLast().score()).isEqualTo(PRIOR + need - 2);
    }

    @Test
    void aFindingWhoseCauseHasAnotherDoesNotDecideAlone() {
        int need = WEIGHTS.of("threshold.malicious") - PRIOR;
        Ledger ledger = weigh(List.of(finding("a", "x", need), finding("b", "x", need)), List.of());
        assertThat(Counterfactual.smallest(ledger, WEIGHTS))
                .singleElement()
                .satisfies(c -> assertThat(c.removed()).hasSize(2));
    }

    private static Ledger weigh(List<Finding> findings, List<String> missing) {
        return VerdictWeigher.weigh(FILE, FILE.kind(), findings, missing, EngineCase.policy(), WEIGHTS);
    }

    private static Finding finding(String id, String cause, int weight) {
        return new Finding(id, "test", FILE, "alert.low", weight, cause, id, List.of(), Technique.NONE);
    }
}
