package dupin.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.InvestigationGraph.Kind;
import dupin.model.InvestigationGraph.Node;
import dupin.model.Verdict;
import dupin.ui.fx.Icon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Small marks are drawn once for each look and repeated; what is seen must be what drawing each of them would show.
class StampsTest {
    private static final int SIDE = 240;
    private static final GraphRoles ROLES = new GraphRoles(colours());
    private static final List<Node> NODES = nodes();

    private static Map<String, Color> colours() {
        var colours = new HashMap<String, Color>();
        GraphRoles.NAMES.forEach(name -> colours.put(name, Color.hsb(colours.size() * 37, 0.8, 0.9)));
        return colours;
    }

    private static List<Node> nodes() {
        var nodes = new ArrayList<Node>();
        for (Kind kind : Kind.values()) {
            nodes.add(node(kind, null));
            for (Verdict verdict : Verdict.values()) {
                nodes.add(node(kind, verdict));
            }
        }
        return List.copyOf(nodes);
    }

    private static Node node(Kind kind, @Nullable Verdict verdict) {
        var key = new EntityKey(EntityKind.FILE, "file:" + kind + verdict);
        return new Node(key.toString(), kind, 0, EntityKind.FILE, key, "a", "", verdict, null, 1);
    }

    private static int difference(int[] one, int[] two) {
        int most = 0;
        for (int i = 0; i < one.length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                most = Math.max(most, Math.abs((one[i] >>> shift & 0xFF) - (two[i] >>> shift & 0xFF)));
            }
        }
        return most;
    }

    @Test
    void marksThatLookAlikeAreDrawnOnce() {
        var raster = new Raster(SIDE, SIDE);
        var pen = new RasterPen(raster, 1, new Masks(0));
        int[] drawn = new int[1];
        Pen.Art art =
                (on, x, y) -> {
                    drawn[0]++;
                    on.circle(x, y, 4, Color.RED, Pen.Line.NONE);
                };
        for (int i = 0; i < 1_000; i++) {
            pen.stamp(3, 20 + i * 0.2, 20 + i * 0.17, 4, art);
        }
        assertThat(drawn[0]).as("twice for each place within a pixel").isLessThanOrEqualTo(32);
        pen.alpha(0.5);
        pen.stamp(3, 50, 50, 4, art);
        pen.stamp(4, 50, 50, 4, art);
        assertThat(drawn[0]).as("anew for another opacity, another look").isLessThanOrEqualTo(36);
    }

    @ParameterizedTest
    @CsvSource({"1, 4.5, 1", "1, 6.5, 1", "1, 5, 0.22", "1.5, 4.5, 1", "2, 4.5, 0.22"})
    void aStampIsWhatItsArtWouldBe(double scale, double radius, double alpha) {
        var raster = new Raster(SIDE, SIDE);
        for (Node node : NODES) {
            double x = (40 + 0.125) / scale;
            double y = (60 + 0.625) / scale;
            raster.ground(Color.rgb(200, 120, 10));
            var direct = new RasterPen(raster, scale, new Masks(0));
            direct.alpha(alpha);
            var plain = new Plain(direct);
            new MarkArt(plain, ROLES).draw(node, x, y, radius, 0);
            int[] wanted = raster.pixels.clone();
            raster.ground(Color.rgb(200, 120, 10));
            var pen = new RasterPen(raster, scale, new Masks(0));
            pen.alpha(alpha);
            new MarkArt(pen, ROLES).draw(node, x, y, radius, 0);
            assertThat(difference(raster.pixels, wanted)).as("%s", node).isLessThanOrEqualTo(4);
            assertThat(plain.asked).isEqualTo(1);
        }
    }

    @Test
    void aStampThatHangsOverTheBorderIsCut() {
        var raster = new Raster(20, 20);
        var pen = new RasterPen(raster, 1, new Masks(0));
        var chance = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            double x = chance.nextDouble(-30, 50);
            double y = chance.nextDouble(-30, 50);
            pen.stamp(i % Pen.LOOKS, x, y, 5, (on, atX, atY) -> on.circle(atX, atY, 5, Color.RED, Pen.Line.NONE));
        }
        assertThat(raster.pixels).contains(0xFFFF_0000).doesNotContain(0);
    }

    /// Draws everything itself.
    private static final class Plain implements Pen {
        final RasterPen pen;
        int asked;

        Plain(RasterPen pen) {
            this.pen = pen;
        }

        @Override
        public void stamp(int look, double x, double y, double reach, Art art) {
            asked++;
            Pen.super.stamp(look, x, y, reach, art);
        }

        @Override
        public void alpha(double alpha) {
            pen.alpha(alpha);
        }

        @Override
        public void curve(Curve curve, Line line) {
            pen.curve(curve, line);
        }

        @Override
        public void polygon(double[] points, Color fill, Line line) {
            pen.polygon(points, fill, line);
        }

        @Override
        public void circle(double x, double y, double radius, Color fill, Line line) {
            pen.circle(x, y, radius, fill, line);
        }

        @Override
        public void box(double x, double y, double width, double height, double corner, Color fill, Line line) {
            pen.box(x, y, width, height, corner, fill, line);
        }

        @Override
        public void text(String text, double x, double y, double size, Weight weight, Color color) {
            pen.text(text, x, y, size, weight, color);
        }

        @Override
        public void icon(Icon icon, double x, double y, double size, Color color) {
            pen.icon(icon, x, y, size, color);
        }

        @Override
        public double width(String text, double size, Weight weight) {
            return pen.width(text, size, weight);
        }
    }
}
