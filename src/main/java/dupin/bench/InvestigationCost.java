package dupin.bench;

import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.service.CaseSession;
import dupin.service.IncidentQuery;
import dupin.service.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// How long the investigation of an incident with much evidence takes, from its start to its verdicts and proposals, with
/// the telemetry of its devices in the case. *Cold* is the first one of the process, where nothing is compiled yet.
final class InvestigationCost {
    private static final double WANTED = 500;
    private static final int INCIDENTS = 8;
    private static final int ROUNDS = 4;
    private static final long ROWS = 50_000;

    private final CostRequest request;
    private final Progress progress;

    InvestigationCost(CostRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    List<CostFigure> run() throws InterruptedException {
        progress.report("Measuring investigations of %,d pieces of evidence".formatted(request.evidence()), 0, 0);
        try (CaseBox box = CaseBox.open(false, 1)) {
            var generate =
                    new GenerateRequest(
                            Tier.S,
                            box.scratch().resolve("data"),
                            INCIDENTS * request.evidence(),
                            ROWS,
                            1,
                            request.evidence());
            List<Path> files = new CaseGenerator(generate, Progress.NONE).run();
            box.take(List.of(files.get(CaseGenerator.ALERTS), files.get(CaseGenerator.TELEMETRY)), Progress.NONE);
            return measure(box.session());
        }
    }

    private List<CostFigure> measure(CaseSession session) throws InterruptedException {
        List<Incident> incidents =
                session.desk().incidents(IncidentQuery.ALL).stream()
                        .sorted(
                                Comparator.comparingInt((Incident i) -> -i.alertIds().size())
                                        .thenComparing(Incident::id))
                        .limit(INCIDENTS)
                        .toList();
        double cold = millis(session.desk().investigations().getFirst());
        var walls = new ArrayList<Double>();
        double busy = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (Incident incident : incidents) {
                progress.check();
                var meter = new Meter();
                String id = session.investigations().start(incident.id(), "measure");
                session.awaitIdle();
                if (round > 0) {
                    busy += meter.busy();
                    walls.add(
                            millis(
                                    session.desk().investigations().stream()
                                            .filter(run -> run.id().equals(id))
                                            .findFirst()
                                            .orElseThrow()));
                }
            }
        }
        double[] sorted = walls.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double entities =
                Arrays.stream(incidents.toArray(Incident[]::new))
                        .mapToInt(i -> session.desk().incident(i.id()).orElseThrow().entities().size())
                        .average()
                        .orElse(0);
        String of = "%,d pieces of evidence".formatted(request.evidence());
        return List.of(
                CostFigure.plain(CostPart.INVESTIGATION, of + ": entities of the incident", entities, ""),
                CostFigure.plain(CostPart.INVESTIGATION, of + ": first of the process, by the clock", cold, "ms"),
                CostFigure.atMost(
                        CostPart.INVESTIGATION,
                        of + ": median, by the clock",
                        Meter.quantile(sorted, 0.5),
                        "ms",
                        WANTED),
                CostFigure.atMost(
                        CostPart.INVESTIGATION,
                        of + ": 95 of 100, by the clock",
                        Meter.quantile(sorted, 0.95),
                        "ms",
                        WANTED),
                CostFigure.plain(CostPart.INVESTIGATION, of + ": processor time, mean", busy / sorted.length, "ms"));
    }

    private static double millis(Investigation run) {
        return Duration.between(
                                Objects.requireNonNull(run.startedDateTime()),
                                Objects.requireNonNull(run.analysedDateTime()))
                        .toNanos()
                / 1e6;
    }
}
