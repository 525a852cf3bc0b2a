package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import dupin.service.GraphEdits;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Palette;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.HPos;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;

/// The investigation graph on screen. Layout runs in the background; painting happens at most once per pulse and only when
/// something has changed. FX thread.
///
/// What mouse and keys do stands at [GraphInput], what can be changed of the picture at [GraphEditing].
public final class GraphCanvas extends Region {
    private final Easel easel;
    private final Palette palette = new Palette(GraphRoles.NAMES, this::recoloured);
    private final GraphEditing editing = new GraphEditing(this);
    private final Arranger arranger;
    private final Glide glide = new Glide(this::show);
    private final GraphSelection selection = new GraphSelection();
    private final GraphCard card = new GraphCard();
    private final GraphTools tools = new GraphTools(this);
    private final GraphBar bar = new GraphBar(this);
    private final GraphLegend legend = new GraphLegend(editing);
    private final Lasso lasso = new Lasso();
    private final Minimap minimap;

    private final Region focusRing = new Region();

    private Consumer<InvestigationGraph.Node> onActivate = _ -> {};
    private Consumer<InvestigationGraph.Node> onExplain = _ -> {};
    private Consumer<String> onSay = _ -> {};

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
        arranger = new Arranger(this, pump);
        easel = new Easel(pump);
        minimap = new Minimap(pump, this::centreOn);
        getStyleClass().add("graph-canvas");
        setFocusTraversable(true);
        setMinSize(120, 120);
        getChildren().addAll(palette, easel, minimap, legend, tools, bar, card, lasso, focusRing);
        new GraphInput(this, bar, lasso).install();
        focusRing.getStyleClass().add("graph-focus");
        focusRing.setMouseTransparent(true);
        focusRing.visibleProperty().bind(focusVisibleProperty());
        setAccessibleText(Messages.text("graph.accessible", 0, 0));
        bar.show();
    }

    /// Begins another picture as it was arranged once; before its graph is set.
    public void open(GraphEdits kept) {
        editing.open(kept);
        selection.clear();
        arranger.another();
    }

    /// Told of each change that the analyst makes to the picture, so that it can be kept.
    public void setOnEdit(Consumer<GraphEdits> told) {
        editing.onChange(told);
    }

    /// Shows another state of the graph: marks that stay keep their places, and so does what is seen of them; see [Arranger].
    public void setGraph(InvestigationGraph graph) {
        editing.whole(graph);
        arranger.draw(editing.shown(), false);
    }

    /// The analyst changed the picture.
    ///
    /// @param anew whether all marks are to be placed again
    void edited(boolean anew) {
        arranger.draw(editing.shown(), anew);
        repaint();
        bar.show();
        legend.show();
    }

    void settle() {
        arranger.settle();
    }

    void finishMoving() {
        glide.finish();
    }

    /// Whether the marks lie where the data alone places them, and will stay there.
    public boolean atRest() {
        return arranger.atRest() && !glide.running() && !dirty && easel.done() && minimap.done();
    }

    public InvestigationGraph getGraph() {
        return editing.whole();
    }

    /// Selects a mark by its id and brings it into view; "" or an unknown id selects none. Does not activate it.
    public void select(String nodeId) {
        int index = picture.positions().indexOf(nodeId);
        link = -1;
        choose(index < 0 ? List.of() : List.of(nodeId));
        if (index >= 0) {
            double x = picture.positions().x(index);
            double y = picture.positions().y(index);
            if (!view.holds(x, y)) {
                view = view.centredOn(x, y);
            }
        }
        showCard();
    }

    /// Selects these marks; what is asked of one mark is asked of the last.
    void choose(Collection<String> ids) {
        selection.choose(ids, picture.positions());
        repaint();
    }

    /// Adds a mark to the selected ones, or takes it out.
    void toggle(String id) {
        choose(selection.toggled(id));
    }

    /// Ids of the selected marks in the order in which they were selected.
    Set<String> chosen() {
        return selection.chosen();
    }

    /// Makes marks stand out; empty for all alike.
    public void light(Set<String> ids) {
        if (selection.light(ids)) {
            repaint();
        }
    }

    /// The selected mark's id; "" for none.
    public ReadOnlyStringProperty selectedProperty() {
        return selection.last().getReadOnlyProperty();
    }

    public String getSelected() {
        return selection.last().get();
    }

    /// What a click or Enter on a mark does besides selecting it.
    public void setOnActivate(Consumer<InvestigationGraph.Node> action) {
        onActivate = action;
    }

    /// What a double click or Enter on a mark asks for.
    public void setOnExplain(Consumer<InvestigationGraph.Node> action) {
        onExplain = action;
    }

    /// Told what an edit could not do.
    public void setOnSay(Consumer<String> told) {
        onSay = told;
    }

    void say(String words) {
        onSay.accept(words);
    }

    /// Everything that can be done with the picture.
    public List<GraphCommand> commands() {
        var all = new ArrayList<>(GraphCommand.layouts(editing));
        all.addAll(GraphCommand.edits(editing));
        return all;
    }

    GraphEditing editing() {
        return editing;
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

    /// Marks make room for those that were put somewhere; what is seen stays.
    void makeRoom(Picture next) {
        if (next.positions().equals(picture.positions())) {
            repaint();
        } else {
            glide.go(new Glide.Frame(picture, view), new Glide.Frame(next, view), isSeen());
        }
    }

    private boolean isSeen() {
        return getWidth() > 0 && getScene() != null && getScene().getWindow() != null;
    }

    /// @param opened whether it is another picture, seen whole at first, whatever marks it shares with the one before
    void show(Picture next, boolean opened) {
        boolean sameGraph = !opened && picture.graph().equals(next.graph()) && picture.positions().size() > 0;
        if (sameGraph && !picture.positions().equals(next.positions())) {
            GraphViewport goal = fitPending ? view : view.following(picture, next, getSelected());
            glide.go(new Glide.Frame(picture, view), new Glide.Frame(next, goal), isSeen());
            return;
        }
        if (sameGraph) {
            return;
        }
        boolean another = picture.graph().nodes().stream().noneMatch(n -> next.positions().indexOf(n.id()) >= 0);
        boolean whole = view.width() > 0 && view.covers(picture.positions().bounds());
        picture = next;
        hits = new GraphHits(next);
        hovered = -1;
        link = -1;
        choose(chosen());
        if (opened || another || whole && !view.covers(next.positions().bounds())) {
            fitPending = true;
        }
        setAccessibleText(Messages.text("graph.accessible", next.graph().nodes().size(), next.graph().edges().size()));
        legend.show();
        bar.show();
        bar.again();
        showCard();
        repaint();
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
            easel.size(width, height);
            view = view.resized(width, height, picture.positions());
            dirty = true;
        }
        if (fitPending && width > 0 && picture.positions().size() > 0) {
            fitPending = false;
            view = view.fitted(picture.positions().bounds().grown(30));
        }
        layoutInArea(tools, 12, 12, width - 24, height - 24, 0, HPos.RIGHT, VPos.TOP);
        layoutInArea(bar, 12, 12, width - 24, height - 24, 0, HPos.LEFT, VPos.TOP);
        layoutInArea(legend, 12, 12, width - 24, height - 24, 0, HPos.LEFT, VPos.BOTTOM);
        layoutInArea(minimap, 12, 12, width - 24, height - 24, 0, HPos.RIGHT, VPos.BOTTOM);
        focusRing.resizeRelocate(0, 0, width, height);
        card.place(picture, view, hovered, link);
        if (dirty && width > 0 && height > 0) {
            dirty = false;
            paints++;
            var attention = selection.attention(picture.positions(), hovered, link, editing.now().pins().keySet());
            Picture now = picture;
            GraphViewport from = view;
            GraphRoles colours = roles;
            easel.paint(pen -> GraphPainter.paint(pen, now, from, colours, attention));
            minimap.show(picture, view, roles);
        }
    }

    /// The card tells of the mark under the mouse, else of the edge that was clicked.
    private void showCard() {
        card.show(picture, hovered, link);
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
        choose(List.of());
        showCard();
    }

    void activate() {
        int index = picture.positions().indexOf(getSelected());
        if (index >= 0) {
            onActivate.accept(picture.node(index));
        }
    }

    void explain() {
        int index = picture.positions().indexOf(getSelected());
        if (index >= 0 && picture.node(index).kind() == InvestigationGraph.Kind.FOLD) {
            editing.unfold();
        } else if (index >= 0) {
            onExplain.accept(picture.node(index));
        }
    }

    /// Moves marks with the mouse; [GraphEditing#moved] makes it an edit.
    void shift(Set<String> ids, double worldX, double worldY) {
        picture = new Picture(picture.graph(), picture.positions().shifted(ids, worldX, worldY));
        hits = new GraphHits(picture);
        repaint();
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
