package dupin.ui.investigation;

import dupin.model.RemediationAction;
import dupin.ui.actions.ActionTable;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;

/// Pending actions, or their history, with the commands for them. FX thread.
final class ActionsTab implements TabView {
    private final ActionTable table;
    private final Function<InvestigationModel, List<RemediationAction>> rows;

    ActionsTab(
            ActionTable table,
            Function<InvestigationModel, List<RemediationAction>> rows,
            Consumer<RemediationAction> selected,
            Consumer<RemediationAction> opened) {
        this.table = table;
        this.rows = rows;
        table.pane().onSelect(selected);
        table.pane().onOpen(opened);
    }

    @Override
    public Node node() {
        return table;
    }

    @Override
    public void show(InvestigationModel model) {
        table.show(rows.apply(model));
    }

    @Override
    public boolean select(InvestigationModel.Place place) {
        return table.pane().select(place.row());
    }

    @Override
    public void clearSelection() {
        table.pane().clearSelection();
    }

    @Override
    public void focus() {
        table.pane().table().requestFocus();
    }
}
