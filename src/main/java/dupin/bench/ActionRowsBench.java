package dupin.bench;

import dupin.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Rows of evidence on which somebody acted: verdict, grade of the incident, action.
final class ActionRowsBench {
    private ActionRowsBench() {}

    static boolean isTruth(Path file) {
        if (!BenchFiles.name(file).endsWith(".csv")) {
            return false;
        }
        try (var lines = Files.newBufferedReader(file)) {
            String head = lines.readLine();
            return head != null && head.contains("LastVerdict") && head.contains("ActionGrouped");
        } catch (IOException _) {
            return false;
        }
    }

    /// What Dupin proposes follows from verdict and kind of entity alone, so the only fair question is whether it proposes
    /// anything of the row's kind for the row's verdict. Rows say no more of their entity than the kind of action.
    static Result run(Path file, BenchFiles files) throws IOException {
        long start = System.nanoTime();
        List<String> lines = Files.readAllLines(file);
        List<String> head = List.of(lines.getFirst().replace("\"", "").split(","));
        Map<String, Integer> counts = new TreeMap<>();
        int rows = 0;
        int agree = 0;
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.replace("\"", "").split(",", -1));
            if (cells.size() < head.size()) {
                continue;
            }
            rows++;
            Verdict verdict = Verdict.parse(cells.get(head.indexOf("LastVerdict"))).orElse(Verdict.NOT_EVALUABLE);
            boolean proposes = verdict.incriminates();
            agree += proposes ? 1 : 0;
            counts.merge(
                    cells.get(head.indexOf("ActionGrouped")).toLowerCase(Locale.ROOT)
                            + " on "
                            + verdict.label().toLowerCase(Locale.ROOT),
                    1,
                    Integer::sum);
        }
        var figures = new LinkedHashMap<String, Double>();
        figures.put("rows", (double) rows);
        figures.put("rows on which an action would be proposed", rows == 0 ? 0 : (double) agree / rows);
        counts.forEach((name, count) -> figures.put("  " + name, (double) count));
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new Result(
                Result.ACTIONS,
                files.shown(file),
                List.of(),
                figures,
                List.of(
                        "Kind of action is not scored: a row names neither its entity nor its device, and the kind follows from those."),
                millis);
    }
}
