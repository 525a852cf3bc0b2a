package dupin.bench;

import dupin.engine.Reach;
import dupin.intake.Json;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.service.CaseSession;
import dupin.service.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Real incidents whose alerts come without their incident: are they put together again, and does one alert lead to what
/// the incident's graph says it leads to?
final class IncidentBench {
    /// Steps from alert to alert that a reader may go in one look.
    static final int BUDGET = 3;

    private final BenchFiles files;
    private final BenchRequest request;
    private final Progress progress;

    IncidentBench(BenchFiles files, BenchRequest request, Progress progress) {
        this.files = files;
        this.request = request;
        this.progress = progress;
    }

    List<Path> truths() {
        return files.ending(".graphml").stream().filter(file -> !PathTruth.number(file).isEmpty()).toList();
    }

    Result run(List<Path> graphs) throws TruthException, IOException, InterruptedException {
        long start = System.nanoTime();
        var notes = new ArrayList<String>();
        var truths = new ArrayList<PathTruth>();
        for (Path graph : graphs) {
            List<Path> questions =
                    files.ending(".json").stream()
                            .filter(f ->
                                    BenchFiles.name(f).contains("_qa_")
                                            && PathTruth.number(f).equals(PathTruth.number(graph)))
                            .toList();
            truths.add(PathTruth.read(graph, questions, files));
        }
        Path alertFile =
                files.all().stream()
                        .filter(f ->
                                BenchFiles.name(f).startsWith("securityalert") && BenchFiles.name(f).endsWith(".json"))
                        .max(java.util.Comparator.comparing(f -> holds(f, truths)))
                        .filter(f -> holds(f, truths) > 0)
                        .orElseThrow(() ->
                                new TruthException(
                                        "No SecurityAlert….json under the folder holds the alerts of the graphs."));
        try (CaseBox box = CaseBox.open(request.blind(), request.workers())) {
            Path bare = box.scratch().resolve("SecurityAlert.json");
            Files.writeString(bare, withoutIncidents(Json.parse(Files.readString(alertFile))));
            notes.addAll(box.take(List.of(bare), progress));
            CaseSession session = box.session();
            List<Alert> alerts = IntrusionBench.alerts(session);
            var figures = new LinkedHashMap<String, Double>();
            Tally pairs = pairs(session, truths, figures);
            rebuilt(session, alerts, truths, figures);
            scope(alerts, truths, figures, notes);
            verdicts(session, figures);
            long millis = (System.nanoTime() - start) / 1_000_000;
            figures.put("seconds", millis / 1_000.0);
            String name = truths.stream().map(PathTruth::incident).collect(Collectors.joining(", "));
            return new Result(Result.INCIDENTS, "incidents " + name, List.of(pairs), figures, notes, millis);
        }
    }

    private static long holds(Path file, List<PathTruth> truths) {
        try {
            String text = Files.readString(file);
            return truths.stream().flatMap(t -> t.alertIds().stream()).filter(text::contains).count();
        } catch (IOException _) {
            return 0;
        }
    }

    /// The alerts without any word of the incident that they belong to.
    private static String withoutIncidents(JsonNode alerts) {
        for (JsonNode alert : alerts) {
            if (alert instanceof ObjectNode object) {
                object.remove("IncidentId");
                JsonNode extended = Json.parse(object.path("ExtendedProperties").asString(""));
                if (extended instanceof ObjectNode properties) {
                    properties.remove("IncidentId");
                    object.put("ExtendedProperties", properties.toString());
                }
            }
        }
        return alerts.toString();
    }

