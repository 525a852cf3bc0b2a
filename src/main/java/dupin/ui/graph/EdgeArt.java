package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import dupin.model.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// The edges of one picture: the faint ones first, so that the attack and what is looked at lie above them. Seen from so far
/// that lines would fill the screen, only a part of the weaker ones is drawn, always the same ones.
final class EdgeArt {
    /// How far marks and edges beside the point are dimmed.
    static final double DIMMED = 0.22;

    /// So many pixels of line to a pixel of the screen; more would be haze.
    private static final double MOST_LINE = 0.25;

    private static final double LEAST_FREE = 0.15;

    /// Pictures with no more edges than this are always drawn whole.
    private static final int FEW = 2_000;

    /// How many times as many lines of the attack, and of communication, are kept as of others.
    private static final int ATTACK = 4;

    private static final int COMMUNICATION = 2;

    private static final int HOT = 1 << 7;
    private static final int ALPHA = 1 << 3;
    private static final int SOLID = 1 << 2;
    private static final int MALICIOUS = 2;
    private static final int SUSPICIOUS = 1;
    private static final int SPLITS = 4;

    private final Pen pen;
    private final Picture picture;
    private final Links links;
    private final GraphViewport view;
    private final GraphRoles roles;
    private final GraphPainter.Attention attention;
    private final Set<Integer> lit;
    private final double faintest;

    /// The window in world units.
    private final double left;

    private final double top;
    private final double right;
    private final double bottom;

    EdgeArt(
            Pen pen,
            Picture picture,
            GraphViewport view,
            GraphRoles roles,
            GraphPainter.Attention attention,
            Set<Integer> lit) {
        this.pen = pen;
        this.picture = picture;
        this.view = view;
        this.roles = roles;
        this.attention = attention;
        this.lit = lit;
        links = picture.links();
        faintest = roles.faintest();
        left = view.worldX(0);
        top = view.worldY(0);
        right = view.worldX(view.width());
        bottom = view.worldY(view.height());
    }

    /// @return the edges that are looked at
    List<Integer> draw() {
        var looked = new ArrayList<Integer>();
        long[] strokes = strokes(looked);
        var lines = new Pen.Line[2 * HOT];
        for (long stroke : strokes) {
            pen.alpha(alpha(stroke));
            pen.curve(picture.curve((int) stroke).seenIn(view), line(lines, stroke));
        }
        if (view.zoom() > 0.2) {
            double hidden = Math.max(0, MarkArt.radius(view.zoom()) - MarkArt.RADIUS * view.zoom());
            double size = Math.clamp(8 * view.zoom(), 4.5, 9);
            for (long stroke : strokes) {
                Pen.Line line = line(lines, stroke);
                if (line.dash() == 0) {
                    pen.alpha(alpha(stroke));
                    arrow(picture.curve((int) stroke).seenIn(view), hidden, size, line.color());
                }
            }
        }
        pen.alpha(1);
        return looked;
    }

    /// What is to be drawn, the strongest last: how above, which edge below.
    private long[] strokes(List<Integer> looked) {
        var strokes = new long[256];
        int count = 0;
        double share = share();
        boolean several = attention.chosen().size() > 1;
        for (int e = 0; e < links.count(); e++) {
            if (!picture.reaches(e, left, top, right, bottom)) {
                continue;
            }
            boolean touched = touches(e, attention.hovered()) || e == attention.link();
            boolean hot =
                    touched
                            || lit.isEmpty() && !several && touches(e, attention.selected())
                            || attention.between(links, e);
            int kind = picture.kind(e);
            boolean dim =
                    !lit.isEmpty()
                            && !touched
                            && (attention.hovered() >= 0 || !lit.contains(links.from[e]) || !lit.contains(links.to[e]));
            boolean plain = !hot && (dim || lit.isEmpty());
            if (share < 1 && plain && !kept(e, kind, share) || !crosses(picture.curve(e))) {
                continue;
            }
            double alpha = dim ? DIMMED / 2 : hot ? 1 : weight(e, kind);
            long style = kind + ALPHA * (long) Math.ceil(alpha * 10) + (hot ? HOT : 0);
            if (count == strokes.length) {
                strokes = Arrays.copyOf(strokes, count * 2);
            }
            strokes[count++] = style << 32 | e;
            if (hot) {
                looked.add(e);
            }
        }
        strokes = Arrays.copyOf(strokes, count);
        Arrays.sort(strokes);
        return strokes;
    }

    /// Which part of the lines can be told apart: less where marks cover most of the screen.
    private double share() {
        if (links.count() <= FEW) {
            return 1;
        }
        double r = MarkArt.radius(view.zoom()) / view.zoom();
        double free = Math.max(LEAST_FREE, 1 - Math.PI * r * r * picture.density());
        return MOST_LINE * free * view.zoom() / picture.crowding();
    }

    private static double alpha(long stroke) {
        return (stroke >>> 32) % HOT / ALPHA / 10.0;
    }

