package dupin.ui.incidents;

import dupin.model.Incident;
import dupin.model.row.IncidentWord;
import dupin.service.Desk;
import dupin.service.Found;
import dupin.service.IncidentQuery;
import dupin.service.LastDay;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Sight;
import dupin.ui.fx.Times;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;

/// The rows of the incident list, and what lately happened over it. FX thread.
public final class IncidentListModel extends ListModel<Incident, IncidentQuery, IncidentWord> {
    private static final int WHOLE = 2_000;

    private final IncidentFilters filters;
    private final ReadOnlyObjectWrapper<LastDay> day = new ReadOnlyObjectWrapper<>(LastDay.NONE);
    private final Desk desk;
    private final InstantSource clock;

    /// Of everything that the hours tell of; those that are shown are as of one of its values.
    private final AtomicLong changes = new AtomicLong();

    private volatile long counted = -1;
    private volatile boolean daySeen;

    public IncidentListModel(Desk desk, ChangePump pump, InstantSource clock) {
        this(new IncidentFilters(), desk, pump, clock);
    }

    private IncidentListModel(IncidentFilters filters, Desk desk, ChangePump pump, InstantSource clock) {
        super(
                pump,
                filters.queryProperty(),
                new Reads<>(desk::window, () -> desk.status().incidents(), desk::incidentWords, Incident::id),
                WHOLE);
        this.filters = filters;
        this.desk = desk;
        this.clock = clock;
    }

    public IncidentFilters filters() {
        return filters;
    }

    /// Entities of the case that the words fit, at most so many. Background.
    Found<Desk.Hit> entities(String words, int most) {
        return desk.search(words, most);
    }

    /// Incidents and alerts by hour; none until they are seen.
    ReadOnlyObjectProperty<LastDay> dayProperty() {
        return day.getReadOnlyProperty();
    }

    /// Counts the hours only while the node, which shows them, can be seen.
    void whileDayShown(Node chart) {
        Sight.of(chart)
                .subscribe(seen -> {
                    daySeen = seen;
                    if (seen && counted != changes.get()) {
                        super.invalidate();
                    }
                });
    }

    @Override
    public void invalidate() {
        changes.incrementAndGet();
        super.invalidate();
    }

    /// Not counted again for another filter, which they do not heed.
    @Override
    Runnable beside() {
        long now = changes.get();
        if (!daySeen || counted == now) {
            return super.beside();
        }
        LastDay read = desk.lastDay(clock.instant(), Times.shown());
        return () -> {
            counted = now;
            day.set(read);
        };
    }

    /// Time has gone on, and nothing else.
    void later() {
        invalidate();
    }
}
