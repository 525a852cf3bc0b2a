package dupin.bench;

import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.model.Verdict;
import dupin.model.row.IncidentWord;
import dupin.service.Chosen;
import dupin.service.IncidentQuery;
import dupin.service.Lists;
import dupin.service.Progress;
import dupin.service.Window;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The incident list of a store that is opened anew.
final class IncidentTable {
    private static final int BATCH = 5_000;
    private static final int PAGE = 128;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> CATEGORIES =
            List.of("Execution", "InitialAccess", "LateralMovement", "Exfiltration", "Persistence", "Malware");

    private final Path folder;
    private final int rows;
    private final Progress progress;
    private final Dice dice = new Dice(7);

    IncidentTable(Path folder, int rows, Progress progress) {
        this.folder = folder;
        this.rows = rows;
        this.progress = progress;
    }

    List<TablesReport.Figure> run() {
        String table = "%,d incidents".formatted(rows);
        progress.report("Measuring " + table, 0, 0);
        try (var lists = Lists.open(folder)) {
            for (int at = 0; at < rows; at += BATCH) {
                progress.check();
                var some = new ArrayList<Incident>();
                for (int i = at; i < Math.min(rows, at + BATCH); i++) {
                    some.add(incident(i));
                }
                lists.addIncidents(some);
            }
        }
        var figures = new ArrayList<TablesReport.Figure>();
        try (var lists = Lists.open(folder)) {
            figures.add(
                    TablesBench.once(
                            table, "first sight after opening the case", 300, () -> lists.newestIncidents(500)));
            figures.add(
                    TablesBench.once(
                            table, "reading the list into memory, behind it", Double.NaN, lists::readIncidents));
            figures.add(
                    TablesBench.figure(
                            table,
                            "open: whole list and first page",
                            300,
                            () -> page(lists.incidents(IncidentQuery.ALL), 0)));
            for (IncidentQuery.Sort sort : IncidentQuery.Sort.values()) {
                String name = sort.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
                IncidentQuery.Sort other =
                        sort == IncidentQuery.Sort.NAME ? IncidentQuery.Sort.SEVERITY : IncidentQuery.Sort.NAME;
                figures.add(
                        TablesBench.figure(
                                table,
                                "sort by " + name,
                                150,
                                () -> lists.incidents(IncidentQuery.ALL.ordered(other, true)),
                                () -> page(lists.incidents(IncidentQuery.ALL.ordered(sort, true)), 0)));
            }
            for (String words : List.of("ws-4711", "story 17 finance", "e")) {
                figures.add(
                        TablesBench.figure(
                                table,
                                "search for \"" + words + "\"",
                                150,
                                () -> page(lists.incidents(IncidentQuery.ALL.searched(words)), 0)));
            }
            var some =
                    new IncidentQuery(
                            "",
                            Set.of(Severity.HIGH),
                            Set.of(Incident.Status.ACTIVE),
                            Set.of(),
                            Set.of(InvestigationState.PENDING_APPROVAL),
                            IncidentQuery.Sort.LAST_ACTIVITY,
                            false);
            figures.add(
                    TablesBench.figure(
                            table, "filter by severity, status and state", 150, () -> page(lists.incidents(some), 0)));
            Instant middle = START.plusSeconds(10_000_000);
            for (IncidentQuery one :
                    List.of(
                            IncidentQuery.ALL.between(middle, null),
                            IncidentQuery.ALL.between(middle, middle.plusSeconds(3_600)))) {
                figures.add(
                        TablesBench.figure(
                                table,
                                one.to() == null ? "filter by the later half of all time" : "filter by one hour",
                                150,
                                () -> page(lists.incidents(one), 0)));
            }
            figures.add(
                    TablesBench.figure(
                            table,
                            "filter by alert policy",
                            150,
                            () ->
                                    page(
                                            lists.incidents(
                                                    IncidentQuery.ALL.toggled(IncidentWord.POLICY, "Policy 17")),
                                            0)));
            figures.add(
                    TablesBench.figure(
                            table,
                            "words of all filters with their counts",
                            150,
                            () -> {
                                if (lists.incidentWords(200) == 0) {
                                    throw new IllegalStateException("No incident says a word");
                                }
                            }));
            Window<String> all = lists.incidents(IncidentQuery.ALL);
            figures.add(TablesBench.figure(table, "page in the middle", Double.NaN, () -> page(all, rows / 2)));
            figures.add(
                    TablesBench.figure(
                            table,
                            "select all, frozen with its count",
                            50,
                            () -> {
                                if (Chosen.all(all).size() != rows) {
                                    throw new IllegalStateException("The count is not exact");
                                }
                            }));
        }
        return figures;
    }

    private static void page(Window<String> window, int from) {
        int first = Math.min(from, Math.max(0, window.size() - PAGE));
        int wanted = Math.min(window.size() - first, PAGE);
        if (window.rows(first, first + wanted).size() != wanted) {
            throw new IllegalStateException("A page is not whole");
        }
    }

    private Incident incident(int n) {
        Instant first = START.plusSeconds(dice.below(20_000_000));
        return new Incident(
                "D-%08d".formatted(dice.below(100_000_000)) + n,
                "Multi-stage incident of story " + dice.below(50_000) + " on several endpoints",
                Severity.values()[dice.below(Severity.values().length)],
                Incident.Status.values()[dice.below(3)],
                n % 4 == 0 ? null : Verdict.values()[dice.below(Verdict.values().length)],
                InvestigationState.values()[dice.below(InvestigationState.values().length)],
                "",
                n % 9 == 0 ? "truePositive" : "",
                "",
                n % 3 == 0 ? "analyst " + dice.below(40) : "",
                n % 7 == 0 ? List.of("finance") : List.of(),
                List.of(CATEGORIES.get(dice.below(CATEGORIES.size()))),
                List.of("microsoftDefenderForEndpoint"),
                List.of(n % 2 == 0 ? "antivirus" : "customDetection"),
                List.of(),
                dice.below(9),
                List.of("ws-" + dice.below(20_000)),
                List.of("user" + dice.below(30_000) + "@corp.example"),
                List.of(),
                new Incident.Facets(
                        n % 5 == 0 ? List.of() : List.of("group " + dice.below(12)),
                        List.of(n % 8 == 0 ? "Linux" : "Windows11"),
                        List.of(),
                        List.of("Policy " + dice.below(300)),
                        List.of(),
                        n % 6 == 0 ? List.of("Confidential") : List.of()),
                dice.below(4),
                first,
                first.plusSeconds(dice.below(400_000)),
                null,
                Map.of());
    }
}
