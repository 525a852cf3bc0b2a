package dupin.bench;

import dupin.model.Incident;
import dupin.service.IncidentQuery;
import dupin.service.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How long it takes to come back to a case with one large incident and much telemetry.
final class OpeningCost {
    private final CostRequest request;
    private final Progress progress;

    OpeningCost(CostRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    List<CostFigure> run() throws InterruptedException {
        progress.report("Measuring the opening of a case with %,d rows".formatted(request.rows()), 0, 0);
        var figures = new ArrayList<CostFigure>();
        try (CaseBox box = CaseBox.open(false, request.workers())) {
            Path data = box.scratch().resolve("data");
            List<Path> files =
                    new CaseGenerator(new GenerateRequest(Tier.XL, data, 0, request.rows(), 1), Progress.NONE).run();
            var meter = new Meter();
            box.take(List.of(files.get(CaseGenerator.ALERTS), files.get(CaseGenerator.TELEMETRY)), Progress.NONE);
            figures.add(figure("import and investigation, by the clock", meter.wall()));
            figures.add(figure("import and investigation, processor time", meter.busy()));
            meter = new Meter();
            box.reopen();
            figures.add(figure("opening the case again, by the clock", meter.wall()));
            figures.add(figure("opening the case again, processor time", meter.busy()));
            Incident largest =
                    box.session().desk().incidents(IncidentQuery.ALL).stream()
                            .max(
                                    Comparator.comparingInt((Incident i) -> i.alertIds().size())
                                            .thenComparing(Incident::id))
                            .orElseThrow();
            for (String which : List.of("first", "second")) {
                meter = new Meter();
                int entities = box.session().desk().incident(largest.id()).orElseThrow().entities().size();
                String of =
                        "%s look at %,d alerts with %,d entities".formatted(which, largest.alertIds().size(), entities);
                figures.add(figure(of, meter.wall()));
            }
        }
        return figures;
    }

    private static CostFigure figure(String name, double millis) {
        return CostFigure.plain(CostPart.OPENING, name, millis, "ms");
    }
}
