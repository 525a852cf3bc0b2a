package dupin.ui.graph;

import dupin.model.EntityKind;
import dupin.model.InvestigationGraph;
import dupin.model.InvestigationGraph.Node;
import dupin.model.Verdict;
import dupin.ui.fx.Elide;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// Which marks are named and where: below the mark, else beside or above it, so that no label covers another or a mark. What
/// is looked at comes first and whole; then short names, the incriminated ones first; then names grow as far as there is room.
/// A name that could only be maimed is left out: hovering over the mark shows it. Pure.
final class GraphLabels {
    /// Widest label in world units; narrower than two columns, so that neighbours keep apart.
    static final double WIDTH = 166;

    /// Width in pixels that a short name may have from afar, widths that it may grow to, and the last at zoom 1.
    private static final double SHORTEST = 64;

    private static final double[] LONGER = {84, 120, 166};
    private static final double LONGEST = 240;
    private static final double LONGEST_HOVERED = 480;

    /// Text is never smaller, in pixels.
    private static final double SMALLEST = 10.5;

    private static final double LARGEST = 15;

    /// More are not even tried: they would not find room.
    private static final int MOST = 500;

    /// A name cut shorter than this, or than this part of its length, tells nothing; so much of any name tells enough.
    private static final int FEWEST = 10;

    private static final double LEAST_PART = 0.45;
    private static final int ENOUGH = 18;

    /// A sentence needs more, and two words at least.
    private static final int FEWEST_OF_SENTENCE = 16;

