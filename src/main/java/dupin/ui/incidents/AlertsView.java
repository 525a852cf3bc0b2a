package dupin.ui.incidents;

import dupin.model.EntityKey;
import dupin.model.row.AlertField;
import dupin.model.row.AlertQuery;
import dupin.model.row.AlertRow;
import dupin.service.ViewShelf;
import dupin.service.Window;
import dupin.ui.fx.AlertColumns;
import dupin.ui.fx.ColumnChooser;
import dupin.ui.fx.CsvExport;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.EntityMenu;
import dupin.ui.fx.EntityWays;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TableCopy;
import dupin.ui.fx.Tables;
import dupin.ui.fx.ViewMenu;
import dupin.ui.fx.WindowedTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The Alerts page: all alerts of the case, searched, filtered and sorted in the store. Enter or a double click opens an
/// alert's incident; once its details are open beside the list, they follow the selection. FX thread.
public final class AlertsView extends BorderPane implements AutoCloseable {
    private static final String FILE = "all-alerts.csv";

    private final AlertListModel model;
    private final AlertDeeds deeds;
    private final Frame frame;
    private final TableView<AlertRow> table;
    private final WindowedTable<AlertRow> windowed;
    private final AlertFilterBar filterBar;
    private final Label count = new Label();
    private final HiddenAlerts hidden;
    private final ListState state;
    private boolean following;

    /// @param ways where the entities of an alert lead
    public AlertsView(AlertListModel model, AlertDeeds deeds, Frame frame, EntityWays ways) {
        this.model = model;
        this.deeds = deeds;
        this.frame = frame;
        getStyleClass().addAll("panel", "alerts-page");
        table = Tables.of(ListState.reading());
        state =
                new ListState(
                        table,
                        count,
                        new EmptyState(
                                Icon.ALERT,
                                Messages.text("alerts.none"),
                                Messages.text("alerts.noneHelp"),
                                Messages.text("incidents.import"),
                                deeds::chooseImport),
                        Messages.text("alerts.noMatch"),
                        model.filters()::clear);
        table.setId("all-alerts");
        table.getColumns().addAll(AlertColumns.ofCase());
        table.setAccessibleText(Messages.text("alerts.title"));
        windowed = new WindowedTable<>(table, frame.pump(), AlertListModel::id);
        Tables.onOpen(table, this::open);
        Tables.sortOutside(table, this::sort);
        var menu = new ContextMenu();
        menu.getItems().setAll(TableCopy.items(table));
        table.setContextMenu(menu);
        EntityMenu.install(table, this::items, AlertsView::parts, () -> ways);
        table.addEventHandler(KeyEvent.KEY_TYPED, this::onLetter);
        hidden = new HiddenAlerts(model, frame.pump());
        filterBar = new AlertFilterBar(model.filters(), model::words, frame);
        setTop(new VBox(header(), filterBar));
        setCenter(table);
        windowed.onSelect(row -> {
            following = following && frame.flyout().isOpen();
            if (following) {
                deeds.details(row);
            }
        });
        model.filters().queryProperty().addListener((_, _, _) -> windowed.thaw());
        model.rowsProperty().addListener((_, _, rows) -> show(rows));
        model.totalProperty().addListener((_, _, _) -> say());
        model.whileShown(this);
        say();
    }

    public TableView<AlertRow> table() {
        return table;
    }

    /// Does something with the alert that is selected.
    public void withSelected(Consumer<AlertRow> act) {
        AlertRow row = table.getSelectionModel().getSelectedItem();
        if (row == null) {
            frame.toasts().warn(Messages.text("manageAlert.choose"));
        } else {
            act.accept(row);
        }
    }

    public TextField search() {
        return filterBar.search();
    }

    @Override
    public void close() {
        hidden.close();
        model.close();
    }

    private void show(Window<AlertRow> rows) {
        windowed.show(rows);
        say();
    }

    private void say() {
        state.say(model.totalProperty().get(), model.rows().size());
    }

    private void open(AlertRow row) {
        if (row.incidentId().isEmpty()) {
            details(row);
        } else {
            deeds.incident(row);
        }
    }

    private void details(AlertRow row) {
        deeds.details(row);
        following = true;
    }

    private void sort(List<Tables.Sort> keys) {
        AlertField field =
                keys.isEmpty()
                        ? AlertQuery.ALL.sort()
                        : AlertColumns.field(keys.getFirst().column()).orElse(AlertQuery.ALL.sort());
        boolean up = keys.isEmpty() ? AlertQuery.ALL.ascending() : keys.getFirst().ascending();
        model.filters().set(model.filters().query().ordered(field, up));
    }

    private HBox header() {
        var title = new Label(Messages.text("alerts.title"));
        title.getStyleClass().add("heading");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var export = new Button("", Icon.EXPORT.node());
        export.setId("export-alerts");
        export.getStyleClass().add("quiet");
        export.setTooltip(new Tooltip(Messages.text("table.export")));
        export.setAccessibleText(Messages.text("table.export"));
        export.setOnAction(_ -> CsvExport.of(frame, table, windowed.shown(), FILE));
        var views = new ViewMenu(frame, FILE, this::view, this::take);
        var header = new HBox(title, count, hidden, space, views, export, new ColumnChooser(table));
        header.getStyleClass().add("pane-header");
        return header;
    }

    private ViewShelf.View view(String name) {
        return new ViewShelf.View(FILE, name, ViewMenu.columns(table), null, model.filters().query());
    }

    private void take(ViewShelf.View view) {
        ViewMenu.show(table, view.columns());
        AlertQuery query = view.alerts();
        if (query != null) {
            model.filters().set(query);
        }
    }

    private List<MenuItem> items(AlertRow row) {
        var items = new ArrayList<MenuItem>();
        if (!row.incidentId().isEmpty()) {
            items.add(item(Messages.text("alerts.openIncident"), Icon.INCIDENT, () -> deeds.incident(row)));
            items.add(
                    item(
                            Messages.text("alerts.sameIncident"),
                            Icon.FILTER,
                            () -> model.filters().only(row.incidentId())));
        }
        items.add(item(Messages.text("alerts.details"), Icon.INFO, () -> details(row)));
        items.add(
                item(Messages.text("incidents.initiate"), Icon.INVESTIGATION, () -> deeds.initiateInvestigation(row)));
        items.addAll(deeds.orders(row));
        return items;
    }

    private static MenuItem item(String text, Icon icon, Runnable act) {
        var item = new MenuItem(text, icon.node());
        item.setOnAction(_ -> act.run());
        return item;
    }

    /// What the alert names, in its own order.
    private static List<EntityMenu.Part> parts(AlertRow row) {
        Map<EntityKey, String> named = new LinkedHashMap<>();
        row.alert().evidence().forEach(e -> named.putIfAbsent(e.entity().key(), e.entity().label()));
        return named.entrySet().stream().map(e -> new EntityMenu.Part(e.getKey(), e.getValue())).toList();
    }

    private void onLetter(KeyEvent e) {
        AlertRow row = table.getSelectionModel().getSelectedItem();
        if (e.isShortcutDown() || row == null) {
            return;
        }
        switch (e.getCharacter()) {
            case "d" -> details(row);
            case "m" -> deeds.manage(row);
            case "l" -> deeds.link(row);
            default -> {
                return;
            }
        }
        e.consume();
    }
}
