package dupin.ui.incidents;

import dupin.model.policy.TuningRule;
import dupin.model.row.AlertField;
import dupin.model.row.AlertQuery;
import dupin.model.row.AlertRow;
import dupin.service.Desk;
import dupin.ui.fx.ChangePump;

/// The rows of the list of all alerts. FX thread.
public final class AlertListModel extends ListModel<AlertRow, AlertQuery, AlertField> {
    static final String HIDDEN = TuningRule.Effect.HIDE.done();

    private static final int WHOLE = 500;

    private final AlertFilters filters;
    private final Desk desk;

    public AlertListModel(Desk desk, ChangePump pump) {
        this(new AlertFilters(), desk, pump);
    }

    private AlertListModel(AlertFilters filters, Desk desk, ChangePump pump) {
        super(
                pump,
                filters.queryProperty(),
                new Reads<>(desk::alerts, () -> desk.status().alerts(), desk::alertWords, AlertListModel::id),
                WHOLE);
        this.filters = filters;
        this.desk = desk;
    }

    static String id(AlertRow row) {
        return row.alert().id();
    }

    /// How many alerts tuning rules keep out of the list. Blocks: background only.
    int hidden() {
        return desk.alerts(AlertQuery.ALL.toggled(AlertField.STATUS, HIDDEN)).size();
    }

    public AlertFilters filters() {
        return filters;
    }
}
