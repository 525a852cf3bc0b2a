package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import dupin.model.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.scene.paint.Color;

/// Draws a picture: a pure function of picture, viewport, roles and what is hovered and selected.
final class GraphPainter {
    private static final double DIMMED = 0.22;
    private static final double DOTS = 32;

    /// From further away captions would hide the edges that they are about.
    private static final double CAPTIONS_ABOVE = 0.4;

    private GraphPainter() {}

    private static final Comparator<Stroke> STRONGEST_LAST =
            Comparator.comparing(Stroke::hot)
                    .thenComparingDouble(Stroke::alpha)
                    .thenComparingInt(stroke -> stroke.line().hashCode());

    /// @param hovered index of the mark under the mouse, -1 for none
    /// @param selected index of the selected mark, -1 for none
    /// @param link index of the selected edge, -1 for none
    /// @param chosen all selected marks
    /// @param lit marks that stand out while none is under the mouse; empty for all alike
    /// @param pinned marks that stay where they were put
    record Attention(int hovered, int selected, int link, Set<Integer> chosen, Set<Integer> lit, Set<Integer> pinned) {
        static final Attention NONE = new Attention(-1, -1, -1);

        Attention(int hovered, int selected, int link) {
            this(hovered, selected, link, selected < 0 ? Set.of() : Set.of(selected), Set.of(), Set.of());
        }

        /// Whether an edge leads from one of several selected marks to another.
        boolean between(Links links, int edge) {
            return chosen.size() > 1 && chosen.contains(links.from[edge]) && chosen.contains(links.to[edge]);
        }
    }

    static void paint(Pen pen, Picture picture, GraphViewport view, GraphRoles roles, Attention attention) {
        pen.alpha(1);
        pen.box(0, 0, view.width(), view.height(), 0, roles.of("canvas-bg"), Pen.Line.NONE);
        dots(pen, view, roles);
        Set<Integer> lit = attention.hovered() >= 0 ? picture.around(attention.hovered()) : attention.lit();
        List<Integer> hot = edges(pen, picture, view, roles, attention, lit);
        marks(pen, picture, view, roles, attention, lit);
        List<Integer> told = view.zoom() > CAPTIONS_ABOVE ? hot : List.of();
        words(pen, GraphLabels.of(pen, picture, view, attention, lit, told), roles);
        pen.alpha(1);
    }

    private static void dots(Pen pen, GraphViewport view, GraphRoles roles) {
        double step = DOTS * view.zoom();
        while (step < 24) {
            step *= 2;
        }
        double startX = Math.floorMod((long) Math.rint(view.screenX(0)), (long) step);
        double startY = Math.floorMod((long) Math.rint(view.screenY(0)), (long) step);
        Color dot = roles.of("canvas-dot");
        for (double x = startX; x < view.width(); x += step) {
            for (double y = startY; y < view.height(); y += step) {
                pen.box(Math.rint(x), Math.rint(y), 1.5, 1.5, 0, dot, Pen.Line.NONE);
            }
        }
    }

    /// @return the edges that are looked at
    private static List<Integer> edges(
            Pen pen, Picture picture, GraphViewport view, GraphRoles roles, Attention attention, Set<Integer> lit) {
        Links links = picture.links();
        var looked = new ArrayList<Integer>();
        var strokes = new ArrayList<Stroke>();
        double faintest = roles.faintest();
        for (int e = 0; e < links.count(); e++) {
            if (picture.curve(e).visibleIn(view)) {
                boolean touched = touches(links, e, attention.hovered()) || e == attention.link();
                boolean several = attention.chosen().size() > 1;
                boolean hot =
                        touched
                                || lit.isEmpty() && !several && touches(links, e, attention.selected())
                                || attention.between(links, e);
                boolean dim =
                        !lit.isEmpty()
                                && !touched
                                && (attention.hovered() >= 0
                                        || !lit.contains(links.from[e])
                                        || !lit.contains(links.to[e]));
                double alpha = dim ? DIMMED / 2 : hot ? 1 : weight(picture, e, faintest);
                strokes.add(stroke(picture, e, view, roles, hot, alpha));
                if (hot) {
                    looked.add(e);
                }
            }
        }
        strokes.sort(STRONGEST_LAST);
        for (Stroke stroke : strokes) {
            pen.alpha(stroke.alpha());
            pen.curve(stroke.curve(), stroke.line());
        }
        for (Stroke stroke : strokes) {
            if (stroke.line().dash() == 0 && view.zoom() > 0.2) {
                double hidden = MarkArt.radius(view.zoom()) - MarkArt.RADIUS * view.zoom();
                double size = Math.clamp(8 * view.zoom(), 4.5, 9);
                pen.alpha(stroke.alpha());
                arrow(pen, stroke.curve(), Math.max(0, hidden), size, stroke.line().color());
            }
        }
        pen.alpha(1);
        return looked;
    }

