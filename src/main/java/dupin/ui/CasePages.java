package dupin.ui;

import dupin.model.row.AlertRow;
import dupin.service.CaseSession;
import dupin.service.Change;
import dupin.service.Console;
import dupin.service.Desk;
import dupin.ui.actions.ActionCenterPage;
import dupin.ui.assets.AssetsView;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Frame;
import dupin.ui.home.HomeView;
import dupin.ui.hunting.HuntingView;
import dupin.ui.incidents.AlertListModel;
import dupin.ui.incidents.AlertsView;
import dupin.ui.incidents.IncidentListModel;
import dupin.ui.incidents.IncidentListView;
import dupin.ui.incidents.InvestigationsView;
import dupin.ui.investigation.AlertOrders;
import dupin.ui.investigation.EntityFlyout;
import dupin.ui.investigation.RuleForms;
import dupin.ui.policy.PolicyDeeds;
import dupin.ui.policy.PolicyView;
import dupin.ui.shell.MainWindow;
import dupin.ui.shell.Page;
import dupin.ui.timeline.TimelineView;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;

/// The pages of one open case: made, put into the window, kept fresh, closed. FX thread; changes arrive from any.
final class CasePages implements AutoCloseable {
    private final Frame frame;
    private final Desk desk;
    private final CaseNavigation navigation;
    private final IncidentListModel incidents;
    private final IncidentWorkspace workspace;
    private final HomeView home;
    private final AlertListModel alertList;
    private final AlertWays alertWays;
    private final AlertsView alerts;
    private final InvestigationsView investigations;
    private final ActionCenterPage actions;
    private final HuntingView hunting;
    private final TimelineView timeline;
    private final TimelineView assetTime;
    private final AssetsView assets;
    private final PolicyView policies;
    private final EntityFlyout flyout;

    /// @param context reads and commands at the present
    /// @param operator name of the person, asked anew for each command
    /// @param console what belongs to the person and no case: hunts, views, responders
    CasePages(
            CaseSession session,
            MainWindow window,
            CaseContext context,
            PolicyDeeds policyDeeds,
            ListDeeds orders,
            Supplier<String> operator,
            Console console) {
        frame = context.frame();
        desk = context.desk();
        var pump = frame.pump();
        navigation = new CaseNavigation(this, window, frame);
        flyout = new EntityFlyout(context);
        incidents = new IncidentListModel(desk, pump, session.clock());
        var viewpoint = new Viewpoint(desk, session.clock());
        var then =
                new CaseContext(
                        viewpoint,
                        new PresentDeeds(context.deeds(), viewpoint::past),
                        context.changes(),
                        context.weights(),
                        frame.at(viewpoint));
        workspace =
                new IncidentWorkspace(
                        then,
                        viewpoint,
                        session.replay(),
                        session.views(),
                        new IncidentListView(incidents, orders, frame),
                        navigation::incident);
        incidents.whileShown(workspace);
        var ways = new CaseWays(this, session, operator, frame);
        var homeWays = new HomeWays(this, ways, frame);
        home = new HomeView(desk, session.news(), pump, session.clock(), session.name(), homeWays);
        alertList = new AlertListModel(desk, pump);
        alertWays = new AlertWays(navigation, context, orders::chooseImport);
        alerts = new AlertsView(alertList, alertWays, frame, ways);
        investigations = new InvestigationsView(desk, frame, navigation::investigation);
        actions = new ActionCenterPage(context);
        actions.onRunbook(new RunbookFlow(console.runbooks(), frame, session.name())::write);
        actions.onEntity(flyout::show);
        actions.onWays(ways);
        actions.onIncident(navigation::incident);
        flyout.onHunt(navigation::hunt);
        flyout.onWays(ways);
        workspace.ways(ways, navigation::timelineOf);
        flyout.onLinks(flyout::show, _ -> {}, navigation::incident);
        hunting = new HuntingView(frame, desk, session.hunting(), console.hunts(), ways, new HuntPanes(frame, ways));
        timeline = new TimelineView(session.timelines(), frame, ways);
        assetTime = new TimelineView(session.timelines(), frame, ways);
        assets = new AssetsView(session.assets(), frame, ways, assetTime);
        var hands = new CaseResponders(session, console, operator);
        var responders = new ResponderFlow(hands, frame, this::respondersChanged);
        var armed = new PolicyView.Hands(hands, responders::choose, responders::describe);
        policies = new PolicyView(policyDeeds, armed, new RuleForms(frame, policyDeeds.tuning())::edit, frame);
        incidents.rowsProperty().addListener((_, _, rows) -> workspace.suggest(Suggestion.atHand(rows)));
        for (Node page : List.of(home, alerts, investigations, actions, hunting, timeline, assets, policies)) {
            PaneKeys.install(page, frame.flyout(), List.of(page));
        }
        window.page(Page.HOME, home);
        window.page(Page.INCIDENTS, workspace);
        window.page(Page.ALERTS, alerts);
        window.page(Page.INVESTIGATIONS, investigations);
        window.page(Page.ACTIONS, actions);
        window.page(Page.HUNTING, hunting);
        window.page(Page.TIMELINE, timeline);
        window.page(Page.ASSETS, assets);
        window.page(Page.POLICIES, policies);
        window.onResponder(responders::choose);
    }

    private void respondersChanged() {
        policies.respondersChanged();
    }

    CaseNavigation navigation() {
        return navigation;
    }

    Desk desk() {
        return desk;
    }

    IncidentListModel incidents() {
        return incidents;
    }

    IncidentWorkspace workspace() {
        return workspace;
    }

    AlertListModel alerts() {
        return alertList;
    }

    /// Does something with the alert that is selected in the list of all alerts.
    void withSelectedAlert(BiConsumer<AlertOrders, AlertRow> act) {
        alerts.withSelected(row -> act.accept(alertWays.orders(), row));
    }

    InvestigationsView investigations() {
        return investigations;
    }

    ActionCenterPage actions() {
        return actions;
    }

    HuntingView hunting() {
        return hunting;
    }

    TimelineView timeline() {
        return timeline;
    }

    /// The time of an asset on its own page.
    TimelineView assetTime() {
        return assetTime;
    }

    AssetsView assets() {
        return assets;
    }

    /// Explains an entity beside whatever page is shown.
    EntityFlyout flyout() {
        return flyout;
    }

    /// Reads what the pages show for the first time.
    void fill() {
        incidents.invalidate();
        home.invalidate();
        alertList.invalidate();
        investigations.invalidate();
    }

    /// From any thread.
    void changed(Change change) {
        home.invalidate();
        alertList.invalidate();
        investigations.invalidate();
        assets.invalidate();
        timeline.invalidate();
        assetTime.invalidate();
        policies.respondersChanged();
        policies.alertsChanged();
        workspace.changed(change);
        if (!change.incidents().isEmpty()
                || !change.investigations().isEmpty()
                || !change.actions().isEmpty()
                || change.imports()) {
            incidents.invalidate();
        }
        if (change.policy()) {
            policies.invalidate();
        } else if (!change.investigations().isEmpty()) {
            policies.investigationsChanged();
        }
    }

    @Override
    public void close() {
        frame.flyout().close();
        for (AutoCloseable part :
                List.of(
                        home,
                        incidents,
                        workspace,
                        alerts,
                        investigations,
                        actions,
                        hunting,
                        timeline,
                        assetTime,
                        assets,
                        policies,
                        flyout)) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
