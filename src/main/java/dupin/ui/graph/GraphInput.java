package dupin.ui.graph;

import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// What mouse and keys do on the graph. FX thread.
final class GraphInput {
    private static final double SLIP = 4;
    private static final double EDGE_REACH = 7;

    private final GraphCanvas graph;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragged;

    GraphInput(GraphCanvas graph) {
        this.graph = graph;
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
    }

    private void drag(MouseEvent e) {
        if (!dragged && Math.hypot(e.getX() - pressX, e.getY() - pressY) < SLIP) {
            return;
        }
        dragged = true;
        graph.hover(-1);
        graph.setCursor(Cursor.CLOSED_HAND);
        graph.setView(graph.view().panned(e.getX() - lastX, e.getY() - lastY));
        lastX = e.getX();
        lastY = e.getY();
        e.consume();
    }

    private void release(MouseEvent e) {
        graph.setCursor(Cursor.DEFAULT);
        if (dragged || e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        int mark = markAt(e.getX(), e.getY());
        if (mark >= 0) {
            graph.select(graph.picture().node(mark).id());
            if (e.getClickCount() == 2) {
                GraphPositions at = graph.picture().positions();
                graph.centreOn(at.x(mark), at.y(mark));
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
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        switch (e.getCode()) {
            case F -> graph.fit();
            case PLUS, ADD, EQUALS -> graph.zoomIn();
            case MINUS, SUBTRACT -> graph.zoomOut();
            case ENTER -> graph.activate();
            case LEFT -> step(-1, 0);
            case RIGHT -> step(1, 0);
            case UP -> step(0, -1);
            case DOWN -> step(0, 1);
            case ESCAPE -> {
                if (graph.getSelected().isEmpty()) {
                    return;
                }
                graph.select("");
            }
            default -> {
                return;
            }
        }
        e.consume();
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
