package dupin.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The outcome of a measure, as a table and as JSON.
///
/// @param problems sentences about truth files that could not be used
public record BenchReport(List<Result> results, List<String> problems) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public BenchReport {
        results = List.copyOf(results);
        problems = List.copyOf(problems);
    }

    /// Tallies of all cases of a kind, added up, by kind and then by what was told apart.
    public Map<String, List<Tally>> totals() {
        var totals = new LinkedHashMap<String, Map<String, Tally>>();
        for (Result result : results) {
            Map<String, Tally> of = totals.computeIfAbsent(result.kind(), _ -> new LinkedHashMap<>());
            result.tallies().forEach(t -> of.merge(t.of(), t, Tally::plus));
        }
        var lists = new LinkedHashMap<String, List<Tally>>();
        totals.forEach((kind, tallies) -> lists.put(kind, List.copyOf(tallies.values())));
        return lists;
    }

    /// A table for people.
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (Result result : results) {
            lines.add("");
            lines.add(result.kind() + ": " + result.name());
            table(lines, result.tallies());
            result.figures().forEach((name, value) -> lines.add(figure(name, value)));
            if (result.kind().equals(Result.INTRUSION)) {
                continue;
            }
            result.notes().forEach(note -> lines.add("  " + note));
        }
        totals().forEach((kind, tallies) -> {
            long cases = results.stream().filter(r -> r.kind().equals(kind)).count();
            if (cases > 1 && !tallies.isEmpty()) {
                lines.add("");
                lines.add("all of " + kind + " (" + cases + " cases)");
                table(lines, tallies);
            }
        });
        if (!problems.isEmpty()) {
            lines.add("");
            problems.forEach(problem -> lines.add("NOT SCORED  " + problem));
        }
        return lines;
    }

    private static void table(List<String> lines, List<Tally> tallies) {
        if (tallies.stream().anyMatch(Tally::any)) {
            lines.add(
                    "  "
                            + "%-22s %5s %5s %5s %9s %7s %7s"
                                    .formatted("", "right", "wrong", "missed", "precision", "recall", "F1"));
            tallies.stream().filter(Tally::any).forEach(t -> lines.add("  " + t.line()));
        }
    }

    private static String figure(String name, double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9 && value != 1;
        return whole
                ? String.format(Locale.ROOT, "  %-44s %9d", name, (long) value)
                : String.format(Locale.ROOT, "  %-44s %9.3f", name, value);
    }

    /// Everything, with labels of what was wrong and missed.
    public String json() {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode cases = root.putArray("cases");
        for (Result result : results) {
            ObjectNode node = cases.addObject().put("kind", result.kind()).put("name", result.name());
            node.put("milliseconds", result.millis());
            tallies(node.putArray("tallies"), result.tallies());
            ObjectNode figures = node.putObject("figures");
            new TreeMap<>(result.figures()).forEach(figures::put);
            ArrayNode notes = node.putArray("notes");
            result.notes().forEach(notes::add);
        }
        ObjectNode totals = root.putObject("totals");
        totals().forEach((kind, tallies) -> tallies(totals.putArray(kind), tallies));
        ArrayNode bad = root.putArray("problems");
        problems.forEach(bad::add);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void tallies(ArrayNode array, List<Tally> tallies) {
        for (Tally tally : tallies) {
            ObjectNode node =
                    array.addObject()
                            .put("of", tally.of())
                            .put("truePositives", tally.truePositives())
                            .put("falsePositives", tally.falsePositives())
                            .put("falseNegatives", tally.falseNegatives())
                            .put("precision", tally.precision())
                            .put("recall", tally.recall())
                            .put("f1", tally.f1());
            ArrayNode wrong = node.putArray("wrong");
            tally.wrong().forEach(wrong::add);
            ArrayNode missed = node.putArray("missed");
            tally.missed().forEach(missed::add);
        }
    }
}
