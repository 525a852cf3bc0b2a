package dupin.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dupin.model.InvestigationGraph;
import dupin.service.GraphEdits;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Theme;
import dupin.ui.fx.UiTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

class GraphCanvasTest extends UiTest {
    private final List<Throwable> errors = new ArrayList<>();
    private final List<InvestigationGraph.Node> activated = new ArrayList<>();
    private GraphCanvas graph;

    @Override
    protected Parent view() {
        var pump =
                new ChangePump(
                        Runnable::run,
                        Runnable::run,
                        (_, task) -> task.run(),
                        System::nanoTime,
                        Duration.ZERO,
                        errors::add);
        graph = new GraphCanvas(pump);
        graph.setOnActivate(activated::add);
        return new StackPane(graph);
    }

    private void show(InvestigationGraph shown) {
        onFx(() -> {
            graph.setGraph(shown);
            graph.layout();
        });
        assertThat(errors).isEmpty();
    }

    private Point2D at(String id) {
        return graph.onScreen(id).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 40, 120, 200})
    void picturesInAllSizes(int size) {
        show(size == 8 ? SampleGraphs.phishing() : SampleGraphs.of(size, 1));
        for (Theme theme : Theme.values()) {
            onFx(() -> theme.applyTo(scene));
            assertThat(shot("graph-" + size + "-" + theme.name().toLowerCase(Locale.ROOT))).isNotEmptyFile();
        }
    }

    @Test
    void aPictureOfHoverAndOneAtZoomOne() {
        show(SampleGraphs.of(120, 1));
        onFx(() -> graph.setView(new GraphViewport(600, 0, 1, graph.getWidth(), graph.getHeight())));
        shot("graph-zoom1");
        onFx(() -> {
            graph.select("e:40");
            graph.hover(graph.picture().positions().indexOf("e:40"));
        });
        shot("graph-hover");
    }

    @Test
    void nothingIsPaintedWhileNothingChanges() {
        show(SampleGraphs.phishing());
        int before = graph.paints();
        robot().sleep(400);
        onFx(() -> {
            graph.select(graph.getSelected());
            graph.layout();
        });
        int same = graph.paints();
        onFx(() -> {
            graph.setView(graph.view());
            graph.hover(-1);
            graph.layout();
        });
        assertThat(graph.paints()).isEqualTo(same);
        assertThat(same - before).isLessThanOrEqualTo(1);
        onFx(() -> {
            graph.zoomIn();
            graph.zoomIn();
            graph.zoomOut();
            graph.layout();
        });
        assertThat(graph.paints()).as("many changes, one painting").isEqualTo(same + 1);
    }

    @Test
    void aClickSelectsAndActivates() {
        show(SampleGraphs.phishing());
        robot().clickOn(at("user:r.okafor@contoso.example"));
        assertThat(graph.getSelected()).isEqualTo("user:r.okafor@contoso.example");
        assertThat(activated).extracting(InvestigationGraph.Node::label).containsExactly("r.okafor@contoso.example");
        robot().clickOn(graph.localToScreen(5, 300));
        assertThat(graph.getSelected()).isEmpty();
    }

    @Test
    void aClickOnAnEdgeShowsItsReason() {
        show(SampleGraphs.phishing());
        Curve curve = graph.picture().curve(0).seenIn(graph.view());
        robot().clickOn(graph.localToScreen(curve.x(0.5), curve.y(0.5)));
        assertThat(robot().lookup("row 12 of DeviceProcessEvents").tryQuery()).isPresent();
        shot("graph-edge");
    }

    @Test
    void arrowsWalkAlongEdgesAndEnterActivates() {
        show(SampleGraphs.phishing());
        onFx(() -> {
            graph.requestFocus();
            graph.select("device:FIN-LAPTOP-07");
        });
        robot().type(KeyCode.RIGHT);
        assertThat(graph.getSelected()).isEqualTo("process:winword.exe");
        robot().type(KeyCode.LEFT, KeyCode.LEFT, KeyCode.ENTER);
        assertThat(activated).extracting(InvestigationGraph.Node::id).containsExactly("user:r.okafor@contoso.example");
        robot().type(KeyCode.ESCAPE);
        assertThat(graph.getSelected()).isEmpty();
    }

    @Test
    void dragPansWheelZoomsAroundThePointerAndFFits() {
        show(SampleGraphs.of(40, 1));
        GraphViewport fitted = graph.view();
        robot().moveTo(graph.localToScreen(300, 200)).scroll(-5);
        double zoom = graph.view().zoom();
        assertThat(zoom).isNotCloseTo(fitted.zoom(), within(1e-3));
        assertThat(graph.view().worldX(300)).isCloseTo(fitted.worldX(300), within(0.01));
        double x = graph.view().centreX();
        robot().drag(graph.localToScreen(5, 300), MouseButton.PRIMARY).dropTo(graph.localToScreen(105, 300));
        assertThat(graph.view().centreX()).isCloseTo(x - 100 / zoom, within(3 / zoom));
        robot().type(KeyCode.F);
        assertThat(graph.view()).isEqualTo(fitted);
    }

    @Test
    void aStateMoreKeepsPlacesSelectionAndView() {
        var first = SampleGraphs.of(40, 1);
        show(first);
        onFx(() -> {
            graph.select("e:20");
            graph.setView(graph.view().zoomedAt(2, 300, 300));
        });
        GraphViewport view = graph.view();
        GraphPositions before = graph.picture().positions();
        show(SampleGraphs.grown(first, 5, "file:late"));
        assertThat(graph.view()).isEqualTo(view);
        assertThat(graph.getSelected()).isEqualTo("e:20");
        assertThat(graph.picture().positions().x(20)).isEqualTo(before.x(20));
        show(InvestigationGraph.EMPTY);
        assertThat(graph.getSelected()).isEmpty();
    }

    @Test
    void anotherPictureIsSeenWholeWhateverMarksItShares() {
        show(SampleGraphs.of(200, 1));
        var shared = SampleGraphs.grown(SampleGraphs.of(8, 1), 2, "file:other");
        onFx(() -> graph.open(GraphEdits.NONE));
        show(shared);
        assertSeenWhole();
        onFx(() -> {
            graph.setView(graph.view().zoomedAt(3, 300, 300));
            graph.open(GraphEdits.NONE);
        });
        show(shared);
        assertSeenWhole();
    }

    @Test
    void inASmallerOrLargerPaneTheWholeStaysWhole() {
        show(SampleGraphs.of(80, 1));
        for (double height : new double[] {260, 500}) {
            resize(height);
            assertSeenWhole();
        }
        onFx(() -> graph.setView(graph.view().zoomedAt(4, 300, 300)));
        GraphViewport near = graph.view();
        resize(300);
        assertThat(graph.view()).isEqualTo(near.resized(near.width(), 300));
    }

    private void resize(double height) {
        onFx(() -> {
            graph.setMaxHeight(height);
            graph.getParent().layout();
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(graph.getHeight()).isEqualTo(height);
    }

    private void assertSeenWhole() {
        GraphViewport now = graph.view();
        assertThat(now).isEqualTo(now.fitted(graph.picture().positions().bounds().grown(30)));
    }

    /// Whatever came in which order and in how many steps: the picture at rest is that of the data.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aGraphThatGrewInAnyStepsEndsInThePictureOfItsData(long seed) throws Exception {
        var whole = SampleGraphs.of(80, seed);
        GraphPositions once = new StoryLayout().place(whole, GraphPositions.EMPTY);
        var random = new Random(seed);
        var arrival = new ArrayList<>(whole.nodes());
        Collections.shuffle(arrival, random);
        for (int known = 1 + random.nextInt(20); known < arrival.size() - 10; known += 1 + random.nextInt(15)) {
            Set<String> there =
                    arrival.subList(0, known).stream().map(InvestigationGraph.Node::id).collect(Collectors.toSet());
            show(
                    new InvestigationGraph(
                            whole.nodes().stream().filter(n -> there.contains(n.id())).toList(),
                            whole.edges().stream()
                                    .filter(e -> there.contains(e.from()) && there.contains(e.to()))
                                    .toList()));
        }
        show(whole);
        assertThat(graph.picture().positions()).as("while it grows, marks keep their places").isNotEqualTo(once);
        assertThat(graph.atRest()).isFalse();
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> fx(graph::atRest));
        assertThat(graph.picture().positions()).isEqualTo(once);
        GraphViewport fitted =
                fx(() -> {
                    GraphViewport now = graph.view();
                    graph.fit();
                    return now;
                });
        assertThat(fitted.centreX()).isCloseTo(graph.view().centreX(), within(0.01));
        assertThat(fitted.zoom()).isCloseTo(graph.view().zoom(), within(1e-6));
    }

    @Test
    void aSelectedMarkStaysWhereItIsSeenWhileTheOthersGlide() {
        var first = SampleGraphs.of(40, 1);
        show(first);
        show(SampleGraphs.grown(SampleGraphs.grown(first, 5, "file:one"), 5, "file:two"));
        onFx(() -> {
            graph.setView(graph.view().zoomedAt(3, 300, 300));
            graph.select("e:20");
        });
        Point2D before = at("e:20");
        onFx(graph::settle);
        robot().sleep(800);
        assertThat(fx(graph::atRest)).isTrue();
        assertThat(at("e:20").distance(before)).isLessThan(1);
    }

    @Test
    void hitsAreFoundThroughTheGrid() throws IOException {
        var picture =
                new Picture(
                        SampleGraphs.of(1_000, 4),
                        new StoryLayout().place(SampleGraphs.of(1_000, 4), GraphPositions.EMPTY));
        var hits = new GraphHits(picture);
        for (int i = 0; i < 1_000; i++) {
            double x = picture.positions().x(i);
            double y = picture.positions().y(i);
            assertThat(hits.mark(x + 12, y - 12, 22)).isEqualTo(i);
            assertThat(hits.mark(x + 60, y + 48, 22)).isEqualTo(-1);
        }
        for (int e = 0; e < picture.links().count(); e += 7) {
            Curve curve = picture.curve(e);
            int found = hits.link(curve.x(0.4), curve.y(0.4), 7);
            assertThat(found).isGreaterThanOrEqualTo(0);
            assertThat(picture.curve(found).distanceSquared(curve.x(0.4), curve.y(0.4))).isLessThanOrEqualTo(49);
        }
    }

    @Test
    void figuresOfPaintingAndHitting() throws IOException {
        for (int size : new int[] {200, 2_000, 20_000}) {
            show(SampleGraphs.of(size, 1));
            double paint =
                    fx(() -> {
                        double best = Double.MAX_VALUE;
                        for (int i = 0; i < 12; i++) {
                            long start = Figures.cpu();
                            graph.centreOn(i * 10, 0);
                            graph.layout();
                            graph.snapshot(null, null);
                            best = Math.min(best, (Figures.cpu() - start) / 1e6);
                        }
                        return best;
                    });
            long start = Figures.cpu();
            int found = 0;
            for (int i = 0; i < 10_000; i++) {
                found += graph.hits().mark(i % 3_000, i % 700, 22) >= 0 ? 1 : 0;
            }
            double hit = (Figures.cpu() - start) / 1e6 / 10_000;
            assertThat(found).isBetween(1, 10_000);
            Figures.note(
                    "%,d marks: %.1f ms CPU a frame on the FX thread, snapshot included, %.5f ms a hit"
                            .formatted(size, paint, hit));
        }
    }
}
