package dupin.ui;

import dupin.model.EntityKey;
import dupin.model.Investigation;
import dupin.model.InvestigationState;
import dupin.model.row.AlertRow;
import dupin.service.CaseSession;
import dupin.service.CaseStatus;
import dupin.service.Change;
import dupin.service.ChangeFeed;
import dupin.service.Desk;
import dupin.service.Console;
import dupin.service.Settings;
import dupin.service.Timeline;
import dupin.ui.actions.ActionCenterPage;
import dupin.ui.assets.AssetsView;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.EntityMenu;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.home.HomeView;
import dupin.ui.hunting.HuntText;
import dupin.ui.hunting.HuntingView;
import dupin.ui.incidents.AlertListModel;
import dupin.ui.incidents.AlertsView;
import dupin.ui.incidents.IncidentListModel;
import dupin.ui.incidents.IncidentListView;
import dupin.ui.incidents.InvestigationsView;
import dupin.ui.investigation.AlertOrders;
import dupin.ui.investigation.EntityFlyout;
import dupin.ui.investigation.RuleForms;
import dupin.ui.policy.PolicyView;
import dupin.ui.shell.MainWindow;
import dupin.ui.shell.Page;
import dupin.ui.shell.Palette;
import dupin.ui.timeline.TimelineView;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;

/// All pages of one open case and what keeps them fresh. FX thread; changes arrive from any.
final class CaseView implements AutoCloseable {
    private final CaseSession session;
    private final MainWindow window;
    private final SessionDeeds deeds;
    private final Frame frame;
    private final Desk desk;
    private final ImportFlow imports;
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
    private final CaseWays ways;
    private final PolicyView policies;
    private final EntityFlyout flyout;
    private final CaseNotices notices;
    private final ListDeeds orders;
    private final Live<CaseStatus> status;
    private final ChangeFeed.Subscription subscription;

    /// @param settings asked anew whenever they are needed
    /// @param packFolders told of folders whose packs were added or removed
    /// @param console what belongs to the person and no case: hunts, views, responders
    CaseView(
            CaseSession session,
            MainWindow window,
            Supplier<Settings> settings,
            PackFolders packFolders,
            Console console,
            Faults faults) {
        this.session = session;
        Supplier<String> operator = () -> console.people().actor(settings.get().operator());
        this.window = window;
        desk = session.desk();
        var pump = ChangePump.onScreen(session.readers(), faults::tell);
        frame = Frame.of(window.root(), pump, session.clock()).with(console.views());
        deeds = new SessionDeeds(session, operator, packFolders);
        pump.once(deeds::readRules, _ -> {});
        var context = new CaseContext(desk, deeds, session.changes(), session.weights(), frame);
        imports = new ImportFlow(session, operator, frame.dialogs(), frame.toasts(), faults);
        orders = new ListDeeds(deeds, frame, imports::choose);
        flyout = new EntityFlyout(context);
        incidents = new IncidentListModel(desk, pump, session.clock());
        var viewpoint = new Viewpoint(desk, session.clock());
        var then =
                new CaseContext(
                        viewpoint,
                        new PresentDeeds(deeds, viewpoint::past),
                        session.changes(),
                        session.weights(),
                        frame.at(viewpoint));
        workspace =
                new IncidentWorkspace(
                        then,
                        viewpoint,
                        session.replay(),
                        session.views(),
                        new IncidentListView(incidents, orders, frame),
                        this::incident);
        incidents.whileShown(workspace);
        ways = new CaseWays(this, session, operator, frame);
        home = new HomeView(desk, session.news(), pump, session.clock(), session.name(), new HomeWays(this, frame));
        alertList = new AlertListModel(desk, pump);
        alertWays = new AlertWays(this, context, imports::choose);
        alerts = new AlertsView(alertList, alertWays, frame, ways);
        investigations = new InvestigationsView(desk, frame, this::investigation);
        actions = new ActionCenterPage(context);
        actions.onRunbook(new RunbookFlow(console.runbooks(), frame, session.name())::write);
        actions.onEntity(flyout::show);
        actions.onWays(ways);
        actions.onIncident(this::incident);
        flyout.onHunt(this::huntFor);
        flyout.onWays(ways);
        workspace.ways(ways, this::timelineOf);
        flyout.onLinks(flyout::show, _ -> {}, this::incident);
        hunting = new HuntingView(frame, desk, session.hunting(), console.hunts(), ways, new HuntPanes(frame, ways));
        timeline = new TimelineView(session.timelines(), frame, ways);
        assetTime = new TimelineView(session.timelines(), frame, ways);
        assets = new AssetsView(session.assets(), frame, ways, assetTime);
        var hands = new CaseResponders(session, console, operator);
        var responders = new ResponderFlow(hands, frame, this::respondersChanged);
        var armed = new PolicyView.Hands(hands, responders::choose, responders::describe);
        policies = new PolicyView(deeds, armed, new RuleForms(frame, deeds.tuning())::edit, frame);
        status = pump.live(desk::status, window::show);
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
        notices =
                new CaseNotices(
                        session.news(), frame, window, () -> settings.get().comfort().notices(), this::incident);
        window.caseOpen(session.name());
        window.onResponder(responders::choose);
        subscription = session.changes().subscribe(this::changed);
        status.invalidate();
        incidents.invalidate();
        home.invalidate();
        alertList.invalidate();
        investigations.invalidate();
    }

