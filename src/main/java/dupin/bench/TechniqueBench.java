package dupin.bench;

import dupin.intake.Json;
import dupin.model.Alert;
import dupin.model.Finding;
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
        int[] counts = new int[7];
        for (JsonNode attack : Json.parse(Files.readString(labels))) {
            Set<String> wanted = new LinkedHashSet<>();
            attack.path("techniques").forEach(t -> wanted.add(t.asString("")));
            Set<Path> parts = new LinkedHashSet<>();
            for (JsonNode name : attack.path("files")) {
                Optional<Path> file = files.meant(name.asString(""), labels);
                if (file.isPresent() && Files.size(file.get()) < LARGEST) {
                    parts.add(file.get());
                }
            }
            if (!parts.isEmpty() && !wanted.isEmpty()) {
                progress.check();
                one(attack.path("title").asString(""), List.copyOf(parts), wanted, counts, notes);
            }
        }
        var figures = new LinkedHashMap<String, Double>();
        figures.put("attacks", (double) counts[0]);
        if (counts[0] > 0) {
            figures.put("with an alert of a right technique", (double) counts[1] / counts[0]);
            figures.put("with an alert of a right parent technique", (double) counts[2] / counts[0]);
            figures.put("with a right technique in alerts or findings", (double) counts[6] / counts[0]);
            figures.put("with any alert", (double) counts[3] / counts[0]);
            figures.put("with anything incriminated", (double) counts[4] / counts[0]);
            figures.put("proposals to quarantine under \\Windows\\", (double) counts[5]);
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new Result(Result.TECHNIQUES, files.shown(labels), List.of(), figures, notes, millis);
    }

    /// All recordings of an attack are one case.
    private void one(String title, List<Path> parts, Set<String> wanted, int[] counts, List<String> notes)
            throws InterruptedException {
        try (CaseBox box = CaseBox.open(request.blind(), request.workers())) {
            for (Path rules : request.rules()) {
                box.session().detection().add(rules, "measure");
            }
            notes.addAll(box.take(parts, progress));
            Set<String> named = new LinkedHashSet<>();
            List<Alert> alerts = IntrusionBench.alerts(box.session());
            alerts.forEach(alert -> named.addAll(alert.mitreTechniques()));
            Set<String> told = new LinkedHashSet<>(named);
            boolean seen = false;
            for (var row : box.session().desk().verdicts()) {
                if (row.ledger().verdict().incriminates()) {
                    seen = true;
                    row.ledger().counted().stream()
                            .filter(Finding::incriminates)
                            .forEach(finding -> told.add(finding.technique().id()));
                }
            }
            counts[0]++;
            counts[1] += wanted.stream().anyMatch(named::contains) ? 1 : 0;
            counts[2] += meets(wanted, named) ? 1 : 0;
            counts[3] += alerts.isEmpty() ? 0 : 1;
            counts[4] += seen ? 1 : 0;
            List<String> quarantined = Harm.quarantinedUnderWindows(box.session().desk().actions());
            counts[5] += quarantined.size();
            quarantined.forEach(what -> notes.add(title + ": " + what));
            counts[6] += meets(wanted, told) ? 1 : 0;
            if (!meets(wanted, told) || !seen) {
                notes.add(
                        title
                                + ": wanted "
                                + wanted
                                + ", alerts and findings name "
                                + told
                                + (seen ? "" : ", nothing incriminated"));
            }
        }
    }

    /// Whether one of the techniques is named, or another one of its family.
    private static boolean meets(Set<String> wanted, Set<String> named) {
        return wanted.stream().anyMatch(w -> named.stream().anyMatch(n -> root(n).equals(root(w))));
    }

    private static String root(String technique) {
        int dot = technique.indexOf('.');
        return dot < 0 ? technique : technique.substring(0, dot);
    }
}
