package dupin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What `bench tables` measured, beside what is wanted.
public record TablesReport(List<Figure> figures) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public TablesReport {
        figures = List.copyOf(figures);
    }

    /// @param wall milliseconds by the clock
    /// @param busy milliseconds of processor of the thread that did it
    /// @param target milliseconds; NaN for what only explains the others
    public record Figure(String table, String what, double wall, double busy, double target) {
        boolean wanted() {
            return !Double.isNaN(target);
        }

        /// On a machine that others use the clock says more of them than of this.
        boolean holds() {
            return !wanted() || Math.min(wall, busy) <= target;
        }
    }

    /// Whether every figure is what is wanted.
    public boolean holds() {
        return figures.stream().allMatch(Figure::holds);
    }

    /// A table for people.
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(
                "milliseconds; processor time is that of the thread that does the work, and the smaller of both counts");
        String table = "";
        for (Figure figure : figures) {
            if (!figure.table().equals(table)) {
                table = figure.table();
                lines.add("");
                lines.add("%-58s %10s %10s %8s".formatted(table, "clock", "processor", "wanted"));
            }
            String wanted = figure.wanted() ? "≤ " + Math.round(figure.target()) : "";
            String state = !figure.wanted() ? "" : figure.holds() ? "holds" : "MISSED";
            lines.add(
                    "  %-56s %10s %10s %8s  %s"
                            .formatted(figure.what(), number(figure.wall()), number(figure.busy()), wanted, state)
                            .stripTrailing());
        }
        return lines;
    }

    public String json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("processors", Runtime.getRuntime().availableProcessors()).put("holds", holds());
        ArrayNode all = root.putArray("figures");
        for (Figure figure : figures) {
            ObjectNode node =
                    all.addObject()
                            .put("table", figure.table())
                            .put("what", figure.what())
                            .put("clockMillis", figure.wall())
                            .put("processorMillis", figure.busy());
            if (figure.wanted()) {
                node.put("atMost", figure.target()).put("holds", figure.holds());
            }
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static String number(double millis) {
        return String.format(Locale.ROOT, millis >= 100 ? "%,.0f" : "%.2f", millis);
    }
}
