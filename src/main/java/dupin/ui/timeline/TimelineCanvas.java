package dupin.ui.timeline;

import dupin.service.Timeline;
import dupin.service.Timeline.Lane;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Palette;
import dupin.ui.fx.Times;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A timeline on screen, painted at most once a pulse and only when something has changed. FX thread.
///
/// Mouse: drag pans, the wheel zooms around the pointer, with Shift it walks along the lanes; a click chooses a moment and a
/// lane; in the strip above, a drag goes elsewhere. Keys: left and right pan, up and down choose a lane, + and - zoom, Enter
/// goes to the rows.
final class TimelineCanvas extends Region {
    private final Canvas canvas = new Canvas();
    private final Palette palette = new Palette(TimelinePainter.ROLES, this::repaint);
    private final ObjectProperty<TimelinePicture> picture;
    private final Region focusRing = new Region();
    private Consumer<TimeWindow> onWindow = _ -> {};
    private Consumer<Choice> onChoice = _ -> {};
    private Runnable onEnter = () -> {};
    private boolean dirty = true;
    private boolean dragged;
    private boolean inOverview;
    private double lastX;
    private double lastY;

    /// @param cursor null where only the lane was chosen
    record Choice(@Nullable Instant cursor, int lane) {}

    TimelineCanvas(TimelinePicture first) {
        picture = new SimpleObjectProperty<>(first);
        getStyleClass().add("timeline-canvas");
        setFocusTraversable(true);
        setMinSize(200, 120);
        focusRing.getStyleClass().add("graph-focus");
        focusRing.setMouseTransparent(true);
        focusRing.visibleProperty().bind(focusVisibleProperty());
        getChildren().addAll(palette, canvas, focusRing);
        addEventHandler(MouseEvent.ANY, this::mouse);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    void onWindow(Consumer<TimeWindow> consumer) {
        onWindow = consumer;
    }

    void onChoice(Consumer<Choice> consumer) {
        onChoice = consumer;
    }

    void onEnter(Runnable act) {
        onEnter = act;
    }

    TimelinePicture picture() {
        return picture.get();
    }

    void show(TimelinePicture next) {
        picture.set(next);
        Timeline timeline = next.timeline();
        setAccessibleText(
                timeline == null
                        ? Messages.text("timeline.title")
                        : Messages.text(
                                "timeline.accessible",
                                timeline.title(),
                                timeline.lanes().size(),
                                Times.full(next.window().from()),
                                Times.full(next.window().to())));
        repaint();
    }

    /// Pixels of the axis.
    double axis() {
        return Math.max(40, getWidth() - TimelinePicture.LABELS);
    }

    private void repaint() {
        dirty = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        focusRing.resizeRelocate(0, 0, width, height);
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            dirty = true;
        }
        if (dirty && width > 0 && height > 0) {
            dirty = false;
            new TimelinePainter(canvas.getGraphicsContext2D(), palette.colors(), picture(), width, height).paint();
        }
    }

    private void mouse(MouseEvent e) {
        double x = e.getX() - TimelinePicture.LABELS;
        if (e.getEventType() == MouseEvent.MOUSE_PRESSED) {
            requestFocus();
            dragged = false;
            inOverview = e.getY() < TimelinePicture.OVERVIEW;
            lastX = e.getX();
            lastY = e.getY();
            if (inOverview && x >= 0) {
                elsewhere(x);
            }
        } else if (e.getEventType() == MouseEvent.MOUSE_DRAGGED) {
            dragged |= Math.abs(e.getX() - lastX) + Math.abs(e.getY() - lastY) > 3;
            if (inOverview) {
                elsewhere(x);
            } else if (dragged) {
                onWindow.accept(picture().window().moved((lastX - e.getX()) / axis()));
                scroll((lastY - e.getY()) / TimelinePicture.LANE);
                lastX = e.getX();
                lastY = e.getY();
            }
        } else if (e.getEventType() == MouseEvent.MOUSE_CLICKED && !dragged && !inOverview) {
            int lane = picture().laneAt(e.getY());
            onChoice.accept(new Choice(x < 0 ? null : picture().window().at(x, axis()), lane));
        } else if (e.getEventType() == MouseEvent.MOUSE_MOVED) {
            point(e.getY() < TimelinePicture.OVERVIEW ? -1 : x);
        } else if (e.getEventType() == MouseEvent.MOUSE_EXITED) {
            point(-1);
        }
    }

    private void point(double x) {
        TimelinePicture p = picture();
        if (p.pointer() >= 0 || x >= 0) {
            picture.set(p.withPointer(x));
            repaint();
        }
    }

    /// Brings the moment of the strip above into the middle.
    private void elsewhere(double x) {
        TimelinePicture p = picture();
        Instant wanted = p.whole().at(Math.clamp(x, 0, axis()), axis());
        double part = p.window().x(wanted, 1) - 0.5;
        onWindow.accept(p.window().moved(part));
    }

    private void wheel(ScrollEvent e) {
        TimelinePicture p = picture();
        double turn = e.getDeltaY() != 0 ? e.getDeltaY() : e.getDeltaX();
        if (e.isShiftDown() || e.getX() < TimelinePicture.LABELS) {
            scroll(-turn / TimelinePicture.LANE);
        } else if (turn != 0) {
            Instant around = p.window().at(e.getX() - TimelinePicture.LABELS, axis());
            onWindow.accept(p.window().zoomed(Math.pow(1.0025, -turn), around));
        }
        e.consume();
    }

    private void scroll(double lanes) {
        TimelinePicture p = picture();
        Timeline timeline = p.timeline();
        double room = (getHeight() - TimelinePicture.lanesBegin()) / TimelinePicture.LANE;
        double most = timeline == null ? 0 : Math.max(0, timeline.lanes().size() - room);
        double top = Math.clamp(p.top() + lanes, 0, most);
        if (top != p.top()) {
            top(top);
        }
    }

    private void top(double top) {
        picture.set(picture().withTop(top));
        repaint();
    }

    private void key(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        TimelinePicture p = picture();
        switch (e.getCode()) {
            case LEFT -> onWindow.accept(p.window().moved(-0.15));
            case RIGHT -> onWindow.accept(p.window().moved(0.15));
            case UP -> lane(-1);
            case DOWN -> lane(1);
            case ENTER -> onEnter.run();
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void typed(KeyEvent e) {
        TimelinePicture p = picture();
        Instant around = p.around();
        switch (e.getCharacter()) {
            case "+", "=" -> onWindow.accept(p.window().zoomed(0.6, around));
            case "-" -> onWindow.accept(p.window().zoomed(1 / 0.6, around));
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void lane(int step) {
        TimelinePicture p = picture();
        Timeline timeline = p.timeline();
        if (timeline == null || timeline.lanes().isEmpty()) {
            return;
        }
        int next = Math.clamp(p.lane() + step, -1, timeline.lanes().size() - 1);
        double room = (getHeight() - TimelinePicture.lanesBegin()) / TimelinePicture.LANE;
        if (next >= 0 && next < p.top()) {
            top(next);
        } else if (next >= p.top() + room - 1) {
            top(Math.max(0, next - room + 1));
        }
        onChoice.accept(new Choice(p.cursor(), next));
    }

    /// The lane that is chosen; null for none.
    @Nullable Lane lane() {
        TimelinePicture p = picture();
        Timeline timeline = p.timeline();
        return timeline == null || p.lane() < 0 || p.lane() >= timeline.lanes().size()
                ? null
                : timeline.lanes().get(p.lane());
    }
}
