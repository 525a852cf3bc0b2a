package dupin.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.InvestigationGraph;
import dupin.model.Verdict;
import dupin.service.GraphEdits;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.UiTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Hide, pin, focus, path, unfold, select, arrange; undo and redo; all by keys too.
class GraphEditingTest extends UiTest {
    private static final String USER = "user:r.okafor@contoso.example";
    private static final String DEVICE = "device:FIN-LAPTOP-07";
    private static final String WORD = "process:winword.exe";
    private static final String DOMAIN = "domain:cdn-update.example";

    private final List<GraphEdits> kept = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<Throwable> errors = new ArrayList<>();
    private GraphCanvas graph;

    @Override
    protected Parent view() {
        graph = canvas();
        graph.setOnEdit(kept::add);
        graph.setOnSay(said::add);
        return new StackPane(graph);
    }

    private GraphCanvas canvas() {
        return new GraphCanvas(
                new ChangePump(
                        Runnable::run,
                        Runnable::run,
                        (_, task) -> task.run(),
                        System::nanoTime,
                        Duration.ZERO,
                        errors::add));
    }

    @BeforeEach
    void phishing() {
        onFx(() -> {
            graph.setGraph(SampleGraphs.phishing());
            graph.layout();
            graph.requestFocus();
        });
    }

    private void choose(String... ids) {
        onFx(() -> {
            graph.choose(List.of(ids));
            graph.requestFocus();
        });
    }

    private List<String> shown() {
        return fx(() -> graph.picture().graph().nodes().stream().map(InvestigationGraph.Node::id).toList());
    }

