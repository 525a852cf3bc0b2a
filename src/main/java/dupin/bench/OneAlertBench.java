package dupin.bench;

import dupin.engine.CaseState;
import dupin.engine.Correlator;
import dupin.model.Alert;
import dupin.model.Entry;
import dupin.model.JournalEntry;
import dupin.model.RemediationAction;
import dupin.model.Weights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// An incident rebuilt from one of its alerts: the case holds that alert alone, then the other alerts of all incidents
/// come one after another, and what stands in the first alert's incident in the end is held against the truth.
final class OneAlertBench {
    private static final Comparator<Alert> BY_TIME =
            Comparator.comparing(Alert::time, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Alert::id);

    /// How well an incident was rebuilt from each of its alerts in turn, in pairs of alerts.
    ///
    /// @param worst F1 from the least lucky alert
    /// @param from that alert's id
    record Rebuilt(String incident, int alerts, double median, double worst, String from) {}

    private final Weights weights;
    private final List<Alert> alerts;
    private final Map<String, String> truth = new TreeMap<>();

    /// @param alerts without any word of the incident that they belong to
    /// @param truths incident → ids of its alerts
    OneAlertBench(Weights weights, List<Alert> alerts, Map<String, List<String>> truths) {
        this.weights = weights;
        this.alerts = alerts.stream().sorted(BY_TIME).toList();
        Set<String> held = new HashSet<>();
        alerts.forEach(alert -> held.add(alert.id()));
        truths.forEach((incident, ids) -> ids.stream().filter(held::contains).forEach(id -> truth.put(id, incident)));
    }

    /// @param together the other alerts come in one import instead of one by one
    List<Rebuilt> run(boolean together) {
        var scores = new TreeMap<String, Map<String, Double>>();
        for (Alert start : alerts) {
            String incident = truth.get(start.id());
            if (incident != null) {
                scores.computeIfAbsent(incident, _ -> new TreeMap<>())
                        .put(start.id(), score(recruited(start, together), incident));
            }
        }
        var rebuilt = new ArrayList<Rebuilt>();
        scores.forEach((incident, of) -> {
            List<Double> sorted = of.values().stream().sorted().toList();
            String from = of.entrySet().stream().min(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
            rebuilt.add(new Rebuilt(incident, sorted.size(), sorted.get(sorted.size() / 2), sorted.getFirst(), from));
        });
        return rebuilt;
    }

    private Set<String> recruited(Alert start, boolean together) {
        var state = new CaseState(weights);
        var others = alerts.stream().filter(alert -> alert != start).toList();
        take(state, List.of(start));
        if (together) {
            take(state, others);
        } else {
            others.forEach(alert -> take(state, List.of(alert)));
        }
        return new HashSet<>(
                state.incidentOf(start.id())
                        .flatMap(state::incident)
                        .map(incident -> incident.alertIds())
                        .orElse(List.of()));
    }

    private static void take(CaseState state, List<Alert> batch) {
        batch.forEach(alert -> apply(state, new Entry.AlertReceived(alert)));
        Correlator.correlate(state, batch).forEach(entry -> apply(state, entry));
    }

    private static void apply(CaseState state, Entry entry) {
        long seq = state.seq() + 1;
        state.apply(new JournalEntry(seq, Instant.EPOCH, RemediationAction.AUTOMATION, entry, "", "measure-" + seq));
    }

    /// Pairs of alerts that were recruited, against pairs that belong together; alerts without truth count for nothing.
    private double score(Set<String> recruited, String incident) {
        var counts = new HashMap<Boolean, Integer>();
        recruited.stream()
                .filter(truth::containsKey)
                .forEach(id -> counts.merge(incident.equals(truth.get(id)), 1, Integer::sum));
        int right = counts.getOrDefault(true, 0);
        int all = right + counts.getOrDefault(false, 0);
        int meant = Math.toIntExact(truth.values().stream().filter(incident::equals).count());
        long wanted = pairs(all) + pairs(meant);
        return wanted == 0 ? 1 : 2.0 * pairs(right) / wanted;
    }

    private static long pairs(int number) {
        return (long) number * (number - 1) / 2;
    }
}
