package dupin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CostBenchTest {
    @TempDir private Path folder;

    @Tag("slow")
    @Test
    void everyPartGivesFiguresBesideWhatIsWanted() throws Exception {
        Path rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(
                rules.resolve("rule.yml"),
                """
                title: Whoami
                id: 5d1c0e1e-2b0a-4a51-9c53-6a3a8d1f0c11
                logsource: {product: windows, category: process_creation}
                detection:
                    selection: {Image|endswith: '\\whoami.exe'}
                    condition: selection
                level: medium
                """);
        var request = new CostRequest(EnumSet.allOf(CostPart.class), List.of(30, 10), 12, 600, rules, 1);
        CostReport report = new CostBench(request, Progress.NONE).run();
        assertThat(report.notes()).isEmpty();
        assertThat(report.figures()).extracting(CostFigure::part).contains(CostPart.values());
        assertThat(report.figures()).allSatisfy(figure -> assertThat(figure.value()).isNotNegative());
        assertThat(figure(report, "entities judged")).isGreaterThanOrEqualTo(12);
        assertThat(figure(report, "30 alerts: investigations")).isPositive();
        assertThat(figure(report, "matches")).isPositive();
        JsonNode json = JsonMapper.shared().readTree(report.json());
        assertThat(json.path("figures").size()).isEqualTo(report.figures().size());
        assertThat(String.join("\n", report.lines())).contains("opening", "95 of 100", "wanted");
    }

    private static double figure(CostReport report, String name) {
        return report.figures().stream().filter(f -> f.name().contains(name)).findFirst().orElseThrow().value();
    }

    @Test
    void whatIsLeftOutIsSaid() throws Exception {
        var request = new CostRequest(Set.of(CostPart.MATCHING), List.of(1), 1, 0, null, 1);
        CostReport report = new CostBench(request, Progress.NONE).run();
        assertThat(report.figures()).isEmpty();
        assertThat(report.notes()).singleElement().asString().contains("--rules");
    }

    @Test
    void aFigureOnTheWrongSideOfItsTargetIsMissed() {
        assertThat(CostFigure.atMost(CostPart.ALERTS, "a", 1.26, "", 1.25).holds()).isFalse();
        assertThat(CostFigure.atMost(CostPart.ALERTS, "a", 1.25, "", 1.25).holds()).isTrue();
        assertThat(CostFigure.atLeast(CostPart.MATCHING, "a", 11_999, "", 12_000).line())
                .contains("≥ 12,000", "MISSED");
        assertThat(CostFigure.plain(CostPart.MATCHING, "a", 3, "").line()).doesNotContain("holds");
        assertThat(Meter.quantile(new double[] {1, 2, 3, 4}, 0.5)).isEqualTo(2);
        assertThat(Meter.quantile(new double[] {1, 2, 3, 4}, 0.95)).isEqualTo(4);
    }

    @Test
    void incidentsOfMuchEvidenceHaveWhatIsAskedFor() throws Exception {
        var request = new GenerateRequest(Tier.S, folder.resolve("wide"), 0, 5_000, 1, 40);
        List<Path> files = new CaseGenerator(request, Progress.NONE).run();
        List<String> groups =
                Files.readAllLines(files.get(1)).stream().map(line -> line.substring(line.indexOf('\t') + 1)).toList();
        assertThat(groups.stream().distinct()).hasSize(8);
        var first = new java.util.HashSet<JsonNode>();
        List<String> alerts = Files.readAllLines(files.get(CaseGenerator.ALERTS));
        for (int i = 0; i < alerts.size(); i++) {
            if (groups.get(i).equals("0")) {
                JsonNode alert = JsonMapper.shared().readTree(alerts.get(i));
                assertThat(alert.path("incidentId").asString()).isEqualTo("gen-0");
                alert.path("evidence")
                        .forEach(piece -> {
                            var bare = ((tools.jackson.databind.node.ObjectNode) piece).deepCopy();
                            bare.remove(List.of("createdDateTime", "verdict"));
                            first.add(bare);
                        });
            }
        }
        assertThat(first.size()).isBetween(37, 80);
    }
}
