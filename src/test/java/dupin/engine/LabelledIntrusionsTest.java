package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Judged;
import dupin.model.Verdict;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Verdicts on two labelled intrusions: telemetry of simulated attacks with the alerts that public rules raise on it.
@Tag("slow")
class LabelledIntrusionsTest {
    private static final Path DATA = Path.of("../shared/data");

    @ParameterizedTest
    @CsvSource({"01, metasploit_logonpasswords_lsass_memory_dump", "03, metasploit_comsvcs_lsass_memory_dump"})
    void processesAreToldApart(String campaign, String archive) throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "the shared data is not here");
        String name = "LSASS_campaign_" + campaign;
        Path truth = DATA.resolve("truth/lsass_campaign_" + campaign + ".truth.json");
        var alerts = RuleAlerts.read(DATA.resolve("truth/lsass_campaign_" + campaign + ".sigma_alerts.jsonl"));
        Path zip = DATA.resolve("telemetry/otrf/compound/" + name + "/" + archive + ".zip");
        var files = new CaseFiles().read(zip).add(alerts, List.of());
        Map<EntityKey, Judged> verdicts = files.investigate("general", new ArrayList<>());
        JsonNode labels = JsonMapper.builder().build().readTree(Files.readString(truth)).path("malicious");
        var malicious = new HashSet<String>();
        labels.path("processes").forEach(p -> malicious.add(p.path("guid").asString().toLowerCase(Locale.ROOT)));
        var found = new HashSet<String>();
        var wrong = new ArrayList<String>();
        var worst = new ArrayList<String>();
        for (Judged judged : verdicts.values()) {
            if (judged.entity() instanceof Entity.Process process && judged.ledger().verdict().incriminates()) {
                String guid = process.processGuid().toLowerCase(Locale.ROOT);
                if (malicious.contains(guid)) {
                    found.add(guid);
                } else {
                    wrong.add(
                            process.processCommandLine()
                                    + " "
                                    + process.imageFile().fullPath()
                                    + " "
                                    + SampleVerdictsTest.words(judged));
                }
            }
            if (judged.entity() instanceof Entity.File file
                    && judged.ledger().verdict() == Verdict.MALICIOUS
                    && Canonical.path(file.fullPath()).startsWith("c:/windows/system32/")) {
                worst.add(file.fullPath() + " " + SampleVerdictsTest.words(judged));
            }
        }
        double precision = found.isEmpty() ? 0 : found.size() / (double) (found.size() + wrong.size());
        double recall = found.size() / (double) malicious.size();
        double f1 = 2 * precision * recall / Math.max(1e-9, precision + recall);
        assertThat(worst).as("files of Windows that would be quarantined").isEmpty();
        assertThat(f1)
                .as(
                        "F1 %.2f, precision %.2f, recall %.2f; missed %s; wrong %s",
                        f1, precision, recall, missed(labels, found), wrong)
                .isGreaterThanOrEqualTo(0.85);
    }

    private static Set<String> missed(JsonNode labels, Set<String> found) {
        var missed = new HashSet<String>();
        for (JsonNode p : labels.path("processes")) {
            if (!found.contains(p.path("guid").asString().toLowerCase(Locale.ROOT))) {
                missed.add(
                        p.path("image").asString()
                                + " "
                                + p.path("cmd").asString()
                                + " ("
                                + p.path("why").asString()
                                + ")");
            }
        }
        return missed;
    }
}