    /// Pairs of alerts that belong together, against those that were put together.
    private static Tally pairs(CaseSession session, List<PathTruth> truths, Map<String, Double> figures) {
        var ours = new HashMap<String, String>();
        for (var incident : session.desk().incidents(dupin.service.IncidentQuery.ALL)) {
            incident.alertIds().forEach(id -> ours.put(id, incident.id()));
        }
        Map<String, String> theirs = new LinkedHashMap<>();
        truths.forEach(
                t -> t.alertIds().stream().filter(ours::containsKey).forEach(id -> theirs.put(id, t.incident())));
        List<String> ids = List.copyOf(theirs.keySet());
        int[] counts = new int[3];
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                boolean together = same(ours, ids.get(i), ids.get(j));
                boolean meant = same(theirs, ids.get(i), ids.get(j));
                counts[0] += together && meant ? 1 : 0;
                counts[1] += together && !meant ? 1 : 0;
                counts[2] += !together && meant ? 1 : 0;
            }
        }
        figures.put("alerts", (double) ids.size());
        return new Tally("pair of alerts", counts[0], counts[1], counts[2], List.of(), List.of());
    }

    /// Each incident from each of its alerts alone.
    private static void rebuilt(
            CaseSession session, List<Alert> alerts, List<PathTruth> truths, Map<String, Double> figures) {
        var ids = new LinkedHashMap<String, List<String>>();
        truths.forEach(t -> ids.put(t.incident(), t.alertIds()));
        var bench = new OneAlertBench(session.weights(), alerts, ids);
        for (boolean together : List.of(true, false)) {
            String how = together ? "" : ", alerts one by one";
            for (OneAlertBench.Rebuilt of : bench.run(together)) {
                String name = "incident " + of.incident() + " from one of its " + of.alerts() + " alerts" + how;
                figures.put(name + ", pairwise F1, median", of.median());
                figures.put(name + ", worst start", of.worst());
            }
        }
    }

    private static boolean same(Map<String, String> groups, String one, String other) {
        return groups.getOrDefault(one, "").equals(groups.getOrDefault(other, "?"));
    }

    private static void scope(
            List<Alert> alerts, List<PathTruth> truths, Map<String, Double> figures, List<String> notes) {
        var reach = new Reach(alerts);
        var sizes = new ArrayList<Integer>();
        var wide = new ArrayList<Integer>();
        var shown = new ArrayList<String>();
        int reached = 0;
        int asked = 0;
        int shortest = 0;
        for (PathTruth truth : truths) {
            for (PathTruth.Question question : truth.questions()) {
                PathTruth.Node from = truth.nodes().get(question.start());
                List<PathTruth.Node> wanted =
                        question.wanted().stream().map(truth.nodes()::get).filter(java.util.Objects::nonNull).toList();
                if (from == null || from.alertId().isEmpty() || wanted.isEmpty()) {
                    continue;
                }
                asked++;
                Reach.Frontier exact = reach.within(from.alertId(), question.hops());
                shortest += has(exact, wanted) ? 1 : 0;
                Reach.Frontier frontier = reach.within(from.alertId(), BUDGET);
                reached += has(frontier, wanted) ? 1 : 0;
                sizes.add(exact.entities().size());
                wide.add(frontier.entities().size());
                if (!has(exact, wanted) && shown.size() < 20) {
                    shown.add(
                            "Not reached in incident " + truth.incident() + " from " + from.alertId() + ": " + wanted);
                }
            }
        }
        if (asked > 0) {
            sizes.sort(null);
            wide.sort(null);
            figures.put("paths", (double) asked);
            figures.put("end entity reached in the path's own steps", (double) shortest / asked);
            figures.put("median frontier then, entities", (double) sizes.get(sizes.size() / 2));
            figures.put("largest frontier then, entities", (double) sizes.getLast());
            figures.put("end entity reached within " + BUDGET + " steps", (double) reached / asked);
            figures.put("median frontier within " + BUDGET + " steps, entities", (double) wide.get(wide.size() / 2));
        }
        notes.addAll(shown);
    }

    private static boolean has(Reach.Frontier frontier, List<PathTruth.Node> wanted) {
        return wanted.stream()
                .allMatch(node ->
                        frontier.entities().values().stream().flatMap(List::stream).anyMatch(e -> shows(e, node)));
    }

    /// Whether the entity bears the node's value. A process is named by PID, time and command line, or by the program alone.
    private static boolean shows(Entity entity, PathTruth.Node node) {
        String text = bare(entity.toString());
        if (node.field().startsWith("ProcessId__")) {
            String[] parts = node.value().split("__", 3);
            return entity instanceof Entity.Process process
                    && Long.toString(process.processId()).equals(parts[0])
                    && (parts.length < 3 || text.contains(bare(parts[2])));
        }
        return text.contains(bare(node.value()));
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\\\/\"']+", "");
    }

    /// Rows of evidence on which the provider had an opinion.
    private void verdicts(CaseSession session, Map<String, Double> figures) throws IOException {
        var said = new Predictions(session.desk().verdicts());
        int asked = 0;
        int agreed = 0;
        for (Path file : files.ending("evidence_verdicts.json")) {
            for (JsonNode row : Json.parse(Files.readString(file))) {
                String verdict = row.path("verdict").asString("");
                String key = bare(row.path("key").asString(""));
                if (key.isEmpty() || !verdict.equals("Malicious") && !verdict.equals("Suspicious")) {
                    continue;
                }
                asked++;
                agreed +=
                        said.all().stream()
                                        .anyMatch(j ->
                                                j.verdict().incriminates() && bare(j.entity().toString()).contains(key))
                                ? 1
                                : 0;
            }
        }
        if (asked > 0) {
            figures.put("incriminated by the provider", (double) asked);
            figures.put("of these incriminated here", (double) agreed / asked);
        }
    }
}