    private void respondersChanged() {
        policies.respondersChanged();
    }

    CaseSession session() {
        return session;
    }

    ImportFlow imports() {
        return imports;
    }

    /// Shows an incident on the Incidents page.
    void incident(String id) {
        window.go(Page.INCIDENTS);
        workspace.open(id);
    }

    /// The same, with one of its alerts marked.
    void incident(String id, String alertId) {
        window.go(Page.INCIDENTS);
        workspace.openAlert(id, alertId);
    }

    /// One of our investigations in its incident.
    private void investigation(Investigation run) {
        window.go(Page.INCIDENTS);
        workspace.openRun(run.incidentId(), run.id());
    }

    /// The incident that is shown; "" for none.
    String incident() {
        return workspace.incident();
    }

    /// Shows an incident without turning to its page.
    void reopen(String id) {
        if (!id.isEmpty()) {
            workspace.open(id);
        }
    }

    void entity(EntityKey key) {
        flyout.show(key);
    }

    void search(String words) {
        window.go(Page.HUNTING);
        hunting.search(words);
    }

    /// Shows all rows that an entity takes part in.
    void huntFor(EntityKey key) {
        window.go(Page.HUNTING);
        hunting.hunt(HuntText.about(key));
    }

    /// The page of a device or user; whatever else is explained in the flyout.
    void page(EntityKey key) {
        if (EntityMenu.hasPage(key)) {
            window.go(Page.ASSETS);
            assets.show(key);
        } else {
            entity(key);
        }
    }

    /// A command of the incident on the screen.
    void onIncidents(Runnable act) {
        window.go(Page.INCIDENTS);
        act.run();
    }

    /// Everything of an incident by time.
    void timelineOf(String incidentId) {
        if (!incidentId.isEmpty()) {
            timeline(new Timeline.Subject.OfIncident(incidentId));
        }
    }

    void timeline(Timeline.Subject subject) {
        frame.flyout().close();
        window.go(Page.TIMELINE);
        timeline.show(subject);
        timeline.enter();
    }

    /// Whether the timeline that was asked for is on the screen.
    boolean timelineSettled() {
        return window.current() == Page.TIMELINE && timeline.settled();
    }

    /// Shows the asset's time on its own page.
    void timelineHere(EntityKey key) {
        assetTime.show(new Timeline.Subject.OfEntity(key));
    }

    HuntingView hunting() {
        return hunting;
    }

    MainWindow window() {
        return window;
    }

    AlertListModel alerts() {
        return alertList;
    }

    IncidentListModel list() {
        return incidents;
    }

    InvestigationsView investigations() {
        return investigations;
    }

    ActionCenterPage actions() {
        return actions;
    }

    Desk desk() {
        return desk;
    }

    /// Starts an investigation and says so.
    void investigate(EntityKey key, String label) {
        run(() -> deeds.investigate(key), Messages.text("window.initiatedOn", label));
    }

    void failed() {
        investigations.only(Set.of(InvestigationState.FAILED));
        window.go(Page.INVESTIGATIONS);
    }

    /// Asks, then stops all automation or lets it go on.
    void stopAutomation(boolean stop) {
        AutomationStop.ask(frame, stop, () -> deeds.stopAutomation(stop, ""));
    }

    /// Does something with the alert that is selected on the screen.
    void onAlert(BiConsumer<AlertOrders, AlertRow> act) {
        if (window.current() == Page.ALERTS) {
            alerts.withSelected(row -> act.accept(alertWays.orders(), row));
        } else {
            onIncidents(() -> workspace.onAlert(act));
        }
    }

    /// What can be done with the open case, for the command palette.
    List<Palette.Item> commands() {
        return new CaseCommands(this, orders).items(workspace);
    }

    Palette.Finder finder() {
        return new Palette.Finder(frame.pump(), new CaseFinder(this)::find);
    }

    /// Divides the workspace as it was divided before.
    void layout(Settings.Layout layout) {
        workspace.layout(layout);
    }

    /// How the workspace is divided now.
    Settings.Layout layout(boolean maximized) {
        return workspace.layout(maximized);
    }

    /// Whether the first incident is on the screen.
    boolean settled() {
        return workspace.settled();
    }

    /// Takes everything of the case off the screen's hands; the session is the caller's.
    @Override
    public void close() {
        subscription.close();
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
        status.dispose();
    }

    private void changed(Change change) {
        status.invalidate();
        notices.invalidate();
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
            frame.pump().once(deeds::readRules, _ -> {});
            policies.invalidate();
        } else if (!change.investigations().isEmpty()) {
            policies.investigationsChanged();
        }
    }

    /// A command in the background, then a sentence.
    void run(Runnable command, String done) {
        frame.pump()
                .once(
                        () -> {
                            command.run();
                            return done;
                        },
                        frame.toasts()::say);
    }
}
