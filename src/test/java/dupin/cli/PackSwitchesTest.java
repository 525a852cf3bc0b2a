package dupin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.sigma.ShippedRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The switches of `dupin detect` and `dupin packs` that say which packs speak and what of them cannot be used.
class PackSwitchesTest {
    private static final String STARTED =
            """
            {"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":1,"SourceName":"Microsoft-Windows-Sysmon",\
            "Hostname":"pc1.example.org","UtcTime":"2024-05-01 10:00:00.000","@timestamp":"2024-05-01T10:00:00.000Z",\
            "EventRecordID":1,"ProcessGuid":"{00000000-0000-0000-0000-000000000001}","ProcessId":"1001",\
            "Image":"C:\\\\Windows\\\\System32\\\\notepad.exe","CommandLine":"notepad.exe a.txt","User":"EXAMPLE\\\\ann"}
            """;

    @TempDir Path folder;

    private static String dupin(String... args) {
        var out = new StringWriter();
        int code = CommandLineMain.run(new PrintWriter(out), new PrintWriter(out), args);
        return code + " " + out;
    }

    private String detect(String... more) {
        var args = new ArrayList<>(List.of("detect", folder.resolve("a.dupin").toString(), "--no-investigate"));
        args.addAll(List.of(more));
        return dupin(args.toArray(String[]::new));
    }

    private Path rules() throws IOException {
        Path rules = Files.createDirectories(folder.resolve("pack"));
        Files.writeString(
                rules.resolve("editor.yml"),
                """
                title: "Editor\\e[2J started"
                id: editor
                level: low
                logsource: {product: windows, category: process_creation}
                detection:
                    sel: {Image|endswith: '\\notepad.exe'}
                    condition: sel
                """);
        Files.writeString(
                rules.resolve("bad.yml"),
                """
                title: "=Bad\\e[31m, \\"so\\""
                id: bad
                logsource: {product: windows, category: process_creation}
                detection:
                    sel: {Image|unknown: a}
                    condition: sel
                """);
        return rules;
    }

    @Test
    void packsOfRulesAreSwitchedOffAndOnAgain() throws IOException {
        Path log = Files.writeString(folder.resolve("log.json"), STARTED);
        assertThat(dupin("import", folder.resolve("a.dupin").toString(), log.toString(), "--no-investigate"))
                .startsWith("0 ");
        assertThat(detect("--rules", rules().toString()))
                .startsWith("1 ")
                .contains("refused 1", "editor", "alerts 1 (1 new)")
                .doesNotContain("switched off");
        assertThat(detect("--off", "pack"))
                .as("what is off is not asked, nor are its faults told")
                .startsWith("0 ")
                .containsPattern("pack pack .*, switched off")
                .contains("matches 0 · alerts 0")
                .doesNotContain("REFUSED");
        assertThat(detect()).as("it stays off").contains("switched off").contains("matches 0");
        assertThat(detect("--on", "pack")).startsWith("1 ").contains("alerts 1 (0 new)").doesNotContain("switched off");
        assertThat(detect("--off", ShippedRules.NAME))
                .containsPattern("pack " + ShippedRules.NAME + ".*, switched off");
        assertThat(detect("--off", "no such pack")).startsWith("3 ").contains("no such pack");
    }

    @Test
    void whatTheFilesSayIsShownAndNotObeyed() throws IOException {
        Path log = Files.writeString(folder.resolve("log.json"), STARTED);
        dupin("import", folder.resolve("a.dupin").toString(), log.toString(), "--no-investigate");
        assertThat(detect("--rules", rules().toString()))
                .contains("REFUSED", "Bad\\u001b[31m", "Editor\\u001b[2J started")
                .doesNotContain("\u001b");
    }

    @Test
    void refusedRulesAreWrittenToAFile() throws IOException {
        dupin(
                "import",
                folder.resolve("a.dupin").toString(),
                Files.writeString(folder.resolve("l.json"), STARTED) + "");
        Path file = folder.resolve("refused.csv");
        detect("--rules", rules().toString(), "--refused", file.toString());
        assertThat(Files.readString(file).split("\r\n"))
                .hasSize(2)
                .satisfies(lines -> {
                    assertThat(lines[0]).isEqualTo("place,title,reason");
                    assertThat(lines[1])
                            .startsWith("\"bad.yml")
                            .contains(",\"'=Bad\u001b[31m, \"\"so\"\"\",")
                            .contains("`unknown`");
                });
        assertThat(detect("--refused", folder.resolve("none/refused.csv").toString()))
                .startsWith("3 ")
                .contains("cannot be written");
    }

    @Test
    void refusalsOfAPackAreTheFirstFewUnlessAllAreAskedFor() throws IOException {
        Path feed = Files.createDirectories(folder.resolve("feed"));
        var lines = new ArrayList<String>();
        for (int i = 0; i < 530; i++) {
            lines.add(i < 300 ? "198.51." + (i / 200 + 100) + "." + i % 200 : "no indicator " + i);
        }
        Files.write(feed.resolve("list.txt"), lines);
        String target = folder.resolve("b.dupin").toString();
        assertThat(dupin("packs", target, "--add", feed.toString()))
                .startsWith("1 ")
                .contains("300 entries, 230 refused", "line 305", "… 225 more refusals; --refused lists them")
                .doesNotContain("line 306");
        assertThat(dupin("packs", target, "--refused"))
                .startsWith("0 ")
                .contains("line 306", "line 500", "… 30 more refusals, of which only the number is kept")
                .doesNotContain("line 501", "lists them");
    }
}
