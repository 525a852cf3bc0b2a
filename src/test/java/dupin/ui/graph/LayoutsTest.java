package dupin.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.InvestigationGraph;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every layout keeps to. No toolkit.
class LayoutsTest {
    private static GraphPositions place(LayoutKind kind, InvestigationGraph graph, GraphPositions before) {
        return kind.layout("e:20", Stop.NEVER).place(graph, before);
    }

    @ParameterizedTest
    @EnumSource
    void theSameDataGiveTheSamePicture(LayoutKind kind) {
        for (int size : new int[] {1, 2, 8, 40, 200, 1_000}) {
            GraphPositions once = place(kind, SampleGraphs.timed(size, 7), GraphPositions.EMPTY);
            assertThat(place(kind, SampleGraphs.timed(size, 7), GraphPositions.EMPTY)).isEqualTo(once);
            assertThat(once.size()).isEqualTo(size);
            for (int i = 0; i < size; i++) {
                assertThat(once.x(i)).isFinite();
                assertThat(once.y(i)).isFinite();
            }
        }
        assertThat(place(kind, InvestigationGraph.EMPTY, GraphPositions.EMPTY)).isEqualTo(GraphPositions.EMPTY);
    }

    /// Whether the picture is carried on or laid out anew.
    @ParameterizedTest
    @EnumSource
    void oneMarkMoreMovesTheMedianMarkLessThanATwentiethOfTheWidth(LayoutKind kind) throws IOException {
        for (int size : new int[] {40, 120, 200}) {
            double worstKept = 0;
            double worstAnew = 0;
            for (int layer = 1; layer <= 6; layer++) {
                InvestigationGraph graph = SampleGraphs.timed(size, 11);
                InvestigationGraph more = SampleGraphs.grown(graph, layer, "file:late");
                GraphPositions before = place(kind, graph, GraphPositions.EMPTY);
                worstKept = Math.max(worstKept, moved(before, place(kind, more, before)));
                worstAnew = Math.max(worstAnew, moved(before, place(kind, more, GraphPositions.EMPTY)));
            }
            Figures.note(
                    "%s, %d marks: one more moves the median by %.4f of the width kept, %.4f anew"
                            .formatted(kind, size, worstKept, worstAnew));
            assertThat(worstKept).as("%s of %d, carried on", kind, size).isLessThan(0.05);
        }
    }

    private static double moved(GraphPositions before, GraphPositions after) {
        double[] moves = new double[before.size()];
        for (int i = 0; i < before.size(); i++) {
            int j = after.indexOf(before.id(i));
            moves[i] = Math.hypot(after.x(j) - before.x(i), after.y(j) - before.y(i));
        }
        Arrays.sort(moves);
        return moves[moves.length / 2] / before.bounds().width();
    }

    @ParameterizedTest
    @EnumSource
    void marksNeverCoverEachOther(LayoutKind kind) {
        for (long seed = 0; seed < 8; seed++) {
            for (int size : new int[] {8, 60, 200}) {
                GraphPositions at = place(kind, SampleGraphs.timed(size, seed), GraphPositions.EMPTY);
                double nearest = Double.MAX_VALUE;
                for (int a = 0; a < size; a++) {
                    for (int b = 0; b < a; b++) {
                        nearest = Math.min(nearest, Math.hypot(at.x(a) - at.x(b), at.y(a) - at.y(b)));
                    }
                }
                assertThat(nearest).as("%s of %d, seed %d", kind, size, seed).isGreaterThan(2 * MarkArt.RADIUS);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLayoutThatNobodyWaitsForStops(LayoutKind kind) {
        var asked = new AtomicInteger();
        Stop second = () -> asked.incrementAndGet() > 1;
        assertThatThrownBy(() -> kind.layout("", second).place(SampleGraphs.timed(4_000, 1), GraphPositions.EMPTY))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(2);
    }

    @Test
    void theChosenMarkLiesInTheMiddleOfItsRings() {
        InvestigationGraph graph = SampleGraphs.of(120, 3);
        GraphPositions at = place(LayoutKind.RADIAL, graph, GraphPositions.EMPTY);
        int middle = at.indexOf("e:20");
        assertThat(Math.hypot(at.x(middle), at.y(middle))).isZero();
        Links links = Links.of(graph);
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < at.size(); i++) {
            if (i != middle) {
                nearest = Math.min(nearest, Math.hypot(at.x(i), at.y(i)));
            }
        }
        for (int k = 0; k < links.degree(middle); k++) {
            int neighbour = links.neighbour(middle, k);
            assertThat(Math.hypot(at.x(neighbour), at.y(neighbour)))
                    .isCloseTo(nearest, org.assertj.core.api.Assertions.within(1e-6));
        }
    }

    @Test
    void timeRunsFromLeftToRight() {
        InvestigationGraph graph = SampleGraphs.timed(200, 3);
        GraphPositions at = place(LayoutKind.TIME, graph, GraphPositions.EMPTY);
        assertThat(graph.times()).hasSizeGreaterThan(100);
        graph.times()
                .forEach((a, first) ->
                        graph.times()
                                .forEach((b, second) -> {
                                    if (first.isBefore(second)) {
                                        assertThat(at.x(at.indexOf(a))).isLessThan(at.x(at.indexOf(b)));
                                    }
                                }));
    }

    @Test
    void forcesTellDistancesBetterThanTheStory() throws IOException {
        for (int size : new int[] {200, 2_000}) {
            InvestigationGraph graph = SampleGraphs.of(size, 1);
            Links links = Links.of(graph);
            double story = Stress.of(place(LayoutKind.STORY, graph, GraphPositions.EMPTY), links);
            double force = Stress.of(place(LayoutKind.FORCE, graph, GraphPositions.EMPTY), links);
            Figures.note("%,d marks: stress of story %.3f, of force %.3f".formatted(size, story, force));
            assertThat(force).isLessThan(story * 0.75);
        }
    }

    @Test
    void repulsionByGroupsIsNearlyThatOfAllPairs() {
        int n = 800;
        var random = new java.util.SplittableRandom(5);
        float[] x = new float[n];
        float[] y = new float[n];
        float[] mass = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) (random.nextDouble() * 3_000);
            y[i] = (float) (random.nextDouble() * 2_000);
            mass[i] = 1 + random.nextInt(5);
        }
        float[] fx = new float[n];
        float[] fy = new float[n];
        new Repulsion(mass).push(x, y, fx, fy);
        double off = 0;
        double all = 0;
        for (int i = 0; i < n; i++) {
            double ex = 0;
            double ey = 0;
            for (int j = 0; j < n; j++) {
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                double w = mass[i] * mass[j] / (dx * dx + dy * dy + 1);
                ex += dx * w;
                ey += dy * w;
            }
            off += Math.hypot(fx[i] - ex, fy[i] - ey);
            all += Math.hypot(ex, ey);
        }
        assertThat(off / all).isLessThan(0.05);
    }

