package dupin.bench;

import java.util.Locale;

/// One measured figure.
///
/// @param name what was measured, in words
/// @param target what is wanted; NaN for figures that only explain others
/// @param atMost whether the figure must not be above the target; otherwise it must not be below
public record CostFigure(CostPart part, String name, double value, String unit, double target, boolean atMost) {

    static CostFigure plain(CostPart part, String name, double value, String unit) {
        return new CostFigure(part, name, value, unit, Double.NaN, true);
    }

    static CostFigure atMost(CostPart part, String name, double value, String unit, double target) {
        return new CostFigure(part, name, value, unit, target, true);
    }

    static CostFigure atLeast(CostPart part, String name, double value, String unit, double target) {
        return new CostFigure(part, name, value, unit, target, false);
    }

    boolean wanted() {
        return !Double.isNaN(target);
    }

    boolean holds() {
        return !wanted() || (atMost ? value <= target : value >= target);
    }

    /// A row of the table.
    String line() {
        String wanted = wanted() ? (atMost ? "≤ " : "≥ ") + number(target) : "";
        String state = !wanted() ? "" : holds() ? "holds" : "MISSED";
        return "%-58s %10s %-10s %10s  %s".formatted(name, number(value), unit, wanted, state).stripTrailing();
    }

    private static String number(double value) {
        return Math.abs(value) >= 100 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", Math.round(value))
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
