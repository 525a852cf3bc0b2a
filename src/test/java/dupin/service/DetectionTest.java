package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.Alert;
import dupin.model.EntityKind;
import dupin.model.Pack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectionTest {
    private static final String ROW =
            """
            {"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":1,"SourceName":"Microsoft-Windows-Sysmon",\
            "Hostname":"pc1.example.org","UtcTime":"2024-05-01 10:00:%02d.000","@timestamp":"2024-05-01T10:00:%02d.000Z",\
            "EventRecordID":%d,"ProcessGuid":"{00000000-0000-0000-0000-0000000000%02d}","ProcessId":"%d",\
            "Image":"C:\\\\Windows\\\\System32\\\\%s","CommandLine":"%s","User":"EXAMPLE\\\\ann",\
            "ParentImage":"C:\\\\Windows\\\\explorer.exe","ParentProcessId":"400",\
            "ParentProcessGuid":"{00000000-0000-0000-0000-000000000099}"}
            """;

    @TempDir Path folder;

    private Path log() throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            lines.append(ROW.formatted(i, i, i, i, 1000 + i, "vssadmin.exe", "vssadmin delete shadows /all"));
        }
        lines.append(ROW.formatted(9, 9, 9, 9, 1009, "notepad.exe", "notepad.exe a.txt"));
        return Files.writeString(folder.resolve("log.json"), lines);
    }

    private Path rules() throws IOException {
        Path rules = Files.createDirectories(folder.resolve("pack"));
        Files.writeString(
                rules.resolve("editor.yml"),
                """
                title: Editor started
                id: editor
                level: low
                tags: [attack.execution, attack.t1204]
                logsource: {product: windows, category: process_creation}
                detection:
                    sel: {Image|endswith: '\\notepad.exe'}
                    condition: sel
                ---
                title: Ordinary
                id: ordinary
                level: informational
                logsource: {product: windows, category: process_creation}
                detection:
                    sel: {Image|contains: '\\'}
                    condition: sel
                ---
                title: Deletions, then an editor
                id: sequence
                level: critical
                correlation:
                    type: temporal_ordered
                    rules: [%s, editor]
                    group-by: [User]
                    timespan: 1m
                    generate: true
                """
                        .formatted("5d0d8a4e-0001-4c1e-9a01-0b5a1c000006"));
        Files.writeString(rules.resolve("bad.yml"), "title: Bad\nlogsource: {product: windows}\ndetection: {}");
        return rules;
    }

    private static void imported(CaseSession session, Path file) throws InterruptedException {
        session.imports().commit(session.imports().plan(List.of(file), Progress.NONE), "tester", Progress.NONE);
        session.awaitIdle();
    }

    private static List<Alert> alerts(CaseSession session) {
        return session.desk().incidents(IncidentQuery.ALL).stream()
                .flatMap(incident -> session.desk().incident(incident.id()).orElseThrow().alerts().stream())
                .map(row -> row.alert())
                .filter(alert -> alert.id().startsWith("SIG-"))
                .toList();
    }

    @Test
    void rawLogsAreMatchedWhenTheyComeInAndMatchesAreInvestigated() throws IOException, InterruptedException {
        try (CaseSession session = new Cases(Clock.systemUTC(), 2).open(folder.resolve("a.dupin"), Progress.NONE)) {
            imported(session, log());

            assertThat(alerts(session))
                    .hasSize(3)
                    .allSatisfy(alert -> {
                        assertThat(alert.title()).isEqualTo("Shadow copies or backups deleted");
                        assertThat(alert.category()).isEqualTo("Impact");
                        assertThat(alert.mitreTechniques()).containsExactly("T1490");
                        assertThat(alert.detectionSource()).isEqualTo("sigma");
                        assertThat(alert.productName()).contains("Rules of the house");
                        assertThat(alert.description()).contains("matched 1 row: " + alert.row().text());
                        assertThat(alert.evidence())
                                .extracting(evidence -> evidence.entity().kind())
                                .contains(EntityKind.DEVICE, EntityKind.PROCESS);
                    });
            assertThat(session.desk().investigations()).isNotEmpty();
        }
    }

    @Test
    void aPackIsPartOfTheCaseAndARunMayBeRepeated() throws IOException, InterruptedException {
        var cases = new Cases(Clock.systemUTC(), 1);
        Path path = folder.resolve("b.dupin");
        List<Alert> before;
        try (CaseSession session = cases.open(path, Progress.NONE)) {
            imported(session, log());
            Pack pack = session.detection().add(rules(), "tester");
            assertThat(pack.items()).isEqualTo(2);
            assertThat(pack.refusals()).anySatisfy(refusal -> assertThat(refusal.place()).startsWith("bad.yml:1"));

            Detection.Outcome first = session.detection().run("tester", Progress.NONE);
            Detection.Outcome again = session.detection().run("tester", Progress.NONE);
            session.awaitIdle();

            assertThat(first.fresh()).isEqualTo(2);
            assertThat(again.fresh()).isZero();
            assertThat(again.alerts()).isEqualTo(first.alerts()).isEqualTo(5);
            assertThat(again.matched()).extracting(Detection.Tally::ruleId).contains("ordinary", "sequence");
            assertThat(session.detection().packs()).extracting(Pack::name).contains("pack", "Rules of the house");
            before = alerts(session);
            assertThat(before).extracting(Alert::title).contains("Editor started", "Deletions, then an editor");
        }
        String digest = cases.rebuild(path, Progress.NONE);
        assertThat(cases.rebuild(path, Progress.NONE)).isEqualTo(digest);
        try (CaseSession session = cases.open(path, Progress.NONE)) {
            assertThat(alerts(session)).containsExactlyInAnyOrderElementsOf(before);
            assertThat(session.detection().run("tester", Progress.NONE).fresh()).isZero();
            session.detection().remove("pack", "tester");
            assertThat(session.detection().packs()).extracting(Pack::name).containsExactly("Rules of the house");
        }
    }

    @Test
    void aCancelledRunAddsNothing() throws IOException, InterruptedException {
        try (CaseSession session = new Cases(Clock.systemUTC(), 1).open(folder.resolve("c.dupin"), Progress.NONE)) {
            imported(session, log());
            session.detection().add(rules(), "tester");
            int held = alerts(session).size();
            Progress cancelled =
                    new Progress() {
                        @Override
                        public void report(String what, long done, long total) {}

                        @Override
                        public boolean cancelled() {
                            return true;
                        }
                    };
            assertThatThrownBy(() -> session.detection().run("tester", cancelled))
                    .isInstanceOf(CancellationException.class);
            assertThat(alerts(session)).hasSize(held);
        }
    }

    @Test
    void whatIsMatchedFileByFileGivesTheAlertsOfARunOverAll() throws IOException, InterruptedException {
        Path first = log();
        Path second = folder.resolve("later.json");
        var lines = new StringBuilder();
        for (int i = 20; i < 23; i++) {
            lines.append(ROW.formatted(i, i, i, i, 2000 + i, "notepad.exe", "notepad.exe b.txt"));
        }
        lines.append(ROW.formatted(5, 5, 1, 3, 1003, "vssadmin.exe", "vssadmin delete shadows /for=c:"));
        Files.writeString(second, lines);
        var cases = new Cases(Clock.systemUTC(), 1);
        List<Alert> grown;
        Detection.Outcome last;
        try (CaseSession session = cases.open(folder.resolve("grown.dupin"), Progress.NONE)) {
            session.detection().add(rules(), "tester");
            imported(session, first);
            assertThat(session.detection().lastRun().orElseThrow().events()).isEqualTo(4);
            imported(session, second);
            last = session.detection().lastRun().orElseThrow();
            grown = alerts(session);
        }
        try (CaseSession session = cases.open(folder.resolve("whole.dupin"), Progress.NONE)) {
            imported(session, first);
            imported(session, second);
            session.detection().add(rules(), "tester");
            Detection.Outcome whole = session.detection().run("tester", Progress.NONE);
            session.awaitIdle();
            assertThat(last.events()).isEqualTo(whole.events()).isEqualTo(8);
            assertThat(last.matched()).isEqualTo(whole.matched());
            assertThat(grown).containsExactlyInAnyOrderElementsOf(alerts(session));
            assertThat(grown).extracting(Alert::title).contains("Deletions, then an editor");
        }
    }

    @Test
    void aPackThatIsSwitchedOffKeepsItsAlertsAndRaisesNoNewOnes() throws IOException, InterruptedException {
        var cases = new Cases(Clock.systemUTC(), 1);
        Path path = folder.resolve("off.dupin");
        try (CaseSession session = cases.open(path, Progress.NONE)) {
            imported(session, log());
            session.detection().switchTo("Rules of the house", false, "tester");
            assertThat(session.detection().off("Rules of the house")).isTrue();
            String incident = session.desk().incidents(IncidentQuery.ALL).getFirst().id();
            assertThat(session.desk().incident(incident).orElseThrow().toString())
                    .contains("The rule pack Rules of the house was switched off");
            assertThat(alerts(session)).hasSize(3);
        }
        Path more =
                Files.writeString(
                        folder.resolve("more.json"),
                        ROW.formatted(30, 30, 30, 30, 3000, "vssadmin.exe", "vssadmin delete shadows /all"));
        try (CaseSession session = cases.open(path, Progress.NONE)) {
            assertThat(session.detection().off("Rules of the house")).isTrue();
            imported(session, more);
            assertThat(session.detection().run("tester", Progress.NONE).rules()).isZero();
            assertThat(alerts(session)).hasSize(3);
            session.detection().switchTo("Rules of the house", true, "tester");
            session.detection().run("tester", Progress.NONE);
            session.awaitIdle();
            assertThat(alerts(session)).hasSize(4);
            assertThatThrownBy(() -> session.detection().switchTo("none", false, "tester")).isInstanceOf(Problem.class);
        }
    }

    @Test
    void placeholdersOfAPackGiveItsRulesTheirValues() throws IOException, InterruptedException {
        Path pack = Files.createDirectories(folder.resolve("expanding"));
        Files.writeString(
                pack.resolve("rule.yml"),
                """
                title: Administrator starts an editor
                id: admin-editor
                logsource: {product: windows, category: process_creation}
                detection:
                    sel: {User|expand|endswith: '%admins%', Image|endswith: '\\notepad.exe'}
                    condition: sel
                """);
        Files.writeString(
                pack.resolve("other.yml"),
                "title: Other\nlogsource: {product: windows, category: dns_query}\n"
                        + "detection: {sel: {QueryName: x}, condition: sel}");
        try (CaseSession session = new Cases(Clock.systemUTC(), 1).open(folder.resolve("e.dupin"), Progress.NONE)) {
            imported(session, log());
            assertThat(session.detection().add(pack, "tester").refusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.reason()).contains("%admins%", "placeholders.yml"));
            assertThat(session.detection().refused()).hasSize(1);

            Files.writeString(pack.resolve("placeholders.yml"), "admins: ['\\\\ann', '\\\\bob']\n");
            assertThat(session.detection().add(pack, "tester").refusals()).isEmpty();
            Detection.Outcome outcome = session.detection().run("tester", Progress.NONE);
            session.awaitIdle();
            assertThat(session.detection().refused()).isEmpty();
            assertThat(outcome.matched()).extracting(Detection.Tally::ruleId).contains("admin-editor");
            assertThat(alerts(session)).extracting(Alert::title).contains("Administrator starts an editor");
        }
    }

    @Test
    void aFolderWithoutRulesIsRefused() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Files.writeString(empty.resolve("readme.txt"), "nothing");
        try (CaseSession session = new Cases(Clock.systemUTC(), 1).open(folder.resolve("d.dupin"), Progress.NONE)) {
            assertThatThrownBy(() -> session.detection().add(empty, "tester"))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("no detection rule");
        }
    }
}
