package dupin.ui.investigation;

import dupin.model.EntityKey;
import dupin.model.RemediationAction;
import dupin.model.row.ActivityRow;
import dupin.model.row.AlertRow;
import dupin.model.row.InvestigationRow;
import dupin.model.row.LogLine;
import dupin.service.IncidentDetails;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.EntityWays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What follows when a row of a tab is selected or opened: it is told, so that the graph can follow, and explained in the
/// flyout, which then goes with the selection for as long as it is open. FX thread.
final class RowSelection implements AutoCloseable {
    private final InvestigationModel model;
    private final CaseContext context;
    private final EntityFlyout entityFlyout;
    private final RowFlyouts rowFlyouts;
    private boolean following;
    private @Nullable EntityKey current;
    private Consumer<EntityKey> onEntity = _ -> {};
    private Consumer<String> onAlert = _ -> {};
    private Consumer<String> openIncident = _ -> {};
    private Consumer<String> onRun = _ -> {};
    private @Nullable EntityWays ways;

    RowSelection(CaseContext context, InvestigationModel model) {
        this.context = context;
        this.model = model;
        entityFlyout = new EntityFlyout(context);
        rowFlyouts = new RowFlyouts(context);
        entityFlyout.onLinks(this::explain, this::openAlert, id -> openIncident.accept(id));
        rowFlyouts.onLinks(this::explain, id -> openIncident.accept(id));
    }

    /// Where the pivot menu of an entity leads.
    void onWays(EntityWays next) {
        ways = next;
        entityFlyout.onWays(next);
    }

    /// Null until somebody has told.
    @Nullable EntityWays ways() {
        return ways;
    }

    /// Told of the id of an investigation that the user opened.
    void onRun(Consumer<String> consumer) {
        onRun = consumer;
    }

    /// Told of the entity of a row that the user selected.
    void onEntity(Consumer<EntityKey> consumer) {
        onEntity = consumer;
    }

    /// Told of the id of an alert that the user selected.
    void onAlert(Consumer<String> consumer) {
        onAlert = consumer;
    }

    /// Where links to other incidents lead.
    void onIncident(Consumer<String> consumer) {
        openIncident = consumer;
    }

    /// Where the way from a log line to the case as it stood then leads.
    void onReplay(Consumer<LogLine> consumer) {
        rowFlyouts.onReplay(consumer);
    }

    /// The alerts of the tabs and what can be done with them.
    AlertFlyout alerts() {
        return rowFlyouts.alerts();
    }

    /// The entity whose row is selected from now on, or none; nobody is told.
    void set(@Nullable EntityKey key) {
        current = key;
    }

    /// What the keys a, r and u work on where the rows are not actions themselves.
    List<RemediationAction> actions() {
        EntityKey key = current;
        IncidentDetails details = model.details();
        return key == null || details == null
                ? List.of()
                : details.actions().stream().filter(action -> action.target().key().equals(key)).toList();
    }

    /// The model has changed: what is explained is told anew.
    void refresh() {
        rowFlyouts.refresh(model);
    }

    /// Explains the entity in the flyout.
    void explain(EntityKey key) {
        entityFlyout.show(key);
        following = true;
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

    void alertOpened(AlertRow row) {
        rowFlyouts.alerts().show(row);
        following = true;
    }

    private void openAlert(String alertId) {
        model.alert(alertId).ifPresent(this::alertOpened);
    }

    void actionSelected(RemediationAction action) {
        onEntity.accept(action.target().key());
        follow(() -> rowFlyouts.action(action));
    }

    void actionOpened(RemediationAction action) {
        rowFlyouts.action(action);
        following = true;
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

    void logOpened(LogLine line) {
        rowFlyouts.log(line);
        following = true;
    }

    void activitySelected(ActivityRow row) {
        current = null;
        model.line(row).ifPresent(this::logSelected);
    }

    void activityOpened(ActivityRow row) {
        model.line(row).ifPresent(this::logOpened);
    }

    private void follow(Runnable show) {
        following = following && context.frame().flyout().isOpen();
        if (following) {
            show.run();
        }
    }

    @Override
    public void close() {
        entityFlyout.close();
    }
}
