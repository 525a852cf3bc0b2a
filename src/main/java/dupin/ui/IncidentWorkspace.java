package dupin.ui;

import dupin.model.Incident;
import dupin.model.InvestigationGraph;
import dupin.model.row.AlertRow;
import dupin.model.row.LogLine;
import dupin.service.Change;
import dupin.service.Chosen;
import dupin.service.IncidentDetails;
import dupin.service.Replay;
import dupin.service.GraphShelf;
import dupin.service.Settings;
import dupin.ui.actions.ActionCenterPane;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.EntityWays;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.graph.GraphCanvas;
import dupin.ui.graph.GraphExport;
import dupin.ui.incidents.IncidentListView;
import dupin.ui.investigation.AlertOrders;
import dupin.ui.investigation.InvestigationHeader;
import dupin.ui.investigation.InvestigationTabs;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The Incidents page: which incident is shown, in its header, graph, tabs and action center, at which moment. FX thread.
final class IncidentWorkspace extends BorderPane implements AutoCloseable {
    private final CaseContext context;
    private final Viewpoint viewpoint;
    private final IncidentListView list;
    private final InvestigationHeader header;
    private final IncidentGraph picture;
    private final GraphCanvas graph;
    private final GraphExport export;
    private final InvestigationTabs tabs;
    private final ActionCenterPane actions;
    private final GraphLink link;
    private final WorkspaceLayout layout;
    private final IncidentReplay past;
    private final WorkspaceCommands commands;
    private final Live<Optional<Seen>> live;
    private volatile String current = "";
    private @Nullable IncidentDetails shown;
    private Consumer<String> toTime = _ -> {};
    private Runnable wanted = () -> {};
    private boolean touched;

    /// What is shown of an incident.
    ///
    /// @param graph its picture, with the things of unfolded marks
    private record Seen(IncidentDetails details, InvestigationGraph graph) {}

