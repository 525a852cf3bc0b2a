package dupin.cli;

import dupin.service.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `dupin bench graph`.
@Command(
        name = "graph",
        mixinStandardHelpOptions = true,
        description = "Measures layouts, drawing and finding of marks on made-up incidents; needs no display.")
final class GraphBenchCommand implements Callable<Integer> {
    private final Setting setting;

    @Option(
            names = "--marks",
            split = ",",
            paramLabel = "N",
            defaultValue = "200,2000,20000,100000",
            description = "Sizes of graphs (default ${DEFAULT-VALUE}).")
    private List<Integer> marks = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to this file as JSON, too.")
    private @Nullable Path json;

    GraphBenchCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        List<GraphBench.Row> rows =
                setting.window()
                        .graphs()
                        .measure(
                                marks.stream().map(n -> Math.clamp(n, 1, 1_000_000)).toList(),
                                what -> setting.err().println(what));
        setting.out()
                .printf(
                        "%d processors, heap of %,d MB, software pipeline; processor time of the threads at work%n",
                        Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20);
        setting.out().println("the last column was measured elsewhere, on other graphs of that size: look at ratios");
        setting.out().println("on the same graphs, in one process: mvn -q -Pbench test-compile exec:exec@layouts");
        String part = "";
        for (GraphBench.Row row : rows) {
            if (!row.part().equals(part)) {
                part = row.part();
                setting.out().println();
                setting.out().println(part);
            }
            setting.out().println("  " + row.line());
        }
        setting.out().flush();
        if (json != null) {
            write(json, rows);
        }
        return rows.stream().allMatch(GraphBench.Row::holds) ? Exit.DONE : Exit.LOOK;
    }

    private static void write(Path file, List<GraphBench.Row> rows) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode root = mapper.createObjectNode();
        ArrayNode all = root.putArray("figures");
        for (GraphBench.Row row : rows) {
            ObjectNode node =
                    all.addObject()
                            .put("part", row.part())
                            .put("name", row.name())
                            .put("value", row.value())
                            .put("unit", row.unit());
            if (!Double.isNaN(row.target())) {
                node.put("atMost", row.target()).put("holds", row.holds());
            }
            if (!row.elsewhere().isEmpty()) {
                node.put("elsewhere", row.elsewhere());
            }
        }
        try {
            Files.writeString(
                    file,
                    mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n",
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Problem(
                    "The figures could not be written to " + file + ": " + e.getMessage() + ".",
                    "They stand above.",
                    "Name a file that can be written.",
                    e);
        }
    }
}
