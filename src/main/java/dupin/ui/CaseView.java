package dupin.ui;

import dupin.model.EntityKey;
import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.service.CaseSession;
import dupin.service.CaseStatus;
import dupin.service.Change;
import dupin.service.ChangeFeed;
import dupin.service.Desk;
import dupin.service.Console;
import dupin.service.IncidentQuery;
import dupin.service.Window;
import dupin.ui.actions.ActionCenterPage;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.home.AlertList;
import dupin.ui.home.HomeLinks;
import dupin.ui.home.HomeView;
import dupin.ui.hunting.HuntLinks;
import dupin.ui.hunting.HuntText;
import dupin.ui.hunting.HuntingView;
import dupin.ui.incidents.IncidentListModel;
import dupin.ui.incidents.IncidentListView;
import dupin.ui.incidents.InvestigationsView;
import dupin.ui.investigation.EntityFlyout;
import dupin.ui.policy.PolicyView;
import dupin.ui.shell.MainWindow;
import dupin.ui.shell.Page;
import dupin.ui.shell.Palette;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// All pages of one open case and what keeps them fresh. FX thread; changes arrive from any.
final class CaseView implements AutoCloseable {
    /// One of so many first incidents is suggested.
    private static final int SUGGESTED = 500;

    private final CaseSession session;
    private final MainWindow window;
    private final SessionDeeds deeds;
    private final Frame frame;
    private final Desk desk;
    private final ImportFlow imports;
    private final IncidentListModel incidents;
    private final IncidentWorkspace workspace;
    private final HomeView home;
    private final InvestigationsView investigations;
    private final ActionCenterPage actions;
    private final HuntingView hunting;
    private final PolicyView policies;
    private final EntityFlyout flyout;
    private final Live<CaseStatus> status;
    private final ChangeFeed.Subscription subscription;

