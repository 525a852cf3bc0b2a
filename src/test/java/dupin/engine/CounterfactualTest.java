package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Finding;
import dupin.model.Ledger;
import dupin.model.Technique;
import dupin.model.Weights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterfactualTest {
    private static final Weights WEIGHTS = dupin.intake.Content.shipped().weights();
    private static final EntityKey FILE = new EntityKey(EntityKind.FILE, "sha256:aa");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theSetsAreTheSmallestThatAllSubsetsHold(int seed) {
        var random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            Ledger ledger = ledger(random, 1 + random.nextInt(12));
            List<Counterfactual> found = Counterfactual.smallest(ledger, WEIGHTS);
            Set<Set<String>> brute = brute(ledger);
            if (brute.isEmpty()) {
                assertThat(found).as("%s", ledger).isEmpty();
                continue;
            }
            int size = brute.iterator().next().size();
            assertThat(found)
                    .as("%s", ledger)
                    .isNotEmpty()
                    .allSatisfy(c -> {
                        assertThat(c.removed()).hasSize(size);
                        assertThat(brute).contains(c.removed().stream().map(Finding::id).collect(Collectors.toSet()));
                        assertThat(c.without()).isNotEqualTo(ledger.verdict());
                    });
            assertThat(found).hasSize(Math.min(Counterfactual.MOST, brute.size()));
        }
    }

    @Tag("slow")
    @Test
    void aLedgerOfManyFindingsIsAnsweredAtOnce() {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < 60; i++) {
            findings.add(finding(i, 4 + i % 3, "cause" + i, "w" + i));
        }
        Ledger ledger = VerdictWeigher.sum(FILE, FILE.kind(), findings, List.of(), WEIGHTS);
        List<Counterfactual> found = Counterfactual.smallest(ledger, WEIGHTS);
        assertThat(found.size()).isLessThanOrEqualTo(Counterfactual.MOST);
    }

    @Test
    void whatAMissingSourceCouldAddIsNamed() {
        Ledger blind = VerdictWeigher.sum(FILE, FILE.kind(), List.of(), List.of("file events"), WEIGHTS);
        List<MissingFact> facts = MissingFact.of(blind, WEIGHTS);
        assertThat(facts).hasSize(2);
        assertThat(facts.getFirst().fact().decibans()).isPositive();
        assertThat(facts.getFirst().score()).isEqualTo(blind.score() + facts.getFirst().fact().decibans());
        assertThat(facts.getLast().fact().decibans()).isNegative();
        Ledger seeing = VerdictWeigher.sum(FILE, FILE.kind(), List.of(), List.of(), WEIGHTS);
        assertThat(MissingFact.of(seeing, WEIGHTS)).isEmpty();
    }

    private static Ledger ledger(Random random, int size) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < size; i++) {
            findings.add(finding(i, random.nextInt(-20, 26), "cause" + random.nextInt(8), "w" + i));
        }
        if (random.nextInt(6) == 0) {
            boolean allow = random.nextBoolean();
            String weightId = allow ? "indicator.allow" : "indicator.block";
            findings.set(
                    0,
                    new Finding(
                            "indicator",
                            VerdictWeigher.INDICATORS,
                            FILE,
                            weightId,
                            WEIGHTS.of(weightId),
                            "indicator",
                            "Listed",
                            List.of(),
                            Technique.NONE));
        }
        List<String> missing = random.nextInt(3) == 0 ? List.of("file events") : List.of();
        return VerdictWeigher.sum(FILE, FILE.kind(), findings, missing, WEIGHTS);
    }

    private static Finding finding(int i, int weight, String cause, String weightId) {
        return new Finding("f" + i, "Test", FILE, weightId, weight, cause, "Finding " + i, List.of(), Technique.NONE);
    }

    /// The subsets of the smallest size whose removal changes the verdict; of findings that count nothing none.
    static Set<Set<String>> brute(Ledger ledger) {
        List<Finding> all = Stream.concat(ledger.counted().stream(), ledger.uncounted().stream()).toList();
        var best = new HashSet<Set<String>>();
        int smallest = Integer.MAX_VALUE;
        for (int mask = 1; mask < 1 << all.size(); mask++) {
            int size = Integer.bitCount(mask);
            if (size > smallest) {
                continue;
            }
            var rest = new ArrayList<Finding>();
            var gone = new HashSet<String>();
            for (int i = 0; i < all.size(); i++) {
                if ((mask >> i & 1) == 0) {
                    rest.add(all.get(i));
                } else {
                    gone.add(all.get(i).id());
                }
            }
            Ledger without =
                    VerdictWeigher.sum(ledger.entity(), ledger.entity().kind(), rest, ledger.missing(), WEIGHTS);
            if (without.verdict() != ledger.verdict()) {
                if (size < smallest) {
                    best.clear();
                    smallest = size;
                }
                best.add(gone);
            }
        }
        return best;
    }
}
