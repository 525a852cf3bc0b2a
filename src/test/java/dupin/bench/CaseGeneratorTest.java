package dupin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseGeneratorTest {
    @TempDir private Path folder;

    private List<Path> generate(String name, long seed) {
        var request = new GenerateRequest(Tier.S, folder.resolve(name), 120, 3_000, seed);
        return new CaseGenerator(request, Progress.NONE).run();
    }

    @Test
    void oneSeedGivesTheSameFilesAndAnotherOthers() throws Exception {
        List<Path> one = generate("one", 7);
        List<Path> two = generate("two", 7);
        for (int i = 0; i < one.size(); i++) {
            assertThat(Files.mismatch(one.get(i), two.get(i))).isEqualTo(-1);
        }
        assertThat(Files.mismatch(one.getFirst(), generate("three", 8).getFirst())).isNotEqualTo(-1);
    }

    @Test
    void aGeneratedCaseHasWhatWasAskedForAndIsScored() throws Exception {
        List<Path> files = generate("case", 1);
        assertThat(Files.readAllLines(files.get(0))).hasSize(120);
        assertThat(Files.readAllLines(files.get(1))).hasSize(120);
        assertThat(Files.readAllLines(files.get(2)).size()).isBetween(3_000, 3_010);
        BenchReport report =
                new VerdictBench(new BenchRequest(folder.resolve("case"), List.of(), true, 1), Progress.NONE).run();
        assertThat(report.problems()).isEmpty();
        assertThat(report.results().getFirst().tallies().getFirst().recall()).isGreaterThan(0.7);
        assertThat(report.results().getFirst().tallies().getFirst().precision()).isGreaterThan(0.7);
    }

    @Test
    void incidentsAndEvidenceAreDistributedAsInRealCases() {
        var dice = new Dice(3);
        int single = 0;
        long evidence = 0;
        for (int i = 0; i < 10_000; i++) {
            single += dice.alertsOfIncident() == 1 ? 1 : 0;
            evidence += dice.evidenceOfAlert();
        }
        assertThat(single).isBetween(6_000, 6_400);
        assertThat(evidence / 10_000.0).isBetween(7.0, 8.2);
    }
}
