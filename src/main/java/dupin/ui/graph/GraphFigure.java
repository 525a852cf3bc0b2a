package dupin.ui.graph;

import java.util.Locale;

/// One measured figure.
///
/// @param target what it must not exceed; NaN where nothing is wanted
/// @param elsewhere what others were measured at, on another machine and other graphs of this size; "" for none
public record GraphFigure(String part, String name, double value, String unit, double target, String elsewhere) {

    public boolean holds() {
        return Double.isNaN(target) || value <= target;
    }

    /// A row of the table.
    public String line() {
        String wanted = Double.isNaN(target) ? "" : "≤ " + number(target);
        String state = Double.isNaN(target) ? "" : holds() ? "holds" : "MISSED";
        return "%-58s %9s %-3s %8s  %-6s %s"
                .formatted(name, number(value), unit, wanted, state, elsewhere)
                .stripTrailing();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 1 ? "%.1f" : "%.4f", value);
    }
}
