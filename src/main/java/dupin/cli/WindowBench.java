package dupin.cli;

import dupin.service.Problem;

/// What measures the window. The command line knows no window: who starts it hands these in.
public record WindowBench(GraphBench graphs, ScreenBench screen) {
    static final WindowBench NONE =
            new WindowBench(
                    GraphBench.NONE,
                    _ -> {
                        throw new Problem(
                                "There is no window to measure here.",
                                "Nothing was measured.",
                                "Start it with the dupin command.");
                    });
}
