package dupin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.service.Problem;
import dupin.service.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A small intrusion with its truth in another folder than its telemetry, measured from end to end.
class VerdictBenchTest {
    private static final String CHANNEL =
            "\"Channel\":\"Microsoft-Windows-Sysmon/Operational\",\"Hostname\":\"PC1.corp.example\",";

    @TempDir private Path folder;

    private static String start(String guid, int pid, String parent, String image, String parentImage, String command) {
        return "{"
                + CHANNEL
                + ("\"EventID\":1,\"@timestamp\":\"2026-03-02T09:00:%02d.000Z\",\"UtcTime\":\"2026-03-02 09:00:%02d.000\","
                                + "\"ProcessGuid\":\"{%s}\",\"ProcessId\":%d,\"ParentProcessGuid\":\"{%s}\",\"ParentProcessId\":4,"
                                + "\"Image\":\"%s\",\"ParentImage\":\"%s\",\"CommandLine\":\"%s\",\"User\":\"CORP\\\\ann\"}")
                        .formatted(pid % 60, pid % 60, guid, pid, parent, esc(image), esc(parentImage), esc(command));
    }

    private static String esc(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private void write(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private void intrusion() throws IOException {
        write(
                "logs/deep/rows.json",
                start(
                        "a-1",
                        10,
                        "e-1",
                        "C:\\Windows\\System32\\notepad.exe",
                        "C:\\Windows\\explorer.exe",
                        "notepad a.txt"),
                start(
                        "a-2",
                        20,
                        "e-1",
                        "C:\\Windows\\System32\\rundll32.exe",
                        "C:\\Windows\\explorer.exe",
                        "rundll32.exe comsvcs.dll, MiniDump 700 C:\\x.bin full"),
                start(
                        "a-3",
                        30,
                        "a-2",
                        "C:\\Windows\\System32\\whoami.exe",
                        "C:\\Windows\\System32\\rundll32.exe",
                        "whoami /all"));
        write(
                "labels/one.truth.json",
                """
                {"dataset":"one","source":"somewhere/else/rows.json","hosts":["PC1.corp.example"],"malicious":{"processes":[
                 {"guid":"{A-2}","image":"C:\\\\Windows\\\\System32\\\\rundll32.exe"},
                 {"guid":"{A-3}","image":"C:\\\\Windows\\\\System32\\\\whoami.exe"}],"files":[],"ips":[]}}\
                """);
        write(
                "labels/one.sigma_alerts.jsonl",
                alert("Dump", "high", 20, "{a-2}", true),
                alert("Editor", "low", 10, "{a-1}", false));
    }

    private static String alert(String title, String level, int second, String guid, boolean real) {
        return ("{\"ruleId\":\"r-%s\",\"title\":\"%s\",\"level\":\"%s\",\"tags\":[\"attack.t1003.001\"],"
                        + "\"time\":\"2026-03-02T09:00:%02d.000Z\",\"touchesTruth\":%s,\"event\":{"
                        + CHANNEL
                        + "\"EventID\":1,\"ProcessGuid\":\"%s\"}}")
                .formatted(title, title, level, second, real, guid);
    }

    private BenchReport measure() throws InterruptedException {
        return new VerdictBench(new BenchRequest(folder, List.of(), true, 1), Progress.NONE).run();
    }

    @Test
    void anIntrusionIsMeasuredFromEndToEnd() throws Exception {
        intrusion();
        BenchReport report = measure();
        assertThat(report.problems()).isEmpty();
        Result result = report.results().getFirst();
        assertThat(result.name()).isEqualTo("one");
        Tally processes = result.tallies().getFirst();
        assertThat(processes.truePositives()).isEqualTo(2);
        assertThat(processes.falsePositives()).isZero();
        assertThat(result.figures())
                .containsEntry("alerts", 2.0)
                .containsEntry("alert adjudication accuracy", 1.0)
                .containsEntry("true alerts closed", 0.0)
                .containsEntry("harmful proposals under \\Windows\\", 0.0);
        assertThat(report.json()).contains("\"totals\"").contains("\"f1\"");
        assertThat(report.lines()).anyMatch(line -> line.contains("process"));
    }

    @Test
    void aBadTruthFileIsNamedAndTheOthersGoOn() throws Exception {
        intrusion();
        write("labels/broken.truth.json", "{\"source\":");
        write("labels/lost.truth.json", "{\"source\":\"gone.zip\",\"malicious\":{\"processes\":[]}}");
        BenchReport report = measure();
        assertThat(report.results()).hasSize(1);
        assertThat(report.problems())
                .hasSize(2)
                .anyMatch(p -> p.contains("broken.truth.json"))
                .anyMatch(p -> p.contains("gone.zip"));
    }

    @Test
    void aFolderWithoutTruthIsAProblem() {
        assertThatThrownBy(this::measure).isInstanceOf(Problem.class).hasMessageContaining("no truth file");
    }
}
