package dupin.ui.timeline;

import dupin.model.Verdict;
import dupin.service.Timeline;
import dupin.service.Timeline.Lane;
import dupin.service.TimelineCounts;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Face;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Draws a timeline: the whole above, the axis, then the lanes in sight. Only what is in sight is looked at. FX thread.
final class TimelinePainter {
    static final List<String> ROLES =
            List.of(
                    "canvas-bg",
                    "panel",
                    "panel-raised",
                    "line",
                    "line-strong",
                    "text",
                    "text-muted",
                    "text-subtle",
                    "accent",
                    "accent-soft",
                    "row-selected",
                    "severity-high",
                    "severity-medium",
                    "severity-low",
                    "severity-informational",
                    "verdict-malicious",
                    "verdict-suspicious",
                    "verdict-clean",
                    "verdict-not-evaluable",
                    "state-pending",
                    "state-running");

    /// A stretch without rows has to be this part of what is in sight to be told.
    private static final double GAP = 0.12;

    private static final double ROOM = 96;
    private static final Font SMALL = Font.font("Inter Medium", 11);
    private static final Font PLAIN = Font.font("Inter Medium", 12);
    private static final Font ICONS = Icon.font(13);

    private final GraphicsContext on;
    private final Map<String, Color> colors;
    private final TimelinePicture picture;
    private final double width;
    private final double height;

    TimelinePainter(
            GraphicsContext on, Map<String, Color> colors, TimelinePicture picture, double width, double height) {
        this.on = on;
        this.colors = colors;
        this.picture = picture;
        this.width = width;
        this.height = height;
    }

    private double axis() {
        return Math.max(40, width - TimelinePicture.LABELS);
    }

    private double x(Instant time) {
        return TimelinePicture.LABELS + picture.window().x(time, axis());
    }

    private Color color(String role) {
        return colors.getOrDefault(role, Color.GRAY);
    }

    void paint() {
        on.setFill(color("canvas-bg"));
        on.fillRect(0, 0, width, height);
        Timeline timeline = picture.timeline();
        if (timeline == null) {
            return;
        }
        on.setTextBaseline(VPos.CENTER);
        on.setFont(SMALL);
        gaps();
        ticks();
        lanes(timeline);
        overview();
        labelsGround();
        labels(timeline);
        lines();
    }

    private void ticks() {
        on.setTextAlign(TextAlignment.LEFT);
        double y = TimelinePicture.OVERVIEW;
        on.setFill(color("panel"));
        on.fillRect(TimelinePicture.LABELS, y, axis(), TimelinePicture.AXIS);
        for (TimeTicks.Tick tick : TimeTicks.of(picture.window(), axis(), ROOM)) {
            double at = Math.rint(x(tick.at())) + 0.5;
            on.setStroke(color("line"));
            on.strokeLine(at, y + 16, at, height);
            on.setFill(color("text-muted"));
            on.fillText(tick.label(), at + 4, y + TimelinePicture.AXIS / 2);
        }
    }

    /// Stretches without a row, where the counts are of what is in sight.
    private void gaps() {
        TimelineCounts counts = picture.counts();
        if (counts == null) {
            return;
        }
        double least =
                GAP
                        * seconds(picture.window().from(), picture.window().to())
                        / Math.max(1e-9, seconds(counts.from(), counts.to()));
        double y = TimelinePicture.lanesBegin();
        for (TimelineCounts.Gap gap : counts.gaps(least)) {
            double from = Math.max(TimelinePicture.LABELS, x(gap.from()));
            double to = Math.min(width, x(gap.to()));
            if (to - from < ROOM) {
                continue;
            }
            on.setFill(color("panel-raised").deriveColor(0, 1, 1, 0.55));
            on.fillRect(from, y, to - from, height - y);
            on.setFill(color("text-subtle"));
            on.setTextAlign(TextAlignment.CENTER);
            on.fillText(
                    Messages.text("timeline.gap", Times.duration(gap.length())),
                    (from + to) / 2,
                    y + TimelinePicture.LANE / 2);
        }
    }

    private static double seconds(Instant from, Instant to) {
        return java.time.Duration.between(from, to).toNanos() / 1e9;
    }

    private void lanes(Timeline timeline) {
        int first = Math.max(0, (int) picture.top());
        double ceiling = Math.log1p(most());
        for (int i = first; i < timeline.lanes().size() && picture.laneY(i) < height; i++) {
            double y = picture.laneY(i);
            if (i == picture.lane()) {
                on.setFill(color("row-selected").deriveColor(0, 1, 1, 0.6));
                on.fillRect(TimelinePicture.LABELS, y, axis(), TimelinePicture.LANE);
            }
            on.setStroke(color("line"));
            on.strokeLine(
                    0, Math.rint(y + TimelinePicture.LANE) - 0.5, width, Math.rint(y + TimelinePicture.LANE) - 0.5);
            bars(timeline.lanes().get(i), i, y, ceiling);
            new MarkRow(on, colors, picture, this::x, width).paint(timeline.lanes().get(i), y);
        }
    }

    /// The highest count in sight, so that lanes can be compared.
    private int most() {
        TimelineCounts counts = picture.counts();
        int most = 1;
        if (counts != null) {
            for (int[] lane : counts.lanes()) {
                for (int count : lane) {
                    most = Math.max(most, count);
                }
            }
        }
        return most;
    }

