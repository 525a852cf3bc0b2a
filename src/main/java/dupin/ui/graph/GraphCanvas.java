package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Palette;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.HPos;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// The investigation graph on screen. Layout runs in the background; painting happens at most once per pulse and only when
/// something has changed. FX thread.
///
/// Mouse: drag pans, wheel zooms around the pointer, click selects and activates, double click centres. Keys: arrows walk along the edges,
/// Enter activates, F fits, + and - zoom, Esc clears the selection.
public final class GraphCanvas extends Region {
    /// So long nothing must be added before the picture is laid out from its data alone.
    private static final Duration QUIET = Duration.millis(900);

    private final Canvas canvas = new Canvas();
    private final Texts texts = new Texts();
    private final CanvasPen pen = new CanvasPen(canvas.getGraphicsContext2D(), texts);
    private final Palette palette = new Palette(GraphRoles.NAMES, this::recoloured);
    private final GraphLayout layout = new StoryLayout();
    private final Live<Picture> laidOut;
    private final Glide glide = new Glide(this::show);
    private final PauseTransition quiet = new PauseTransition(QUIET);
    private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper("");
    private final GraphCard card = new GraphCard();
    private final GraphTools tools = new GraphTools(this);
    private final GraphLegend legend = new GraphLegend();
    private final Minimap minimap = new Minimap(this::centreOn);

    private final Region focusRing = new Region();

    private InvestigationGraph asked = InvestigationGraph.EMPTY;
    private Consumer<InvestigationGraph.Node> onActivate = _ -> {};
    private boolean grown;
    private Picture picture = Picture.EMPTY;
    private GraphHits hits = new GraphHits(Picture.EMPTY);
    private GraphViewport view = GraphViewport.sized(0, 0);
    private GraphRoles roles = new GraphRoles(Map.of());
    private int hovered = -1;
    private int link = -1;
    private boolean dirty = true;
    private boolean fitPending = true;
    private int paints;

    /// @param pump its background executor computes the layouts
    public GraphCanvas(ChangePump pump) {
        laidOut = pump.live(() -> Picture.EMPTY, this::show);
        quiet.setOnFinished(_ -> settle());
        getStyleClass().add("graph-canvas");
        setFocusTraversable(true);
        setMinSize(120, 120);
        getChildren().addAll(palette, canvas, minimap, legend, tools, card, focusRing);
        new GraphInput(this).install();
        focusRing.getStyleClass().add("graph-focus");
        focusRing.setMouseTransparent(true);
        focusRing.visibleProperty().bind(focusVisibleProperty());
        setAccessibleText(Messages.text("graph.accessible", 0, 0));
    }

    /// Shows another state of the graph: marks that stay keep their places, and so does what is seen of them. When nothing
    /// was added for a moment, all marks glide to the places that the graph alone gives them, so that equal data ends in the
    /// equal picture, however it grew.
    public void setGraph(InvestigationGraph graph) {
        if (graph.equals(asked)) {
            return;
        }
        asked = graph;
        glide.finish();
        grown |= picture.positions().size() > 0;
        GraphPositions before = picture.positions();
        laidOut.replace(() -> new Picture(graph, layout.place(graph, before)));
        if (grown) {
            quiet.playFromStart();
        }
    }

    /// Lays the graph out from its data alone; waits while a mark or the picture is held with the mouse.
    void settle() {
        if (isPressed()) {
            quiet.playFromStart();
            return;
        }
        quiet.stop();
        grown = false;
        InvestigationGraph graph = asked;
        laidOut.replace(() -> new Picture(graph, layout.place(graph, GraphPositions.EMPTY)));
    }

    /// Whether the marks lie where the data alone places them, and will stay there.
    public boolean atRest() {
        return !grown && !glide.running() && picture.graph().equals(asked);
    }

    public InvestigationGraph getGraph() {
        return picture.graph();
    }

    /// Selects a mark by its id and brings it into view; "" or an unknown id selects none. Does not activate it.
    public void select(String nodeId) {
        int index = picture.positions().indexOf(nodeId);
        link = -1;
        selected.set(index < 0 ? "" : nodeId);
        if (index >= 0) {
            double x = picture.positions().x(index);
            double y = picture.positions().y(index);
            if (!view.holds(x, y)) {
                view = view.centredOn(x, y);
            }
        }
        showCard();
        repaint();
    }

    /// The selected mark's id; "" for none.
    public ReadOnlyStringProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public String getSelected() {
        return selected.get();
    }

    /// What a click or Enter on a mark does besides selecting it.
    public void setOnActivate(Consumer<InvestigationGraph.Node> action) {
        onActivate = action;
    }

    /// Shows all of the picture.
    public void fit() {
        fitPending = view.width() <= 0;
        setView(view.fitted(picture.positions().bounds().grown(30)));
    }

    /// Shows what shapes, colours and lines mean, or takes it away.
    void legend() {
        legend.toggle();
        requestLayout();
    }

    public void zoomIn() {
        setView(view.zoomedAt(1.25, view.width() / 2, view.height() / 2));
    }

    public void zoomOut() {
        setView(view.zoomedAt(0.8, view.width() / 2, view.height() / 2));
    }

    /// Where the middle of a mark lies on the screen; empty where it is not in sight.
    public Optional<Point2D> onScreen(String nodeId) {
        int index = picture.positions().indexOf(nodeId);
        if (index < 0 || getScene() == null) {
            return Optional.empty();
        }
        double x = view.screenX(picture.positions().x(index));
        double y = view.screenY(picture.positions().y(index));
        return contains(x, y) ? Optional.of(localToScreen(x, y)) : Optional.empty();
    }

