package dupin.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dupin.model.EntityKind;
import dupin.model.InvestigationGraph;
import dupin.ui.fx.Icon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What is drawn, read from a notebook; no toolkit.
class GraphPainterTest {
    private static final GraphRoles ROLES = new GraphRoles(colours());

    /// Writes down what would be drawn; every letter is as wide as 0.58 of its size.
    private static final class Notebook implements Pen {
        final List<String> lines = new ArrayList<>();
        final List<Labels.Box> texts = new ArrayList<>();
        private double alpha = 1;

        @Override
        public void alpha(double newAlpha) {
            alpha = newAlpha;
        }

        @Override
        public void curve(Curve curve, Line line) {
            lines.add("curve " + alpha + " " + curve + line);
        }

        @Override
        public void polygon(double[] points, Color fill, Line line) {
            lines.add("polygon" + points.length / 2 + " " + alpha + " " + line.color());
        }

        @Override
        public void circle(double x, double y, double radius, Color fill, Line line) {
            lines.add("circle " + alpha + " " + x + " " + y + " " + radius + " " + line);
        }

        @Override
        public void box(double x, double y, double width, double height, double corner, Color fill, Line line) {
            lines.add("box " + alpha + " " + x + " " + y + " " + width + " " + height);
        }

        @Override
        public void text(String text, double x, double y, double size, Weight weight, Color color) {
            lines.add("text " + alpha + " " + text);
            if (weight == Weight.MEDIUM) {
                double half = width(text, size, weight) / 2;
                texts.add(new Labels.Box(x - half, y - size / 2, x + half, y + size / 2, texts.size()));
            }
        }

        @Override
        public void icon(Icon icon, double x, double y, double size, Color color) {
            lines.add("icon " + alpha + " " + icon);
        }

        @Override
        public double width(String text, double size, Weight weight) {
            return text.length() * size * 0.58;
        }
    }

    private static Map<String, Color> colours() {
        var colours = new HashMap<String, Color>();
        for (int i = 0; i < GraphRoles.NAMES.size(); i++) {
            colours.put(GraphRoles.NAMES.get(i), Color.rgb(i, 255 - i, 100));
        }
        return colours;
    }

    private static Picture picture(InvestigationGraph graph) {
        return new Picture(graph, new StoryLayout().place(graph, GraphPositions.EMPTY));
    }

    private static Notebook paint(Picture picture, double zoom, GraphPainter.Attention attention) {
        var notebook = new Notebook();
        var bounds = picture.positions().bounds();
        var view =
                new GraphViewport(
                        (bounds.left() + bounds.right()) / 2,
                        (bounds.top() + bounds.bottom()) / 2,
                        zoom,
                        (bounds.width() + 400) * zoom,
                        (bounds.height() + 400) * zoom);
        GraphPainter.paint(notebook, picture, view, ROLES, attention);
        return notebook;
    }

    @Test
    void whatIsLitLiesAboveWhatIsDimmed() {
        var picture = picture(SampleGraphs.of(60, 4));
        List<Double> alphas =
                paint(picture, 1, new GraphPainter.Attention(3, -1, -1)).lines.stream()
                        .filter(line -> line.startsWith("icon"))
                        .map(line -> Double.valueOf(line.split(" ")[1]))
                        .toList();
        assertThat(alphas).isSorted().contains(EdgeArt.DIMMED, 1.0);
    }

    @Test
    void theSamePictureIsDrawnTheSame() {
        var picture = picture(SampleGraphs.of(60, 4));
        var attention = new GraphPainter.Attention(3, 9, -1);
        assertThat(paint(picture, 0.7, attention).lines).isEqualTo(paint(picture, 0.7, attention).lines);
    }

    @ParameterizedTest
    @CsvSource({"200, 0.1", "200, 0.35", "200, 0.7", "200, 1", "200, 1.7", "200, 3", "40, 0.5", "40, 1"})
    void noLabelCoversAnotherOrAMark(int size, double zoom) {
        var picture = picture(SampleGraphs.of(size, 9));
        Notebook drawn = paint(picture, zoom, GraphPainter.Attention.NONE);
        nothingIsCovered(drawn, picture, zoom);
        if (zoom >= 1) {
            assertThat(drawn.texts).as("all have room").hasSize(size);
        }
    }

    @ParameterizedTest
    @CsvSource({"200, 0.35, 7", "200, 0.7, 31", "200, 1, 60", "40, 0.5, 3", "40, 1, 12"})
    void namesAndCaptionsOfWhatIsLookedAtCoverNothingEither(int size, double zoom, int mark) {
        var picture = picture(SampleGraphs.of(size, 9));
        for (var attention : lookedAt(mark)) {
            nothingIsCovered(paint(picture, zoom, attention), picture, zoom);
        }
    }