    private void still() throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> fx(graph::atRest));
        assertThat(errors).isEmpty();
    }

    private void undo() {
        robot().press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    }

    private void redo() {
        robot().press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
    }

    @Test
    void whatIsHiddenComesBackStepByStep() throws Exception {
        List<String> all = shown();
        GraphPositions before = fx(() -> graph.picture().positions());
        choose(USER);
        robot().type(KeyCode.H);
        choose(WORD, DOMAIN);
        robot().type(KeyCode.H);
        still();
        assertThat(shown()).doesNotContain(USER, WORD, DOMAIN).hasSize(all.size() - 3);
        assertThat(fx(() -> graph.getGraph().nodes())).as("the graph itself is whole").hasSize(all.size());
        assertThat(fx(() -> graph.picture().positions().x(graph.picture().positions().indexOf(DEVICE))))
                .as("the others stay")
                .isEqualTo(before.x(before.indexOf(DEVICE)));
        onFx(graph::zoomIn);
        undo();
        assertThat(shown()).contains(WORD, DOMAIN).doesNotContain(USER);
        undo();
        still();
        assertThat(shown()).containsExactlyElementsOf(all);
        redo();
        redo();
        assertThat(shown()).hasSize(all.size() - 3);
        assertThat(kept.getLast().hidden()).containsExactlyInAnyOrder(USER, WORD, DOMAIN);
        robot().press(KeyCode.SHIFT).type(KeyCode.H).release(KeyCode.SHIFT);
        assertThat(shown()).hasSize(all.size());
    }

    @Test
    void movesOfTheCameraAndSelectionsAreNoEdits() {
        choose(USER);
        onFx(() -> {
            graph.zoomIn();
            graph.fit();
            graph.centreOn(3, 4);
        });
        GraphViewport view = fx(graph::view);
        undo();
        assertThat(kept).isEmpty();
        assertThat(fx(graph::view)).isEqualTo(view);
        assertThat(fx(graph::getSelected)).isEqualTo(USER);
    }

    @Test
    void aDraggedMarkIsPinnedAndStaysWhereItWasPut() throws Exception {
        Point2D at = fx(() -> graph.onScreen(DEVICE).orElseThrow());
        robot().drag(at, MouseButton.PRIMARY).dropTo(at.add(70, 45));
        Point2D there = fx(() -> graph.onScreen(DEVICE).orElseThrow());
        assertThat(there.distance(at.add(70, 45))).isLessThan(6);
        assertThat(kept.getLast().pins()).containsOnlyKeys(DEVICE);
        GraphEdits.Place pin = kept.getLast().pins().get(DEVICE);
        onFx(() -> graph.setGraph(SampleGraphs.grown(SampleGraphs.phishing(), 5, "file:late")));
        onFx(graph::settle);
        still();
        assertPlace(graph, pin);
        GraphCanvas again = fx(this::canvas);
        onFx(() -> {
            again.open(kept.getLast());
            again.setGraph(SampleGraphs.phishing());
        });
        assertPlace(again, pin);
        choose(DEVICE);
        robot().type(KeyCode.L);
        still();
        assertThat(kept.getLast().pins()).isEmpty();
        undo();
        still();
        assertPlace(graph, pin);
    }

    private void assertPlace(GraphCanvas canvas, GraphEdits.Place pin) {
        GraphPositions now = fx(() -> canvas.picture().positions());
        assertThat(now.x(now.indexOf(DEVICE))).isEqualTo(pin.x());
        assertThat(now.y(now.indexOf(DEVICE))).isEqualTo(pin.y());
    }

    @Test
    void theNeighbourhoodGrowsByAStep() throws Exception {
        int all = shown().size();
        choose(DEVICE);
        robot().type(KeyCode.N);
        still();
        assertThat(shown()).containsExactlyInAnyOrder("alert:1", USER, DEVICE, WORD);
        robot().type(KeyCode.N);
        still();
        assertThat(shown()).hasSizeGreaterThan(4).hasSizeLessThan(all);
        robot().press(KeyCode.SHIFT).type(KeyCode.H).release(KeyCode.SHIFT);
        assertThat(shown()).hasSize(all);
    }

    @Test
    void theShortestWayIsSelected() {
        choose(USER, DOMAIN);
        robot().type(KeyCode.S);
        assertThat(fx(() -> List.copyOf(graph.chosen()))).startsWith(USER, DEVICE, WORD).endsWith(DOMAIN).hasSize(5);
        assertThat(said).containsExactly("4 steps from one to the other");
        shot("graph-path");
        choose(USER);
        robot().type(KeyCode.S);
        assertThat(said).hasSize(2);
    }

    @Test
    void shiftSelectsSeveralAndSoDoesALineAroundThem() {
        robot().clickOn(fx(() -> graph.onScreen(USER).orElseThrow()));
        robot().press(KeyCode.SHIFT).clickOn(fx(() -> graph.onScreen(DEVICE).orElseThrow())).release(KeyCode.SHIFT);
        assertThat(fx(() -> List.copyOf(graph.chosen()))).containsExactly(USER, DEVICE);
        robot().press(KeyCode.SHIFT).clickOn(fx(() -> graph.onScreen(USER).orElseThrow())).release(KeyCode.SHIFT);
        assertThat(fx(() -> List.copyOf(graph.chosen()))).containsExactly(DEVICE);
        choose();
        Point2D middle = fx(() -> graph.onScreen(WORD).orElseThrow());
        var robot = robot();
        robot.press(KeyCode.SHIFT)
                .drag(middle.add(-34, -34), MouseButton.PRIMARY)
                .moveTo(middle.add(34, -34))
                .moveTo(middle.add(34, 34));
        shot("graph-lasso");
        robot.dropTo(middle.add(-34, 34)).release(KeyCode.SHIFT);
        assertThat(fx(() -> List.copyOf(graph.chosen()))).containsExactly(WORD);
        robot().press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        assertThat(fx(graph::chosen)).hasSize(shown().size());
    }

    @Test
    void theSearchLightsWhatItFindsAndEnterGoesFromOneToTheNext() {
        robot().press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot().write("update");
        shot("graph-search");
        robot().type(KeyCode.ENTER);
        String first = fx(graph::getSelected);
        robot().type(KeyCode.ENTER);
        assertThat(Set.of(first, fx(graph::getSelected))).hasSize(2).allMatch(id -> id.contains("update"));
        robot().type(KeyCode.F);
        assertThat(((TextField) graph.lookup("#graph-search")).getText()).isEqualTo("updatef");
        robot().type(KeyCode.ESCAPE);
        assertThat(((TextField) graph.lookup("#graph-search")).getText()).isEmpty();
        assertThat(fx(graph::isFocused)).isTrue();
    }

    @Test
    void theLegendSwitchesVerdictsOff() throws Exception {
        int all = shown().size();
        onFx(() -> {
            graph.legend();
            graph.layout();
        });
        onFx(() -> ((ToggleButton) graph.lookup("#legend-malicious")).fire());
        still();
        assertThat(fx(() -> graph.picture().graph().nodes()))
                .hasSizeLessThan(all)
                .noneMatch(n -> n.verdict() == Verdict.MALICIOUS);
        shot("graph-legend-off");
        onFx(() -> ((ToggleButton) graph.lookup("#legend-malicious")).fire());
        still();
        assertThat(shown()).hasSize(all);
    }

    @Test
    void arrangementsFollowEachOtherByKeyAndAreKept() throws Exception {
        choose(DEVICE);
        var seen = new ArrayList<GraphPositions>();
        for (String name : List.of("FORCE", "RADIAL", "TIME")) {
            robot().type(KeyCode.V);
            still();
            assertThat(kept.getLast().layout()).isEqualTo(name);
            assertThat(seen).doesNotContain(fx(() -> graph.picture().positions()));
            seen.add(fx(() -> graph.picture().positions()));
            shot("graph-" + name.toLowerCase(java.util.Locale.ROOT));
            if (name.equals("RADIAL")) {
                assertThat(kept.getLast().centre()).isEqualTo(DEVICE);
            }
        }
        undo();
        still();
        assertThat(fx(() -> graph.picture().positions())).isEqualTo(seen.get(1));
    }

    @Test
    void unfoldingIsAskedForFoldedMarksOnly() {
        choose(USER);
        robot().type(KeyCode.E);
        assertThat(kept).isEmpty();
        assertThat(said).hasSize(1);
        String fold =
                fx(() ->
                        graph.getGraph().nodes().stream()
                                .filter(n -> n.kind() == InvestigationGraph.Kind.FOLD)
                                .findFirst()
                                .orElseThrow()
                                .id());
        choose(fold);
        robot().type(KeyCode.E);
        assertThat(kept.getLast().unfolded()).containsExactly(fold);
        robot().type(KeyCode.E);
        assertThat(said).as("there is no room for more").hasSize(2);
    }
}
