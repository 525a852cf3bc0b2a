package dupin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.journal.RandomModel;
import dupin.model.Alert;
import dupin.model.AlertDraft;
import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.LinkReason;
import dupin.model.Severity;
import dupin.model.Verdict;
import dupin.model.row.IncidentWord;
import dupin.model.row.WordCount;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentRowsTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir Path folder;

    private CaseStore store;

    @BeforeEach
    void open() {
        store = CaseStore.open(folder.resolve("store"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    static Incident incident(String id, String name, Random random) {
        var severities = Severity.values();
        var states = InvestigationState.values();
        return new Incident(
                id,
                name,
                severities[random.nextInt(severities.length)],
                Incident.Status.values()[random.nextInt(4)],
                random.nextInt(3) == 0 ? null : Verdict.values()[random.nextInt(4)],
                random.nextInt(3) == 0 ? null : states[random.nextInt(states.length)],
                "",
                "",
                "",
                random.nextBoolean() ? "" : "ann@contoso.com",
                random.nextBoolean() ? List.of() : List.of("Finance", "VIP"),
                random.nextBoolean() ? List.of("Malware") : List.of("Execution", "Malware"),
                List.of("microsoftDefenderForEndpoint"),
                List.of("antivirus"),
                List.of("a-" + id),
                random.nextInt(5),
                random.nextBoolean() ? List.of() : List.of("ws-" + random.nextInt(9)),
                List.of(),
                List.of(),
                new Incident.Facets(
                        random.nextBoolean() ? List.of() : List.of("Workstations"),
                        List.of(random.nextBoolean() ? "Windows11" : "Linux"),
                        List.of(),
                        random.nextBoolean() ? List.of() : List.of("Policy " + random.nextInt(4)),
                        random.nextBoolean() ? List.of() : List.of("40dcc8bf-0478-4f3b-b275-ed0a94f2c013"),
                        random.nextBoolean() ? List.of() : List.of("Confidential\\Finance", "General")),
                random.nextInt(3),
                START,
                random.nextInt(5) == 0 ? null : START.plusSeconds(random.nextInt(100_000)),
                null,
                Map.<String, List<LinkReason>>of());
    }

    @Test
    void positionIsKeptWithTheRows() {
        assertThat(store.position()).isEqualTo(Position.NONE);
        store.apply(
                new Position(41, "f".repeat(64)),
                new Projection(List.of(incident("1", "One", new Random(1))), List.of()));
        store.close();
        store = CaseStore.open(folder.resolve("store"));
        assertThat(store.position()).isEqualTo(new Position(41, "f".repeat(64)));
        assertThat(ids(store.incidents(IncidentFilter.ALL, IncidentSort.ID, true))).containsExactly("1");
        store.apply(
                new Position(42, "e".repeat(64)),
                new Projection(List.of(), List.of(), List.of("1"), java.util.Map.of()));
        assertThat(ids(store.incidents(IncidentFilter.ALL, IncidentSort.ID, true))).isEmpty();
    }

    @Test
    void ordersAndFiltersAsAListWould() {
        var random = new Random(11);
        var all = new ArrayList<Incident>();
        for (int i = 0; i < 300; i++) {
            all.add(incident(Integer.toString(i), "Story " + random.nextInt(40), random));
        }
        store.apply(new Position(0, "a".repeat(64)), new Projection(all, List.of()));
        Collections.shuffle(all, random);

        Comparator<Incident> bySeverity = Comparator.comparing(Incident::severity).thenComparing(Incident::id);
        assertThat(ids(store.incidents(IncidentFilter.ALL, IncidentSort.SEVERITY, true)))
                .isEqualTo(ids(all, bySeverity));
        assertThat(ids(store.incidents(IncidentFilter.ALL, IncidentSort.SEVERITY, false)))
                .isEqualTo(ids(all, bySeverity.reversed()));
        Comparator<Incident> byActivity =
                Comparator.comparing(Incident::lastActivity, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Incident::id);
        assertThat(ids(store.incidents(IncidentFilter.ALL, IncidentSort.LAST_ACTIVITY, false)))
                .isEqualTo(ids(all, byActivity.reversed()));
        for (IncidentSort sort : IncidentSort.values()) {
            assertThat(ids(store.incidents(IncidentFilter.ALL, sort, true))).as("%s", sort).hasSize(300);
        }

        var filter =
                new IncidentFilter(
                        "story WS-3",
                        Set.of(Severity.HIGH, Severity.LOW),
                        Set.of(),
                        Set.of(Verdict.MALICIOUS, Verdict.SUSPICIOUS),
                        Set.of(),
                        Map.of(
                                IncidentWord.CATEGORY,
                                Set.of("execution"),
                                IncidentWord.SOURCE,
                                Set.of("Antivirus"),
                                IncidentWord.ASSIGNEE,
                                Set.of(""),
                                IncidentWord.DEVICE_GROUP,
                                Set.of("workstations"),
                                IncidentWord.PLATFORM,
                                Set.of("Linux")),
                        false,
                        START,
                        START.plusSeconds(90_000));
        var expected =
                all.stream()
                        .filter(i -> i.devices().contains("ws-3"))
                        .filter(i -> i.severity() == Severity.HIGH || i.severity() == Severity.LOW)
                        .filter(i -> i.verdict() == Verdict.MALICIOUS || i.verdict() == Verdict.SUSPICIOUS)
                        .filter(i ->
                                i.facets().deviceGroups().contains("Workstations")
                                        && i.facets().platforms().contains("Linux"))
                        .filter(i -> i.categories().contains("Execution") && i.assignedTo().isEmpty())
                        .filter(i -> i.lastActivity() != null && i.lastActivity().isBefore(START.plusSeconds(90_000)))
                        .toList();
        assertThat(ids(store.incidents(filter, IncidentSort.ID, true)))
                .isEqualTo(ids(expected, Comparator.comparing(Incident::id)));
        assertThat(ids(store.incidents(IncidentFilter.text("%"), IncidentSort.ID, true))).isEmpty();
    }

    @Test
    void theOrderThatWasAskedForLastIsNotKeptWhenRowsChange() {
        var all = new ArrayList<Incident>();
        for (int i = 0; i < 30; i++) {
            all.add(incident("%02d".formatted(i), "Story %02d".formatted(i), new Random(i)));
        }
        store.apply(new Position(0, "a".repeat(64)), new Projection(all, List.of()));
        Comparator<Incident> byName = Comparator.comparing(Incident::name);
        assertThat(ids(store.incidents(IncidentFilter.ALL, IncidentSort.NAME, true))).isEqualTo(ids(all, byName));
        all.set(7, incident("07", "Story 99", new Random(7)));
        all.add(incident("30", "Story 00 again", new Random(30)));
        store.apply(
                new Position(1, "b".repeat(64)),
                new Projection(List.of(all.get(7), all.get(30)), List.of(), List.of("12"), Map.of()));
        all.remove(12);
        assertThat(ids(store.incidents(IncidentFilter.ALL, IncidentSort.NAME, true))).isEqualTo(ids(all, byName));
        assertThat(ids(store.incidents(IncidentFilter.text("story again"), IncidentSort.NAME, true)))
                .containsExactly("30");
    }

    @Test
    void whoAsksWhileRowsComeSeesEachOnce() throws Exception {
        try (var writers = Executors.newSingleThreadExecutor()) {
            Future<?> writing =
                    writers.submit(() -> {
                        for (int i = 0; i < 200; i++) {
                            store.apply(
                                    new Position(i, "a".repeat(64)),
                                    new Projection(List.of(incident("i" + i, "New " + i, new Random(i))), List.of()));
                        }
                    });
            List<String> seen;
            do {
                seen = ids(store.incidents(IncidentFilter.ALL, IncidentSort.NAME, true));
                assertThat(seen).doesNotHaveDuplicates().doesNotContainNull();
            } while (!writing.isDone());
            writing.get();
        }
        assertThat(store.incidents(IncidentFilter.ALL, IncidentSort.NAME, true).size()).isEqualTo(200);
    }

    @Test
    void everyPolicyThatIsOfferedIsToldWithTheRowsThatSayIt() {
        var random = new Random(12);
        var all = new ArrayList<Incident>();
        for (int i = 0; i < 100; i++) {
            all.add(incident(Integer.toString(i), "Story", random));
        }
        store.apply(new Position(0, "a".repeat(64)), new Projection(all, List.of()));
        store.apply(
                new Position(1, "b".repeat(64)),
                new Projection(List.of(), List.of(), List.of("7"), java.util.Map.of()));
        all.removeIf(i -> i.id().equals("7"));
        List<WordCount> offered = store.incidentWords(List.of(IncidentSort.POLICIES), 9);
        assertThat(offered).extracting(WordCount::word).containsExactly("Policy 0", "Policy 1", "Policy 2", "Policy 3");
        for (WordCount word : offered) {
            var filter =
                    new IncidentFilter(
                            "",
                            Set.of(),
                            Set.of(),
                            Set.of(),
                            Set.of(),
                            Map.of(IncidentWord.POLICY, Set.of(word.word())),
                            false,
                            null,
                            null);
            List<Incident> saying = all.stream().filter(i -> i.facets().policies().contains(word.word())).toList();
            assertThat(ids(store.incidents(filter, IncidentSort.ID, true)))
                    .isEqualTo(ids(saying, Comparator.comparing(Incident::id)))
                    .hasSize(word.rows());
        }
        assertThat(store.incidentWords(List.of(IncidentSort.POLICIES), 1)).hasSize(1);
    }

    @Test
    void aWordOfTwoColumnsCountsOnceForARow() {
        Incident twice = incident("1", "One", new Random(1));
        store.apply(new Position(0, "a".repeat(64)), new Projection(List.of(twice), List.of()));
        assertThat(store.incidentWords(List.of(IncidentSort.DETECTION_SOURCES, IncidentSort.DETECTION_SOURCES), 9))
                .containsExactly(new WordCount("antivirus", 1));
    }

    @Test
    void whatHasNoTimeIsNotBeforeAny() {
        var all = new ArrayList<Incident>();
        for (int i = 0; i < 40; i++) {
            all.add(incident(Integer.toString(i), "Story", new Random(i)));
        }
        store.apply(new Position(0, "a".repeat(64)), new Projection(all, List.of()));
        Instant end = START.plusSeconds(50_000);
        var filter = new IncidentFilter("", Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), false, null, end);
        List<Incident> before =
                all.stream().filter(i -> i.lastActivity() != null && i.lastActivity().isBefore(end)).toList();
        assertThat(all).anyMatch(i -> i.lastActivity() == null);
        assertThat(ids(store.incidents(filter, IncidentSort.ID, true)))
                .isEqualTo(ids(before, Comparator.comparing(Incident::id)))
                .isNotEmpty();
    }

    private static List<String> ids(Found found) {
        return found.ids(0, found.size());
    }

    private static List<String> ids(List<Incident> incidents, Comparator<Incident> order) {
        return incidents.stream().sorted(order).map(Incident::id).toList();
    }

    @Test
    void alertsKeepTheirRecordAndTitlesAreSearched() {
        Alert alert = new RandomModel(3).make(Alert.class);
        var titled =
                AlertDraft.alert("a-7")
                        .title("Ransomware 'quoted' --")
                        .severity(alert.severity())
                        .status("")
                        .evidence(alert.evidence())
                        .row(alert.row())
                        .made();
        store.apply(
                Position.NONE,
                new Projection(
                        List.of(incident("7", "x", new Random(2))),
                        List.of(new RawAlert(alert, PackedText.of("{}")), new RawAlert(titled, PackedText.of("raw")))));
        store.apply(Position.NONE, new Projection(List.of(), List.of(new RawAlert(titled, null))));
        assertThat(store.alert(alert.id())).contains(alert);
        assertThat(store.alert("a-7")).contains(titled);
        assertThat(store.rawAlert("a-7")).contains("raw");
        assertThat(store.alert("nobody")).isEmpty();
        assertThat(ids(store.incidents(IncidentFilter.text("'QUOTED' -- ransom"), IncidentSort.NAME, true)))
                .containsExactly("7");
    }
}
