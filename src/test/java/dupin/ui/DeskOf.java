package dupin.ui;

import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.model.Verdict;
import dupin.service.CaseStatus;
import dupin.service.Desk;
import dupin.service.IncidentQuery;
import dupin.service.LastDay;
import dupin.service.Window;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// A desk for tests of views: incidents in memory, filtered by severity and text; all else is empty. Other methods of a
/// desk are not asked.
public final class DeskOf {
    private static final Instant DAY = Instant.parse("2026-11-20T08:00:00Z");

    public final List<Incident> incidents = new ArrayList<>();
    public final List<IncidentQuery> asked = new ArrayList<>();

    public volatile LastDay lastDay = LastDay.NONE;

    public Desk desk() {
        return (Desk)
                Proxy.newProxyInstance(
                        Desk.class.getClassLoader(),
                        new Class<?>[] {Desk.class},
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "incidents" -> find((IncidentQuery) arguments[0]);
                                    case "window" -> Window.of(find((IncidentQuery) arguments[0]), Incident::id);
                                    case "incidentWords" -> Map.of();
                                    case "lastDay" -> lastDay;
                                    case "status" ->
                                            new CaseStatus(
                                                    1,
                                                    incidents.size(),
                                                    9,
                                                    1000,
                                                    0,
                                                    0,
                                                    3,
                                                    0,
                                                    "Simulated estate",
                                                    false,
                                                    false,
                                                    0,
                                                    List.of());
                                    case "toString" -> "desk of a test";
                                    default -> throw new UnsupportedOperationException(method.getName());
                                });
    }

    private synchronized List<Incident> find(IncidentQuery query) {
        asked.add(query);
        Comparator<Incident> order =
                query.sort() == IncidentQuery.Sort.NAME
                        ? Comparator.comparing(Incident::name)
                        : Comparator.comparing(Incident::id);
        return incidents.stream()
                .filter(i -> query.severities().isEmpty() || query.severities().contains(i.severity()))
                .filter(i -> i.name().contains(query.text()))
                .sorted(query.ascending() ? order : order.reversed())
                .toList();
    }

    public static Incident incident(int n, Severity severity, Verdict verdict, InvestigationState state, int pending) {
        return new Incident(
                "D-" + (1000 + n),
                "Multi-stage incident " + n + " involving execution and lateral movement on several endpoints",
                severity,
                Incident.Status.values()[n % 3],
                verdict,
                state,
                "",
                "",
                "",
                n % 2 == 0 ? "analyst" : "",
                List.of("Attack disruption"),
                List.of("Execution"),
                List.of("Defender for Endpoint"),
                List.of("EDR"),
                List.of("a1", "a2", "a3"),
                n % 4,
                List.of("ws-01", "ws-02"),
                List.of("user@contoso.example"),
                List.of(),
                Incident.Facets.NONE,
                pending,
                DAY,
                DAY.plusSeconds(3600L * n),
                DAY.plusSeconds(3600L * n),
                Map.of());
    }
}
