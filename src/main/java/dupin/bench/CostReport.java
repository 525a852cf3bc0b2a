package dupin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What `bench cost` measured, beside what is wanted.
///
/// @param notes sentences about what was left out
public record CostReport(List<CostFigure> figures, List<String> notes) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long MEGABYTE = 1 << 20;

    public CostReport {
        figures = List.copyOf(figures);
        notes = List.copyOf(notes);
    }

    /// Whether every figure is what is wanted.
    public boolean holds() {
        return figures.stream().allMatch(CostFigure::holds);
    }

    /// A table for people.
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(
                "%d processors, heap of %,d MB; processor time is that of the whole process, compiler and collector included"
                        .formatted(processors(), heap()));
        CostPart part = null;
        for (CostFigure figure : figures) {
            if (figure.part() != part) {
                part = figure.part();
                lines.add("");
                lines.add("%-58s %10s %-10s %10s".formatted(word(part), "measured", "", "wanted").stripTrailing());
            }
            lines.add("  " + figure.line());
        }
        if (!notes.isEmpty()) {
            lines.add("");
            lines.addAll(notes);
        }
        return lines;
    }

    public String json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("processors", processors()).put("heapMegabytes", heap()).put("holds", holds());
        ArrayNode all = root.putArray("figures");
        for (CostFigure figure : figures) {
            ObjectNode node =
                    all.addObject()
                            .put("part", word(figure.part()))
                            .put("name", figure.name())
                            .put("value", figure.value())
                            .put("unit", figure.unit());
            if (figure.wanted()) {
                node.put(figure.atMost() ? "atMost" : "atLeast", figure.target()).put("holds", figure.holds());
            }
        }
        ArrayNode said = root.putArray("notes");
        notes.forEach(said::add);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static String word(CostPart part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static long heap() {
        return Runtime.getRuntime().maxMemory() / MEGABYTE;
    }
}
