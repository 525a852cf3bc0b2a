package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Finding;
import dupin.model.InvestigationState;
import dupin.model.Ledger;
import dupin.model.Verdict;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerBookTest {
    private static final Entity.File FILE = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));
    private static final Finding SEEN = Story.finding("f1", FILE, 12, "alert:a");
    private static final Finding WEAKER = Story.finding("f2", FILE, 9, "alert:a");
    private static final Finding RARE = Story.finding("f3", FILE, 14, "rare");
    private static final Finding SIGNED = Story.finding("f4", FILE, -3, "signer");

    private static List<Entry> looking(
            String investigation, String incident, Verdict verdict, int score, Finding... findings) {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry.InvestigationQueued(investigation, incident, "x", "x", "general", 1, List.of()));
        entries.add(new Entry.InvestigationStarted(investigation));
        List.of(findings).forEach(f -> entries.add(new Entry.FindingRecorded(investigation, f)));
        entries.add(new Entry.VerdictReached(investigation, FILE, verdict, -20, score, List.of()));
        return entries;
    }

    @Test
    void oneInvestigationsVerdictStandsAsRecorded() {
        Story story = new Story().all(looking("INV1", "I", Verdict.SUSPICIOUS, 6, SEEN, WEAKER, RARE));
        Ledger ledger = story.state.ledger(FILE.key()).orElseThrow();
        assertThat(ledger.verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(ledger.counted()).containsExactly(RARE, SEEN);
        assertThat(ledger.uncounted()).containsExactly(WEAKER);
        assertThat(ledger.prior() + ledger.counted().stream().mapToInt(Finding::weight).sum())
                .isEqualTo(ledger.score());
    }

    @Test
    void theUnionOfTwoCountsEachCauseOnce() {
        Story story =
                new Story()
                        .all(looking("INV1", "I", Verdict.NO_THREATS_FOUND, -8, SEEN))
                        .all(looking("INV2", "J", Verdict.SUSPICIOUS, 0, WEAKER, RARE, SIGNED));
        Ledger ledger = story.state.ledger(FILE.key()).orElseThrow();
        assertThat(ledger.score()).isEqualTo(-20 + 12 + 14 - 3);
        assertThat(ledger.verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(story.state.incident("I").orElseThrow().verdict())
                .as("what the other incident found is that incident's")
                .isEqualTo(Verdict.NO_THREATS_FOUND);
        assertThat(story.state.incident("J").orElseThrow().verdict()).isEqualTo(Verdict.SUSPICIOUS);
    }

    @Test
    void aFindingTouchesEveryIncidentThatLookedAtTheEntity() {
        Story story =
                new Story()
                        .all(looking("INV1", "I", Verdict.NO_THREATS_FOUND, -8, SEEN))
                        .all(looking("INV2", "J", Verdict.NO_THREATS_FOUND, -20));
        Touched touched = story.add(new Entry.FindingRecorded("INV2", WEAKER));
        assertThat(touched.incidents()).as("it changes no verdict").containsExactly("J");
        touched = story.add(new Entry.FindingRecorded("INV2", RARE));
        assertThat(touched.incidents()).as("it does").containsExactly("I", "J");
        assertThat(touched.entities()).containsExactly(FILE.key());
    }

    @Test
    void aVerdictWhoseGroundsAreNotAllRecordedStandsAsReached() {
        Story story =
                new Story()
                        .all(looking("INV1", "I", Verdict.MALICIOUS, 180, SEEN))
                        .all(looking("INV2", "J", Verdict.NO_THREATS_FOUND, -8, SEEN));
        Ledger ledger = story.state.ledger(FILE.key()).orElseThrow();
        assertThat(ledger.verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(ledger.score()).isEqualTo(180);
    }

    @Test
    void aSecondLookTakesThePlaceOfTheFirst() {
        Story story = new Story().all(looking("INV1", "I", Verdict.SUSPICIOUS, 6, SEEN, RARE));
        story.all(looking("INV2", "J", Verdict.NO_THREATS_FOUND, -11, WEAKER));
        story.add(new Entry.InvestigationAnalysed("INV1", InvestigationState.PARTIALLY_INVESTIGATED, ""));
        Finding common = Story.finding("f3", FILE, 2, "rare");

        story.add(new Entry.InvestigationRenewed("INV1", "telemetry came"));
        story.add(new Entry.FindingRecorded("INV1", common));
        assertThat(story.state.investigation("INV1").orElseThrow().state()).isEqualTo(InvestigationState.RUNNING);
        assertThat(story.state.ledger(FILE.key()).orElseThrow().counted())
                .as("until it has looked, the first holds")
                .contains(SEEN, RARE);
        CaseState midway = story.state.copy();
        for (CaseState state : List.of(story.state, midway)) {
            state.apply(
                    Story.entry(
                            state.seq() + 1,
                            new Entry.InvestigationAnalysed("INV1", InvestigationState.PARTIALLY_INVESTIGATED, "")));

            Ledger ledger = state.ledger(FILE.key()).orElseThrow();
            assertThat(state.findings("INV1")).containsExactly(common);
            assertThat(ledger.counted()).as("what the other found stays").containsExactlyInAnyOrder(WEAKER, common);
            assertThat(state.judgedIn("INV1")).as("not judged again").isEmpty();
            assertThat(ledger.verdict()).isEqualTo(Verdict.NO_THREATS_FOUND);
        }
    }

    @Test
    void whatWasBrokenOffIsNotRenewed() {
        Story story = new Story().all(looking("INV1", "I", Verdict.SUSPICIOUS, 6, SEEN, RARE));
        story.add(new Entry.InvestigationRenewed("INV1", "too early"));
        story.add(new Entry.InvestigationCancelled("INV1", "enough"));
        story.add(new Entry.InvestigationRenewed("INV1", "too late"));

        assertThat(story.state.refusals()).hasSize(2);
        assertThat(story.state.investigation("INV1").orElseThrow().state())
                .isEqualTo(InvestigationState.TERMINATED_BY_USER);
    }

    @Test
    void noVerdictNoLedger() {
        Story story = new Story();
        story.add(new Entry.InvestigationQueued("INV1", "I", "x", "x", "general", 1, List.of()));
        story.add(new Entry.FindingRecorded("INV1", SEEN));
        assertThat(story.state.ledger(FILE.key())).isEmpty();
        assertThat(story.state.findings("INV1")).containsExactly(SEEN);
    }

    @Test
    void blindnessOfOneIsNotCleanForAll() {
        Story story = new Story();
        story.all(looking("INV1", "I", Verdict.NO_THREATS_FOUND, -20));
        story.add(new Entry.InvestigationQueued("INV2", "I", "x", "x", "general", 1, List.of()));
        story.add(new Entry.VerdictReached("INV2", FILE, Verdict.NOT_EVALUABLE, -20, -20, List.of("process events")));
        Ledger ledger = story.state.ledger(FILE.key()).orElseThrow();
        assertThat(ledger.verdict()).isEqualTo(Verdict.NOT_EVALUABLE);
        assertThat(ledger.missing()).containsExactly("process events");
    }

    /// Findings of three investigations in many orders, with other clocks: the same conclusions, the same digest.
    @Test
    void neitherOrderNorClockNorWorkersMatter() {
        var digests = new java.util.TreeSet<String>();
        var ledgers = new java.util.HashSet<List<Ledger>>();
        for (int seed = 0; seed < 25; seed++) {
            var random = new Random(seed);
            var queues = new ArrayList<List<Entry>>();
            for (int i = 0; i < 3; i++) {
                queues.add(new ArrayList<>(run("INV" + i, i)));
            }
            Collections.shuffle(queues, random);
            Story story = new Story();
            while (queues.stream().anyMatch(q -> !q.isEmpty())) {
                List<Entry> queue = queues.get(random.nextInt(queues.size()));
                if (!queue.isEmpty()) {
                    story.add(queue.removeFirst());
                }
            }
            digests.add(story.state.verdictDigest());
            ledgers.add(story.state.ledgers());
        }
        assertThat(digests).hasSize(1);
        assertThat(ledgers).hasSize(1);
        assertThat(digests.first()).matches("[0-9a-f]{64}");
    }

    private static List<Entry> run(String id, int n) {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry.InvestigationQueued(id, "I" + n, "x", "x", "general", 1, List.of()));
        var findings = new ArrayList<Entry>();
        for (int file = n; file < n + 4; file++) {
            Entity.File entity = Story.file("PC1", "C:\\t\\f" + file, Story.sha(file));
            for (int cause = 0; cause < 3; cause++) {
                findings.add(
                        new Entry.FindingRecorded(
                                id,
                                Story.finding(
                                        "f" + file + "." + cause + "." + n, entity, 5 + cause + n, "cause" + cause)));
            }
        }
        entries.addAll(findings);
        for (int file = n; file < n + 4; file++) {
            entries.add(
                    new Entry.VerdictReached(
                            id,
                            Story.file("PC1", "C:\\t\\f" + file, Story.sha(file)),
                            Verdict.NO_THREATS_FOUND,
                            -20,
                            -2 + 3 * n,
                            List.of()));
        }
        entries.add(new Entry.InvestigationAnalysed(id, InvestigationState.BENIGN, ""));
        return entries;
    }

    @Test
    void anotherScoreIsAnotherDigest() {
        Story one = new Story().all(looking("INV1", "I", Verdict.SUSPICIOUS, 6, SEEN, RARE));
        Story two = new Story().all(looking("INV1", "I", Verdict.SUSPICIOUS, 6, SEEN, RARE, SIGNED));
        assertThat(one.state.verdictDigest()).isNotEqualTo(two.state.verdictDigest());
    }

    /// Entries cost the same at the end of a long journal as at its beginning; reading the rows of what was touched, too.
    @Test
    void theLastEntriesOfALongJournalCostWhatTheFirstDo() {
        var entries = new ArrayList<Entry>();
        IntStream.range(0, 400).forEach(i -> entries.addAll(incident(i)));
        assertThat(entries).hasSizeGreaterThan(100_000);
        var state = new CaseState(TestWeights.shipped());
        var quarters = new long[4];
        for (int seq = 0; seq < entries.size(); seq++) {
            // Time of this thread alone: other work on the machine does not count.
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Touched touched = state.apply(Story.entry(seq, entries.get(seq)));
            if (seq % 50 == 0) {
                touched.incidents().forEach(id -> assertThat(state.incident(id)).isPresent());
            }
            quarters[4 * seq / entries.size()] += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
        }
        assertThat(state.incidents()).hasSize(400);
        // Three times in practice: each device is in more and more incidents, and all of them are told. With the square
        // of the
        // journal it would be seven times.
        assertThat(quarters[3] / (double) quarters[0]).as("%s", Arrays.toString(quarters)).isLessThan(6);
    }

    private static List<Entry> incident(int n) {
        String incident = "I" + n;
        String id = "INV" + n;
        var entries = new ArrayList<Entry>();
        Entity.Device device = Entity.Device.named("PC" + n % 50);
        for (int a = 0; a < 5; a++) {
            var file = Story.file(device.hostName(), "C:\\t\\" + n + "." + a, Story.sha(n * 10 + a));
            entries.add(new Entry.AlertReceived(Story.alert(incident + a, n, device, file)));
            entries.add(new Entry.AlertLinked(incident + a, incident, List.of()));
        }
        entries.add(new Entry.InvestigationQueued(id, incident, incident + 0, "t", "general", 1, List.of()));
        for (int f = 0; f < 200; f++) {
            Entity.File file = Story.file("PC1", "C:\\t\\f" + f, Story.sha(f));
            entries.add(new Entry.FindingRecorded(id, Story.finding("f" + f, file, 5, "cause" + f)));
        }
        for (int f = 0; f < 50; f++) {
            entries.add(
                    new Entry.VerdictReached(
                            id,
                            Story.file("PC1", "C:\\t\\f" + f, Story.sha(f)),
                            Verdict.NO_THREATS_FOUND,
                            -20,
                            -15,
                            List.of()));
        }
        entries.add(new Entry.InvestigationAnalysed(id, InvestigationState.BENIGN, ""));
        return entries;
    }
}
