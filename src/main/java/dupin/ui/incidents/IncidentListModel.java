package dupin.ui.incidents;

import dupin.model.Incident;
import dupin.model.row.IncidentWord;
import dupin.service.Desk;
import dupin.service.IncidentQuery;
import dupin.service.LastDay;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Live;
import dupin.ui.fx.Times;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;

/// The rows of the incident list, and what lately happened over it. FX thread.
public final class IncidentListModel extends ListModel<Incident, IncidentQuery, IncidentWord> {
    private static final int WHOLE = 2_000;

    private final IncidentFilters filters;
    private final ReadOnlyObjectWrapper<LastDay> day = new ReadOnlyObjectWrapper<>(LastDay.NONE);
    private final Live<LastDay> days;
    private final Desk desk;

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
        days = pump.live(() -> desk.lastDay(clock.instant(), Times.shown()), day::set);
    }

    public IncidentFilters filters() {
        return filters;
    }

    /// Entities of the case that the words fit, at most so many. Background.
    List<Desk.Hit> entities(String words, int most) {
        return desk.search(words, most);
    }

    /// Incidents and alerts by hour; none until they are seen.
    ReadOnlyObjectProperty<LastDay> dayProperty() {
        return day.getReadOnlyProperty();
    }

    /// Counts the hours only while the node, which shows them, can be seen.
    void whileDayShown(Node chart) {
        days.whileShown(chart);
    }

    @Override
    public void invalidate() {
        super.invalidate();
        days.invalidate();
    }

    /// Time has gone on, and nothing else.
    void later() {
        days.invalidate();
    }

    @Override
    public void close() {
        super.close();
        days.dispose();
    }
}
