package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import dupin.model.InvestigationGraph.Node;
import dupin.model.Verdict;
import dupin.ui.fx.Face;
import dupin.ui.fx.Icon;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// One mark: the verdict by colour and shape, the entity's kind as a glyph, the state of remediation as a small badge.
final class MarkArt {
    static final double RADIUS = 22;

    /// Marks never get smaller than this, in pixels.
    private static final double LEAST = 4.5;

    /// Seen from afar, marks shrink less than the distances between them, so that their glyphs can still be told apart.
    private static final double AFAR = 8.5;

    private static final double AFAR_SHARE = 32;

    private static final double MOST = 34;

    /// How far a small mark goes from its middle, in radiuses: its halo, and the corners of a triangle with their line.
    private static final double AROUND = 1.7;

    private static final double GLYPH_FROM = 8;
    private static final double BADGE_FROM = 7;
    private static final double HALO_FROM = 6;
    private static final double BADGE_GLYPH_FROM = 5.5;

    private static final double[] HEXAGON = ring(6, 0);
    private static final double[] DIAMOND = ring(4, Math.PI / 2);

    private final Pen pen;
    private final GraphRoles roles;
    private final Map<Verdict, Color> tones = new EnumMap<>(Verdict.class);
    private final Map<Verdict, Color> grounds = new EnumMap<>(Verdict.class);
    private final Map<Color, Color> halos = new HashMap<>();

    MarkArt(Pen pen, GraphRoles roles) {
        this.pen = pen;
        this.roles = roles;
    }

    static double radius(double zoom) {
        return Math.clamp(Math.max(RADIUS * zoom, Math.min(AFAR, AFAR_SHARE * zoom)), LEAST, MOST);
    }

    /// @param emphasis 0 at rest, 1 under the mouse, 2 selected
    void draw(Node node, double x, double y, double r, int emphasis) {
        if (emphasis == 0 && !badged(r)) {
            pen.stamp(
                    look(node), x, y, r * AROUND, (on, atX, atY) -> new MarkArt(on, roles).whole(node, atX, atY, r, 0));
        } else {
            whole(node, x, y, r, emphasis);
        }
    }

    /// Small marks differ by this alone.
    private static int look(Node node) {
        int verdict = node.verdict() == null ? 0 : node.verdict().ordinal() + 1;
        return node.kind().ordinal() * 8 + verdict;
    }

    private void whole(Node node, double x, double y, double r, int emphasis) {
        Color tone = tone(node);
        Color ground = ground(node);
        Face.Form form = form(node);
        if (emphasis > 0) {
            Color ring = roles.of("mark-selected");
            pen.circle(x, y, r + 8, ring.deriveColor(0, 1, 1, emphasis == 2 ? 0.22 : 0.12), Pen.Line.NONE);
            if (emphasis == 2) {
                pen.circle(x, y, r + 8, Color.TRANSPARENT, Pen.Line.solid(ring, 1.8));
            }
        } else if (r >= HALO_FROM && node.verdict() != null && node.verdict().incriminates()) {
            pen.circle(x, y, r * 1.28, halos.computeIfAbsent(tone, c -> c.deriveColor(0, 1, 1, 0.10)), Pen.Line.NONE);
        }
        double line = Math.clamp(r / 11, 1.2, 2.2);
        if (node.kind() == InvestigationGraph.Kind.FOLD && r >= GLYPH_FROM) {
            shape(
                    form,
                    x + r * 0.24,
                    y - r * 0.20,
                    r * 0.94,
                    ground,
                    Pen.Line.solid(tone.deriveColor(0, 1, 1, 0.55), line * 0.8));
        }
        boolean dashed = form == Face.Form.DASHED_CIRCLE && r >= GLYPH_FROM;
        shape(form, x, y, r, ground, new Pen.Line(tone, line, dashed ? 4 : 0));
        if (r >= GLYPH_FROM) {
            double lift = form == Face.Form.TRIANGLE ? r * 0.16 : 0;
            Color glyph =
                    node.kind() == InvestigationGraph.Kind.ENTITY || node.kind() == InvestigationGraph.Kind.FOLD
                            ? roles.of("mark-glyph")
                            : tone;
            pen.icon(icon(node), x, y + lift, r * (form == Face.Form.TRIANGLE ? 0.72 : 0.86), glyph);
        }
        if (badged(r)) {
            badges(node, x, y, r);
        }
    }

