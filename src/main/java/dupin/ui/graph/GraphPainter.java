package dupin.ui.graph;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import javafx.scene.paint.Color;

/// Draws a picture: a pure function of picture, viewport, roles and what is hovered and selected.
final class GraphPainter {
    private static final double DOTS = 32;

    /// From further away captions would hide the edges that they are about.
    private static final double CAPTIONS_ABOVE = 0.4;

    private GraphPainter() {}

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
        List<Integer> hot = new EdgeArt(pen, picture, view, roles, attention, lit).draw();
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

    /// The dimmed ones below the lit ones.
    private static void marks(
            Pen pen, Picture picture, GraphViewport view, GraphRoles roles, Attention attention, Set<Integer> lit) {
        if (!lit.isEmpty()) {
            pen.alpha(EdgeArt.DIMMED);
            marks(pen, picture, view, roles, attention, i -> !lit.contains(i));
        }
        pen.alpha(1);
        marks(pen, picture, view, roles, attention, i -> lit.isEmpty() || lit.contains(i));
    }

    private static void marks(
            Pen pen, Picture picture, GraphViewport view, GraphRoles roles, Attention attention, IntPredicate which) {
        var art = new MarkArt(pen, roles);
        double r = MarkArt.radius(view.zoom());
        GraphPositions at = picture.positions();
        for (int i = 0; i < at.size(); i++) {
            if (view.shows(at.x(i), at.y(i)) && which.test(i)) {
                boolean chosen = !attention.chosen().isEmpty() && attention.chosen().contains(i);
                int emphasis = chosen ? 2 : i == attention.hovered() ? 1 : 0;
                art.draw(picture.node(i), view.screenX(at.x(i)), view.screenY(at.y(i)), r, emphasis);
                if (!attention.pinned().isEmpty() && attention.pinned().contains(i)) {
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