    private boolean touches(int link, int node) {
        return node >= 0 && (links.from[link] == node || links.to[link] == node);
    }

    /// Whether an edge is among the part of its kind that is drawn; the same from wherever one looks.
    private static boolean kept(int link, int kind, double share) {
        double turn = (link * 0x9E37_79B9 >>> 1) / (double) Integer.MAX_VALUE;
        int weight = kind % SOLID != 0 ? ATTACK : kind == SOLID ? COMMUNICATION : 1;
        return turn < share * weight;
    }

    private Pen.Line line(Pen.Line[] known, long stroke) {
        int style = (int) (stroke >>> 32);
        Pen.Line line = known[style];
        if (line == null) {
            boolean solid = (style & SOLID) != 0;
            boolean hot = style >= HOT;
            String role =
                    switch (style % SOLID) {
                        case MALICIOUS -> "edge-malicious";
                        case SUSPICIOUS -> "edge-suspicious";
                        default -> solid ? "edge" : "edge-association";
                    };
            Color color = roles.of(hot ? "edge-hot" : role);
            double width = Math.clamp((solid ? 1.5 : 1.2) * Math.sqrt(view.zoom()), 0.7, 2.2) + (hot ? 0.5 : 0);
            line = new Pen.Line(color, width, solid ? 0 : 4);
            known[style] = line;
        }
        return line;
    }

    /// One of many lines at a mark says little: fans are faint, so that chains stand out.
    private double weight(int link, int kind) {
        int busiest = Math.max(links.degree(links.from[link]), links.degree(links.to[link]));
        return (kind & SOLID) != 0
                ? Math.clamp(10.0 / busiest, Math.max(0.6, faintest), 1)
                : Math.clamp(5.0 / busiest, faintest, 1);
    }

    /// What the drawing of an edge hangs on besides what is looked at. The attack's trail is drawn in the colour of its worse end,
    /// other edges in grey.
    static byte kind(InvestigationGraph.Edge edge, @Nullable Verdict from, @Nullable Verdict to) {
        int solid = edge.communication() ? SOLID : 0;
        if (from == null || to == null || !from.incriminates() || !to.incriminates()) {
            return (byte) solid;
        }
        return (byte) (solid + (from == Verdict.MALICIOUS || to == Verdict.MALICIOUS ? MALICIOUS : SUSPICIOUS));
    }

    private boolean crosses(Curve c) {
        return crosses(c.x1(), c.y1(), c.ax(), c.ay(), c.bx(), c.by(), c.x2(), c.y2(), SPLITS);
    }

    /// Whether a curve comes into the window, as far as some halvings tell.
    private boolean crosses(
            double x1, double y1, double ax, double ay, double bx, double by, double x2, double y2, int splits) {
        if (Math.max(Math.max(x1, x2), Math.max(ax, bx)) < left
                || Math.min(Math.min(x1, x2), Math.min(ax, bx)) > right
                || Math.max(Math.max(y1, y2), Math.max(ay, by)) < top
                || Math.min(Math.min(y1, y2), Math.min(ay, by)) > bottom) {
            return false;
        }
        if (splits == 0 || x1 >= left && x1 <= right && y1 >= top && y1 <= bottom) {
            return true;
        }
        double mx = (ax + bx) / 2;
        double my = (ay + by) / 2;
        double px = (x1 + ax) / 2;
        double py = (y1 + ay) / 2;
        double qx = (bx + x2) / 2;
        double qy = (by + y2) / 2;
        double rx = (px + mx) / 2;
        double ry = (py + my) / 2;
        double sx = (mx + qx) / 2;
        double sy = (my + qy) / 2;
        double x = (rx + sx) / 2;
        double y = (ry + sy) / 2;
        return crosses(x1, y1, px, py, rx, ry, x, y, splits - 1) || crosses(x, y, sx, sy, qx, qy, x2, y2, splits - 1);
    }

    /// @param hidden how much of the curve's end lies under the mark
    private void arrow(Curve c, double hidden, double size, Color color) {
        double t = 1;
        while (t > 0.6 && Math.hypot(c.x(t) - c.x2(), c.y(t) - c.y2()) < hidden) {
            t -= 0.01;
        }
        double tipX = c.x(t);
        double tipY = c.y(t);
        double dx = tipX - c.x(t - 0.04);
        double dy = tipY - c.y(t - 0.04);
        double length = Math.sqrt(dx * dx + dy * dy);
        if (length < 1e-6
                || tipX < -size
                || tipX > view.width() + size
                || tipY < -size
                || tipY > view.height() + size) {
            return;
        }
        double ux = dx / length;
        double uy = dy / length;
        double frontX = tipX + ux * 2;
        double frontY = tipY + uy * 2;
        double backX = frontX - ux * size;
        double backY = frontY - uy * size;
        double half = size * 0.46;
        double[] corners = {frontX, frontY, backX - uy * half, backY + ux * half, backX + uy * half, backY - ux * half};
        pen.polygon(corners, color, Pen.Line.NONE);
    }
}
