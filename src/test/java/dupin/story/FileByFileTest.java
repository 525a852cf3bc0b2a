package dupin.story;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Entry;
import dupin.model.Investigation;
import dupin.model.Verdict;
import dupin.service.CaseSession;
import dupin.service.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Exports come one after the other, and what came before is investigated by then: the verdicts are those of a case that
/// had everything from the start.
class FileByFileTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"phishing-to-lateral-movement", "business-email-compromise", "false-positive"})
    void verdictsRestOnEverythingHoweverItCame(String id) throws InterruptedException {
        Story story = Story.named(id);
        Map<String, String> atOnce;
        try (CaseSession session = story.investigated(folder.resolve("once.dupin"))) {
            atOnce = verdicts(session);
        }
        try (CaseSession session = Story.open(folder.resolve("one-by-one.dupin"), 2)) {
            for (Path file : alertsFirst(story)) {
                take(session, file);
            }
            assertThat(verdicts(session)).isEqualTo(atOnce);
        }
    }

    @Test
    @Tag("slow")
    void soDoThoseOfManyDevices() throws InterruptedException {
        verdictsRestOnEverythingHoweverItCame("ransomware");
    }

    @Test
    void whatWasMissingIsLookedAtWhenItComesAndTheLogSaysWhy() throws InterruptedException {
        Story story = Story.named("business-email-compromise");
        List<Path> files = alertsFirst(story);
        try (CaseSession session = Story.open(folder.resolve("case.dupin"), 2)) {
            for (Path file : files.subList(0, 2)) {
                take(session, file);
            }
            assertThat(session.desk().verdicts())
                    .anyMatch(row ->
                            row.ledger().verdict() == Verdict.NOT_EVALUABLE && !row.ledger().missing().isEmpty());
            List<String> before = ids(session);

            for (Path file : files.subList(2, files.size())) {
                take(session, file);
            }

            assertThat(ids(session)).as("the same ones looked again").containsAll(before);
            assertThat(session.desk().investigations())
                    .anySatisfy(run ->
                            assertThat(session.desk().incident(run.incidentId()).orElseThrow().log())
                                    .anySatisfy(line -> {
                                        assertThat(line.action()).isEqualTo("Investigation renewed");
                                        assertThat(line.description()).contains("came later");
                                    }));
        }
    }

    @Test
    void whatAPersonResolvedIsLeftAlone() throws InterruptedException {
        List<Path> files = alertsFirst(Story.named("business-email-compromise"));
        try (CaseSession session = Story.open(folder.resolve("case.dupin"), 2)) {
            for (Path file : files.subList(0, 2)) {
                take(session, file);
            }
            List<String> incidents =
                    session.desk().investigations().stream().map(Investigation::incidentId).distinct().toList();
            incidents.forEach(
                    id -> session.notes().manage(id, List.of(new Entry.Change("status", "active", "resolved")), "ann"));

            Path signIns =
                    files.stream().filter(it -> it.endsWith("IdentityLogonEvents.json")).findFirst().orElseThrow();
            take(session, signIns);

            assertThat(incidents)
                    .isNotEmpty()
                    .allSatisfy(id ->
                            assertThat(session.desk().incident(id).orElseThrow().log())
                                    .noneMatch(line -> line.action().equals("Investigation renewed")));
        }
    }

    @Test
    void whatDoesNotTouchItLeavesItAlone() throws InterruptedException {
        Story story = Story.named("false-positive");
        try (CaseSession session = story.investigated(folder.resolve("case.dupin"))) {
            long entries = session.desk().status().entries();

            take(
                    session,
                    Story.named("phishing-to-lateral-movement").sample().files().stream()
                            .filter(file -> file.endsWith("DeviceRegistryEvents.csv"))
                            .findFirst()
                            .orElseThrow());

            assertThat(session.desk().status().entries()).as("the import itself").isEqualTo(entries + 1);
        }
    }

    private static List<String> ids(CaseSession session) {
        return session.desk().investigations().stream().map(Investigation::id).toList();
    }

    private static void take(CaseSession session, Path file) throws InterruptedException {
        session.imports().commit(session.imports().plan(List.of(file), Progress.NONE), "tester", Progress.NONE);
        session.awaitIdle();
    }

    private static List<Path> alertsFirst(Story story) {
        var files = new ArrayList<>(story.sample().files());
        files.sort(Comparator.comparing(file -> !file.getFileName().toString().matches("(?i).*(alert|incident).*")));
        return files;
    }

    private static Map<String, String> verdicts(CaseSession session) {
        var verdicts = new TreeMap<String, String>();
        session.desk()
                .verdicts()
                .forEach(row ->
                        verdicts.put(
                                row.entity().key().toString(),
                                row.ledger().verdict() + " " + row.ledger().score() + " " + row.ledger().missing()));
        return verdicts;
    }
}
