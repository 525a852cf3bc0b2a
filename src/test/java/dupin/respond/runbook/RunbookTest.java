package dupin.respond.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.RemediationAction;
import dupin.respond.Deeds;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunbookTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir Path home;

    private static Map<String, String> files(RemediationAction... actions) {
        return new Runbook().files("runbook", "Incident 7", List.of(actions), NOW, false);
    }

    private static RemediationAction quarantine(String path) {
        return Deeds.action("ACT-1", ActionType.QUARANTINE_FILE, Entity.File.of(path, "", "ws01"), Deeds.WS01.key());
    }

    @Test
    void everyArgumentIsOneLiteral() {
        String script = files(quarantine("C:\\Temp\\it's $(calc) `n; Remove-Item ‘x’.exe")).get("runbook.ps1");
        assertThat(script).contains("'C:\\Temp\\it''s $(calc) `n; Remove-Item ‘‘x’’.exe'");
    }

    /// Whatever is in a name, the script's own words stay as they are when literals are taken out.
    @Test
    void noNameGetsOutOfItsQuotes() {
        var random = new Random(5);
        String alphabet = "ab '\"`$(){};\n\u2018\u2019\u201a\u201b\u202e\u0000|&<>#";
        String skeleton = words(files(quarantine("C:\\Temp\\plain.exe")).get("runbook.ps1"));
        int written = 0;
        for (int i = 0; i < 5000; i++) {
            var name = new StringBuilder("C:\\Temp\\n");
            for (int k = random.nextInt(12); k >= 0; k--) {
                name.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String script = files(quarantine(name + ".exe")).get("runbook.ps1");
            if (script.contains("Invoke-Command")) {
                written++;
                assertThat(words(script)).as(name.toString()).isEqualTo(skeleton);
            } else {
                assertThat(script).doesNotContain("\u202e", "\u0000").contains("# By hand");
            }
        }
        assertThat(written).isBetween(500, 4500);
    }

    /// The script without its single-quoted literals, read as PowerShell reads them.
    private static String words(String script) {
        var words = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < script.length(); i++) {
            char c = script.charAt(i);
            boolean quote = c == '\'' || (c >= '\u2018' && c <= '\u201b');
            boolean doubled = quote && inside && i + 1 < script.length() && isQuote(script.charAt(i + 1));
            if (doubled) {
                i++;
            } else if (quote) {
                inside = !inside;
            } else if (!inside) {
                words.append(c);
            }
        }
        assertThat(inside).isFalse();
        return words.toString();
    }

    private static boolean isQuote(char c) {
        return c == '\'' || (c >= '\u2018' && c <= '\u201b');
    }

    /// The words belong to the deed, not to its target: nothing is moved or blocked where that was not asked for.
    @Test
    void aDeedWithoutWordsOfItsOwnIsWorkForAPerson() {
        RemediationAction sample = Deeds.action("ACT-1", ActionType.COLLECT_SAMPLE, Deeds.FILE, Deeds.WS01.key());
        RemediationAction delegation =
                Deeds.action("ACT-2", ActionType.REMOVE_DELEGATION, new Entity.Mailbox("a@corp.example", "", ""), null);
        RemediationAction audit =
                Deeds.action("ACT-3", ActionType.BLOCK_URL, new Entity.Domain("evil.example"), null)
                        .requested("ann", Map.of("action", "Audit"));
        for (RemediationAction action : List.of(sample, delegation, audit)) {
            assertThat(files(action).get("runbook.ps1"))
                    .contains("# By hand")
                    .doesNotContain("Move-Item", "Set-Mailbox", "-Block");
        }
        assertThat(files(audit.requested("ann", Map.of("action", "Block"))).get("runbook.ps1")).contains("-Block");
    }

    @Test
    void nothingOfTheCaseIsMarkup() {
        assertThat(Runbook.code("a `b` <script>")).isEqualTo("`` a `b` <script> ``");
        assertThat(files(quarantine("C:\\Temp\\``` # h1.exe")).get("runbook.md")).contains("```` ");
    }

    @Test
    void theCacaoPlaybookLeadsFromStartToEndThroughEveryStep() {
        String text =
                files(
                                quarantine("C:\\Temp\\x.exe"),
                                Deeds.action("ACT-2", ActionType.ISOLATE_DEVICE, Deeds.WS01, Deeds.WS01.key()))
                        .get("runbook.cacao.json");
        JsonNode playbook = JsonMapper.builder().build().readTree(text);
        assertThat(playbook.path("spec_version").asString("")).isEqualTo("cacao-2.0");
        JsonNode workflow = playbook.path("workflow");
        String at = playbook.path("workflow_start").asString("");
        int actions = 0;
        while (!workflow.path(at).path("type").asString("").equals("end")) {
            actions += workflow.path(at).path("type").asString("").equals("action") ? 1 : 0;
            at = workflow.path(at).path("on_completion").asString("");
            assertThat(workflow.has(at)).isTrue();
        }
        assertThat(actions).isEqualTo(2);
        assertThat(text).contains("\"manual\"", "\"powershell\"");
    }

    @Test
    void aSignatureTellsEveryChange() throws Exception {
        var signer = new RunbookSigner(home);
        String digests = files(quarantine("C:\\Temp\\x.exe")).get("runbook.sha256");
        String signature = signer.sign(digests);
        assertThat(RunbookSigner.verifies(digests, signature, signer.publicKey())).isTrue();
        assertThat(RunbookSigner.verifies(digests + " ", signature, signer.publicKey())).isFalse();
        assertThat(new RunbookSigner(home).sign(digests)).as("the same key again").isEqualTo(signature);
    }
}
