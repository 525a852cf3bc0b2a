package dupin.ui.timeline;

import dupin.service.HuntRow;
import dupin.service.TimelineRow;
import dupin.ui.fx.Columns;
import dupin.ui.fx.DataColumn;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.EntityMenu;
import dupin.ui.fx.Face;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TablePane;
import java.util.List;

/// The rows of a stretch of time, with a column for each clock. FX thread.
final class TimelineTable {
    private TimelineTable() {}

    static TablePane<TimelineRow> of(Frame frame, TimelineLinks links, EmptyState empty) {
        var original = Columns.<TimelineRow>time("original", Messages.text("timeline.original"), TimelineRow::original);
        original.setVisible(false);
        var shift =
                Columns.<TimelineRow>text(
                        "shift",
                        Messages.text("timeline.shift"),
                        90,
                        row -> row.shift().isZero() ? "" : LaneWords.shift(row.shift()));
        shift.setVisible(false);
        List<DataColumn<TimelineRow, ?>> columns =
                Columns.filters(
                        List.of(
                                time("event", Messages.text("timeline.event"), TimelineRow::event),
                                Columns.text("what", Messages.text("timeline.what"), 320, TimelineRow::what),
                                Columns.badge(
                                        "severity",
                                        Messages.text("timeline.severity"),
                                        110,
                                        TimelineRow::severity,
                                        Face::of),
                                Columns.text("device", Messages.text("timeline.device"), 120, TimelineRow::device),
                                Columns.text("source", Messages.text("timeline.source"), 150, TimelineRow::source),
                                time("detection", Messages.text("timeline.detection"), TimelineRow::detection),
                                time("ingest", Messages.text("timeline.ingest"), TimelineRow::ingest),
                                time("decision", Messages.text("timeline.decision"), TimelineRow::decision),
                                original,
                                shift),
                        "severity",
                        "device",
                        "source");
        var pane = new TablePane<TimelineRow>(frame, "timeline.csv", TimelineRow::id, empty, columns);
        pane.table().setAccessibleText(Messages.text("timeline.rows"));
        pane.onOpen(row -> open(row, links));
        EntityMenu.install(pane.table(), TimelineTable::parts, () -> links);
        return pane;
    }

    private static List<EntityMenu.Part> parts(TimelineRow row) {
        HuntRow told = row.row();
        return told == null
                ? List.of()
                : told.entities().stream().map(part -> new EntityMenu.Part(part.key(), part.label())).toList();
    }

    private static DataColumn<TimelineRow, ?> time(
            String id,
            String title,
            java.util.function.Function<TimelineRow, java.time.@org.jspecify.annotations.Nullable Instant> time) {
        return Columns.time(id, title, time);
    }

    private static void open(TimelineRow row, TimelineLinks links) {
        HuntRow told = row.row();
        if (told != null) {
            links.row(told);
        } else if (!row.incidentId().isEmpty()) {
            links.incident(row.incidentId());
        }
    }
}
