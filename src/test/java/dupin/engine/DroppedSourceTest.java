package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.EntityKey;
import dupin.model.Judged;
import dupin.model.Telemetry;
import dupin.model.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What was not looked at is never called clean: with any source taken away, a threat may become *Not evaluable* or
/// *No threats found with a gap that is named*, and never simply *No threats found*.
class DroppedSourceTest {
    private static final Path SAMPLES = Path.of("assets/samples");

    @ParameterizedTest
    @ValueSource(
            strings = {"phishing-to-lateral-movement", "ransomware", "business-email-compromise", "false-positive"})
    void noSourceTakenAwayMakesAThreatClean(String name) throws Exception {
        JsonNode story = JsonMapper.shared().readTree(Files.readString(SAMPLES.resolve(name).resolve("story.json")));
        var files = new CaseFiles();
        for (JsonNode file : story.path("opens")) {
            files.read(SAMPLES.resolve(name).resolve(file.asString()));
        }
        check(files);
    }

    @Test
    @Tag("slow")
    void norOfALabelledIntrusion() throws Exception {
        Path data = Path.of("../shared/data");
        Assumptions.assumeTrue(Files.isDirectory(data), "Skipped: the shared data is not here");
        Path zip = data.resolve("telemetry/otrf/compound/LSASS_campaign_03/metasploit_comsvcs_lsass_memory_dump.zip");
        check(
                new CaseFiles()
                        .read(zip)
                        .add(RuleAlerts.read(data.resolve("truth/lsass_campaign_03.sigma_alerts.jsonl")), List.of()));
    }

    private static void check(CaseFiles files) {
        Map<EntityKey, Judged> whole = files.investigate("general", new ArrayList<>());
        List<Telemetry> sources = files.events().stream().map(e -> e.kind().source()).distinct().sorted().toList();
        assertThat(sources).isNotEmpty();
        var silent = new ArrayList<String>();
        for (Telemetry source : sources) {
            Map<EntityKey, Judged> blind = files.without(source).investigate("general", new ArrayList<>());
            whole.forEach((key, judged) -> {
                Judged then = blind.get(key);
                if (judged.ledger().verdict().incriminates()
                        && then != null
                        && then.ledger().verdict() == Verdict.NO_THREATS_FOUND
                        && then.ledger().missing().isEmpty()) {
                    silent.add(source.label() + " missing: " + key + " was " + judged.ledger().verdict());
                }
            });
        }
        assertThat(silent).as("threats that a missing source made clean in silence").isEmpty();
    }
}
