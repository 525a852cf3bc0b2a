package dupin.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.InvestigationGraph;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No toolkit.
class StoryLayoutTest {
    private final GraphLayout layout = new StoryLayout();

    private GraphPositions place(InvestigationGraph graph) {
        return layout.place(graph, GraphPositions.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 40, 120, 200, 1_000})
    void theSameGraphGivesTheSamePicture(int size) {
        assertThat(place(SampleGraphs.of(size, 7))).isEqualTo(place(SampleGraphs.of(size, 7)));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 40, 120, 200, 1_000})
    void neitherMarksNorLabelsOverlap(int size) {
        for (long seed = 0; seed < 20; seed++) {
            GraphPositions at = place(SampleGraphs.of(size, seed));
            assertNoOverlap(at);
        }
    }

    /// As painted at zoom 1: a mark is a square, its label a box below it.
    private static void assertNoOverlap(GraphPositions at) {
        for (int a = 0; a < at.size(); a++) {
            for (int b = 0; b < a; b++) {
                boolean apart =
                        apart(mark(at, a), mark(at, b))
                                && apart(mark(at, a), label(at, b))
                                && apart(label(at, a), mark(at, b))
                                && apart(label(at, a), label(at, b));
                assertThat(apart).as("%s and %s", at.id(a), at.id(b)).isTrue();
            }
        }
    }

    private static Labels.Box mark(GraphPositions at, int i) {
        double r = MarkArt.RADIUS;
        return new Labels.Box(at.x(i) - r, at.y(i) - r, at.x(i) + r, at.y(i) + r, i);
    }

    private static Labels.Box label(GraphPositions at, int i) {
        double half = GraphLabels.WIDTH / 2;
        double top = at.y(i) + MarkArt.RADIUS + 5;
        return new Labels.Box(at.x(i) - half, top, at.x(i) + half, top + 18, i);
    }

    private static boolean apart(Labels.Box one, Labels.Box other) {
        return !one.meets(other);
    }

    @Test
    void theStoryRunsFromLeftToRight() {
        var graph = SampleGraphs.of(60, 3);
        GraphPositions at = place(graph);
        for (int a = 0; a < at.size(); a++) {
            for (int b = 0; b < at.size(); b++) {
                if (graph.nodes().get(a).layer() < graph.nodes().get(b).layer()) {
                    assertThat(at.x(a)).isLessThan(at.x(b));
                }
            }
        }
    }

    @Test
    void aChainWithinALayerRunsFromLeftToRightToo() {
        GraphPositions at = place(SampleGraphs.phishing());
        assertThat(at.x(at.indexOf("process:winword.exe")))
                .isLessThan(at.x(at.indexOf("process:powershell.exe -nop -w hidden -enc SQBFAFgAIAAoAE4A")));
    }

    @Test
    void aLargePictureKeepsItsProportions() {
        for (int size : new int[] {40, 120, 200, 2_000}) {
            var bounds = place(SampleGraphs.of(size, 1)).bounds();
            assertThat(bounds.width() / bounds.height()).as("%d marks", size).isBetween(0.7, 4.0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 40, 120, 200})
    void oneMarkMoreMovesTheRestLittle(int size) {
        for (int layer = 1; layer <= 9; layer++) {
            var graph = SampleGraphs.of(size, 11);
            GraphPositions before = place(graph);
            GraphPositions after = layout.place(SampleGraphs.grown(graph, layer, "file:late"), before);
            double[] moves = new double[before.size()];
            for (int i = 0; i < before.size(); i++) {
                int j = after.indexOf(before.id(i));
                moves[i] = Math.hypot(after.x(j) - before.x(i), after.y(j) - before.y(i));
            }
            Arrays.sort(moves);
            assertThat(moves[moves.length / 2]).as("layer %d", layer).isLessThan(0.05 * before.bounds().width());
            assertNoOverlap(after);
        }
    }

    @Test
    void manyMarksMoreStillDoNotOverlapAndSomeDayAllIsLaidOutAfresh() {
        var graph = SampleGraphs.of(40, 5);
        GraphPositions at = place(graph);
        for (int i = 0; i < 120; i++) {
            graph = SampleGraphs.grown(graph, 1 + i % 7, "file:late" + i);
            at = layout.place(graph, at);
        }
        assertNoOverlap(at);
        assertThat(layout.place(SampleGraphs.of(8, 99), at)).isEqualTo(place(SampleGraphs.of(8, 99)));
    }

    @Test
    void circlesAndLooseEndsDoNoHarm() {
        var graph = SampleGraphs.of(12, 2);
        var ids = graph.nodes().stream().map(InvestigationGraph.Node::id).toList();
        var edges = new java.util.ArrayList<>(graph.edges());
        edges.add(new InvestigationGraph.Edge(ids.get(6), ids.get(7), true, "", ""));
        edges.add(new InvestigationGraph.Edge(ids.get(7), ids.get(6), true, "", ""));
        edges.add(new InvestigationGraph.Edge(ids.get(7), ids.get(7), true, "", ""));
        edges.add(new InvestigationGraph.Edge(ids.get(7), "nobody", true, "", ""));
        assertNoOverlap(place(new InvestigationGraph(graph.nodes(), edges)));
        assertThat(place(InvestigationGraph.EMPTY).size()).isZero();
    }

    @Test
    void bigGraphsTakeMilliseconds() throws IOException {
        for (int size : List.of(200, 2_000, 20_000)) {
            var graph = SampleGraphs.of(size, 1);
            place(graph);
            place(graph);
            long best = Long.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                long start = Figures.cpu();
                assertThat(place(graph).size()).isEqualTo(size);
                best = Math.min(best, Figures.cpu() - start);
            }
            Figures.note("%,d marks: story layout in %.1f ms CPU".formatted(size, best / 1e6));
        }
    }
}
