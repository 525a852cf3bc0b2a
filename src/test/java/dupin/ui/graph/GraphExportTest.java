package dupin.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.InvestigationGraph;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Overlay;
import dupin.ui.fx.ScriptedDialogs;
import dupin.ui.fx.UiTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseButton;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.Document;

/// The picture goes to a file: by button, by menu, and with an honest word where that fails.
class GraphExportTest extends UiTest {
    @TempDir Path folder;

    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final List<Throwable> errors = new CopyOnWriteArrayList<>();
    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private GraphCanvas graph;
    private Overlay overlay;

    @Override
    protected Parent view() {
        var pump =
                new ChangePump(
                        background,
                        Platform::runLater,
                        (_, task) -> task.run(),
                        System::nanoTime,
                        Duration.ZERO,
                        errors::add);
        graph = new GraphCanvas(pump);
        overlay = new Overlay(graph);
        var frame = new Frame(pump, dialogs, overlay.toasts(), overlay.flyout(), InstantSource.system());
        graph.offer(new GraphExport(graph, frame));
        return overlay;
    }

    @AfterEach
    void end() {
        background.shutdownNow();
        assertThat(errors).isEmpty();
    }

    private void show(InvestigationGraph shown) throws Exception {
        onFx(() -> graph.setGraph(shown));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> fx(() -> graph.getGraph().equals(shown)));
    }

    private static InvestigationGraph hostile() {
        var graph = SampleGraphs.grown(SampleGraphs.phishing(), 5, "<script>alert(1)</script>&\u0000");
        var nodes = new ArrayList<InvestigationGraph.Node>();
        for (InvestigationGraph.Node n : graph.nodes()) {
            nodes.add(
                    n.label().equals("late.dll")
                            ? new InvestigationGraph.Node(
                                    n.id(),
                                    n.kind(),
                                    n.layer(),
                                    n.entityKind(),
                                    n.entity(),
                                    "<b>&\"\u0001</b>",
                                    "",
                                    null,
                                    null,
                                    1)
                            : n);
        }
        return new InvestigationGraph(nodes, graph.edges());
    }

    private String toast() throws Exception {
        var said = new ArrayList<String>();
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> {
                    said.clear();
                    for (Node label : fx(() -> overlay.toasts().lookupAll(".label"))) {
                        said.add(((Labeled) label).getText());
                    }
                    return fx(() -> overlay.toasts().isVisible()) && !String.join("", said).isEmpty();
                });
        return String.join(" ", said);
    }

    @Test
    void svgKeepsTextAsTextAndEvidenceHarmless() throws Exception {
        show(hostile());
        Path file = folder.resolve("graph.svg");
        dialogs.files(file);
        robot().clickOn("#graph-export");
        assertThat(toast()).contains(file.toString()).contains("KB");
        String svg = Files.readString(file);
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(file.toFile());
        assertThat(document.getElementsByTagName("text").getLength()).isGreaterThanOrEqualTo(13);
        assertThat(svg)
                .contains("r.okafor@contoso.example")
                .doesNotContain("<script")
                .doesNotContain("<b>")
                .doesNotContain("http://c");
    }

    @Test
    void pngIsTheWholePictureByTheMenuToo() throws Exception {
        show(SampleGraphs.phishing());
        Path file = folder.resolve("graph");
        dialogs.files(file);
        robot().clickOn(graph.localToScreen(5, 300), MouseButton.SECONDARY);
        robot().clickOn("Export graph as PNG");
        assertThat(toast()).contains("graph.png");
        byte[] png = Files.readAllBytes(folder.resolve("graph.png"));
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        var bounds = graph.picture().positions().bounds();
        int width = (png[18] & 0xFF) << 8 | png[19] & 0xFF;
        assertThat(width).isGreaterThan(2 * (int) bounds.width());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws Exception {
        show(SampleGraphs.phishing());
        dialogs.files(folder.resolve("nowhere").resolve("graph.svg"));
        robot().clickOn("#graph-export");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> fx(() -> !dialogs.asked.isEmpty()));
        assertThat(dialogs.asked).singleElement().isInstanceOf(Dialogs.Problem.class);
        assertThat(((Dialogs.Problem) dialogs.asked.getFirst()).text())
                .contains("nowhere", "the folder does not exist");
    }

    @Test
    void withoutAGraphNothingIsAsked() throws IOException {
        dialogs.files(folder.resolve("graph.svg"));
        robot().clickOn("#graph-export");
        assertThat(folder.toFile().list()).isEmpty();
    }
}
