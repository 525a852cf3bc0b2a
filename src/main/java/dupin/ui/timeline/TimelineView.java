package dupin.ui.timeline;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.service.Progress;
import dupin.service.Timeline;
import dupin.service.Timeline.Clock;
import dupin.service.Timeline.Lane;
import dupin.service.TimelineCounts;
import dupin.service.TimelineRow;
import dupin.service.TimelineRows;
import dupin.service.TimelineSource;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TablePane;
import dupin.ui.fx.WholeRows;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The timeline of an incident, a device or a user: the picture above, its rows beneath. FX thread.
public final class TimelineView extends StackPane implements AutoCloseable {
    /// So many rows can be filtered and sorted in memory.
    private static final int FEW = 1_000;

    private static final int FINE = 500;

    /// Counts reach so far beyond what is in sight, to either side, that a pan finds them there.
    private static final double AHEAD = 0.5;

    private volatile TimelineSource source;
    private final Frame frame;
    private final TimelineLinks links;
    private final TimelineCanvas canvas;
    private final TimelineBar bar;
    private final TablePane<TimelineRow> table;
    private final BorderPane page = new BorderPane();
    private final EmptyState noRows = new EmptyState(Icon.CLOCK, Messages.text("timeline.reading"), "");
    private final EmptyState none =
            new EmptyState(Icon.CLOCK, Messages.text("timeline.choose"), Messages.text("timeline.chooseHelp"));
    private final Live<Optional<Timeline>> live;
    private final Live<Optional<TimelineCounts>> counts;
    private final Live<Optional<TimelineCounts>> overview;
    private final Live<Listing> rows;
    private volatile TimelinePicture asked;
    private Timeline.@Nullable Subject subject;
    private boolean fresh;
    private boolean entering;

    /// @param few all rows, when they are few
    /// @param place of the row at the chosen moment; -1 for none
    private record Listing(TimelineRows rows, @Nullable List<TimelineRow> few, int place) {}

    public TimelineView(TimelineSource source, Frame frame, TimelineLinks links) {
        this.source = source;
        this.frame = frame;
        this.links = links;
        getStyleClass().addAll("panel", "timeline-page");
        Instant now = frame.clock().instant();
        asked =
                TimelinePicture.empty(
                        TimeWindow.around(now, Duration.ofDays(1)), EnumSet.of(Clock.EVENT, Clock.DETECTION));
        canvas = new TimelineCanvas(asked);
        canvas.onWindow(this::window);
        canvas.onChoice(this::choose);
        table = TimelineTable.of(frame, links, noRows);
        canvas.onEnter(() -> table.table().requestFocus());
        table.onSelect(row -> mark(row.time()));
        bar = new TimelineBar(new Orders());
        canvas.getStyleClass().add("first-focus");
        var halves = new SplitPane(canvas, table);
        halves.setOrientation(Orientation.VERTICAL);
        halves.setDividerPositions(0.58);
        page.setTop(bar);
        page.setCenter(halves);
        page.setVisible(false);
        getChildren().addAll(page, none);
        addEventHandler(KeyEvent.KEY_TYPED, bar::typed);
        live = frame.pump().live(Optional::empty, this::show);
        live.whileShown(this);
        counts = frame.pump().live(this::count, answer -> answer.ifPresent(c -> show(canvas.picture().withCounts(c))));
        counts.whileShown(this);
        overview =
                frame.pump()
                        .live(this::countAll, answer -> answer.ifPresent(c -> show(canvas.picture().withOverview(c))));
        overview.whileShown(this);
        rows = frame.pump().live(this::read, this::list);
        rows.whileShown(this);
    }

    /// Shows everything of an incident, a device or a user.
    public void show(Timeline.Subject next) {
        if (!next.equals(subject)) {
            subject = next;
            noRows.say(Messages.text("timeline.reading"), "");
            fresh = true;
            live.replace(() -> source.of(next));
        }
    }

    /// Shows what another source tells.
    public void show(TimelineSource other, Timeline.Subject next) {
        source = other;
        subject = next;
        fresh = true;
        live.replace(() -> other.of(next));
    }

    /// Takes the focus into the picture, now or as soon as it is there.
    public void enter() {
        entering = true;
        takeFocus();
    }

    private void takeFocus() {
        if (entering && page.isVisible()) {
            entering = false;
            canvas.requestFocus();
        }
    }

    /// What is shown; empty before the first.
    public Optional<Timeline.Subject> subject() {
        return Optional.ofNullable(subject);
    }

    /// Something has changed; from any thread. What nobody sees is read again when it is shown.
    public void invalidate() {
        live.invalidate();
    }

    /// Whether counts and rows of what is in sight are there.
    public boolean settled() {
        TimelinePicture p = canvas.picture();
        return !fresh && p.timeline() != null && p.counts() != null && p.overview() != null;
    }

    @Override
    public void close() {
        live.dispose();
        counts.dispose();
        overview.dispose();
        rows.dispose();
    }

    private void show(Optional<Timeline> answer) {
        page.setVisible(answer.isPresent());
        none.setVisible(answer.isEmpty());
        if (answer.isEmpty()) {
            if (subject != null) {
                none.say(Messages.text("timeline.gone"), Messages.text("timeline.goneHelp"));
            }
            return;
        }
        takeFocus();
        Timeline timeline = answer.get();
        TimelinePicture p = canvas.picture();
        if (!fresh && timeline.equals(p.timeline())) {
            return;
        }
        bar.show(timeline);
        Set<Clock> clocks = p.clocks();
        TimeWindow whole = whole(timeline, clocks);
        if (fresh) {
            fresh = false;
            show(new TimelinePicture(timeline, story(timeline, whole), whole, null, null, clocks, 0, -1, null, -1));
        } else {
            int lane = p.lane() < timeline.lanes().size() ? p.lane() : -1;
            show(
                    new TimelinePicture(
                            timeline,
                            p.window(),
                            whole,
                            p.counts(),
                            p.overview(),
                            clocks,
                            p.top(),
                            lane,
                            p.cursor(),
                            -1));
        }
        overview.invalidate();
        counts.invalidate();
        rows.invalidate();
    }