    /// @param context reads at the viewpoint
    /// @param replay earlier moments of the case
    IncidentWorkspace(
            CaseContext context,
            Viewpoint viewpoint,
            Replay replay,
            GraphShelf views,
            IncidentListView list,
            Consumer<String> openIncident) {
        this.context = context;
        this.viewpoint = viewpoint;
        this.list = list;
        header = new InvestigationHeader(context);
        picture = new IncidentGraph(views, context.desk(), context.frame(), this::reread);
        graph = picture.canvas();
        export = new GraphExport(graph, context.frame());
        graph.offer(export);
        tabs = new InvestigationTabs(context);
        actions = new ActionCenterPane(context);
        actions.onEntity(tabs::explain);
        actions.onIncident(openIncident);
        link = GraphLink.between(picture, tabs);
        layout = new WorkspaceLayout(this, list, header, graph, tabs, actions);
        past = new IncidentReplay(this, layout.stage(), viewpoint, replay, picture, context.frame(), this::reread);
        commands = new WorkspaceCommands(this, layout.folds(), header, tabs);
        addEventHandler(KeyEvent.KEY_TYPED, commands::typed);
        PaneKeys.install(this, context.frame().flyout(), List.of(list, graph, tabs, actions));
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> touched = true);
        addEventFilter(KeyEvent.KEY_PRESSED, _ -> touched = true);
        live = context.frame().pump().live(Optional::empty, this::show);
        live.whileShown(this);
        Button past = Tool.button(Icon.HISTORY, Messages.text("replay.open"), () -> replay(null));
        past.setId("replay");
        header.addTool(past);
        Button time = Tool.button(Icon.CLOCK, Messages.text("window.timeline"), () -> toTime.accept(current));
        time.setId("to-timeline");
        header.addTool(time);
        tabs.onReplay(this::replay);
        tabs.onRun(header::choose);
        list.onSelect(incident -> open(incident.id()));
        list.onOpen(_ -> graph.requestFocus());
        tabs.onIncident(openIncident);
        blank(Messages.text("window.noIncident"), Messages.text("window.noIncidentHelp"));
    }

    /// Where entities lead, and the way to the time of the incident.
    void ways(EntityWays ways, Consumer<String> time) {
        tabs.onWays(ways);
        toTime = time;
    }

    /// Divides the page as it was divided before.
    void layout(Settings.Layout before) {
        layout.apply(before);
    }

    /// How the page is divided now.
    Settings.Layout layout(boolean maximized) {
        return layout.now(maximized);
    }

    /// The incidents that are selected in the list.
    Chosen<Incident> chosen() {
        return list.chosen();
    }

    /// Those of them that are selected one by one.
    List<Incident> chosenRows() {
        return list.rows();
    }

    /// What the user asked for.
    void open(String incidentId) {
        touched = true;
        show(incidentId);
    }

    /// The same, with the alert marked as soon as the incident is there.
    void openAlert(String incidentId, String alertId) {
        open(incidentId, () -> link.select(alertId));
    }

    /// The same, with the investigation in the header and marked among the others.
    void openRun(String incidentId, String investigationId) {
        open(
                incidentId,
                () -> {
                    header.choose(investigationId);
                    tabs.selectRun(investigationId);
                });
    }

    private void open(String incidentId, Runnable mark) {
        wanted = mark;
        open(incidentId);
        mark();
    }

    /// What was to be marked in the incident, once it is there.
    private void mark() {
        IncidentDetails now = shown;
        if (now != null && now.incident().id().equals(current)) {
            Runnable then = wanted;
            wanted = () -> {};
            then.run();
        }
    }

    /// The incident that was asked for last; "" for none.
    String incident() {
        return current;
    }

    private void show(String incidentId) {
        list.select(incidentId);
        if (!incidentId.equals(current)) {
            past.end();
            current = incidentId;
            actions.incident(incidentId);
            picture.open(incidentId);
            live.replace(() -> context.desk().incident(incidentId).map(d -> new Seen(d, picture.of(d))));
        }
    }

    /// Shows the incident that should be looked at first, until the user looks at one of his own choice.
    void suggest(List<Incident> rows) {
        if (!touched && !rows.isEmpty()) {
            show(Suggestion.of(rows, current).id());
        }
    }

    /// From any thread.
    void changed(Change change) {
        if (viewpoint.past()) {
            return;
        }
        if (change.incidents().contains(current)
                || change.imports()
                || change.policy()
                || !change.actions().isEmpty()) {
            live.invalidate();
        }
    }

    WorkspaceCommands commands() {
        return commands;
    }

    /// Begins a replay, or ends it.
    void turnReplay() {
        if (past.running()) {
            past.end();
        } else {
            replay(null);
        }
    }

    void timeline() {
        toTime.accept(current);
    }

    private void replay(@Nullable LogLine from) {
        IncidentDetails now = shown;
        if (now != null) {
            past.begin(now.log(), from);
        }
    }

    private void reread() {
        live.invalidate();
        actions.refresh();
    }

    /// Does something with the alert that is selected in the tabs.
    void onAlert(BiConsumer<AlertOrders, AlertRow> act) {
        tabs.alerts().withPicked(act);
    }

    GraphCanvas graph() {
        return graph;
    }

    GraphExport export() {
        return export;
    }

    /// Whether the incident that was asked for is on the screen, its graph laid out.
    boolean settled() {
        return shown != null && graph.getGraph().equals(picture.drawn()) && graph.atRest();
    }

    @Override
    public void close() {
        live.dispose();
        tabs.close();
        actions.close();
    }

    private void show(Optional<Seen> answer) {
        if (answer.isEmpty()) {
            if (!current.isEmpty()) {
                blank(Messages.text("window.gone", current), Messages.text("window.goneHelp"));
            }
            return;
        }
        IncidentDetails details = answer.get().details();
        boolean first = shown == null;
        shown = details;
        layout.showStory();
        header.show(details);
        tabs.show(details);
        if (first || !answer.get().graph().equals(picture.drawn())) {
            picture.show(answer.get().graph());
        }
        past.shown(details);
        if (first && !touched) {
            list.requestFocus();
        }
        mark();
    }

    private void blank(String why, String what) {
        shown = null;
        layout.blank(why, what);
    }
}
