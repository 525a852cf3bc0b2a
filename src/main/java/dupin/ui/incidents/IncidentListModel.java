package dupin.ui.incidents;

import dupin.model.Incident;
import dupin.service.Desk;
import dupin.service.IncidentQuery;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Live;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;

/// The rows of the incident list, kept fresh. Knows no control; FX thread.
public final class IncidentListModel implements AutoCloseable {
    private final IncidentFilters filters = new IncidentFilters();
    private final ReadOnlyObjectWrapper<List<Incident>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(-1);
    private final Desk desk;
    private final Live<Answer> live;

    private record Answer(List<Incident> rows, int total) {}

    public IncidentListModel(Desk desk, ChangePump pump) {
        this.desk = desk;
        live = pump.live(() -> ask(filters.query()), this::show);
        filters.queryProperty().addListener((_, _, query) -> live.replace(() -> ask(query)));
    }

    /// Reads only while the node, which shows the list, can be seen. FX thread.
    public void whileShown(Node list) {
        live.whileShown(list);
    }

    /// Incidents have changed; from any thread.
    public void invalidate() {
        live.invalidate();
    }

    public IncidentFilters filters() {
        return filters;
    }

    public ReadOnlyObjectProperty<List<Incident>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    public List<Incident> rows() {
        return rows.get();
    }

    /// Incidents of the case, filtered or not; -1 until the first answer.
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    @Override
    public void close() {
        live.dispose();
    }

    private Answer ask(IncidentQuery query) {
        List<Incident> found = desk.incidents(query);
        return new Answer(found, desk.status().incidents());
    }

    private void show(Answer answer) {
        total.set(Math.max(answer.total(), answer.rows().size()));
        rows.set(answer.rows());
    }
}
