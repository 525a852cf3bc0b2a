package dupin.ui.investigation;

import dupin.model.ActionState;
import dupin.model.EntityKey;
import dupin.model.Incident;
import dupin.model.Severity;
import dupin.model.Verdict;
import dupin.service.IncidentDetails;
import dupin.ui.fx.Badge;
import dupin.ui.fx.CamelCase;
import dupin.ui.fx.Face;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Sheet;
import dupin.ui.fx.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the incident comes to, in cards: each number leads to the tab whose rows it counts. FX thread.
final class SummaryTab implements TabView {
    private static final double CARD = 256;
    private static final int LISTED = 6;

    private final FlowPane cards = new FlowPane(12, 12);
    private final ScrollPane pane = new ScrollPane(cards);
    private final Consumer<TabKind> turn;
    private final Consumer<EntityKey> explain;
    private @Nullable IncidentDetails shown;

    /// @param turn to the tab with the rows
    /// @param explain an asset
    SummaryTab(Consumer<TabKind> turn, Consumer<EntityKey> explain) {
        this.turn = turn;
        this.explain = explain;
        pane.setFitToWidth(true);
        pane.getStyleClass().add("summary-pane");
        pane.setAccessibleText(Messages.text("investigation.tab.summary"));
        cards.getStyleClass().add("summary");
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show(InvestigationModel model) {
        IncidentDetails details = model.details();
        if (details == null || details.equals(shown)) {
            return;
        }
        shown = details;
        var summary = IncidentSummary.of(details);
        cards.getChildren()
                .setAll(
                        alerts(summary),
                        verdicts(summary),
                        scope(summary, details),
                        actions(summary),
                        times(summary),
                        techniques(summary),
                        information(summary.incident()));
        if (!summary.incident().facets().dataSensitivity().isEmpty()) {
            cards.getChildren().add(sensitivity(summary.incident()));
        }
    }

    private VBox alerts(IncidentSummary summary) {
        var rows = new ArrayList<Node>();
        rows.add(
                row(
                        Messages.text("investigation.summary.active"),
                        Messages.text("investigation.summary.of", summary.active(), summary.alerts()),
                        TabKind.ALERTS));
        summary.activeAlerts().forEach((severity, count) -> rows.add(row(Face.of(severity), count, TabKind.ALERTS)));
        summary.categories().stream()
                .limit(LISTED)
                .forEach(c -> rows.add(row(CamelCase.sentence(c.what()), Integer.toString(c.count()), TabKind.ALERTS)));
        more(rows, summary.categories().size());
        return card(Messages.text("investigation.summary.alerts"), rows);
    }

    private VBox verdicts(IncidentSummary summary) {
        var rows = new ArrayList<Node>();
        for (Verdict verdict : List.of(Verdict.values()).reversed()) {
            int count = summary.verdicts().getOrDefault(verdict, 0);
            if (count > 0) {
                rows.add(row(Face.of(verdict), count, TabKind.ENTITIES));
            }
        }
        if (summary.unjudged() > 0) {
            rows.add(row(Messages.text("investigation.summary.unjudged"), summary.unjudged(), TabKind.ENTITIES));
        }
        return card(Messages.text("investigation.summary.verdicts"), rows);
    }

    private VBox scope(IncidentSummary summary, IncidentDetails details) {
        var rows = new ArrayList<Node>();
        rows.add(row(Messages.text("investigation.tab.devices"), summary.devices(), TabKind.DEVICES));
        rows.add(row(Messages.text("investigation.tab.users"), summary.users(), TabKind.USERS));
        rows.add(row(Messages.text("investigation.tab.mailboxes"), summary.mailboxes(), TabKind.MAILBOXES));
        rows.add(row(Messages.text("investigation.summary.others"), summary.others(), TabKind.ENTITIES));
        Stream.of(
                        details.devices().stream().map(r -> new Asset(r.device().key(), r.device().label(), r.risk())),
                        details.users().stream().map(r -> new Asset(r.user().key(), r.user().label(), r.risk())),
                        details.mailboxes().stream()
                                .map(r -> new Asset(r.mailbox().key(), r.mailbox().label(), r.risk())))
                .flatMap(all -> all)
                .sorted(Comparator.comparing(Asset::risk).reversed())
                .limit(LISTED)
                .forEach(asset -> rows.add(asset(asset)));
        return card(Messages.text("investigation.summary.scope"), rows);
    }

    /// An impacted asset and its risk.
    private record Asset(EntityKey key, String label, Severity risk) {}

    private HBox asset(Asset asset) {
        Hyperlink link = Sheet.link(asset.label(), () -> explain.accept(asset.key()));
        link.setWrapText(false);
        link.setMinWidth(0);
        return line(link, badge(Face.of(asset.risk())));
    }

    private VBox actions(IncidentSummary summary) {
        var rows = new ArrayList<Node>();
        summary.actions().forEach((state, count) -> rows.add(row(Face.of(state), count, actionsTab(state))));
        if (rows.isEmpty()) {
            rows.add(muted(Messages.text("investigation.summary.noActions")));
        }
        return card(Messages.text("investigation.summary.actions"), rows);
    }

    private static TabKind actionsTab(ActionState state) {
        return state == ActionState.PENDING ? TabKind.PENDING_ACTIONS : TabKind.ACTION_HISTORY;
    }

    private VBox times(IncidentSummary summary) {
        Instant first = summary.first();
        Instant last = summary.last();
        var rows = new ArrayList<Node>();
        rows.add(time(Messages.text("investigation.column.firstActivity"), first));
        rows.add(time(Messages.text("investigation.column.lastActivity"), last));
        if (first != null && last != null) {
            rows.add(fact(Messages.text("investigation.summary.span"), Times.duration(Duration.between(first, last))));
        }
        rows.add(time(Messages.text("investigation.summary.investigated"), summary.investigated()));
        rows.add(time(Messages.text("investigation.summary.ended"), summary.ended()));
        return card(Messages.text("investigation.summary.timeline"), rows);
    }

    private VBox techniques(IncidentSummary summary) {
        var rows = new ArrayList<Node>();
        summary.techniques().stream()
                .limit(LISTED)
                .forEach(t ->
                        rows.add(
                                row(
                                        StoryColumns.technique(t.what()),
                                        Integer.toString(t.count()),
                                        TabKind.KEY_FINDINGS)));
        more(rows, summary.techniques().size());
        if (rows.isEmpty()) {
            rows.add(muted(Messages.text("investigation.summary.noTechniques")));
        }
        return card(Messages.text("investigation.summary.techniques"), rows);
    }

    private static VBox information(Incident incident) {
        String unset = Messages.text("incidents.notSet");
        var rows = new ArrayList<Node>();
        rows.add(line(caption(Messages.text("investigation.column.severity")), badge(Face.of(incident.severity()))));
        rows.add(fact(Messages.text("investigation.column.status"), incident.status().label()));
        rows.add(
                fact(
                        Messages.text("investigation.column.classification"),
                        or(CamelCase.sentence(incident.classification()), unset)));
        rows.add(
                fact(
                        Messages.text("investigation.column.determination"),
                        or(CamelCase.sentence(incident.determination()), unset)));
        rows.add(
                fact(
                        Messages.text("investigation.column.assignedTo"),
                        or(incident.assignedTo(), Messages.text("incidents.unassigned"))));
        rows.add(fact(Messages.text("investigation.column.tags"), String.join(", ", incident.tags())));
        rows.add(fact(Messages.text("investigation.column.incidentId"), incident.id()));
        return card(Messages.text("investigation.summary.information"), rows);
    }

    /// Labels of the files that investigations came upon: which data is at stake.
    private static VBox sensitivity(Incident incident) {
        var rows = new ArrayList<Node>();
        for (String label : incident.facets().dataSensitivity()) {
            var said = new Label(label);
            said.setWrapText(true);
            rows.add(said);
        }
        return card(Messages.text("investigation.column.dataSensitivity"), rows);
    }

    private static String or(String value, String unset) {
        return value.isBlank() ? unset : value;
    }

    private static void more(List<Node> rows, int all) {
        if (all > LISTED) {
            rows.add(muted(Messages.text("investigation.summary.more", all - LISTED)));
        }
    }

    private static VBox card(String title, List<Node> rows) {
        var heading = new Label(title);
        heading.getStyleClass().add("card-title");
        var card = new VBox(4, heading);
        card.getChildren().addAll(rows);
        card.getStyleClass().addAll("card", "summary-card");
        card.setPrefWidth(CARD);
        return card;
    }

    private HBox row(Face face, int count, TabKind tab) {
        return line(badge(face), number(face.label(), Integer.toString(count), tab));
    }

    private HBox row(String name, int count, TabKind tab) {
        return row(name, Integer.toString(count), tab);
    }

    private HBox row(String name, String count, TabKind tab) {
        return line(caption(name), number(name, count, tab));
    }

    private Hyperlink number(String name, String count, TabKind tab) {
        Hyperlink link = Sheet.link(count, () -> turn.accept(tab));
        link.setAccessibleText(name + ": " + count);
        link.setMinWidth(Region.USE_PREF_SIZE);
        return link;
    }

    private static Badge badge(Face face) {
        var badge = new Badge(face);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        return badge;
    }

    /// To the minute; the tooltip is exact.
    private static Node time(String name, @Nullable Instant time) {
        Node line = fact(name, time == null ? "" : Times.minute(time));
        Tooltip.install(line, new Tooltip(Times.full(time)));
        return line;
    }

    /// A name and its value; nothing without one.
    private static Node fact(String name, String value) {
        var said = new Label(value);
        said.setWrapText(true);
        Label named = caption(name);
        named.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = line(named, said);
        line.setVisible(!value.isEmpty());
        line.setManaged(!value.isEmpty());
        return line;
    }

    private static Label caption(String text) {
        var label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(0);
        return label;
    }

    private static Label muted(String text) {
        var label = caption(text);
        label.setWrapText(true);
        return label;
    }

    private static HBox line(Node left, Node right) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(8, left, space, right);
        line.getStyleClass().add("card-line");
        return line;
    }

    @Override
    public boolean select(InvestigationModel.Place place) {
        return false;
    }

    @Override
    public void clearSelection() {
        pane.setVvalue(0);
    }

    @Override
    public void focus() {
        pane.requestFocus();
    }
}
