package dupin.ui.investigation;

import dupin.model.EntityKey;
import dupin.model.RemediationAction;
import dupin.model.row.ActivityRow;
import dupin.model.row.AlertRow;
import dupin.model.row.InvestigationRow;
import dupin.model.row.LogLine;
import dupin.service.IncidentDetails;
import dupin.ui.actions.ActionCommands;
import dupin.ui.actions.ActionKeys;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.EntityWays;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Styles;
import dupin.ui.fx.TablePane;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The tabs beneath the graph. A row's selection is told, so that the graph can follow; the graph's is taken by [#select].
/// Enter or a double click explains the row in the flyout, which then follows the selection. FX thread.
public final class InvestigationTabs extends BorderPane implements AutoCloseable {
    private static final double NARROW = 1150;
    private static final double TIGHT = 900;

    /// Of a tab's label in the tight style, and what stands around it.
    private static final double LETTER = 6.7;

    private static final double TAB_SPACE = 14;

    /// An icon and the gap behind it.
    private static final double ICON = 18;

    /// The same in the narrow style, whose counts are in brackets.
    private static final double NARROW_SPACE = 39;

    private final InvestigationModel model = new InvestigationModel();
    private final TabPane pane = new TabPane();
    private final Map<TabKind, Tab> tabs = new EnumMap<>(TabKind.class);
    private final Map<TabKind, TabView> views;
    private final Set<TabKind> stale = EnumSet.allOf(TabKind.class);
    private final EntityFlyout entityFlyout;
    private final RowFlyouts rowFlyouts;
    private final CaseContext context;
    private boolean following;
    private @Nullable EntityKey current;
    private Consumer<EntityKey> onEntity = _ -> {};
    private Consumer<String> onAlert = _ -> {};
    private Consumer<String> openIncident = _ -> {};
    private Consumer<String> onRun = _ -> {};
    private @Nullable EntityWays ways;

    public InvestigationTabs(CaseContext context) {
        this.context = context;
        entityFlyout = new EntityFlyout(context);
        rowFlyouts = new RowFlyouts(context);
        entityFlyout.onLinks(this::explain, this::openAlert, id -> openIncident.accept(id));
        rowFlyouts.onLinks(this::explain, id -> openIncident.accept(id));
        views = new TabViews(context, this).all();
        getStyleClass().add("investigation-tabs");
        Styles.add(this, "/dupin/ui/investigation/investigation.css");
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        for (TabKind kind : TabKind.values()) {
            var tab = new Tab(kind.label());
            tab.setId("tab-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            tabs.put(kind, tab);
        }
        pane.getTabs()
                .setAll(
                        tabs.entrySet().stream()
                                .filter(e -> model.tabs().contains(e.getKey()))
                                .map(Map.Entry::getValue)
                                .toList());
        pane.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, _) -> {
                    current = null;
                    fill();
                });
        BooleanProperty busy = new SimpleBooleanProperty();
        var commands = new ActionCommands(context, busy, _ -> {});
        ActionKeys.install(this, verb -> commands.run(verb, actionsOnCurrent()));
        pane.widthProperty().addListener((_, _, _) -> name());
        setCenter(pane);
        fill();
    }

    /// Takes the place of what was shown; filters and selections stay where their rows still exist.
    public void show(@Nullable IncidentDetails details) {
        IncidentDetails before = model.details();
        boolean other = before == null || details == null || !before.incident().id().equals(details.incident().id());
        model.show(details);
        rowFlyouts.refresh(model);
        stale.addAll(EnumSet.allOf(TabKind.class));
        present();
        name();
        if (other) {
            current = null;
            views.values().forEach(TabView::clearSelection);
            pane.getSelectionModel().selectFirst();
        }
        fill();
    }

    /// Brings the tab and row of the entity to the front; the callback is not called.
    ///
    /// @return whether this incident has it
    public boolean select(EntityKey key) {
        return model.place(key).map(this::go).orElse(false);
    }

    public boolean selectAlert(String alertId) {
        return go(new InvestigationModel.Place(TabKind.ALERTS, alertId, null));
    }

    public boolean selectRun(String investigationId) {
        return go(new InvestigationModel.Place(TabKind.INVESTIGATIONS, investigationId, null));
    }

    public boolean selectAction(String actionId) {
        return model.actionPlace(actionId).map(this::go).orElse(false);
    }

    public void openTab(TabKind kind) {
        Tab tab = tabs.get(kind);
        if (tab != null && pane.getTabs().contains(tab)) {
            pane.getSelectionModel().select(tab);
        }
    }

    /// Opens the tab and takes the focus into it.
    public void enter(TabKind kind) {
        openTab(kind);
        TabView view = views.get(kind);
        if (view != null && model.tabs().contains(kind)) {
            view.focus();
        }
    }

    /// Explains the entity in the flyout.
    public void explain(EntityKey key) {
        entityFlyout.show(key);
        following = true;
    }

    /// Where the pivot menu of an entity leads.
    public void onWays(EntityWays next) {
        ways = next;
        entityFlyout.onWays(next);
    }

    /// Null until somebody has told.
    @Nullable EntityWays ways() {
        return ways;
    }

    /// Told of the id of an investigation that the user opened.
    public void onRun(Consumer<String> consumer) {
        onRun = consumer;
    }

    /// Told of the entity of a row that the user selected.
    public void onEntity(Consumer<EntityKey> consumer) {
        onEntity = consumer;
    }

    /// Told of the id of an alert that the user selected.
    public void onAlert(Consumer<String> consumer) {
        onAlert = consumer;
    }

    /// Where the way from a log line to the case as it stood then leads.
    public void onReplay(Consumer<LogLine> consumer) {
        rowFlyouts.onReplay(consumer);
    }

    /// The alerts of the tabs and what can be done with them.
    public AlertFlyout alerts() {
        return rowFlyouts.alerts();
    }

    /// Where links to other incidents lead.
    public void onIncident(Consumer<String> consumer) {
        openIncident = consumer;
    }

    public InvestigationModel model() {
        return model;
    }

    @Override
    public void close() {
        entityFlyout.close();
    }

    void entitySelected(EntityKey key) {
        current = key;
        onEntity.accept(key);
        follow(() -> entityFlyout.show(key));
    }

    void alertSelected(AlertRow row) {
        current = null;
        rowFlyouts.alerts().pick(row);
        onAlert.accept(row.alert().id());
        follow(() -> rowFlyouts.alerts().show(row));
    }

    void actionSelected(RemediationAction action) {
        onEntity.accept(action.target().key());
        follow(() -> rowFlyouts.action(action));
    }

    void runSelected(InvestigationRow row) {
        current = null;
        follow(() -> rowFlyouts.investigation(row));
    }

    /// The header shows the investigation from now on, the flyout all that is told of it.
    void runOpened(InvestigationRow row) {
        onRun.accept(row.run().id());
        rowFlyouts.investigation(row);
        following = true;
    }

    void logSelected(LogLine line) {
        follow(() -> rowFlyouts.log(line));
    }

    void activitySelected(ActivityRow row) {
        current = null;
        model.line(row).ifPresent(this::logSelected);
    }

    void activityOpened(ActivityRow row) {
        model.line(row).ifPresent(this::logOpened);
    }

    void alertOpened(AlertRow row) {
        rowFlyouts.alerts().show(row);
        following = true;
    }

    void actionOpened(RemediationAction action) {
        rowFlyouts.action(action);
        following = true;
    }

    void logOpened(LogLine line) {
        rowFlyouts.log(line);
        following = true;
    }

    /// What the keys a, r and u work on where the rows are not actions themselves.
    private List<RemediationAction> actionsOnCurrent() {
        EntityKey key = current;
        IncidentDetails details = model.details();
        return key == null || details == null
                ? List.of()
                : details.actions().stream().filter(action -> action.target().key().equals(key)).toList();
    }

    private void openAlert(String alertId) {
        model.alert(alertId).ifPresent(this::alertOpened);
    }

    /// The flyout goes with the selection for as long as it is open.
    private void follow(Runnable show) {
        following = following && context.frame().flyout().isOpen();
        if (following) {
            show.run();
        }
    }

    private boolean go(InvestigationModel.Place place) {
        if (!model.tabs().contains(place.tab())) {
            return false;
        }
        openTab(place.tab());
        fill();
        TabView view = views.get(place.tab());
        boolean found = view != null && view.select(place);
        current = found && place.row() instanceof EntityKey key ? key : null;
        return found;
    }

    private void present() {
        Set<TabKind> wanted = model.tabs();
        Tab selected = pane.getSelectionModel().getSelectedItem();
        int at = 0;
        for (Map.Entry<TabKind, Tab> entry : tabs.entrySet()) {
            boolean here = pane.getTabs().contains(entry.getValue());
            if (!wanted.contains(entry.getKey())) {
                pane.getTabs().remove(entry.getValue());
            } else {
                if (!here) {
                    pane.getTabs().add(at, entry.getValue());
                }
                at++;
            }
        }
        if (selected != null && !pane.getTabs().contains(selected)) {
            openTab(TabKind.ACTION_HISTORY);
        }
    }

    /// About what all tabs need when named in short words.
    ///
    /// @param space around each
    private double room(double space) {
        return model.tabs().stream()
                .mapToDouble(kind -> space + LETTER * (kind.shortLabel() + " " + model.count(kind)).length())
                .sum();
    }

    /// The same where icons stand for some of the words.
    private double roomOfIcons() {
        return model.tabs().stream()
                .mapToDouble(kind ->
                        TAB_SPACE
                                + (kind.icon().isPresent() ? ICON : LETTER * (kind.shortLabel().length() + 1))
                                + LETTER * Integer.toString(model.count(kind)).length())
                .sum();
    }

    private void name() {
        double width = pane.getWidth();
        boolean narrow = width > 0 && width < NARROW;
        boolean tight = width > 0 && (width < TIGHT || narrow && room(NARROW_SPACE) > width);
        // A label that begins without words keeps their colour from them, so icons wait for something to count.
        boolean cramped = tight && model.details() != null && room(TAB_SPACE) > width;
        boolean last = cramped && roomOfIcons() > width;
        tabs.forEach((kind, tab) -> {
            Optional<Icon> picture = last ? kind.lastIcon() : cramped ? kind.icon() : Optional.empty();
            boolean pictured = picture.isPresent();
            int count = model.count(kind);
            String label = pictured ? "" : narrow ? kind.shortLabel() : kind.label();
            String counted = tight ? (label + " " + count).strip() : label + " (" + count + ")";
            tab.setText(model.details() == null || !kind.counted() ? label : counted);
            tab.setTooltip(narrow ? new Tooltip(kind.label()) : null);
            if (kind == TabKind.PENDING_ACTIONS) {
                if (tab.getGraphic() == null) {
                    var dot = new Label();
                    dot.getStyleClass().add("pending-dot");
                    tab.setGraphic(dot);
                }
            } else if (pictured != (tab.getGraphic() != null)) {
                tab.setGraphic(picture.map(icon -> icon.node("icon-small")).orElse(null));
            }
        });
        Styles.one(pane, narrow ? tight ? "tight" : "narrow" : "", "narrow", "tight");
    }

    /// Fills the tab that is looked at, when what it shows has changed since.
    private void fill() {
        tabs.forEach((kind, tab) -> {
            TabView view = views.get(kind);
            if (tab == pane.getSelectionModel().getSelectedItem() && view != null) {
                if (tab.getContent() == null) {
                    tab.setContent(view.node());
                    if (view.node() instanceof TablePane<?> table) {
                        table.table().setAccessibleText(kind.label());
                    }
                }
                if (stale.remove(kind)) {
                    view.show(model);
                }
            }
        });
    }
}