    private void bars(Lane lane, int index, double y, double ceiling) {
        TimelineCounts counts = picture.counts();
        if (counts == null || index >= counts.lanes().length) {
            return;
        }
        int[] row = counts.lanes()[index];
        double begin = x(counts.from());
        double step = (x(counts.to()) - begin) / counts.buckets();
        on.setFill(color(role(lane)));
        double bottom = y + TimelinePicture.LANE - 3;
        for (int i = 0; i < row.length; i++) {
            if (row[i] == 0) {
                continue;
            }
            double from = begin + i * step;
            double to = from + step;
            if (to < TimelinePicture.LABELS || from > width) {
                continue;
            }
            double tall = 3 + (TimelinePicture.LANE - 12) * Math.log1p(row[i]) / ceiling;
            on.fillRect(from, bottom - tall, Math.max(1.5, to - from - 0.5), tall);
        }
    }

    private static String role(Lane lane) {
        Verdict verdict = lane.verdict();
        return verdict == null || !verdict.incriminates() ? "accent" : Face.of(verdict).role();
    }

    /// The whole, and in it what is in sight.
    private void overview() {
        double left = TimelinePicture.LABELS;
        on.setFill(color("panel"));
        on.fillRect(0, 0, width, TimelinePicture.OVERVIEW);
        TimelineCounts counts = picture.overview();
        if (counts != null) {
            int most = 1;
            for (int count : counts.all()) {
                most = Math.max(most, count);
            }
            on.setFill(color("text-subtle"));
            for (int i = 0; i < counts.buckets(); i++) {
                if (counts.all()[i] > 0) {
                    double from = left + picture.whole().x(counts.at(i), axis());
                    double tall = 2 + 26 * Math.log1p(counts.all()[i]) / Math.log1p(most);
                    on.fillRect(
                            from, TimelinePicture.OVERVIEW - 4 - tall, Math.max(1, axis() / counts.buckets()), tall);
                }
            }
        }
        double from = left + Math.clamp(picture.whole().x(picture.window().from(), axis()), 0, axis());
        double to = left + Math.clamp(picture.whole().x(picture.window().to(), axis()), 0, axis());
        on.setFill(color("accent").deriveColor(0, 1, 1, 0.18));
        on.fillRect(from, 1, Math.max(3, to - from), TimelinePicture.OVERVIEW - 2);
        on.setStroke(color("accent"));
        on.strokeRect(from + 0.5, 1.5, Math.max(3, to - from) - 1, TimelinePicture.OVERVIEW - 3);
        on.setStroke(color("line-strong"));
        on.strokeLine(0, TimelinePicture.OVERVIEW + 0.5, width, TimelinePicture.OVERVIEW + 0.5);
    }

    private void labelsGround() {
        on.setFill(color("panel"));
        on.fillRect(0, TimelinePicture.OVERVIEW, TimelinePicture.LABELS, height);
        on.setStroke(color("line-strong"));
        on.strokeLine(TimelinePicture.LABELS - 0.5, 0, TimelinePicture.LABELS - 0.5, height);
        on.setTextAlign(TextAlignment.LEFT);
        on.setFill(color("text-muted"));
        TimelineCounts counts = picture.overview();
        if (counts != null) {
            on.fillText(Messages.text("timeline.total", counts.total()), 10, TimelinePicture.OVERVIEW / 2);
        }
    }

    private void labels(Timeline timeline) {
        on.save();
        on.beginPath();
        on.rect(0, TimelinePicture.lanesBegin(), TimelinePicture.LABELS - 1, height);
        on.clip();
        for (int i = Math.max(0, (int) picture.top()); i < timeline.lanes().size() && picture.laneY(i) < height; i++) {
            Lane lane = timeline.lanes().get(i);
            double y = picture.laneY(i);
            if (i == picture.lane()) {
                on.setFill(color("row-selected"));
                on.fillRect(0, y, TimelinePicture.LABELS - 1, TimelinePicture.LANE - 1);
                on.setFill(color("accent"));
                on.fillRect(0, y, 3, TimelinePicture.LANE - 1);
            }
            double middle = y + TimelinePicture.LANE / 2;
            on.setFont(ICONS);
            on.setFill(color(lane.telemetry() ? role(lane) : "text-muted"));
            on.fillText(LaneWords.icon(lane).glyph(), 12, middle);
            on.setFont(PLAIN);
            on.setFill(color("text"));
            boolean moved = !lane.shift().isZero();
            on.fillText(Elide.middle(LaneWords.name(lane), 26), 34, moved ? middle - 6 : middle, 178);
            if (moved) {
                on.setFont(SMALL);
                on.setFill(color("state-pending"));
                on.fillText(LaneWords.shift(lane.shift()), 34, middle + 8, 178);
            }
        }
        on.restore();
        on.setFont(SMALL);
    }

    /// The chosen moment, and the one under the mouse with its time.
    private void lines() {
        double y = TimelinePicture.OVERVIEW;
        Instant cursor = picture.cursor();
        if (cursor != null && picture.window().holds(cursor)) {
            double at = Math.rint(x(cursor)) + 0.5;
            on.setStroke(color("accent"));
            on.setLineWidth(1.5);
            on.strokeLine(at, y, at, height);
            on.setLineWidth(1);
        }
        if (picture.pointer() >= 0) {
            double at = Math.rint(TimelinePicture.LABELS + picture.pointer()) + 0.5;
            on.setStroke(color("text-subtle"));
            on.setLineDashes(3, 3);
            on.strokeLine(at, y, at, height);
            on.setLineDashes();
            String time = Times.full(picture.window().at(picture.pointer(), axis()));
            boolean flip = at > width - 170;
            on.setFill(color("panel-raised"));
            on.fillRoundRect(flip ? at - 168 : at + 4, y + 3, 164, 18, 6, 6);
            on.setFill(color("text"));
            on.setTextAlign(TextAlignment.LEFT);
            on.fillText(time, flip ? at - 162 : at + 10, y + 12);
        }
    }
}
