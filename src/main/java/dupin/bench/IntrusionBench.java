package dupin.bench;

import dupin.intake.Json;
import dupin.model.Alert;
import dupin.model.RowRef;
import dupin.model.row.AlertRow;
import dupin.service.CaseSession;
import dupin.service.IncidentQuery;
import dupin.service.Progress;
import dupin.service.RaisedAlerts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Intrusions with labelled telemetry: what of processes, files, addresses, services and accounts is the intruder's.
final class IntrusionBench {
    private static final String ENDING = ".truth.json";
    private static final int MOST_ALERTS = 100_000;

    private final BenchFiles files;
    private final BenchRequest request;
    private final Progress progress;

    IntrusionBench(BenchFiles files, BenchRequest request, Progress progress) {
        this.files = files;
        this.request = request;
        this.progress = progress;
    }

    List<Path> truths() {
        return files.ending(ENDING);
    }

    Result run(Path truthFile) throws TruthException, IOException, InterruptedException {
        long start = System.nanoTime();
        IntrusionTruth truth = IntrusionTruth.read(Json.parse(Files.readString(truthFile)), files.shown(truthFile));
        Path telemetry =
                files.meant(truth.source(), truthFile)
                        .orElseThrow(() ->
                                new TruthException(
                                        files.shown(truthFile)
                                                + " speaks of "
                                                + truth.source()
                                                + ", and no file of that name is under the folder."));
        List<GivenAlert> given = given(truthFile);
        var notes = new ArrayList<String>();
        try (CaseBox box = CaseBox.open(request.blind(), request.workers())) {
            CaseSession session = box.session();
            for (Path rules : request.rules()) {
                session.detection().add(rules, "measure");
            }
            notes.addAll(box.take(List.of(telemetry), progress));
            Map<String, Boolean> labels =
                    request.rules().isEmpty() ? raise(session, telemetry, given, notes) : labels(session, truth);
            session.awaitIdle();
            long millis = (System.nanoTime() - start) / 1_000_000;
            return score(truth, session, labels, notes, millis);
        }
    }

    private static Result score(
            IntrusionTruth truth, CaseSession session, Map<String, Boolean> labels, List<String> notes, long millis) {
        var predictions = new Predictions(session.desk().verdicts());
        var score = new IntrusionScore(truth, predictions);
        List<Tally> tallies = score.tallies();
        var figures = new LinkedHashMap<>(score.harm(session.desk().actions(), tallies));
        notes.addAll(score.harmNotes(session.desk().actions()));
        figures.putAll(score.adjudication(alerts(session), labels, notes));
        figures.put("seconds", millis / 1_000.0);
        return new Result(Result.INTRUSION, truth.name(), tallies, figures, notes, millis);
    }

    static List<Alert> alerts(CaseSession session) {
        return session.desk().incidents(IncidentQuery.ALL).stream()
                .flatMap(incident -> session.desk().incident(incident.id()).stream())
                .flatMap(details -> details.alerts().stream())
                .map(AlertRow::alert)
                .toList();
    }

    /// Raises the given alerts on the rows that they cite.
    ///
    /// @return alert id → whether it touches the intrusion
    private static Map<String, Boolean> raise(
            CaseSession session, Path telemetry, List<GivenAlert> given, List<String> notes) throws IOException {
        String sha256 = session.desk().imports().stream().map(r -> r.sha256()).findFirst().orElse("");
        Map<String, Long> rows = CitedRows.find(telemetry, given);
        var matches = new ArrayList<RaisedAlerts.Match>();
        var labels = new HashMap<String, Boolean>();
        for (GivenAlert alert : given) {
            Optional<Long> row = Optional.ofNullable(rows.get(alert.id()));
            row.ifPresent(at -> matches.add(new RaisedAlerts.Match(alert.id(), alert.rule(), new RowRef(sha256, at))));
        }
        Map<String, String> raised = session.raised().onRows(matches, "given alerts", "measure");
        given.stream()
                .filter(a -> raised.containsKey(a.id()))
                .forEach(a -> labels.put(raised.getOrDefault(a.id(), ""), a.touchesTruth()));
        if (raised.size() < given.size()) {
            notes.add(
                    (given.size() - raised.size())
                            + " of "
                            + given.size()
                            + " given alerts cite no row of the telemetry and were left out.");
        }
        return labels;
    }

    /// Alerts that rules raised touch the intrusion when they name something of it.
    private static Map<String, Boolean> labels(CaseSession session, IntrusionTruth truth) {
        var labels = new HashMap<String, Boolean>();
        alerts(session)
                .forEach(alert ->
                        labels.put(
                                alert.id(),
                                alert.evidence().stream()
                                        .filter(e -> !e.roles().contains("contextual"))
                                        .anyMatch(e -> truth.holds(e.entity()))));
        return labels;
    }

    private List<GivenAlert> given(Path truthFile) throws IOException {
        String base = BenchFiles.name(truthFile);
        String name = base.substring(0, base.length() - ENDING.length()) + ".sigma_alerts.jsonl";
        Optional<Path> beside = files.meant(name, truthFile);
        var alerts = new ArrayList<GivenAlert>();
        if (beside.isPresent()) {
            for (String line : Files.readAllLines(beside.get())) {
                JsonNode node = Json.parse(line);
                if (node.isObject() && alerts.size() < MOST_ALERTS) {
                    alerts.add(GivenAlert.read(node, alerts.size()));
                }
            }
        }
        return alerts;
    }
}
