package dupin.bench;

import dupin.intake.Json;
import dupin.model.Alert;
import dupin.service.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Recorded attacks of which the techniques are known: do the alerts name them, and is anything incriminated?
final class TechniqueBench {
    private static final long LARGEST = 24L << 20;

    private final BenchFiles files;
    private final BenchRequest request;
    private final Progress progress;

    TechniqueBench(BenchFiles files, BenchRequest request, Progress progress) {
        this.files = files;
        this.request = request;
        this.progress = progress;
    }

    List<Path> truths() {
        return files.ending("metadata_labels.json");
    }

    Result run(Path labels) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var notes = new ArrayList<String>();
        int[] counts = new int[6];
        for (JsonNode attack : Json.parse(Files.readString(labels))) {
            Set<String> wanted = new LinkedHashSet<>();
            attack.path("techniques").forEach(t -> wanted.add(t.asString("")));
            for (JsonNode name : attack.path("files")) {
                Optional<Path> file = files.meant(name.asString(""), labels);
                if (file.isPresent() && Files.size(file.get()) < LARGEST && !wanted.isEmpty()) {
                    progress.check();
                    one(file.get(), wanted, counts, notes);
                }
            }
        }
        var figures = new LinkedHashMap<String, Double>();
        figures.put("recordings", (double) counts[0]);
        if (counts[0] > 0) {
            figures.put("with an alert of the right technique", (double) counts[1] / counts[0]);
            figures.put("with an alert of the right parent technique", (double) counts[2] / counts[0]);
            figures.put("with any alert", (double) counts[3] / counts[0]);
            figures.put("with anything incriminated", (double) counts[4] / counts[0]);
            figures.put("harmful proposals under \\Windows\\", (double) counts[5]);
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new Result(Result.TECHNIQUES, files.shown(labels), List.of(), figures, notes, millis);
    }

    private void one(Path file, Set<String> wanted, int[] counts, List<String> notes) throws InterruptedException {
        try (CaseBox box = CaseBox.open(request.blind(), request.workers())) {
            for (Path rules : request.rules()) {
                box.session().detection().add(rules, "measure");
            }
            List<String> refused = box.take(List.of(file), progress);
            if (!refused.isEmpty()) {
                notes.addAll(refused);
                return;
            }
            Set<String> named = new LinkedHashSet<>();
            List<Alert> alerts = IntrusionBench.alerts(box.session());
            alerts.forEach(alert -> named.addAll(alert.mitreTechniques()));
            boolean right = wanted.stream().anyMatch(named::contains);
            boolean parent = wanted.stream().anyMatch(w -> named.stream().anyMatch(n -> root(n).equals(root(w))));
            boolean seen =
                    box.session().desk().verdicts().stream().anyMatch(row -> row.ledger().verdict().incriminates());
            counts[0]++;
            counts[1] += right ? 1 : 0;
            counts[2] += parent ? 1 : 0;
            counts[3] += alerts.isEmpty() ? 0 : 1;
            counts[4] += seen ? 1 : 0;
            if (!parent || !seen) {
                notes.add(
                        files.shown(file)
                                + ": wanted "
                                + wanted
                                + ", alerts name "
                                + named
                                + (seen ? "" : ", nothing incriminated"));
            }
        }
    }

    private static String root(String technique) {
        int dot = technique.indexOf('.');
        return dot < 0 ? technique : technique.substring(0, dot);
    }
}
