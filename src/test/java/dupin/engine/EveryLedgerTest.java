package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Finding;
import dupin.model.Ledger;
import dupin.model.Weights;
import dupin.service.CaseSession;
import dupin.service.Cases;
import dupin.service.Explanation;
import dupin.service.Progress;
import dupin.service.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is promised of a ledger, held against every verdict of whole cases: prior and counted findings make the score, one
/// finding speaks for each cause, and what is said to decide does decide.
class EveryLedgerTest {
    private static final Path SAMPLES = Path.of("assets/samples");
    private static final Path SHARED = Path.of("../shared/data");
    private static final Weights WEIGHTS = dupin.intake.Content.shipped().weights();
    private static final int BRUTE = 12;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"phishing-to-lateral-movement", "ransomware", "business-email-compromise", "false-positive"})
    void ofASample(String id) throws InterruptedException {
        Sample sample = Sample.all(SAMPLES).stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
        assertThat(checked(sample.files())).isPositive();
    }

    @Test
    void ofRealIncidents() throws InterruptedException {
        Assumptions.assumeTrue(Files.isDirectory(SHARED), "Skipped: the shared data is not here");
        assertThat(checked(List.of(SHARED.resolve("incidents")))).isGreaterThan(100);
    }

    @Test
    @Tag("slow")
    void ofRecordedAttacks() throws InterruptedException {
        Assumptions.assumeTrue(Files.isDirectory(SHARED), "Skipped: the shared data is not here");
        assertThat(checked(List.of(SHARED.resolve("telemetry/otrf/atomic")))).isGreaterThan(100);
    }

    /// @return how many verdicts the case has
    private int checked(List<Path> files) throws InterruptedException {
        Clock clock = Clock.fixed(Instant.parse("2026-11-19T08:00:00Z"), ZoneOffset.UTC);
        try (CaseSession session = new Cases(clock, 2).open(folder.resolve("case.dupin"), Progress.NONE)) {
            session.imports().commit(session.imports().plan(files, Progress.NONE), "tester", Progress.NONE);
            session.awaitIdle();
            var rows = session.desk().verdicts();
            rows.forEach(row -> check(session.desk().explain(row.entity().key()).orElseThrow()));
            return rows.size();
        }
    }

    private static void check(Explanation explained) {
        Ledger ledger = explained.own();
        assertThat(ledger).as(explained.entity().label()).isNotNull();
        String what = ledger.entity() + " " + ledger;
        assertThat(ledger.prior() + ledger.counted().stream().mapToInt(Finding::weight).sum())
                .as(what)
                .isEqualTo(ledger.score());
        var voices = new HashMap<String, Finding>();
        for (Finding finding : ledger.counted()) {
            assertThat(voices.put(finding.cause(), finding)).as("second voice of a cause in %s", what).isNull();
        }
        for (Finding finding : ledger.uncounted()) {
            Finding voice = voices.get(finding.cause());
            if (voice != null) {
                assertThat(Math.abs(voice.weight())).as(what).isGreaterThanOrEqualTo(Math.abs(finding.weight()));
            }
        }
        assertThat(
                        VerdictWeigher.sum(
                                        ledger.entity(),
                                        ledger.entity().kind(),
                                        java.util.stream.Stream.concat(
                                                        ledger.counted().stream(), ledger.uncounted().stream())
                                                .toList(),
                                        ledger.missing(),
                                        WEIGHTS)
                                .verdict())
                .as(what)
                .isEqualTo(ledger.verdict());
        decides(ledger, what);
    }

    private static void decides(Ledger ledger, String what) {
        if (ledger.counted().size() + ledger.uncounted().size() > BRUTE) {
            return;
        }
        Set<Set<String>> smallest = CounterfactualTest.brute(ledger);
        List<Counterfactual> found = Counterfactual.smallest(ledger, WEIGHTS);
        assertThat(found).as(what).hasSize(Math.min(Counterfactual.MOST, smallest.size()));
        assertThat(found)
                .as(what)
                .allSatisfy(c ->
                        assertThat(smallest)
                                .contains(c.removed().stream().map(Finding::id).collect(Collectors.toSet())));
    }
}