    /// From the first to the last moment by the clocks that are shown.
    private TimeWindow whole(Timeline timeline, Set<Clock> clocks) {
        Instant now = frame.clock().instant();
        Instant first = timeline.first(clocks).orElse(now.minus(Duration.ofDays(1)));
        return new TimeWindow(first, timeline.last(clocks).orElse(now)).grown(0.02);
    }

    /// The stretch to begin with: around the alerts, where there are any, for telemetry may reach back for years.
    private static TimeWindow story(Timeline timeline, TimeWindow whole) {
        var alerts =
                timeline.marks().stream().filter(mark -> mark.clock() == Clock.EVENT).map(Timeline.Mark::time).toList();
        return alerts.isEmpty()
                ? whole
                : new TimeWindow(alerts.getFirst().minusSeconds(600), alerts.getLast().plusSeconds(600)).grown(0.08);
    }

    private void show(TimelinePicture next) {
        asked = next;
        canvas.show(next);
        bar.show(next, canvas.lane());
    }

    private void window(TimeWindow next) {
        show(canvas.picture().withWindow(next));
        counts.invalidate();
        rows.invalidate();
    }

    private void choose(TimelineCanvas.Choice choice) {
        show(canvas.picture().withChoice(choice.cursor(), choice.lane()));
        rows.invalidate();
    }

    /// Marks the moment of a row without listing anew.
    private void mark(@Nullable Instant moment) {
        show(canvas.picture().withChoice(moment, canvas.picture().lane()));
    }

    private Optional<TimelineCounts> count() {
        TimelinePicture p = asked;
        TimeWindow wide = p.window().grown(AHEAD);
        Timeline timeline = p.timeline();
        return timeline == null
                ? Optional.empty()
                : Optional.of(
                        source.counts(timeline, wide.from(), wide.to(), (int) (FINE * (1 + 2 * AHEAD)), Progress.NONE));
    }

    private Optional<TimelineCounts> countAll() {
        TimelinePicture p = asked;
        Timeline timeline = p.timeline();
        return timeline == null
                ? Optional.empty()
                : Optional.of(source.counts(timeline, p.whole().from(), p.whole().to(), FINE, Progress.NONE));
    }

    private Listing read() {
        TimelinePicture p = asked;
        Timeline timeline = p.timeline();
        Instant cursor = p.cursor();
        Lane lane =
                timeline == null || p.lane() < 0 || p.lane() >= timeline.lanes().size()
                        ? null
                        : timeline.lanes().get(p.lane());
        TimeWindow window = p.window();
        TimelineRows all =
                timeline == null
                        ? TimelineRows.of(List.of())
                        : source.rows(timeline, lane, p.clocks(), window.from(), window.to(), Progress.NONE);
        int place = cursor != null && window.holds(cursor) ? all.placeOf(cursor) : all.size();
        return new Listing(
                all,
                all.size() <= FEW ? all.rows(0, all.size()).stream().filter(Objects::nonNull).toList() : null,
                place < all.size() ? place : -1);
    }

    private void list(Listing listing) {
        noRows.say(Messages.text("timeline.noRows"), Messages.text("timeline.noRowsHelp"));
        bar.say(Messages.text("timeline.all", listing.rows().size()));
        List<TimelineRow> few = listing.few();
        int place = listing.place();
        if (few != null) {
            table.show(few);
            if (place >= 0) {
                table.select(few.get(place).id());
            }
            return;
        }
        var all = new WholeRows<TimelineRow>(listing.rows(), Messages.text("timeline.narrow"), "", true);
        if (place >= 0) {
            table.show(all, place);
        } else {
            table.show(all);
        }
    }

    /// What the bar above asks for.
    final class Orders {
        void clocks(Set<Clock> clocks) {
            TimelinePicture p = canvas.picture().withClocks(clocks);
            Timeline timeline = p.timeline();
            if (timeline != null) {
                TimeWindow whole = whole(timeline, clocks);
                p =
                        new TimelinePicture(
                                timeline,
                                p.window(),
                                whole,
                                p.counts(),
                                null,
                                clocks,
                                p.top(),
                                p.lane(),
                                p.cursor(),
                                -1);
            }
            show(p);
            overview.invalidate();
            rows.invalidate();
        }

        void fit() {
            window(canvas.picture().whole());
        }

        void zoom(double factor) {
            TimelinePicture p = canvas.picture();
            window(p.window().zoomed(factor, p.around()));
        }

        /// The chosen moment, or the middle of what is in sight, with so much before and after.
        void around(Duration half) {
            TimelinePicture p = canvas.picture();
            Instant cursor = p.cursor();
            Instant middle = cursor == null ? p.window().middle() : cursor;
            show(p.withChoice(middle, -1));
            window(TimeWindow.around(middle, half));
        }

        void moveClock() {
            Lane lane = canvas.lane();
            EntityKey device = lane == null ? null : lane.key();
            if (lane != null && device != null && device.kind() == EntityKind.DEVICE) {
                ClockDialog.open(frame.dialogs(), lane, device, links, live::invalidate);
            }
        }

        void clockBack() {
            Lane lane = canvas.lane();
            EntityKey device = lane == null ? null : lane.key();
            if (device != null) {
                links.shiftClock(device, Duration.ZERO, Messages.text("timeline.clockBackReason"), live::invalidate);
            }
        }
    }
}
