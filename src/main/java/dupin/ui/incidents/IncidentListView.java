package dupin.ui.incidents;

import dupin.model.Incident;
import dupin.service.Chosen;
import dupin.service.IncidentQuery;
import dupin.service.ViewShelf;
import dupin.service.Window;
import dupin.ui.fx.CsvExport;
import dupin.ui.fx.Frame;
import dupin.ui.fx.ViewMenu;
import dupin.ui.fx.Columns;
import dupin.ui.fx.ColumnChooser;
import dupin.ui.fx.DataColumn;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TableCopy;
import dupin.ui.fx.Tables;
import dupin.ui.fx.Ticker;
import dupin.ui.fx.WindowedTable;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The incident list: search, filter chips, order, many can be selected; tall rows when narrow. FX thread.
public final class IncidentListView extends BorderPane {
    private static final double NARROW = 640;
    private static final double TALL_ROW = 66;
    private static final int MERGED = 5;
    private static final Duration LATER = Duration.ofMinutes(5);
    private static final String FILE = "incidents.csv";

    private final IncidentListModel model;
    private final IncidentDeeds deeds;
    private final Frame frame;
    private final TableView<Incident> table;
    private final WindowedTable<Incident> windowed;
    private final DataColumn<Incident, String> compact;
    private final FilterBar filterBar;
    private final DayChart recent;
    private final Label count = new Label();
    private final HBox tools = new HBox(4);
    private final HBox bulk = new HBox(8);
    private final Label bulkCount = new Label();
    private final ListState state;
    private Consumer<Incident> selected = _ -> {};
    private Consumer<Incident> opened = _ -> {};
    private final Set<String> wide = new HashSet<>(IncidentColumns.USUAL);
    private @Nullable String wanted;
    private boolean adapting;

    public IncidentListView(IncidentListModel model, IncidentDeeds deeds, Frame frame) {
        this.model = model;
        this.deeds = deeds;
        this.frame = frame;
        getStyleClass().addAll("panel", "incident-list");
        compact = Columns.text("compact", Messages.text("incidents.title"), 280, Incident::name);
        compact.setCellFactory(_ -> new IncidentCell());
        compact.setSortable(false);
        table = Tables.of(ListState.reading());
        state =
                new ListState(
                        table,
                        count,
                        new EmptyState(
                                Icon.INCIDENT,
                                Messages.text("incidents.none"),
                                Messages.text("incidents.noneHelp"),
                                Messages.text("incidents.import"),
                                deeds::chooseImport),
                        Messages.text("incidents.noMatch"),
                        model.filters()::clear);
        table.getColumns().add(compact);
        table.getColumns().addAll(IncidentColumns.all());
        for (TableColumn<Incident, ?> column : table.getColumns()) {
            column.visibleProperty().addListener((_, _, _) -> chosen(column));
        }
        windowed = new WindowedTable<>(table, frame.pump(), Incident::id);
        table.setAccessibleText(Messages.text("incidents.title"));
        table.setContextMenu(menu());
        Tables.onOpen(table, incident -> opened.accept(incident));
        Tables.sortOutside(table, this::sort);
        filterBar = new FilterBar(model.filters(), model::words, model::entities, frame);
        recent = new DayChart(model, heightProperty());
        Ticker.install(recent, LATER, model::later);
        var head = new VBox(header(), recent, filterBar);
        setTop(head);
        setCenter(table);
        setBottom(bulk());
        widthProperty().addListener((_, _, width) -> adapt(width.doubleValue()));
        adapt(0);
        windowed.onSelect(incident -> {
            wanted = incident.id();
            selected.accept(incident);
        });
        model.filters().queryProperty().addListener((_, _, _) -> windowed.thaw());
        windowed.frozenProperty().addListener((_, _, _) -> countSelected());
        table.getSelectionModel().getSelectedItems().subscribe(this::countSelected);
        model.rowsProperty().addListener((_, _, rows) -> show(rows));
        model.totalProperty().addListener((_, _, _) -> say());
        show(model.rows());
    }

    /// Told when the user moves to another incident; not when rows are refreshed or [#select] is called.
    public void onSelect(Consumer<Incident> consumer) {
        selected = consumer;
    }

    /// Enter or double click.
    public void onOpen(Consumer<Incident> consumer) {
        opened = consumer;
    }

    /// Buttons of the pane, for example to fold it.
    public void addTools(Node... nodes) {
        tools.getChildren().addAll(nodes);
    }

    /// Marks the incident, now or as soon as it is in the list.
    public void select(String incidentId) {
        wanted = incidentId;
        markWanted();
    }

    /// Whether somebody has folded the hours over the list away; null where nobody did or undid it.
    public @Nullable Boolean recentFolded() {
        return recent.folded();
    }

    /// As somebody left them before; null for as there is room.
    public void foldRecent(@Nullable Boolean fold) {
        recent.fold(fold);
    }

    public TextField search() {
        return filterBar.search();
    }

    public TableView<Incident> table() {
        return table;
    }

    private void show(Window<Incident> rows) {
        windowed.show(rows);
        markWanted();
        say();
    }

    private void markWanted() {
        Incident now = table.getSelectionModel().getSelectedItem();
        if (wanted != null && windowed.frozenProperty().get() == null && (now == null || !now.id().equals(wanted))) {
            windowed.select(wanted, _ -> {});
        }
    }

    /// Takes the focus to the rows.
    @Override
    public void requestFocus() {
        table.requestFocus();
    }