    /// One edge as it is drawn. Equal lines come one after the other, which lets a canvas draw them at one stroke.
    private record Stroke(boolean hot, double alpha, Curve curve, Pen.Line line) {}

    private static boolean touches(Links links, int link, int node) {
        return node >= 0 && (links.from[link] == node || links.to[link] == node);
    }

    private static Stroke stroke(
            Picture picture, int link, GraphViewport view, GraphRoles roles, boolean hot, double alpha) {
        InvestigationGraph.Edge edge = picture.edge(link);
        boolean solid = edge.communication();
        Color color = roles.of(hot ? "edge-hot" : trail(picture, link, solid ? "edge" : "edge-association"));
        double width = Math.clamp((solid ? 1.5 : 1.2) * Math.sqrt(view.zoom()), 0.7, 2.2) + (hot ? 0.5 : 0);
        double step = Math.ceil(alpha * 10) / 10;
        return new Stroke(hot, step, picture.curve(link).seenIn(view), new Pen.Line(color, width, solid ? 0 : 4));
    }

    /// One of many lines at a mark says little: fans are faint, so that chains stand out.
    private static double weight(Picture picture, int link, double faintest) {
        Links links = picture.links();
        int busiest = Math.max(links.degree(links.from[link]), links.degree(links.to[link]));
        return picture.edge(link).communication()
                ? Math.clamp(10.0 / busiest, Math.max(0.6, faintest), 1)
                : Math.clamp(5.0 / busiest, faintest, 1);
    }

    /// The attack's trail is drawn in the colour of its worse end; other edges in grey.
    private static String trail(Picture picture, int link, String otherwise) {
        Verdict from = picture.node(picture.links().from[link]).verdict();
        Verdict to = picture.node(picture.links().to[link]).verdict();
        if (from == null || to == null || !from.incriminates() || !to.incriminates()) {
            return otherwise;
        }
        return from == Verdict.MALICIOUS || to == Verdict.MALICIOUS ? "edge-malicious" : "edge-suspicious";
    }

    /// @param hidden how much of the curve's end lies under the mark
    private static void arrow(Pen pen, Curve c, double hidden, double size, Color color) {
        double t = 1;
        while (t > 0.6 && Math.hypot(c.x(t) - c.x2(), c.y(t) - c.y2()) < hidden) {
            t -= 0.01;
        }
        double dx = c.x(t) - c.x(t - 0.04);
        double dy = c.y(t) - c.y(t - 0.04);
        double length = Math.hypot(dx, dy);
        if (length < 1e-6) {
            return;
        }
        double ux = dx / length;
        double uy = dy / length;
        double tipX = c.x(t) + ux * 2;
        double tipY = c.y(t) + uy * 2;
        double backX = tipX - ux * size;
        double backY = tipY - uy * size;
        double half = size * 0.46;
        pen.polygon(
                new double[] {tipX, tipY, backX - uy * half, backY + ux * half, backX + uy * half, backY - ux * half},
                color,
                Pen.Line.NONE);
    }

    private static void marks(
            Pen pen, Picture picture, GraphViewport view, GraphRoles roles, Attention attention, Set<Integer> lit) {
        var art = new MarkArt(pen, roles);
        double r = MarkArt.radius(view.zoom());
        GraphPositions at = picture.positions();
        for (int i = 0; i < at.size(); i++) {
            if (view.shows(at.x(i), at.y(i))) {
                pen.alpha(lit.isEmpty() || lit.contains(i) ? 1 : DIMMED);
                int emphasis = attention.chosen().contains(i) ? 2 : i == attention.hovered() ? 1 : 0;
                art.draw(picture.node(i), view.screenX(at.x(i)), view.screenY(at.y(i)), r, emphasis);
                if (attention.pinned().contains(i)) {
                    art.pin(view.screenX(at.x(i)), view.screenY(at.y(i)), r);
                }
            }
        }
    }

    private static void words(Pen pen, GraphLabels.Words words, GraphRoles roles) {
        for (GraphLabels.Placed label : words.labels()) {
            word(pen, label, 0.88, Pen.Line.NONE, roles);
        }
        for (GraphLabels.Placed caption : words.captions()) {
            word(pen, caption, 1, Pen.Line.solid(roles.of("edge-hot"), 1), roles);
        }
    }

    private static void word(Pen pen, GraphLabels.Placed label, double ground, Pen.Line border, GraphRoles roles) {
        Labels.Box box = label.box();
        double width = box.right() - box.left();
        double height = box.bottom() - box.top();
        pen.alpha(ground);
        pen.box(box.left(), box.top(), width, height, 5, roles.of("mark-label-bg"), border);
        pen.alpha(1);
        pen.text(
                label.text(),
                box.left() + width / 2,
                box.top() + height / 2,
                label.size(),
                Pen.Weight.MEDIUM,
                roles.of("mark-label"));
    }
}
