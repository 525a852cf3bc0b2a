package dupin.ui.investigation;

import dupin.model.EntityKey;
import dupin.model.row.LogLine;
import dupin.service.IncidentDetails;
import dupin.ui.actions.ActionCommands;
import dupin.ui.actions.ActionKeys;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.EntityWays;
import dupin.ui.fx.Styles;
import dupin.ui.fx.TablePane;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The tabs beneath the graph. A row's selection is told, so that the graph can follow; the graph's is taken by [#select].
/// Enter or a double click explains the row in the flyout, which then follows the selection. FX thread.
public final class InvestigationTabs extends BorderPane implements AutoCloseable {
    private final InvestigationModel model = new InvestigationModel();
    private final TabStrip strip;
    private final RowSelection selection;
    private final Map<TabKind, TabView> views;
    private final Set<TabKind> stale = EnumSet.allOf(TabKind.class);

    public InvestigationTabs(CaseContext context) {
        selection = new RowSelection(context, model);
        views = new TabViews(context, selection, this::openTab).all();
        getStyleClass().add("investigation-tabs");
        Styles.add(this, "/dupin/ui/investigation/investigation.css");
        strip = new TabStrip(model, this::turned);
        BooleanProperty busy = new SimpleBooleanProperty();
        var commands = new ActionCommands(context, busy, _ -> {});
        ActionKeys.install(this, verb -> commands.run(verb, selection.actions()));
        setCenter(strip.node());
        fill();
    }

    private void turned() {
        selection.set(null);
        fill();
    }

    /// Takes the place of what was shown; filters and selections stay where their rows still exist.
    public void show(@Nullable IncidentDetails details) {
        IncidentDetails before = model.details();
        boolean other = before == null || details == null || !before.incident().id().equals(details.incident().id());
        model.show(details);
        selection.refresh();
        stale.addAll(EnumSet.allOf(TabKind.class));
        strip.refresh();
        if (other) {
            selection.set(null);
            views.values().forEach(TabView::clearSelection);
            strip.openFirst();
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
        strip.open(kind);
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
        selection.explain(key);
    }

    /// Where the pivot menu of an entity leads.
    public void onWays(EntityWays next) {
        selection.onWays(next);
    }

    /// Told of the id of an investigation that the user opened.
    public void onRun(Consumer<String> consumer) {
        selection.onRun(consumer);
    }

    /// Told of the entity of a row that the user selected.
    public void onEntity(Consumer<EntityKey> consumer) {
        selection.onEntity(consumer);
    }

    /// Told of the id of an alert that the user selected.
    public void onAlert(Consumer<String> consumer) {
        selection.onAlert(consumer);
    }

    /// Where the way from a log line to the case as it stood then leads.
    public void onReplay(Consumer<LogLine> consumer) {
        selection.onReplay(consumer);
    }

    /// The alerts of the tabs and what can be done with them.
    public AlertFlyout alerts() {
        return selection.alerts();
    }

    /// Where links to other incidents lead.
    public void onIncident(Consumer<String> consumer) {
        selection.onIncident(consumer);
    }

    public InvestigationModel model() {
        return model;
    }

    /// Which row is selected, and what follows from it.
    RowSelection selection() {
        return selection;
    }

    @Override
    public void close() {
        selection.close();
    }

    private boolean go(InvestigationModel.Place place) {
        if (!model.tabs().contains(place.tab())) {
            return false;
        }
        openTab(place.tab());
        fill();
        TabView view = views.get(place.tab());
        boolean found = view != null && view.select(place);
        selection.set(found && place.row() instanceof EntityKey key ? key : null);
        return found;
    }

    /// Fills the tab that is looked at, when what it shows has changed since.
    private void fill() {
        strip.front()
                .ifPresent(kind -> {
                    TabView view = views.get(kind);
                    if (view == null) {
                        return;
                    }
                    if (strip.content(kind) == null) {
                        strip.content(kind, view.node());
                        if (view.node() instanceof TablePane<?> table) {
                            table.table().setAccessibleText(kind.label());
                        }
                    }
                    if (stale.remove(kind)) {
                        view.show(model);
                    }
                });
    }
}