    /// Whatever the arrangement, the size, the distance and what is looked at: 25 pictures of chance for each.
    @ParameterizedTest
    @EnumSource(LayoutKind.class)
    void noLabelCoversAnythingInAnyLayout(LayoutKind kind) {
        var chance = new Random(kind.ordinal());
        for (int run = 0; run < 25; run++) {
            int size = chance.nextInt(2, 200);
            double zoom = Math.exp(chance.nextDouble(Math.log(0.08), Math.log(3.5)));
            var graph = SampleGraphs.timed(size, chance.nextLong());
            String centre = graph.nodes().get(chance.nextInt(graph.nodes().size())).id();
            var picture = new Picture(graph, kind.layout(centre, Stop.NEVER).place(graph, GraphPositions.EMPTY));
            var looks = new ArrayList<>(lookedAt(chance.nextInt(Math.min(graph.nodes().size(), graph.edges().size()))));
            looks.add(GraphPainter.Attention.NONE);
            for (var attention : looks) {
                nothingIsCovered(paint(picture, zoom, attention), picture, zoom);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "0.7", "0.5", "0.4", "0.3"})
    void noNameCoversACountOfFoldedMarks(double zoom) {
        var pen = new Notebook();
        int counts = 0;
        for (LayoutKind kind : LayoutKind.values()) {
            var graph = SampleGraphs.timed(150, 9);
            GraphPositions at =
                    kind.layout(graph.nodes().getFirst().id(), Stop.NEVER).place(graph, GraphPositions.EMPTY);
            var picture = new Picture(graph, at);
            var view = GraphViewport.sized(1200, 800).fitted(at.bounds());
            view = view.zoomedAt(zoom / view.zoom(), 600, 400);
            var words = GraphLabels.of(pen, picture, view, GraphPainter.Attention.NONE, Set.of(), List.of());
            for (int i = 0; i < at.size(); i++) {
                if (picture.node(i).folded() > 1 && MarkArt.badged(MarkArt.radius(zoom))) {
                    double x = view.screenX(at.x(i));
                    double y = view.screenY(at.y(i));
                    Labels.Box count = MarkArt.count(pen, picture.node(i), x, y, MarkArt.radius(zoom));
                    assertThat(words.labels()).isNotEmpty().noneMatch(label -> label.box().meets(count));
                    counts++;
                }
            }
        }
        assertThat(counts).isPositive();
    }

    /// A mark under the mouse, selected, and an edge that was clicked.
    private static List<GraphPainter.Attention> lookedAt(int which) {
        return List.of(
                new GraphPainter.Attention(which, -1, -1),
                new GraphPainter.Attention(-1, which, -1),
                new GraphPainter.Attention(-1, -1, which));
    }

    private static void nothingIsCovered(Notebook drawn, Picture picture, double zoom) {
        double r = MarkArt.radius(zoom);
        GraphPositions at = picture.positions();
        var bounds = at.bounds();
        for (int a = 0; a < drawn.texts.size(); a++) {
            Labels.Box text = drawn.texts.get(a);
            for (int b = 0; b < a; b++) {
                if (text.meets(drawn.texts.get(b))) {
                    fail("%s covers %s at zoom %s", text, drawn.texts.get(b), zoom);
                }
            }
            for (int i = 0; i < at.size(); i++) {
                double x = (at.x(i) - bounds.left() + 200) * zoom;
                double y = (at.y(i) - bounds.top() + 200) * zoom;
                var mark = new Labels.Box(x - r, y - r, x + r, y + r, -1);
                if (text.meets(mark)) {
                    fail("%s covers mark %s at zoom %s", text, i, zoom);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ALERT, , Suspicious outbound transfer with a command line tool, 200, Suspicious outbound…",
        "ALERT, , Suspicious outbound transfer with a command line tool, 60, ''",
        "ENTITY, PROCESS, wsusmig.exe (20312), 80, wsusmig.exe",
        "ENTITY, PROCESS, wsusmig.exe (20312), 60, ''",
        "ENTITY, FILE, Courier_Manifest_4471-B.docm, 130, Courier_…71-B.docm",
        "ENTITY, FILE, Courier_Manifest_4471-B.docm, 60, ''",
        "ENTITY, URL, https://drop.example/u/hrm/, 150, drop.example/u/hrm/",
        "FOLD, PROCESS, 7 × cmd.exe, 60, cmd.exe",
        "INVESTIGATION, , Investigation INV-41872, 80, INV-41872"
    })
    void namesAreCutWhereTheyStillTellOrLeftOut(
            InvestigationGraph.Kind kind, EntityKind entity, String label, double width, String shown) {
        var node = new InvestigationGraph.Node("x", kind, 1, entity, null, label, "", null, null, 1);
        assertThat(GraphLabels.name(new Notebook(), node, 12, width)).isEqualTo(shown);
    }

    @Test
    void whileTheMouseIsOnAMarkOnlyItAndItsNeighboursAreNamed() {
        var picture = picture(SampleGraphs.of(200, 9));
        Notebook before = paint(picture, 0.5, GraphPainter.Attention.NONE);
        int unnamed = -1;
        for (int i = 0; i < picture.positions().size(); i++) {
            String begin = "text 1.0 " + picture.node(i).label().substring(0, 3);
            unnamed = unnamed < 0 && before.lines.stream().noneMatch(l -> l.startsWith(begin)) ? i : unnamed;
        }
        int mark = Math.max(0, unnamed);
        Notebook after = paint(picture, 0.5, new GraphPainter.Attention(mark, -1, -1));
        String begin = "text 1.0 " + picture.node(mark).label().substring(0, 3);
        assertThat(after.lines).anyMatch(l -> l.startsWith(begin));
        assertThat(after.texts.size())
                .as("names and captions")
                .isLessThan(before.texts.size())
                .isLessThanOrEqualTo(2 * picture.around(mark).size());
    }

    @Test
    void verdictsDifferInShapeAndNotOnlyInColour() {
        Notebook drawn = paint(picture(SampleGraphs.phishing()), 1, GraphPainter.Attention.NONE);
        String malicious = ROLES.of("verdict-malicious").toString();
        String suspicious = ROLES.of("verdict-suspicious").toString();
        assertThat(drawn.lines).filteredOn(l -> l.startsWith("polygon6") && l.endsWith(malicious)).hasSize(4);
        assertThat(drawn.lines).filteredOn(l -> l.startsWith("polygon3") && l.endsWith(suspicious)).hasSize(3);
        assertThat(drawn.lines).filteredOn(l -> l.startsWith("circle") && l.contains("dash=4.0")).hasSize(1);
        assertThat(drawn.lines).contains("icon 1.0 USER", "icon 1.0 REMEDIATED", "icon 1.0 CLOCK", "text 1.0 ×14");
    }

    @Test
    void hoverLightsTheNeighboursAndDimsTheRest() {
        var picture = picture(SampleGraphs.phishing());
        int user = picture.positions().indexOf("user:r.okafor@contoso.example");
        Notebook drawn = paint(picture, 1, new GraphPainter.Attention(user, -1, -1));
        assertThat(drawn.lines).contains("icon 1.0 USER", "icon 1.0 MAIL", "icon 1.0 DEVICE", "icon 0.22 URL");
        assertThat(drawn.lines).filteredOn(l -> l.startsWith("curve 1.0")).hasSize(2);
    }

    @Test
    void marksOutsideOfTheWindowCostNothing() {
        var picture = picture(SampleGraphs.of(1_000, 2));
        var notebook = new Notebook();
        GraphPainter.paint(
                notebook, picture, new GraphViewport(-9_000, 0, 1, 800, 600), ROLES, GraphPainter.Attention.NONE);
        assertThat(notebook.lines)
                .noneMatch(l -> l.startsWith("icon") || l.startsWith("text") || l.startsWith("curve"));
    }

    private static List<Integer> curves(Picture picture, double zoom, double aside) {
        var bounds = picture.positions().bounds();
        var view = new GraphViewport((bounds.left() + bounds.right()) / 2 + aside / zoom, 0, zoom, 3_000, 2_000);
        var notebook = new Notebook();
        GraphPainter.paint(notebook, picture, view, ROLES, new GraphPainter.Attention(-1, 7, -1));
        Set<String> drawn =
                notebook.lines.stream()
                        .filter(l -> l.startsWith("curve"))
                        .map(l -> l.substring(l.indexOf("Curve["), l.indexOf(']') + 1))
                        .collect(Collectors.toSet());
        return IntStream.range(0, picture.links().count())
                .filter(link -> drawn.contains(picture.curve(link).seenIn(view).toString()))
                .boxed()
                .toList();
    }

    @Test
    void fromAfarOnlyAPartOfVeryManyEdgesIsDrawnAndAlwaysTheSame() {
        var small = picture(MadeGraphs.of(200, 1));
        assertThat(curves(small, 0.1, 0)).as("all of a small picture").hasSize(small.links().count());
        var picture = picture(MadeGraphs.of(2_000, 1));
        List<Integer> drawn = curves(picture, 0.1, 0);
        assertThat(drawn.size()).isBetween(picture.links().count() / 20, picture.links().count() * 2 / 3);
        assertThat(curves(picture, 0.1, 100)).as("the same when the picture is moved").isEqualTo(drawn);
        Links links = picture.links();
        for (int link = 0; link < links.count(); link++) {
            if (links.from[link] == 7 || links.to[link] == 7) {
                assertThat(drawn).as("all of the selected mark").contains(link);
            }
        }
    }

    @Test
    void hostileLabelsStayOnOneLine() {
        var node =
                new InvestigationGraph.Node(
                        "x",
                        InvestigationGraph.Kind.ENTITY,
                        1,
                        null,
                        null,
                        "a\r\nb\u202Ec" + "z".repeat(100_000),
                        "",
                        null,
                        null,
                        1);
        Notebook drawn =
                paint(picture(new InvestigationGraph(List.of(node), List.of())), 1, GraphPainter.Attention.NONE);
        assertThat(drawn.lines)
                .filteredOn(l -> l.startsWith("text"))
                .singleElement()
                .asString()
                .hasSizeLessThan(80)
                .doesNotContain("\n")
                .doesNotContain("\r")
                .doesNotContain("\u202E");
    }
}
