package dupin.bench;

import dupin.service.Problem;
import dupin.service.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Writes a case of a wanted size: `alerts.ndjson` without incidents, `generated.incidents.tsv` with the incident of each
/// alert, `telemetry.json` with an intrusion in it, and that intrusion's truth and alerts, which `bench verdicts` scores.
/// What is drawn follows distributions measured on real incidents. Streams; needs hardly any memory.
public final class CaseGenerator {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    /// Places of files in what [#run] returns.
    static final int ALERTS = 0;

    static final int TELEMETRY = 2;

    private final GenerateRequest request;
    private final Progress progress;

    public CaseGenerator(GenerateRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /// @return the files, in the order in which they were written
    /// @throws Problem when the folder cannot be written
    public List<Path> run() {
        Path out = request.out();
        try {
            Files.createDirectories(out);
            Path alerts = out.resolve("alerts.ndjson");
            Path incidents = out.resolve("generated.incidents.tsv");
            alerts(alerts, incidents);
            Path rows = out.resolve("telemetry.json");
            Path truth = out.resolve("generated.truth.json");
            Path raised = out.resolve("generated.sigma_alerts.jsonl");
            try (var writer = Files.newBufferedWriter(rows, StandardCharsets.UTF_8)) {
                var maker = new TelemetryMaker(new Dice(request.seed() + 1), writer, START);
                maker.write(request.rowCount(), progress);
                Files.writeString(truth, maker.truth(rows.getFileName().toString()) + "\n");
                Files.writeString(raised, maker.alerts());
            }
            return List.of(alerts, incidents, rows, truth, raised);
        } catch (IOException e) {
            throw new Problem(
                    "The case cannot be written to " + out + ": " + e.getMessage() + ".",
                    "Files that are there are incomplete.",
                    "Choose a folder with room.",
                    e);
        }
    }

    private void alerts(Path alerts, Path incidents) throws IOException {
        var dice = new Dice(request.seed());
        var maker = new AlertMaker(dice, request.tier() == Tier.XL);
        if (request.evidence() > 0) {
            wide(maker, dice, alerts, incidents);
            return;
        }
        int wanted = request.alertCount();
        int groups = request.incidentCount();
        try (var lines = Files.newBufferedWriter(alerts, StandardCharsets.UTF_8);
                var truth = Files.newBufferedWriter(incidents, StandardCharsets.UTF_8)) {
            int number = 0;
            for (int incident = 0; number < wanted; incident++) {
                maker.nextIncident();
                int left = Math.max(1, groups - incident);
                int even = (wanted - number + left - 1) / left;
                int count =
                        groups == 1
                                ? wanted
                                : left == 1 ? even : Math.min(wanted - number, scaled(dice, wanted, groups));
                Instant time = START.plus(Duration.ofMinutes(dice.below(60 * 24 * 30)));
                for (int i = 0; i < count; i++) {
                    lines.write(maker.alert(number, time.plusSeconds(60L * i)));
                    lines.write('\n');
                    truth.write("gen%08d\t%d\n".formatted(number, incident));
                    number++;
                }
                progress.check();
            }
        }
    }

    /// Incidents of as much evidence as is wanted, each on devices of its own, as a provider reports them.
    private void wide(AlertMaker maker, Dice dice, Path alerts, Path incidents) throws IOException {
        int hosts = TelemetryMaker.hosts(request.rowCount());
        try (var lines = Files.newBufferedWriter(alerts, StandardCharsets.UTF_8);
                var truth = Files.newBufferedWriter(incidents, StandardCharsets.UTF_8)) {
            int number = 0;
            for (int incident = 0; incident < request.tier().incidents(); incident++) {
                maker.nextIncident("gen-" + incident, hosts);
                Instant time = START.plus(Duration.ofMinutes(dice.below(60 * 24)));
                while (maker.pieces() < request.evidence()) {
                    lines.write(maker.alert(number, time.plusSeconds(60L * number)));
                    lines.write('\n');
                    truth.write("gen%08d\t%d\n".formatted(number, incident));
                    number++;
                }
                progress.check();
            }
        }
    }

    /// Incidents of a tier with more alerts each than usual have a longer tail.
    private static int scaled(Dice dice, int wanted, int groups) {
        double usual = 2.7;
        return Math.max(1, (int) Math.round(dice.alertsOfIncident() * Math.max(1, wanted / (usual * groups))));
    }
}
