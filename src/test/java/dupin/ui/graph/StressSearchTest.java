package dupin.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.InvestigationGraph;
import java.util.HashSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StressSearchTest {
    private static final double ROW = 100;

    private static GraphPositions searched(InvestigationGraph graph, int[][] layers, double[] x, double[] y) {
        new StressSearch(new Tangle(Links.of(graph), x, y)).run(layers, ROW, Stop.NEVER);
        return GraphPositions.of(graph, x, y);
    }

    /// Which columns a layer has and how its rows lie: column → height of its rows within one.
    private static TreeMap<Double, TreeSet<Double>> grid(int[] layer, double[] x, double[] y) {
        var grid = new TreeMap<Double, TreeSet<Double>>();
        for (int mark : layer) {
            grid.computeIfAbsent(x[mark], _ -> new TreeSet<>()).add(y[mark] % ROW);
        }
        return grid;
    }

    @ParameterizedTest
    @CsvSource({"40, 1", "40, 2", "120, 3", "200, 4"})
    void distancesAreToldBetterAndNoMoreEdgesCross(int size, long seed) {
        InvestigationGraph graph = MadeGraphs.of(size, seed);
        var links = Links.of(graph);
        int[][] layers = UntanglingTest.layers(graph);
        double[] x = new double[size];
        double[] y = new double[size];
        UntanglingTest.inColumns(graph, layers, x, y);
        GraphPositions before = GraphPositions.of(graph, x.clone(), y.clone());
        double height = before.bounds().height();
        double[] againX = x.clone();
        double[] againY = y.clone();

        GraphPositions after = searched(graph, layers, x, y);
        assertThat(Stress.of(after, links)).isLessThan(Stress.of(before, links) * 0.97);
        assertThat(Crossings.toAnEdge(after, links)).isLessThanOrEqualTo(Crossings.toAnEdge(before, links));
        assertThat(after.bounds().height()).isLessThanOrEqualTo(height);
        var spots = new HashSet<String>();
        for (int i = 0; i < size; i++) {
            assertThat(spots.add(x[i] + " " + y[i])).as("no two marks in one place").isTrue();
        }
        for (int[] layer : layers) {
            assertThat(grid(layer, x, y)).as("columns and their rows").isEqualTo(grid(layer, againX, againY));
        }
        searched(graph, layers, againX, againY);
        assertThat(againX).isEqualTo(x);
        assertThat(againY).isEqualTo(y);
    }

    @Test
    void marksInOnePlaceStay() {
        InvestigationGraph graph = MadeGraphs.of(60, 1);
        double[] x = new double[graph.nodes().size()];
        double[] y = new double[x.length];
        searched(graph, UntanglingTest.layers(graph), x, y);
        assertThat(x).containsOnly(0);
        assertThat(y).containsOnly(0);
    }
}
