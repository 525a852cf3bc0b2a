package dupin.ui.timeline;

import dupin.model.Severity;
import dupin.service.Timeline;
import dupin.service.Timeline.Lane;
import dupin.service.Timeline.Mark;
import dupin.ui.fx.Face;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Draws a lane's marks: an alert when it happened as a filled diamond, when it was detected as a hollow one, an import as
/// a square, a decision as a triangle. Marks that would lie upon each other become one. FX thread.
final class MarkRow {
    private static final double APART = 7;
    private static final double SIZE = 5;

    private final GraphicsContext on;
    private final Map<String, Color> colors;
    private final TimelinePicture picture;
    private final ToDoubleFunction<Instant> x;
    private final double width;

    MarkRow(
            GraphicsContext on,
            Map<String, Color> colors,
            TimelinePicture picture,
            ToDoubleFunction<Instant> x,
            double width) {
        this.on = on;
        this.colors = colors;
        this.picture = picture;
        this.x = x;
        this.width = width;
    }

    /// The index of the first mark that is not before the moment.
    static int firstFrom(List<Mark> marks, Instant from) {
        int low = 0;
        int high = marks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (marks.get(middle).time().isBefore(from)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static boolean shows(Lane lane, Mark mark) {
        return lane.key() == null
                ? !lane.telemetry() && (mark.lanes().isEmpty() || mark.clock() != Timeline.Clock.EVENT)
                : mark.lanes().contains(lane.key());
    }

    void paint(Lane lane, double y) {
        Timeline timeline = picture.timeline();
        if (timeline == null || lane.source() != null) {
            return;
        }
        double[] last = {-100, -100, -100, -100};
        List<Mark> marks = timeline.marks();
        for (int i = firstFrom(marks, picture.window().from()); i < marks.size(); i++) {
            Mark mark = marks.get(i);
            if (!mark.time().isBefore(picture.window().to())) {
                break;
            }
            int clock = mark.clock().ordinal();
            if (picture.clocks().contains(mark.clock()) && shows(lane, mark)) {
                double at = x.applyAsDouble(mark.time());
                if (at - last[clock] >= APART && at <= width) {
                    draw(mark, at, y + TimelinePicture.LANE / 2 - 4);
                    last[clock] = at;
                }
            }
        }
    }

    private void draw(Mark mark, double at, double y) {
        Color color = color(mark);
        on.setFill(color);
        on.setStroke(color);
        on.setLineWidth(1.5);
        double[] xs = {at, at + SIZE, at, at - SIZE};
        double[] ys = {y - SIZE, y, y + SIZE, y};
        switch (mark.clock()) {
            case EVENT -> on.fillPolygon(xs, ys, 4);
            case DETECTION -> on.strokePolygon(xs, ys, 4);
            case INGEST -> on.strokeRect(at - SIZE + 1, y - SIZE + 1, 2 * SIZE - 2, 2 * SIZE - 2);
            case DECISION ->
                    on.fillPolygon(
                            new double[] {at, at + SIZE, at - SIZE}, new double[] {y - SIZE, y + SIZE, y + SIZE}, 3);
        }
        on.setLineWidth(1);
    }

    private Color color(Mark mark) {
        @Nullable Severity severity = mark.severity();
        String role =
                switch (mark.clock()) {
                    case EVENT, DETECTION -> severity == null ? "text-subtle" : Face.of(severity).role();
                    case INGEST -> "state-running";
                    case DECISION -> "state-pending";
                };
        return colors.getOrDefault(role, Color.GRAY);
    }
}
