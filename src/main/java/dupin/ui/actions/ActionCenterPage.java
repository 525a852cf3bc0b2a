package dupin.ui.actions;

import dupin.model.EntityKey;
import dupin.model.RemediationAction;
import dupin.ui.actions.ActionCenterModel.Side;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.EntityWays;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Styles;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The action center as a page: the whole table with filters, and beside it all of the action that is selected. FX thread.
public final class ActionCenterPage extends BorderPane implements AutoCloseable {
    private final ActionCenterModel model = new ActionCenterModel();
    private final ActionTable pending;
    private final ActionTable history;
    private final ActionCard card;
    private final ScrollPane cardPane;
    private final ActionFeed feed;
    private final OtherProducts others;
    private final Button runbook = new Button(Messages.text("actions.runbook"), Icon.REPORT.node());
    private Consumer<EntityKey> explain = _ -> {};
    private Consumer<String> openIncident = _ -> {};

    public ActionCenterPage(CaseContext context) {
        getStyleClass().addAll("panel", "action-page");
        Styles.add(this, "/dupin/ui/actions/actions.css");
        pending =
                new ActionTable(
                        context,
                        Side.PENDING,
                        "pending-actions.csv",
                        new EmptyState(
                                Icon.CHECK,
                                Messages.text("actions.empty.pending"),
                                Messages.text("actions.empty.pendingHelp")),
                        Set.of(
                                "updated",
                                "entityType",
                                "status",
                                "decision",
                                "decidedBy",
                                "waited",
                                "outcome",
                                "undo",
                                "approvalId",
                                "comment",
                                "source"));
        history =
                new ActionTable(
                        context,
                        Side.HISTORY,
                        "action-history.csv",
                        new EmptyState(
                                Icon.HISTORY,
                                Messages.text("actions.empty.history"),
                                Messages.text("actions.empty.historyHelp")),
                        Set.of("expires", "why", "waited", "undo", "approvalId", "comment", "entityType", "source"));
        card = new ActionCard(context, true, key -> explain.accept(key), id -> openIncident.accept(id));
        cardPane = new ScrollPane(card);
        cardPane.setFitToWidth(true);
        cardPane.getStyleClass().add("card-pane");
        for (ActionTable table : List.of(pending, history)) {
            table.onSelection(this::selected);
        }
        others = new OtherProducts(context);
        var sides = new SideTabs(model);
        // Also the side that is turned to already leads back to it.
        sides.addEventHandler(ActionEvent.ACTION, _ -> others.button().setSelected(false));
        others.button()
                .selectedProperty()
                .addListener((_, _, chosen) -> {
                    Styles.one(sides, chosen ? "resting" : "", "resting");
                    turn();
                });
        var title = new Label(Messages.text("actions.center"));
        title.getStyleClass().add("heading");
        runbook.setId("runbook");
        runbook.getStyleClass().add("quiet");
        runbook.setMinWidth(Region.USE_PREF_SIZE);
        runbook.setTooltip(new Tooltip(Messages.text("actions.runbook.help")));
        runbook.setVisible(false);
        runbook.managedProperty().bind(runbook.visibleProperty());
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var header = new HBox(title, sides, others.button(), room, runbook);
        header.getStyleClass().add("pane-header");
        setTop(header);
        setCenter(new StackPane(pending));
        model.sideProperty().addListener((_, _, _) -> ours());
        model.rows().shownProperty().addListener((_, _, rows) -> table().show(rows));
        feed = new ActionFeed(context, model, this);
        selected(List.of());
    }

    /// Where links to an entity's explanation lead.
    public void onEntity(Consumer<EntityKey> consumer) {
        explain = consumer;
    }

    /// Where the menu of an entity leads.
    public void onWays(EntityWays ways) {
        pending.onWays(() -> ways);
        history.onWays(() -> ways);
    }

    /// Where links to an incident lead.
    public void onIncident(Consumer<String> consumer) {
        openIncident = consumer;
    }

    /// Who writes the actions that are selected, or all that are shown, as a plan for people; without it nobody can ask.
    public void onRunbook(Consumer<List<RemediationAction>> writer) {
        runbook.setVisible(true);
        runbook.setOnAction(_ -> {
            List<RemediationAction> selected = model.selectedProperty().get();
            writer.accept(selected.isEmpty() ? table().pane().rows().shown() : selected);
        });
    }

    public ActionCenterModel model() {
        return model;
    }

    /// Turns to the side where the action is, and selects it.
    public void select(String actionId) {
        model.action(actionId)
                .ifPresent(action -> {
                    others.button().setSelected(false);
                    model.sideProperty().set(Side.PENDING.holds(action) ? Side.PENDING : Side.HISTORY);
                    table().pane().select(actionId);
                });
    }

    /// Everything that waits for a decision, whatever was filtered before.
    public void allPending() {
        others.button().setSelected(false);
        model.sideProperty().set(Side.PENDING);
        pending.pane().clearFilter();
    }

    @Override
    public void close() {
        feed.close();
        others.close();
    }

    private ActionTable table() {
        return model.sideProperty().get() == Side.PENDING ? pending : history;
    }

    private void ours() {
        others.button().setSelected(false);
        turn();
    }

    private void turn() {
        if (others.button().isSelected()) {
            setCenter(others.pane());
            setRight(null);
            return;
        }
        setCenter(new StackPane(table()));
        table().show(model.rows().shown());
        table().pane().clearSelection();
        selected(List.of());
    }

    private void selected(List<RemediationAction> actions) {
        model.select(actions.stream().map(RemediationAction::id).toList());
        boolean one = actions.size() == 1;
        if (one) {
            card.show(actions.getFirst());
        }
        setRight(one ? cardPane : null);
    }
}