    /// @param operator name of the person at the console
    /// @param packFolders told of folders whose packs were added or removed
    /// @param console what belongs to the person and no case: hunts, views, responders
    CaseView(
            CaseSession session,
            MainWindow window,
            Supplier<String> operator,
            PackFolders packFolders,
            Console console,
            Faults faults) {
        this.session = session;
        this.window = window;
        desk = session.desk();
        var pump = ChangePump.onScreen(session.readers(), faults::tell);
        frame = Frame.of(window.root(), pump, session.clock()).with(console.views());
        deeds = new SessionDeeds(session, operator, packFolders);
        var context = new CaseContext(desk, deeds, session.changes(), session.weights(), frame);
        imports = new ImportFlow(session, operator, frame.dialogs(), frame.toasts(), faults);
        flyout = new EntityFlyout(context);
        incidents = new IncidentListModel(desk, pump);
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
                        new IncidentListView(incidents, new ListDeeds(deeds, frame, imports::choose), frame),
                        this::incident);
        incidents.whileShown(workspace);
        home = new HomeView(desk, pump, session.clock(), session.name(), new FromHome());
        investigations = new InvestigationsView(desk, frame, this::incident);
        actions = new ActionCenterPage(context);
        actions.onEntity(flyout::show);
        actions.onIncident(this::incident);
        flyout.onHunt(this::huntFor);
        flyout.onLinks(flyout::show, _ -> {}, this::incident);
        hunting = new HuntingView(frame, desk, session.hunting(), console.hunts(), new FromHunting());
        policies = new PolicyView(deeds, frame);
        status = pump.live(desk::status, window::show);
        incidents.rowsProperty().addListener((_, _, rows) -> workspace.suggest(atHand(rows)));
        window.page(Page.HOME, home);
        window.page(Page.INCIDENTS, workspace);
        window.page(Page.INVESTIGATIONS, investigations);
        window.page(Page.ACTIONS, actions);
        window.page(Page.SEARCH, hunting);
        window.page(Page.POLICIES, policies);
        window.caseOpen(session.name());
        window.onResponder(new ResponderFlow(session, console, frame, operator)::choose);
        subscription = session.changes().subscribe(this::changed);
        status.invalidate();
        incidents.invalidate();
        home.invalidate();
        investigations.invalidate();
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
        window.go(Page.SEARCH);
        hunting.search(words);
    }

    /// Shows all rows that an entity takes part in.
    void huntFor(EntityKey key) {
        window.go(Page.SEARCH);
        hunting.hunt(HuntText.about(key));
    }

    void failed() {
        investigations.only(Set.of(InvestigationState.FAILED));
        window.go(Page.INVESTIGATIONS);
    }

    /// Asks, then stops all automation or lets it go on.
    void stopAutomation(boolean stop) {
        frame.dialogs()
                .confirm(
                        new Dialogs.Confirmation(
                                stop ? Messages.text("window.stop") : Messages.text("window.resume"),
                                stop ? Messages.text("window.stopHelp") : Messages.text("window.resumeHelp"),
                                stop ? Messages.text("window.stopVerb") : Messages.text("window.resumeVerb"),
                                Dialogs.Danger.DISRUPTIVE,
                                ""),
                        () ->
                                run(
                                        () -> deeds.stopAutomation(stop, ""),
                                        stop ? Messages.text("window.stopped") : Messages.text("window.resumed")));
    }

    /// What can be done with the open case, for the command palette.
    List<Palette.Item> commands() {
        var items = new ArrayList<Palette.Item>();
        items.add(new Palette.Item(Icon.IMAGE, Messages.text("graph.export", "PNG"), "", workspace.export()::png));
        items.add(new Palette.Item(Icon.EXPORT, Messages.text("graph.export", "SVG"), "", workspace.export()::svg));
        workspace
                .graph()
                .commands()
                .forEach(c ->
                        items.add(
                                new Palette.Item(
                                        c.icon(),
                                        Messages.text("window.graphCommand", c.text()),
                                        c.keys(),
                                        () -> {
                                            window.go(Page.INCIDENTS);
                                            c.act().run();
                                        })));
        return items;
    }

    Palette.Finder finder() {
        return new Palette.Finder(frame.pump(), this::find);
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
                List.of(home, incidents, workspace, investigations, actions, hunting, policies, flyout)) {
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
        home.invalidate();
        investigations.invalidate();
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

    private List<Palette.Item> find(String words) {
        var found = new ArrayList<Palette.Item>();
        IncidentQuery all = IncidentQuery.ALL;
        Window<Incident> named = desk.window(all.searched(words));
        named.rows(0, Math.min(8, named.size())).stream()
                .filter(Objects::nonNull)
                .forEach(i -> found.add(new Palette.Item(Icon.INCIDENT, i.name(), i.id(), () -> incident(i.id()))));
        desk.search(words, 20)
                .forEach(hit ->
                        found.add(
                                new Palette.Item(
                                        Icon.of(hit.entity().kind()),
                                        hit.label(),
                                        hit.entity().kind().label(),
                                        () -> entity(hit.entity()))));
        return found;
    }

    /// The first rows, as far as they are there.
    private static List<Incident> atHand(Window<Incident> rows) {
        return IntStream.range(0, Math.min(SUGGESTED, rows.size()))
                .mapToObj(rows::atHand)
                .filter(Objects::nonNull)
                .toList();
    }

    /// A command in the background, then a sentence.
    private void run(Runnable command, String done) {
        frame.pump()
                .once(
                        () -> {
                            command.run();
                            return done;
                        },
                        frame.toasts()::say);
    }

    private final class FromHunting implements HuntLinks {
        @Override
        public void entity(EntityKey key) {
            CaseView.this.entity(key);
        }

        @Override
        public void incident(String id) {
            CaseView.this.incident(id);
        }

        @Override
        public void investigate(EntityKey key, String label) {
            run(() -> deeds.investigate(key), Messages.text("window.initiatedOn", label));
        }
    }

    private final class FromHome implements HomeLinks {
        @Override
        public void pendingActions() {
            actions.allPending();
            window.go(Page.ACTIONS);
        }

        @Override
        public void incident(String id) {
            CaseView.this.incident(id);
        }

        @Override
        public void incidents() {
            incidents.filters().clear();
            window.go(Page.INCIDENTS);
        }

        @Override
        public void activeIncidents(Severity severity) {
            incidents
                    .filters()
                    .only(
                            Set.of(severity),
                            Arrays.stream(Incident.Status.values())
                                    .filter(Incident.Status::active)
                                    .collect(Collectors.toUnmodifiableSet()));
            window.go(Page.INCIDENTS);
        }

        @Override
        public void investigations(Set<InvestigationState> states) {
            investigations.only(states);
            window.go(Page.INVESTIGATIONS);
        }

        @Override
        public void analysedInvestigations() {
            investigations.onlyAnalysed();
            window.go(Page.INVESTIGATIONS);
        }

        @Override
        public void investigatedAlerts() {
            frame.pump()
                    .once(
                            () -> desk.alerts().stream().filter(Desk.CaseAlert::investigated).toList(),
                            found ->
                                    frame.flyout()
                                            .show(
                                                    Messages.text("home.alertsInvestigated"),
                                                    new AlertList(found, CaseView.this::incident)));
        }

        @Override
        public void entity(EntityKey key, String label) {
            CaseView.this.entity(key);
        }

        @Override
        public void initiateInvestigation(EntityKey key, String label) {
            run(() -> deeds.investigate(key), Messages.text("window.initiatedOn", label));
        }
    }
}
