package dupin.ui.incidents;

import dupin.model.Incident;
import dupin.model.row.IncidentWord;
import dupin.service.Desk;
import dupin.service.IncidentQuery;
import dupin.ui.fx.ChangePump;

/// The rows of the incident list. FX thread.
public final class IncidentListModel extends ListModel<Incident, IncidentQuery, IncidentWord> {
    private static final int WHOLE = 2_000;

    private final IncidentFilters filters;

    public IncidentListModel(Desk desk, ChangePump pump) {
        this(new IncidentFilters(), desk, pump);
    }

    private IncidentListModel(IncidentFilters filters, Desk desk, ChangePump pump) {
        super(
                pump,
                filters.queryProperty(),
                new Reads<>(desk::window, () -> desk.status().incidents(), desk::incidentWords, Incident::id),
                WHOLE);
        this.filters = filters;
    }

    public IncidentFilters filters() {
        return filters;
    }
}