    /// The whole picture as it is now, to be kept in a file.
    GraphSheet sheet() {
        return new GraphSheet(picture, roles);
    }

    /// Offers to keep the picture in a file: beside the graph and in its menu.
    public void offer(GraphExport export) {
        tools.offer(export);
        new GraphMenu(this, export).install();
    }

    private void show(Glide.Frame frame) {
        view = frame.view().resized(view.width(), view.height());
        picture = frame.picture();
        hits = new GraphHits(picture);
        hovered = -1;
        showCard();
        repaint();
    }

    private void show(Picture next) {
        boolean sameGraph = picture.graph().equals(next.graph()) && picture.positions().size() > 0;
        if (sameGraph && !picture.positions().equals(next.positions())) {
            boolean seen = getWidth() > 0 && getScene() != null && getScene().getWindow() != null;
            glide.go(new Glide.Frame(picture, view), new Glide.Frame(next, viewOf(next)), seen);
            return;
        }
        boolean another = picture.graph().nodes().stream().noneMatch(n -> next.positions().indexOf(n.id()) >= 0);
        boolean whole = view.width() > 0 && view.covers(picture.positions().bounds());
        picture = next;
        hits = new GraphHits(next);
        hovered = -1;
        link = -1;
        if (next.positions().indexOf(selected.get()) < 0) {
            selected.set("");
        }
        if (another || whole && !view.covers(next.positions().bounds())) {
            fitPending = true;
        }
        setAccessibleText(Messages.text("graph.accessible", next.graph().nodes().size(), next.graph().edges().size()));
        legend.show(next.graph());
        showCard();
        repaint();
    }

    /// What is seen after all marks have moved: all if all was seen, else the selected or middle mark where it was.
    private GraphViewport viewOf(Picture next) {
        if (view.width() <= 0 || fitPending) {
            return view;
        }
        if (view.covers(picture.positions().bounds())) {
            return view.fitted(next.positions().bounds().grown(30));
        }
        int chosen = picture.positions().indexOf(selected.get());
        int here = chosen >= 0 ? chosen : picture.positions().nearest(view.centreX(), view.centreY());
        int there = next.positions().indexOf(picture.positions().id(here));
        return view.centredOn(
                view.centreX() + next.positions().x(there) - picture.positions().x(here),
                view.centreY() + next.positions().y(there) - picture.positions().y(here));
    }

    private void recoloured() {
        roles = new GraphRoles(palette.colors());
        repaint();
    }

    void repaint() {
        dirty = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (width != view.width() || height != view.height()) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            view = view.resized(width, height);
            dirty = true;
        }
        if (fitPending && width > 0 && picture.positions().size() > 0) {
            fitPending = false;
            view = view.fitted(picture.positions().bounds().grown(30));
        }
        layoutInArea(tools, 12, 12, width - 24, height - 24, 0, HPos.RIGHT, VPos.TOP);
        layoutInArea(legend, 12, 12, width - 24, height - 24, 0, HPos.LEFT, VPos.BOTTOM);
        layoutInArea(minimap, 12, 12, width - 24, height - 24, 0, HPos.RIGHT, VPos.BOTTOM);
        focusRing.resizeRelocate(0, 0, width, height);
        placeCard();
        if (dirty && width > 0 && height > 0) {
            dirty = false;
            paints++;
            int index = picture.positions().indexOf(selected.get());
            GraphPainter.paint(pen, picture, view, roles, new GraphPainter.Attention(hovered, index, link));
            minimap.show(picture, view, roles);
        }
    }

    private void placeCard() {
        if (!card.isVisible() || hovered < 0 && link < 0) {
            return;
        }
        card.autosize();
        if (hovered < 0) {
            card.relocate(Math.rint((getWidth() - card.getWidth()) / 2), getHeight() - card.getHeight() - 12);
            return;
        }
        double x = view.screenX(picture.positions().x(hovered));
        double y = view.screenY(picture.positions().y(hovered));
        double off = MarkArt.radius(view.zoom()) + 14;
        boolean right = x + off + card.getWidth() <= getWidth() - 8;
        double left = Math.max(8, right ? x + off : x - off - card.getWidth());
        double top = Math.clamp(y - 20, 8, Math.max(8, getHeight() - card.getHeight() - 8));
        card.relocate(Math.rint(left), Math.rint(top));
    }

    /// The card tells of the mark under the mouse, else of the edge that was clicked.
    private void showCard() {
        if (hovered >= 0) {
            card.show(picture.node(hovered), picture.links().degree(hovered));
        } else if (link >= 0) {
            InvestigationGraph.Edge edge = picture.edge(link);
            card.show(
                    edge,
                    picture.node(picture.links().from[link]).label(),
                    picture.node(picture.links().to[link]).label());
        } else {
            card.setVisible(false);
        }
    }

    void hover(int index) {
        if (index != hovered) {
            hovered = index;
            showCard();
            repaint();
        }
    }

    void selectLink(int index) {
        link = index;
        selected.set("");
        showCard();
        repaint();
    }

    void activate() {
        int index = picture.positions().indexOf(selected.get());
        if (index >= 0) {
            onActivate.accept(picture.node(index));
        }
    }

    void centreOn(double x, double y) {
        setView(view.centredOn(x, y));
    }

    void setView(GraphViewport next) {
        if (!next.equals(view)) {
            view = next;
            repaint();
        }
    }

    GraphViewport view() {
        return view;
    }

    Picture picture() {
        return picture;
    }

    GraphHits hits() {
        return hits;
    }

    /// How often the canvas was painted.
    int paints() {
        return paints;
    }
}
