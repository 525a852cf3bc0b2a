package dupin.ui.actions;

import dupin.model.EntityKey;
import dupin.model.RemediationAction;
import dupin.ui.actions.ActionCenterModel.Side;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Styles;
import dupin.ui.fx.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The action center beside the graph: what waits and what was done as tiles, all of the selected one beneath, and the
/// commands at the bottom. FX thread.
public final class ActionCenterPane extends BorderPane implements AutoCloseable {
    private final CaseContext context;
    private final ActionCenterModel model = new ActionCenterModel();
    private final ListView<RemediationAction> list = new ListView<>();
    private final ReceiptPanel receipt = new ReceiptPanel();
    private final ActionCommands commands;
    private final DecisionBar pendingBar;
    private final DecisionBar historyBar;
    private final VBox bottom;
    private final HBox header;
    private final SplitPane split = new SplitPane();
    private final ActionCard card;
    private final ScrollPane cardPane;
    private final EmptyState empty = new EmptyState(Icon.CHECK, "", "");
    private final ActionFeed feed;
    private final ToggleButton onlyIncident = new ToggleButton(Messages.text("actions.thisIncident"));
    private Consumer<EntityKey> explain = _ -> {};
    private Consumer<String> openIncident = _ -> {};
    private String incident = "";

    public ActionCenterPane(CaseContext context) {
        this.context = context;
        getStyleClass().addAll("panel", "action-pane");
        Styles.add(this, "/dupin/ui/actions/actions.css");
        setMinWidth(260);
        commands = new ActionCommands(context, model.busyProperty(), receipt::show);
        pendingBar = new DecisionBar(List.of(Verb.REJECT, Verb.APPROVE), model.busyProperty(), commands::run);
        historyBar = new DecisionBar(List.of(Verb.CANCEL, Verb.RETRY, Verb.UNDO), model.busyProperty(), commands::run);
        card = new ActionCard(context, true, key -> explain.accept(key), id -> openIncident.accept(id));
        cardPane = new ScrollPane(card);
        cardPane.setFitToWidth(true);
        header = header();
        bottom = new VBox(receipt, pendingBar);
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().setAll(list);
        setTop(new VBox(header, filters()));
        setCenter(split);
        setBottom(bottom);
        list();
        model.sideProperty()
                .addListener((_, _, side) -> {
                    bottom.getChildren().setAll(receipt, side == Side.PENDING ? pendingBar : historyBar);
                    receipt.hide();
                    say();
                });
        model.selectedProperty().addListener((_, _, actions) -> selected(actions));
        feed = new ActionFeed(context, model, this);
        say();
    }

    /// Where links to an entity's explanation lead.
    public void onEntity(Consumer<EntityKey> consumer) {
        explain = consumer;
    }

    /// Where links to an incident lead.
    public void onIncident(Consumer<String> consumer) {
        openIncident = consumer;
    }

    /// The incident that the workspace shows, for the switch *This incident*; "" for none.
    public void incident(String incidentId) {
        incident = incidentId;
        onlyIncident.setDisable(incidentId.isEmpty());
        model.incidentProperty().set(onlyIncident.isSelected() ? incidentId : "");
    }

    /// Another moment of the case is shown.
    public void refresh() {
        feed.refresh();
    }

    public ActionCenterModel model() {
        return model;
    }

    /// Puts a button at the end of the header, for example to fold the pane away.
    public void addTool(Node node) {
        header.getChildren().add(node);
    }

    @Override
    public void close() {
        feed.close();
    }

    private HBox header() {
        var title = new Label(Messages.text("actions.center"));
        title.getStyleClass().add("heading");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        onlyIncident.getStyleClass().addAll("quiet", "scope");
        onlyIncident.setTooltip(new Tooltip(Messages.text("actions.thisIncidentHelp")));
        onlyIncident.setDisable(true);
        onlyIncident.setMinWidth(Region.USE_PREF_SIZE);
        onlyIncident.selectedProperty().addListener((_, _, only) -> model.incidentProperty().set(only ? incident : ""));
        var box = new HBox(title, onlyIncident);
        box.getStyleClass().add("pane-header");
        return box;
    }

    private HBox filters() {
        var filter = new TextField();
        filter.setPromptText(Messages.text("actions.filter"));
        filter.setAccessibleText(Messages.text("actions.filter"));
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.setMinWidth(60);
        filter.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                        filter.clear();
                        e.consume();
                    } else if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.DOWN) {
                        list.requestFocus();
                        e.consume();
                    }
                });
        model.rows().textProperty().bind(filter.textProperty());
        var box = new HBox(new SideTabs(model), filter);
        box.getStyleClass().add("pane-tools");
        return box;
    }

    private void list() {
        list.getStyleClass().add("action-list");
        list.setAccessibleText(Messages.text("actions.center"));
        list.setFixedCellSize(ActionTile.HEIGHT);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new ActionTile(context.frame().clock()));
        list.setPlaceholder(empty);
        var picks = new Picks<>(list, RemediationAction::id);
        model.rows()
                .shownProperty()
                .addListener((_, _, rows) -> {
                    picks.show(rows);
                    say();
                });
        list.getSelectionModel()
                .getSelectedItems()
                .addListener(
                        (ListChangeListener<RemediationAction>)
                                _ -> {
                                    if (!picks.refreshing()) {
                                        model.select(
                                                list.getSelectionModel().getSelectedItems().stream()
                                                        .filter(Objects::nonNull)
                                                        .map(RemediationAction::id)
                                                        .toList());
                                    }
                                });
        list.addEventHandler(KeyEvent.KEY_PRESSED, picks::walk);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::narrow);
        ActionKeys.install(this, verb -> commands.run(verb, model.selectedProperty().get()));
        Ticker.install(list, Duration.ofSeconds(30), list::refresh);
    }

    /// `i` is the switch *This incident*.
    private void narrow(KeyEvent e) {
        boolean plain = !e.isShortcutDown() && !e.isAltDown() && !e.isShiftDown();
        if (e.getCode() == KeyCode.I && plain && !onlyIncident.isDisabled()) {
            onlyIncident.fire();
            e.consume();
        }
    }

    private void selected(List<RemediationAction> actions) {
        List<Integer> more = Instances.of(actions, list.getItems());
        for (DecisionBar bar : List.of(pendingBar, historyBar)) {
            bar.show(actions);
            bar.more(more.size(), () -> more.forEach(list.getSelectionModel()::select));
        }
        boolean one = actions.size() == 1;
        if (one) {
            card.show(actions.getFirst());
            if (split.getItems().size() == 1) {
                split.getItems().add(cardPane);
                split.setDividerPosition(0, 0.45);
            }
        } else {
            split.getItems().setAll(list);
        }
    }

    private void say() {
        boolean pending = model.sideProperty().get() == Side.PENDING;
        if (model.rows().hidden() && !model.rows().textProperty().get().isEmpty()) {
            empty.say(Messages.text("table.noMatch"), Messages.text("table.noMatchHelp"));
        } else if (pending) {
            empty.say(Messages.text("actions.empty.pending"), Messages.text("actions.empty.pendingHelp"));
        } else {
            empty.say(Messages.text("actions.empty.history"), Messages.text("actions.empty.historyHelp"));
        }
    }
}
