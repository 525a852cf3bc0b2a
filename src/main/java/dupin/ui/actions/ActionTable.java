package dupin.ui.actions;

import dupin.model.RemediationAction;
import dupin.model.EntityKey;
import dupin.ui.actions.ActionCenterModel.Side;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.DataColumn;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.EntityWays;
import dupin.ui.fx.EntityMenu;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Styles;
import dupin.ui.fx.TablePane;
import dupin.ui.fx.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Actions as a table with the commands for its side beneath: approve and reject, or undo. FX thread.
public final class ActionTable extends BorderPane {
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReceiptPanel receipt = new ReceiptPanel();
    private final TablePane<RemediationAction> pane;
    private final ActionCommands commands;
    private Consumer<List<RemediationAction>> selection = _ -> {};

    /// @param fileName suggested for the CSV export
    /// @param hidden columns that are not shown at first
    public ActionTable(CaseContext context, Side side, String fileName, EmptyState empty, Set<String> hidden) {
        getStyleClass().add("action-table");
        Styles.add(this, "/dupin/ui/actions/actions.css");
        List<DataColumn<RemediationAction, ?>> columns = ActionColumns.all(context.frame().clock(), hidden);
        pane = new TablePane<>(context.frame(), fileName, RemediationAction::id, empty, columns);
        commands = new ActionCommands(context, busy, receipt::show);
        List<Verb> verbs =
                side == Side.PENDING ? List.of(Verb.REJECT, Verb.APPROVE) : List.of(Verb.CANCEL, Verb.RETRY, Verb.UNDO);
        var bar = new DecisionBar(verbs, busy, commands::run);
        var table = pane.table();
        table.setAccessibleText(
                side == Side.PENDING ? Messages.text("actions.pending") : Messages.text("actions.history"));
        table.getSelectionModel()
                .getSelectedItems()
                .addListener(
                        (ListChangeListener<RemediationAction>)
                                _ -> {
                                    List<RemediationAction> now = selected();
                                    bar.show(now);
                                    List<Integer> more = Instances.of(now, table.getItems());
                                    bar.more(more.size(), () -> more.forEach(table.getSelectionModel()::select));
                                    selection.accept(now);
                                });
        ActionKeys.install(this, verb -> commands.run(verb, selected()));
        Ticker.install(this, Duration.ofSeconds(30), table::refresh);
        setCenter(pane);
        setBottom(new VBox(receipt, bar));
    }

    /// When nothing is left of what was selected, because it was decided, the next one is.
    public void show(List<RemediationAction> actions) {
        var model = pane.table().getSelectionModel();
        int first = model.getSelectedIndices().stream().mapToInt(Integer::intValue).min().orElse(-1);
        pane.show(actions);
        int rows = pane.table().getItems().size();
        if (first >= 0 && model.isEmpty() && rows > 0) {
            model.clearAndSelect(Math.min(first, rows - 1));
        }
    }

    /// Gives each action the menu of what it is done to, and where.
    public void onWays(Supplier<@Nullable EntityWays> ways) {
        EntityMenu.install(pane.table(), ActionTable::parts, ways);
    }

    private static List<EntityMenu.Part> parts(RemediationAction action) {
        var parts = new ArrayList<EntityMenu.Part>();
        parts.add(new EntityMenu.Part(action.target().key(), action.target().label()));
        EntityKey device = action.device();
        if (device != null && !device.equals(action.target().key())) {
            parts.add(new EntityMenu.Part(device, device.value()));
        }
        action.covered().forEach(key -> parts.add(new EntityMenu.Part(key, key.value())));
        return parts;
    }

    public TablePane<RemediationAction> pane() {
        return pane;
    }

    public List<RemediationAction> selected() {
        return pane.table().getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
    }

    /// Told of every change of the selection, also when fresh rows take the place of selected ones.
    public void onSelection(Consumer<List<RemediationAction>> consumer) {
        selection = consumer;
    }

    public ActionCommands commands() {
        return commands;
    }
}