    /// Where along an edge its caption may stand, the best place first.
    private static final double[] ALONG = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74};

    private static final int CAPTIONS = 24;
    private static final double CAPTION_SIZE = 11;

    /// From afar labels keep closer to their marks and lines closer to each other.
    private static final double AFAR = 0.55;

    private static final Pattern PROCESS_ID = Pattern.compile(" \\(\\d{1,10}\\)$");
    private static final Pattern FOLDED = Pattern.compile("^\\d+ × ");
    private static final Pattern SCHEME = Pattern.compile("^[a-z]{3,6}://");

    private enum Side {
        BELOW,
        RIGHT,
        ABOVE,
        LEFT
    }

    /// @param mark index of the mark, or of the edge of a caption
    /// @param size of the font in pixels
    record Placed(int mark, String text, Labels.Box box, double size) {}

    /// @param captions of edges
    record Words(List<Placed> labels, List<Placed> captions) {}

    private record Try(String text, Side side, Labels.Box box) {}

    private final Pen pen;
    private final Picture picture;
    private final GraphViewport view;
    private final double size;
    private final double radius;
    private final Labels labels;
    private final Map<Integer, Try> placed = new HashMap<>();

    /// Marks that need not be asked again: a name had no room at all, so that a longer one has none, or it stands there whole.
    private final Set<Integer> done = new HashSet<>();

    private GraphLabels(Pen pen, Picture picture, GraphViewport view) {
        this.pen = pen;
        this.picture = picture;
        this.view = view;
        size = Math.clamp(12 * view.zoom(), SMALLEST, LARGEST);
        radius = MarkArt.radius(view.zoom());
        labels = new Labels(view.width(), view.height());
    }

    /// @param lit the mark under the mouse and its neighbours: only they are named while there are any
    /// @param hot edges that get a caption where there is room for it
    static Words of(
            Pen pen,
            Picture picture,
            GraphViewport view,
            GraphPainter.Attention attention,
            Set<Integer> lit,
            List<Integer> hot) {
        return new GraphLabels(pen, picture, view).place(attention, lit, hot);
    }

    private Words place(GraphPainter.Attention attention, Set<Integer> lit, List<Integer> hot) {
        GraphPositions at = picture.positions();
        var ranked = LongStream.builder();
        for (int i = 0; i < at.size(); i++) {
            if (view.shows(at.x(i), at.y(i))) {
                if (lit.isEmpty() || lit.contains(i)) {
                    ranked.add((long) rank(i, attention, lit) << 32 | i);
                }
                double x = view.screenX(at.x(i));
                double y = view.screenY(at.y(i));
                labels.occupy(new Labels.Box(x - radius, y - radius, x + radius, y + radius, i));
                if (picture.node(i).folded() > 1 && MarkArt.badged(radius)) {
                    labels.occupy(MarkArt.count(pen, picture.node(i), x, y, radius));
                }
            }
        }
        List<Integer> seen = ranked.build().sorted().limit(MOST).mapToObj(key -> (int) key).toList();
        var captions = new ArrayList<Placed>();
        hot.stream().filter(link -> link == attention.link()).forEach(link -> caption(link, captions));
        double longest = LONGEST * Math.max(view.zoom(), 0.8);
        seen.stream()
                .filter(i ->
                        i == attention.hovered()
                                || attention.chosen().contains(i)
                                || attention.hovered() >= 0 && lit.contains(i))
                .forEach(i -> put(i, i == attention.hovered() ? LONGEST_HOVERED : longest));
        // Shorter names than those may still have room.
        done.clear();
        double wide = Math.max(WIDTH * view.zoom(), SHORTEST);
        seen.forEach(i -> put(i, wide));
        for (double width : LONGER) {
            if (width > wide) {
                seen.forEach(i -> put(i, width));
            }
        }
        seen.forEach(i -> put(i, longest));
        hot.stream().filter(link -> link != attention.link()).forEach(link -> caption(link, captions));
        return new Words(labels(seen), captions);
    }

    private List<Placed> labels(List<Integer> seen) {
        return seen.stream()
                .<Placed>mapMulti((i, take) -> {
                    Try label = placed.get(i);
                    if (label != null) {
                        take.accept(new Placed(i, label.text(), label.box(), size));
                    }
                })
                .toList();
    }

    /// On the edge where nothing is in the way, else not at all.
    private void caption(int link, List<Placed> captions) {
        String text = Elide.middle(picture.edge(link).label(), 40);
        if (text.isEmpty() || captions.size() >= CAPTIONS) {
            return;
        }
        Curve curve = picture.curve(link).seenIn(view);
        double half = pen.width(text, CAPTION_SIZE, Pen.Weight.MEDIUM) / 2 + 5;
        for (double t : ALONG) {
            double x = curve.x(t);
            double y = curve.y(t);
            var box = new Labels.Box(x - half, y - 9, x + half, y + 9, -2 - link);
            if (view.clear(box) && labels.claim(box)) {
                captions.add(new Placed(link, text, box, CAPTION_SIZE));
                return;
            }
        }
    }

    private void put(int mark, double width) {
        if (done.contains(mark)) {
            return;
        }
        Node node = picture.node(mark);
        String text = name(pen, node, size, width - 8);
        Try now = placed.get(mark);
        if (text.isEmpty() || now != null && text.length() <= now.text().length()) {
            return;
        }
        if (text.equals(node.label())) {
            done.add(mark);
        }
        for (Side side : now == null ? Side.values() : new Side[] {now.side()}) {
            Labels.Box box = box(mark, text, side);
            if (view.clear(box) && labels.claim(box)) {
                placed.put(mark, new Try(text, side, box));
                return;
            }
        }
        done.add(mark);
    }

    private Labels.Box box(int mark, String text, Side side) {
        double x = view.screenX(picture.positions().x(mark));
        double y = view.screenY(picture.positions().y(mark));
        boolean afar = view.zoom() < AFAR;
        double half = pen.width(text, size, Pen.Weight.MEDIUM) / 2 + (afar ? 3 : 5);
        double high = size * (afar ? 0.62 : 0.75);
        double off = radius + (afar ? 2 : 5);
        return switch (side) {
            case BELOW -> new Labels.Box(x - half, y + off, x + half, y + off + 2 * high, mark);
            case ABOVE -> new Labels.Box(x - half, y - off - 2 * high, x + half, y - off, mark);
            case RIGHT -> new Labels.Box(x + off, y - high, x + off + 2 * half, y + high, mark);
            case LEFT -> new Labels.Box(x - off - 2 * half, y - high, x - off, y + high, mark);
        };
    }

    /// Who is named first where there is not room for all: the attack, then what started it, then the rest.
    private int rank(int i, GraphPainter.Attention attention, Set<Integer> lit) {
        if (i == attention.hovered() || !attention.chosen().isEmpty() && attention.chosen().contains(i)) {
            return -3;
        }
        if (!lit.isEmpty() && lit.contains(i)) {
            return -2;
        }
        Node node = picture.node(i);
        Verdict verdict = node.verdict();
        int degree = Math.min(99, picture.links().degree(i));
        if (verdict == Verdict.MALICIOUS || verdict == Verdict.SUSPICIOUS) {
            return (verdict == Verdict.MALICIOUS ? 100 : 200) - degree;
        }
        boolean story =
                node.kind() == InvestigationGraph.Kind.INVESTIGATION || node.kind() == InvestigationGraph.Kind.ALERT;
        return (story ? 300 : node.kind() == InvestigationGraph.Kind.FOLD ? 400 : 500) - degree;
    }

    /// The label, without what can be spared where it is too long, else cut: sentences after a word, names in the middle so that
    /// the telling end stays. "" where too little would be left.
    static String name(Pen pen, Node node, double size, double width) {
        String label = Elide.middle(node.label(), 120);
        String spare = brief(node, label);
        for (String text : List.of(label, spare)) {
            if (pen.width(text, size, Pen.Weight.MEDIUM) <= width) {
                return text;
            }
        }
        int least =
                sentence(node)
                        ? FEWEST_OF_SENTENCE
                        : Math.clamp(Math.round(spare.length() * LEAST_PART), FEWEST, ENOUGH);
        int length = spare.length();
        String text = spare;
        double whole = pen.width(text, size, Pen.Weight.MEDIUM);
        while (whole > width && length > least) {
            length = Math.max(least, Math.min(length - 1, (int) (length * width / whole)));
            text = sentence(node) ? words(spare, length) : Elide.middle(spare, length);
            whole = pen.width(text, size, Pen.Weight.MEDIUM);
        }
        return whole > width ? "" : text;
    }

    /// As many whole words as the length allows, or the beginning of a long first one.
    private static String words(String text, int length) {
        int end = text.lastIndexOf(' ', length - 1);
        boolean two = end > text.indexOf(' ');
        return text.substring(0, two ? end : length - 1).stripTrailing() + "…";
    }

    private static boolean sentence(Node node) {
        return node.kind() == InvestigationGraph.Kind.ALERT
                || node.entityKind() == EntityKind.MAIL_MESSAGE
                || node.entityKind() == EntityKind.MAIL_SUBMISSION;
    }

    /// A process without its number, a device or account without its domain, an address without its scheme, an investigation
    /// by its number.
    private static String brief(Node node, String whole) {
        // The badge on the mark says how many.
        String label = node.kind() == InvestigationGraph.Kind.FOLD ? FOLDED.matcher(whole).replaceFirst("") : whole;
        if (node.kind() == InvestigationGraph.Kind.INVESTIGATION) {
            return label.substring(label.lastIndexOf(' ') + 1);
        }
        EntityKind kind = node.entityKind();
        if (kind == EntityKind.PROCESS) {
            return PROCESS_ID.matcher(label).replaceFirst("");
        }
        if (kind == EntityKind.URL) {
            return SCHEME.matcher(label).replaceFirst("");
        }
        int cut =
                kind == EntityKind.DEVICE
                        ? label.indexOf('.')
                        : kind == EntityKind.USER || kind == EntityKind.MAILBOX ? label.indexOf('@') : -1;
        return cut > 0 ? label.substring(0, cut) : label;
    }
}
