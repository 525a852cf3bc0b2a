package dupin.bench;

import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.service.CaseSession;
import dupin.service.IncidentQuery;
import dupin.service.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// How long the investigation of an incident with much evidence takes, from its start to its verdicts and proposals, with
/// the telemetry of its devices in the case. *Cold* is the first one of the process, where nothing is compiled yet.
final class InvestigationCost {
    private static final double WANTED = 500;
    private static final int INCIDENTS = 8;
    private static final int WARM_ROUNDS = 2;
    private static final int ROUNDS = 5;
    private static final long MOST_ROWS = 50_000;

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
                            0,
                            Math.min(MOST_ROWS, request.rows()),
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
        var busy = new ArrayList<Double>();
        for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
            for (Incident incident : incidents) {
                progress.check();
                var meter = new Meter();
                String id = session.investigations().start(incident.id(), "measure");
                session.awaitIdle();
                if (round >= WARM_ROUNDS) {
                    busy.add(meter.busy());
                    walls.add(millis(run(session, id)));
                }
            }
        }
        double entities =
                incidents.stream()
                        .mapToInt(i -> session.desk().incident(i.id()).orElseThrow().entities().size())
                        .average()
                        .orElse(0);
        String of = "%,d pieces of evidence: ".formatted(request.evidence());
        var figures = new ArrayList<CostFigure>();
        figures.add(plain(of + "entities judged, mean", entities, ""));
        figures.add(plain(of + "first of the process, by the clock", cold, "ms"));
        figures.addAll(quantiles(of, "by the clock", walls));
        figures.addAll(quantiles(of, "processor time", busy));
        return figures;
    }

    private static Investigation run(CaseSession session, String id) {
        return session.desk().investigations().stream().filter(run -> run.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<CostFigure> quantiles(String of, String what, List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return List.of(
                wanted(of + "median, " + what, Meter.quantile(sorted, 0.5)),
                wanted(of + "95 of 100, " + what, Meter.quantile(sorted, 0.95)));
    }

    private static CostFigure plain(String name, double value, String unit) {
        return CostFigure.plain(CostPart.INVESTIGATION, name, value, unit);
    }

    private static CostFigure wanted(String name, double value) {
        return CostFigure.atMost(CostPart.INVESTIGATION, name, value, "ms", WANTED);
    }

    private static double millis(Investigation run) {
        return Duration.between(
                                Objects.requireNonNull(run.startedDateTime()),
                                Objects.requireNonNull(run.analysedDateTime()))
                        .toNanos()
                / 1e6;
    }
}
