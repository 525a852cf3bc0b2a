package dupin.bench;

import dupin.service.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What an alert costs, from its file to its verdicts, in cases of more and more alerts. Small cases are measured several
/// times over and averaged.
final class AlertCost {
    private static final double WANTED = 1.25;
    private static final int WARM = 2_000;
    private static final int FEWEST = 4_000;
    private static final int MOST_TIMES = 4;

    private final CostRequest request;
    private final Progress progress;

    AlertCost(CostRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    List<CostFigure> run() throws IOException, InterruptedException {
        progress.report("Measuring warm-up", 0, 0);
        once(Math.min(WARM, request.sizes().getLast()), 99);
        var figures = new ArrayList<CostFigure>();
        double first = 0;
        for (int size : request.sizes()) {
            progress.check();
            progress.report("Measuring %,d alerts".formatted(size), 0, 0);
            int times = Math.clamp(FEWEST / size, 1, MOST_TIMES);
            double busy = 0;
            double investigations = 0;
            double held = 0;
            for (int i = 0; i < times; i++) {
                Once once = once(size, 1 + i);
                busy += once.busy() / times;
                investigations += (double) once.investigations() / times;
                held = once.held();
            }
            String of = "%,d alerts".formatted(size);
            double each = busy / size;
            figures.add(CostFigure.plain(CostPart.ALERTS, of + ": processor time of an alert", each, "ms"));
            if (first == 0) {
                first = each;
            } else {
                figures.add(
                        CostFigure.atMost(
                                CostPart.ALERTS, of + ": against the smallest case", each / first, "times", WANTED));
            }
            figures.add(CostFigure.plain(CostPart.ALERTS, of + ": investigations", investigations, ""));
            figures.add(CostFigure.plain(CostPart.ALERTS, of + ": memory held at the end", held, "MB"));
        }
        return figures;
    }

    private record Once(double busy, int investigations, double held) {}

    private Once once(int alerts, long seed) throws IOException, InterruptedException {
        try (CaseBox box = CaseBox.open(false, request.workers())) {
            Path data = box.scratch().resolve("data");
            Path file =
                    new CaseGenerator(new GenerateRequest(Tier.L, data, alerts, 0, seed), Progress.NONE)
                            .run()
                            .getFirst();
            var meter = new Meter();
            box.take(List.of(file), Progress.NONE);
            double busy = meter.busy();
            return new Once(busy, box.session().desk().investigations().size(), Meter.held());
        }
    }
}
