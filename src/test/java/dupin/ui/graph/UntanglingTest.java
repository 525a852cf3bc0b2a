package dupin.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.InvestigationGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UntanglingTest {
    private static GraphPositions untangled(InvestigationGraph graph, int[][] layers, double[] x, double[] y) {
        new Untangling(new Tangle(Links.of(graph), x, y)).run(layers, Stop.NEVER);
        return GraphPositions.of(graph, x, y);
    }

    static int[][] layers(InvestigationGraph graph) {
        var layers = new TreeMap<Integer, List<Integer>>();
        for (int i = 0; i < graph.nodes().size(); i++) {
            layers.computeIfAbsent(graph.nodes().get(i).layer(), _ -> new ArrayList<>()).add(i);
        }
        return layers.values().stream()
                .map(layer -> layer.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    @ParameterizedTest
    @CsvSource({"40, 1", "40, 2", "120, 3", "200, 4"})
    void fewerEdgesCrossAndEachLayerKeepsItsPlaces(int size, long seed) {
        InvestigationGraph graph = MadeGraphs.of(size, seed);
        int[][] layers = layers(graph);
        double[] x = new double[graph.nodes().size()];
        double[] y = new double[x.length];
        inColumns(graph, layers, x, y);
        double before = Crossings.toAnEdge(GraphPositions.of(graph, x, y), Links.of(graph));
        var places = new ArrayList<TreeSet<String>>();
        for (int[] layer : layers) {
            places.add(places(layer, x, y));
        }
        GraphPositions after = untangled(graph, layers, x, y);
        assertThat(Crossings.toAnEdge(after, Links.of(graph))).isLessThan(before * 0.8);
        for (int l = 0; l < layers.length; l++) {
            assertThat(places(layers[l], x, y)).isEqualTo(places.get(l));
        }
    }

    /// Three columns a layer, rows 100 apart, in the order in which the marks come.
    static void inColumns(InvestigationGraph graph, int[][] layers, double[] x, double[] y) {
        for (int[] layer : layers) {
            for (int i = 0; i < layer.length; i++) {
                x[layer[i]] = graph.nodes().get(layer[i]).layer() * 300 + i % 3 * 100;
                y[layer[i]] = i / 3 * 100 + i % 3 * 30;
            }
        }
    }

    private static TreeSet<String> places(int[] layer, double[] x, double[] y) {
        var places = new TreeSet<String>();
        IntStream.of(layer).forEach(i -> places.add(x[i] + " " + y[i]));
        return places;
    }

    @Test
    void whatDoesNotCrossStays() {
        InvestigationGraph graph = MadeGraphs.of(60, 1);
        double[] x = new double[graph.nodes().size()];
        double[] y = new double[x.length];
        int[][] layers = layers(graph);
        untangled(graph, layers, x, y);
        assertThat(x).as("all in one place").containsOnly(0);
        assertThat(y).containsOnly(0);
    }
}
