package dupin.bench;

import dupin.model.Incident;
import dupin.service.Desk;
import dupin.service.IncidentQuery;
import dupin.service.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/// How long it takes to see an incident as it stood after any entry of a long journal: the first seek, seeks to places drawn by
/// a seed, and steps from one entry to the next.
final class ReplayCost {
    /// Milliseconds of a seek.
    private static final double WANTED = 100;

    private static final int SEEKS = 60;
    private static final int ENTRIES = 10_000;
    private static final int ALERTS_A_TIME = 400;
    private static final int MOST_TIMES = 12;

    private final CostRequest request;
    private final Progress progress;

    ReplayCost(CostRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    List<CostFigure> run() throws IOException, InterruptedException {
        progress.report("Measuring replay", 0, 0);
        var figures = new ArrayList<CostFigure>();
        try (CaseBox box = CaseBox.open(false, request.workers())) {
            int wanted = Math.min(ENTRIES, request.sizes().getLast() * 10);
            for (int i = 0; i < MOST_TIMES && entries(box) < wanted; i++) {
                Path data = box.scratch().resolve("data" + i);
                int alerts = Math.min(ALERTS_A_TIME, request.sizes().getLast());
                box.take(
                        List.of(
                                new CaseGenerator(new GenerateRequest(Tier.L, data, alerts, 0, i + 1), Progress.NONE)
                                        .run()
                                        .getFirst()),
                        Progress.NONE);
            }
            long entries = entries(box);
            Incident largest =
                    box.session().desk().incidents(IncidentQuery.ALL).stream()
                            .max(
                                    Comparator.comparingInt((Incident i) -> i.alertIds().size())
                                            .thenComparing(Incident::id))
                            .orElseThrow();
            figures.add(CostFigure.plain(CostPart.REPLAY, "entries of the journal", entries, ""));
            var meter = new Meter();
            at(box, entries - 1, largest.id());
            figures.add(
                    CostFigure.plain(
                            CostPart.REPLAY, "first seek, to the end (builds the copies)", meter.wall(), "ms"));
            var random = new SplittableRandom(1);
            double[] seeks = new double[SEEKS];
            for (int i = 0; i < SEEKS; i++) {
                seeks[i] = seek(box, random.nextLong(entries), largest.id());
            }
            figures.addAll(figures("seek anywhere", seeks));
            double[] steps = new double[SEEKS];
            for (int i = 0; i < SEEKS; i++) {
                steps[i] = seek(box, entries / 2 + i, largest.id());
            }
            figures.addAll(figures("step to the next entry", steps));
        }
        return figures;
    }

    private static List<CostFigure> figures(String what, double[] millis) {
        Arrays.sort(millis);
        return List.of(
                CostFigure.plain(CostPart.REPLAY, what + ", half of them within", Meter.quantile(millis, 0.5), "ms"),
                CostFigure.atMost(
                        CostPart.REPLAY, what + ", 95 of 100 within", Meter.quantile(millis, 0.95), "ms", WANTED));
    }

    /// Milliseconds of this thread's processor time: a seek does all its work on the thread that asks.
    private static double seek(CaseBox box, long seq, String incident) {
        long before = Meter.thread();
        at(box, seq, incident);
        return (Meter.thread() - before) / 1e6;
    }

    private static void at(CaseBox box, long seq, String incident) {
        Desk then = box.session().replay().at(seq);
        var _ = then.incident(incident);
        var _ = then.actions();
    }

    private static long entries(CaseBox box) {
        return box.session().desk().status().entries();
    }
}