    private void badges(Node node, double x, double y, double r) {
        double small = Math.max(4, r * 0.38);
        Face state = Face.of(node.remediation());
        if (state.icon() != null) {
            Color tone = roles.of(state.role());
            double bx = x + r * 0.82;
            double by = y - r * 0.78;
            pen.circle(
                    bx,
                    by,
                    small,
                    small >= BADGE_GLYPH_FROM ? roles.of("mark-label-bg") : tone,
                    Pen.Line.solid(tone, 1.4));
            if (small >= BADGE_GLYPH_FROM) {
                pen.icon(state.icon(), bx, by, small * 1.15, tone);
            }
        }
        if (node.folded() > 1) {
            double size = countSize(r);
            Labels.Box box = count(pen, node, x, y, r);
            double width = box.right() - box.left();
            double height = box.bottom() - box.top();
            pen.box(
                    box.left(),
                    box.top(),
                    width,
                    height,
                    height / 2,
                    roles.of("mark-label-bg"),
                    Pen.Line.solid(tone(node), 1.2));
            pen.text(
                    "×" + node.folded(),
                    box.left() + width / 2,
                    box.top() + height / 2,
                    size,
                    Pen.Weight.SEMIBOLD,
                    roles.of("mark-label"));
        }
    }

    /// Says that the mark stays where it is.
    void pin(double x, double y, double r) {
        if (badged(r)) {
            double small = Math.max(4, r * 0.34);
            Color tone = roles.of("mark-selected");
            pen.circle(x - r * 0.82, y + r * 0.78, small, roles.of("mark-label-bg"), Pen.Line.solid(tone, 1.2));
            pen.icon(Icon.LOCK, x - r * 0.82, y + r * 0.78, small * 1.1, tone);
        }
    }

    /// Whether a mark of this radius has badges.
    static boolean badged(double r) {
        return r >= BADGE_FROM;
    }

    private static double countSize(double r) {
        return Math.clamp(r * 0.5, 9, 12);
    }

    /// Where the badge with the number of folded marks lies.
    static Labels.Box count(Pen pen, Node node, double x, double y, double r) {
        double size = countSize(r);
        double width = pen.width("×" + node.folded(), size, Pen.Weight.SEMIBOLD) + size * 0.8;
        return new Labels.Box(x - r * 0.85 - width, y - r * 0.85 - size * 1.5, x - r * 0.85, y - r * 0.85, -1);
    }

    private void shape(Face.Form form, double x, double y, double r, Color fill, Pen.Line line) {
        switch (form) {
            case HEXAGON -> pen.polygon(around(HEXAGON, x, y, r * 1.06), fill, line);
            case TRIANGLE ->
                    pen.polygon(
                            new double[] {x, y - r * 1.12, x + r * 1.16, y + r * 0.86, x - r * 1.16, y + r * 0.86},
                            fill,
                            line);
            case DIAMOND -> pen.polygon(around(DIAMOND, x, y, r * 1.12), fill, line);
            case SQUARE -> pen.box(x - r * 0.88, y - r * 0.88, r * 1.76, r * 1.76, r * 0.4, fill, line);
            case CIRCLE, DASHED_CIRCLE, NONE -> pen.circle(x, y, r * 0.96, fill, line);
        }
    }

    private static double[] around(double[] corners, double x, double y, double r) {
        double[] points = new double[corners.length];
        for (int i = 0; i < points.length; i += 2) {
            points[i] = x + r * corners[i];
            points[i + 1] = y + r * corners[i + 1];
        }
        return points;
    }

    /// Corners on a circle around the origin.
    private static double[] ring(int corners, double turn) {
        double[] points = new double[corners * 2];
        for (int i = 0; i < corners; i++) {
            points[2 * i] = Math.cos(turn + 2 * Math.PI * i / corners);
            points[2 * i + 1] = Math.sin(turn + 2 * Math.PI * i / corners);
        }
        return points;
    }

    private static Face.Form form(Node node) {
        if (node.kind() == InvestigationGraph.Kind.ALERT) {
            return Face.Form.SQUARE;
        }
        if (node.kind() == InvestigationGraph.Kind.INVESTIGATION) {
            return Face.Form.DIAMOND;
        }
        return node.verdict() == null ? Face.Form.DASHED_CIRCLE : Face.of(node.verdict()).form();
    }

    Color tone(Node node) {
        return switch (node.kind()) {
            case ALERT -> roles.of("mark-alert");
            case INVESTIGATION -> roles.of("mark-investigation");
            case ENTITY, FOLD -> verdict(node.verdict());
        };
    }

    Color verdict(@Nullable Verdict verdict) {
        return verdict == null
                ? roles.of("mark-line")
                : tones.computeIfAbsent(verdict, v -> roles.of(Face.of(v).role()));
    }

    private Color ground(Node node) {
        Verdict verdict = node.verdict();
        boolean entity = node.kind() == InvestigationGraph.Kind.ENTITY || node.kind() == InvestigationGraph.Kind.FOLD;
        return entity && verdict != null
                ? grounds.computeIfAbsent(verdict, v -> roles.of(Face.of(v).role() + "-soft"))
                : roles.of("mark-fill");
    }

    static Icon icon(Node node) {
        return switch (node.kind()) {
            case ALERT -> Icon.ALERT;
            case INVESTIGATION -> Icon.INVESTIGATION;
            case ENTITY, FOLD -> node.entityKind() == null ? Icon.FOLD : Icon.of(node.entityKind());
        };
    }
}
