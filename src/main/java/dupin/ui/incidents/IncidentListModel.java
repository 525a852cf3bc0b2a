package dupin.ui.incidents;

import dupin.model.Incident;
import dupin.model.row.IncidentWord;
import dupin.service.Desk;
import dupin.service.IncidentQuery;
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

/// The rows of the incident list, kept fresh. Knows no control; FX thread.
public final class IncidentListModel implements AutoCloseable {
    private final IncidentFilters filters = new IncidentFilters();

    /// So many are read whole: they are there as soon as they are asked for.
    private static final int SHORT = 2_000;

    private final ReadOnlyObjectWrapper<Window<Incident>> rows =
            new ReadOnlyObjectWrapper<>(Window.of(List.of(), Incident::id));
    private final ReadOnlyObjectWrapper<Map<IncidentWord, List<String>>> words = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(-1);
    private final Desk desk;
    private final Live<Answer> live;

    private record Answer(Window<Incident> rows, int total, Map<IncidentWord, List<String>> words) {}

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

    public ReadOnlyObjectProperty<Window<Incident>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// What passes the filters.
    public Window<Incident> rows() {
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

    /// What the filters can be set to.
    public ReadOnlyObjectProperty<Map<IncidentWord, List<String>>> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    private Answer ask(IncidentQuery query) {
        Window<Incident> found = desk.window(query);
        if (found.size() > 0 && found.size() <= SHORT) {
            found = Window.of(found.rows(0, found.size()).stream().filter(Objects::nonNull).toList(), Incident::id);
        }
        return new Answer(found, desk.status().incidents(), desk.incidentWords());
    }

    private void show(Answer answer) {
        total.set(Math.max(answer.total(), answer.rows().size()));
        words.set(answer.words());
        rows.set(answer.rows());
    }
}
