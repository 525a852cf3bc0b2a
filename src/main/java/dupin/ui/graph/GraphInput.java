package dupin.ui.graph;

import java.util.LinkedHashSet;
import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// What mouse and keys do on the graph. FX thread.
///
/// Mouse: drag on the ground pans, on a mark moves and pins it, with Shift draws a line around marks to select them; wheel zooms
/// around the pointer, click selects and activates, with Shift selects several, double click explains or unfolds. Keys: arrows
/// walk along the edges, Enter activates and explains, Ctrl+A selects all, Ctrl+F searches, F fits, + and - zoom, Esc clears
/// the selection, V arranges otherwise; H hides, L pins, N shows the neighbourhood, S finds the way between two, E unfolds, Shift+H
/// shows everything, Ctrl+Z and Ctrl+Y undo and redo.
final class GraphInput {
    private static final double SLIP = 4;
    private static final double EDGE_REACH = 7;

    private final GraphCanvas graph;
    private final GraphBar bar;
    private final Lasso lasso;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragged;
    private boolean around;

    /// The marks that are being moved.
    private Set<String> held = Set.of();

    GraphInput(GraphCanvas graph, GraphBar bar, Lasso lasso) {
        this.graph = graph;
        this.bar = bar;
        this.lasso = lasso;
    }

    void install() {
        graph.setOnMousePressed(this::press);
        graph.setOnMouseDragged(this::drag);
        graph.setOnMouseReleased(this::release);
        graph.setOnMouseMoved(e -> {
            int mark = markAt(e.getX(), e.getY());
            graph.hover(mark);
            graph.setCursor(mark >= 0 || linkAt(e.getX(), e.getY()) >= 0 ? Cursor.HAND : Cursor.DEFAULT);
        });
        graph.setOnMouseExited(_ -> graph.hover(-1));
        graph.setOnScroll(this::wheel);
        graph.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void press(MouseEvent e) {
        graph.requestFocus();
        pressX = lastX = e.getX();
        pressY = lastY = e.getY();
        dragged = false;
        around = e.isShiftDown() && e.isPrimaryButtonDown();
        int mark = e.isPrimaryButtonDown() && !around ? markAt(e.getX(), e.getY()) : -1;
        String id = mark < 0 ? "" : graph.picture().node(mark).id();
        held = mark < 0 ? Set.of() : graph.chosen().contains(id) ? Set.copyOf(graph.chosen()) : Set.of(id);
    }

    private void drag(MouseEvent e) {
        if (!dragged && Math.hypot(e.getX() - pressX, e.getY() - pressY) < SLIP) {
            return;
        }
        if (!dragged && around) {
            lasso.begin(pressX, pressY);
        }
        dragged = true;
        graph.hover(-1);
        double zoom = graph.view().zoom();
        if (around) {
            lasso.extend(e.getX(), e.getY());
        } else if (held.isEmpty()) {
            graph.setCursor(Cursor.CLOSED_HAND);
            graph.setView(graph.view().panned(e.getX() - lastX, e.getY() - lastY));
        } else {
            graph.setCursor(Cursor.MOVE);
            graph.shift(held, (e.getX() - lastX) / zoom, (e.getY() - lastY) / zoom);
        }
        lastX = e.getX();
        lastY = e.getY();
        e.consume();
    }

    private void release(MouseEvent e) {
        graph.setCursor(Cursor.DEFAULT);
        if (dragged && around) {
            var all = new LinkedHashSet<>(graph.chosen());
            all.addAll(lasso.end(graph.picture(), graph.view()));
            graph.choose(all);
        } else if (dragged && !held.isEmpty()) {
            graph.editing().moved(held);
        }
        if (dragged || e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        int mark = markAt(e.getX(), e.getY());
        if (mark >= 0 && e.isShiftDown()) {
            graph.toggle(graph.picture().node(mark).id());
        } else if (mark >= 0) {
            graph.select(graph.picture().node(mark).id());
            if (e.getClickCount() == 2) {
                graph.explain();
            } else {
                graph.activate();
            }
        } else {
            graph.selectLink(linkAt(e.getX(), e.getY()));
        }
        e.consume();
    }

    private void wheel(ScrollEvent e) {
        if (e.getDeltaY() == 0 || e.isInertia()) {
            return;
        }
        double factor = Math.pow(1.0018, Math.clamp(e.getDeltaY(), -400, 400));
        graph.setView(graph.view().zoomedAt(factor, e.getX(), e.getY()));
        e.consume();
    }

    private void key(KeyEvent e) {
        if (e.getTarget() != graph || e.isAltDown()) {
            return;
        }
        if (e.isShortcutDown() ? withShortcut(e) : plain(e)) {
            e.consume();
        }
    }

    private boolean withShortcut(KeyEvent e) {
        GraphEditing editing = graph.editing();
        switch (e.getCode()) {
            case Z -> {
                if (e.isShiftDown()) {
                    editing.redo();
                } else {
                    editing.undo();
                }
            }
            case Y -> editing.redo();
            case A -> graph.choose(graph.picture().graph().nodes().stream().map(node -> node.id()).toList());
            case F -> bar.search();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent e) {
        GraphEditing editing = graph.editing();
        switch (e.getCode()) {
            case F -> graph.fit();
            case PLUS, ADD, EQUALS -> graph.zoomIn();
            case MINUS, SUBTRACT -> graph.zoomOut();
            case ENTER -> {
                graph.activate();
                graph.explain();
            }
            case LEFT -> step(-1, 0);
            case RIGHT -> step(1, 0);
            case UP -> step(0, -1);
            case DOWN -> step(0, 1);
            case H -> {
                if (e.isShiftDown()) {
                    editing.everything();
                } else {
                    editing.hide();
                }
            }
            case L -> editing.pin();
            case N -> editing.focus();
            case S -> editing.path();
            case E -> editing.unfold();
            case V -> editing.nextLayout();
            case ESCAPE -> {
                if (graph.chosen().isEmpty()) {
                    return false;
                }
                graph.select("");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Along an edge where one leads that way, else to the nearest mark there.
    private void step(int dx, int dy) {
        Picture picture = graph.picture();
        if (picture.positions().size() == 0) {
            return;
        }
        int from = picture.positions().indexOf(graph.getSelected());
        int to = from < 0 ? 0 : Steps.next(picture, from, dx, dy);
        graph.select(picture.node(to).id());
    }

    private int markAt(double x, double y) {
        GraphViewport view = graph.view();
        double reach = (MarkArt.radius(view.zoom()) + 3) / view.zoom();
        return graph.hits().mark(view.worldX(x), view.worldY(y), reach);
    }

    private int linkAt(double x, double y) {
        GraphViewport view = graph.view();
        return graph.hits().link(view.worldX(x), view.worldY(y), EDGE_REACH / view.zoom());
    }
}