    private static InvestigationGraph joined(int marks, int alone, int... ends) {
        var nodes = new ArrayList<InvestigationGraph.Node>();
        for (int i = 0; i < marks + alone; i++) {
            nodes.add(
                    new InvestigationGraph.Node(
                            "m" + i, InvestigationGraph.Kind.ALERT, 0, null, null, "mark", "", null, null, 1));
        }
        var edges = new ArrayList<InvestigationGraph.Edge>();
        for (int i = 0; i < ends.length; i += 2) {
            edges.add(new InvestigationGraph.Edge("m" + ends[i], "m" + ends[i + 1], true, "names", ""));
        }
        return new InvestigationGraph(nodes, edges);
    }

    @Test
    void stressLooksAtEveryPairThatAWayJoins() {
        int marks = 60;
        int[] chain = IntStream.range(1, marks).flatMap(i -> IntStream.of(i - 1, i)).toArray();
        InvestigationGraph graph = joined(marks, 20, chain);
        Links links = Links.of(graph);
        double[] inOrder = IntStream.range(0, marks + 20).asDoubleStream().toArray();
        double[] shuffled = Arrays.stream(inOrder).map(i -> i * 7_919 % marks).toArray();
        double[] flat = new double[marks + 20];
        double[] lastElsewhere = inOrder.clone();
        lastElsewhere[marks - 1] = 0;
        assertThat(Stress.of(GraphPositions.of(graph, inOrder, flat), links)).isLessThan(1e-9);
        assertThat(Stress.of(GraphPositions.of(graph, shuffled, flat), links)).isGreaterThan(0.2);
        assertThat(Stress.of(GraphPositions.of(graph, lastElsewhere, flat), links)).isGreaterThan(1e-3);
    }

    @Test
    void ofALargePictureIsToldWhatIsJoinedHoweverManyMarksLieAlone() {
        int marks = Pivots.ALL;
        int alone = 200;
        int[] chain = IntStream.range(alone + 1, alone + marks).flatMap(i -> IntStream.of(i - 1, i)).toArray();
        InvestigationGraph graph = joined(marks, alone, chain);
        assertThat(Stress.of(place(LayoutKind.FORCE, graph, GraphPositions.EMPTY), Links.of(graph))).isLessThan(0.05);
    }

    @Test
    void aLargePictureCrossesAboutAsSeldomAsBeforeItsMarksWerePushedApart() {
        InvestigationGraph graph = SampleGraphs.of(2_000, 1);
        Links links = Links.of(graph);
        GraphPositions force = place(LayoutKind.FORCE, graph, GraphPositions.EMPTY);
        GraphPositions story = place(LayoutKind.STORY, graph, GraphPositions.EMPTY);
        assertThat(Crossings.toAnEdge(force, links)).isLessThan(Crossings.toAnEdge(story, links) * 0.6);
    }

    @Test
    void crossingsAreCountedOnceForEachEdgeAndNotWhereEdgesMeet() {
        InvestigationGraph graph = joined(4, 0, 0, 1, 2, 3, 1, 2);
        Links links = Links.of(graph);
        GraphPositions crossed = GraphPositions.of(graph, new double[] {0, 10, 0, 10}, new double[] {0, 10, 10, 0});
        GraphPositions apart = GraphPositions.of(graph, new double[] {0, 10, 0, 10}, new double[] {0, 0, 10, 10});
        assertThat(Crossings.toAnEdge(crossed, links)).isEqualTo(2.0 / 3);
        assertThat(Crossings.toAnEdge(apart, links)).isZero();
    }
}
