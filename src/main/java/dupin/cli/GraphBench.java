package dupin.cli;

import dupin.service.Problem;
import java.util.List;
import java.util.function.Consumer;

/// Measures the graph. It needs the toolkit of the window, of which the command line knows nothing: who starts the command line
/// hands it in.
@FunctionalInterface
public interface GraphBench {
    GraphBench NONE =
            (_, _) -> {
                throw new Problem(
                        "Graphs cannot be drawn here.", "Nothing was measured.", "Start `dupin bench graph` itself.");
            };

    /// @param line the figure as a row of the table
    /// @param target what it must not exceed; NaN where nothing is wanted
    /// @param elsewhere what others were measured at; "" for none
    record Row(
            String part,
            String name,
            double value,
            String unit,
            double target,
            boolean holds,
            String elsewhere,
            String line) {}

    /// @param sizes numbers of marks
    /// @param progress told what is being measured
    List<Row> measure(List<Integer> sizes, Consumer<String> progress);
}