    private void say() {
        state.say(model.totalProperty().get(), model.rows().size());
    }

    private void countSelected() {
        int n = windowed.chosen().size();
        bulk.setVisible(n > 1);
        bulk.setManaged(n > 1);
        bulkCount.setText(Messages.text("incidents.selected", n));
    }

    private void adapt(double width) {
        boolean narrow = width < NARROW;
        if (narrow == compact.isVisible() && table.getFixedCellSize() == (narrow ? TALL_ROW : Tables.ROW_HEIGHT)) {
            fit(width);
            return;
        }
        adapting = true;
        for (TableColumn<Incident, ?> column : table.getColumns()) {
            column.setVisible(column == compact ? narrow : !narrow && wide.contains(column.getId()));
        }
        adapting = false;
        table.setFixedCellSize(narrow ? TALL_ROW : Tables.ROW_HEIGHT);
        table.getStyleClass().removeAll("headless");
        if (narrow) {
            table.getStyleClass().add("headless");
        }
        fit(width);
    }

    private void chosen(TableColumn<Incident, ?> column) {
        if (adapting || column == compact) {
            return;
        }
        if (column.isVisible()) {
            wide.add(column.getId());
        } else {
            wide.remove(column.getId());
        }
    }

    private void fit(double width) {
        compact.setPrefWidth(Math.max(200, width - 16));
    }

    private void sort(List<Tables.Sort> keys) {
        if (keys.isEmpty()) {
            model.filters().sort(IncidentQuery.ALL.sort(), IncidentQuery.ALL.ascending());
        } else {
            Tables.Sort first = keys.getFirst();
            model.filters().sort(IncidentQuery.Sort.valueOf(first.column()), first.ascending());
        }
    }

    private HBox header() {
        var title = new Label(Messages.text("incidents.title"));
        title.getStyleClass().add("heading");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var chooser = new ColumnChooser(table);
        chooser.visibleProperty().bind(compact.visibleProperty().not());
        chooser.managedProperty().bind(chooser.visibleProperty());
        chooser.getItems().removeIf(item -> Objects.equals(item.getText(), compact.getText()));
        tools.getStyleClass().add("card-line");
        var export = new Button("", Icon.EXPORT.node());
        export.getStyleClass().add("quiet");
        export.setTooltip(new Tooltip(Messages.text("table.export")));
        export.setAccessibleText(Messages.text("table.export"));
        export.setOnAction(_ -> CsvExport.of(frame, table, windowed.shown(), FILE));
        export.visibleProperty().bind(chooser.visibleProperty());
        export.managedProperty().bind(chooser.visibleProperty());
        var views = new ViewMenu(frame, FILE, this::view, this::take);
        var header = new HBox(title, count, space, views, export, chooser, tools);
        header.getStyleClass().add("pane-header");
        return header;
    }

    private ViewShelf.View view(String name) {
        return new ViewShelf.View(FILE, name, List.copyOf(wide), model.filters().query(), null);
    }

    private void take(ViewShelf.View view) {
        wide.clear();
        wide.addAll(view.columns());
        boolean narrow = compact.isVisible();
        if (!narrow) {
            ViewMenu.show(table, view.columns());
        }
        IncidentQuery query = view.query();
        if (query != null) {
            model.filters().set(query);
        }
    }

    private HBox bulk() {
        var start = new Button(Messages.text("incidents.initiateShort"), Icon.INVESTIGATION.node());
        start.setTooltip(new Tooltip(Messages.text("incidents.initiate")));
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.setOnAction(_ -> deeds.initiateInvestigation(chosen()));
        bulkCount.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        bulk.getStyleClass().addAll("toolbar", "bulk-bar");
        bulk.getChildren().addAll(bulkCount, space, start);
        countSelected();
        return bulk;
    }

    /// Those that are selected one by one.
    public List<Incident> rows() {
        return table.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
    }

    /// What is selected.
    public Chosen<Incident> chosen() {
        return windowed.chosen();
    }

    private ContextMenu menu() {
        var start = new MenuItem(Messages.text("incidents.initiate"), Icon.INVESTIGATION.node());
        start.setOnAction(_ -> deeds.initiateInvestigation(chosen()));
        var status = new Menu(Messages.text("incidents.setStatus"));
        for (Incident.Status s :
                List.of(Incident.Status.ACTIVE, Incident.Status.IN_PROGRESS, Incident.Status.RESOLVED)) {
            var item = new MenuItem(s.label());
            item.setOnAction(_ -> deeds.setStatus(chosen(), s));
            status.getItems().add(item);
        }
        var mine = new MenuItem(Messages.text("incidents.assignToMe"), Icon.USER.node());
        mine.setOnAction(_ -> deeds.assignToMe(chosen()));
        var merge = new MenuItem(Messages.text("incidents.merge"));
        merge.setOnAction(_ -> deeds.merge(rows()));
        var unmerge = new MenuItem(Messages.text("incidents.unmerge"));
        unmerge.setOnAction(_ -> rows().stream().limit(1).forEach(deeds::unmerge));
        var menu = new ContextMenu(start, status, mine, merge, unmerge, new SeparatorMenuItem());
        menu.setOnShowing(_ -> {
            List<Incident> rows = rows();
            boolean merged = rows.size() == 1 && rows.getFirst().status() == Incident.Status.REDIRECTED;
            merge.setDisable(rows.size() < 2 || rows.size() > MERGED);
            unmerge.setVisible(merged);
        });
        menu.getItems().addAll(TableCopy.items(table));
        return menu;
    }
}
