package dupin.ui.incidents;

import dupin.model.row.AlertField;
import dupin.model.row.AlertQuery;
import dupin.model.row.AlertRow;
import dupin.service.Desk;
import dupin.service.Window;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Live;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;

/// The rows of the list of all alerts, kept fresh. Knows no control; FX thread.
public final class AlertListModel implements AutoCloseable {
    /// So many are read whole: they are there as soon as they are asked for.
    private static final int SHORT = 500;

    private final AlertFilters filters = new AlertFilters();
    private final ReadOnlyObjectWrapper<Window<AlertRow>> rows =
            new ReadOnlyObjectWrapper<>(Window.of(List.of(), AlertListModel::id));
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(-1);
    private final Desk desk;
    private final Live<Answer> live;
    private Map<AlertField, List<String>> words = Map.of();

    private record Answer(Window<AlertRow> rows, int total, Map<AlertField, List<String>> words) {}

    public AlertListModel(Desk desk, ChangePump pump) {
        this.desk = desk;
        live = pump.live(() -> ask(filters.query()), this::show);
        filters.queryProperty().addListener((_, _, query) -> live.replace(() -> ask(query)));
    }

    static String id(AlertRow row) {
        return row.alert().id();
    }

    /// Reads only while the node, which shows the list, can be seen. FX thread.
    public void whileShown(Node list) {
        live.whileShown(list);
    }

    /// Alerts, their incidents or investigations have changed; from any thread.
    public void invalidate() {
        live.invalidate();
    }

    public AlertFilters filters() {
        return filters;
    }

    public ReadOnlyObjectProperty<Window<AlertRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// What passes the filters.
    public Window<AlertRow> rows() {
        return rows.get();
    }

    /// Alerts of the case, filtered or not; -1 until the first answer.
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// What the filters can be set to.
    Map<AlertField, List<String>> words() {
        return words;
    }

    @Override
    public void close() {
        live.dispose();
    }

    private Answer ask(AlertQuery query) {
        Window<AlertRow> found = desk.alerts(query);
        if (found.size() > 0 && found.size() <= SHORT) {
            found =
                    Window.of(
                            found.rows(0, found.size()).stream().filter(Objects::nonNull).toList(), AlertListModel::id);
        }
        return new Answer(found, desk.status().alerts(), desk.alertWords());
    }

    private void show(Answer answer) {
        words = answer.words();
        total.set(Math.max(answer.total(), answer.rows().size()));
        rows.set(answer.rows());
    }
}
