package dupin.ui.investigation;

import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.model.InvestigationState;
import dupin.service.IncidentDetails;
import dupin.ui.fx.Badge;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Face;
import dupin.ui.fx.Icon;
import dupin.ui.fx.InvestigationClock;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Styles;
import dupin.ui.fx.Ticker;
import dupin.ui.fx.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The head of an investigation: state, what set it off, how long it took and waited, and the commands for it. FX thread.
public final class InvestigationHeader extends HBox {
    private static final int TAGS = 2;
    private static final double ROOM_FOR_TAGS = 900;

    private final CaseContext context;
    private final Commands commands;
    private final Ring ring = new Ring();
    private final Label title = new Label();
    private final Badge state = Badge.pill(Face.NONE);
    private final Tooltip ringTip = new Tooltip();
    private final Tooltip titleTip = new Tooltip();
    private final Tooltip storyTip = new Tooltip();
    private final Tooltip timesTip = new Tooltip();
    private final Label story = new Label();
    private final Label times = new Label();
    private final MenuButton runs = new MenuButton();
    private final Button comments = new Button("", Icon.COMMENT.node());
    private final Button manage = new Button("", Icon.EDIT.node());
    private final HBox tags = new HBox(4);
    private final Tooltip tagsTip = new Tooltip();
    private final Button cancel = new Button(Messages.text("investigation.cancelShort"), Icon.STOP.node());
    private final Button start = new Button(Messages.text("investigation.initiateShort"), Icon.INVESTIGATION.node());
    private @Nullable IncidentDetails details;
    private @Nullable CommentsView commentsView;
    private String chosen = "";

    public InvestigationHeader(CaseContext context) {
        this.context = context;
        commands = new Commands(context);
        getStyleClass().add("investigation-header");
        Styles.add(this, "/dupin/ui/investigation/investigation.css");
        title.getStyleClass().add("heading");
        title.setMinWidth(0);
        story.getStyleClass().add("muted");
        story.setMinWidth(0);
        story.setTooltip(storyTip);
        times.getStyleClass().add("caption");
        times.setMinWidth(0);
        times.setTooltip(timesTip);
        state.setMinWidth(Region.USE_PREF_SIZE);
        tags.getStyleClass().add("line");
        tags.setMinWidth(Region.USE_PREF_SIZE);
        tags.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_TAGS));
        tags.managedProperty().bind(tags.visibleProperty());
        Tooltip.install(tags, tagsTip);
        var top = new HBox(8, title, tags);
        top.getStyleClass().add("line");
        var second = new HBox(8, state, story);
        second.getStyleClass().add("line");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setTooltip(titleTip);
        Tooltip.install(ring, ringTip);
        var words = new VBox(2, top, second, times);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        runs.getStyleClass().add("quiet");
        comments.getStyleClass().add("quiet");
        comments.setTooltip(new Tooltip(Messages.text("investigation.comments")));
        comments.setAccessibleText(Messages.text("investigation.comments"));
        comments.setOnAction(_ -> comments());
        manage.getStyleClass().add("quiet");
        manage.setId("manage-incident");
        manage.setTooltip(new Tooltip(Messages.text("manage.open")));
        manage.setAccessibleText(Messages.text("manage.open"));
        manage.setOnAction(_ -> manage());
        cancel.getStyleClass().add("danger-outline");
        cancel.setId("cancel-investigation");
        cancel.setTooltip(new Tooltip(Messages.text("investigation.cancel")));
        cancel.setOnAction(_ -> cancel());
        start.setId("start-investigation");
        start.setTooltip(new Tooltip(Messages.text("investigation.initiate")));
        start.setOnAction(_ -> initiate());
        for (Region button : List.of(runs, manage, comments, cancel, start)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        getChildren().addAll(ring, words, runs, manage, comments, cancel, start);
        Ticker.install(this, Duration.ofSeconds(5), this::refresh);
        refresh();
    }

    /// Puts a button at the end of the header.
    public void addTool(Node node) {
        getChildren().add(node);
    }

    public void show(@Nullable IncidentDetails next) {
        boolean other = details == null || next == null || !details.incident().id().equals(next.incident().id());
        details = next;
        if (other) {
            chosen = "";
            commentsView = null;
        } else if (commentsView != null && next != null) {
            commentsView.show(next.comments());
        }
        refresh();
    }

    /// Shows this run of the incident until another incident is shown.
    public void choose(String runId) {
        chosen = runId;
        refresh();
    }

    /// The run that is chosen, else the open one, else the last.
    private @Nullable Investigation shown() {
        IncidentDetails d = details;
        if (d == null || d.investigations().isEmpty()) {
            return null;
        }
        List<Investigation> all = d.investigations();
        return all.stream()
                .filter(run -> run.id().equals(chosen))
                .findFirst()
                .or(() -> all.stream().filter(run -> !run.state().ended()).findFirst())
                .orElse(all.getLast());
    }

    private void refresh() {
        IncidentDetails d = details;
        setVisible(d != null);
        if (d == null) {
            return;
        }
        Investigation run = shown();
        comments.setText(Integer.toString(d.comments().size()));
        tags(d.incident().tags());
        boolean open = run != null && !run.state().ended();
        visible(cancel, open);
        visible(start, !open);
        choices(d);
        if (run == null) {
            none(d.incident());
            return;
        }
        Face face = Face.of(run.state());
        Instant now = context.frame().clock().instant();
        var clock = InvestigationClock.of(run, now);
        ring.show(clock.pendingShare(), face, face.icon());
        ringTip.setText(
                Messages.text("investigation.ring", Times.duration(clock.elapsed()), Times.duration(clock.pending())));
        state.show(face);
        title.setText(run.title());
        titleTip.setText(run.title());
        story.setText(story(run));
        storyTip.setText(story.getText());
        times.setText(times(run, clock));
        timesTip.setText(times.getText());
    }

    /// The first tags, and how many more there are.
    private void tags(List<String> all) {
        var shown = new ArrayList<Node>();
        for (String tag : all.subList(0, Math.min(TAGS, all.size()))) {
            shown.add(tag(Elide.middle(tag, 24)));
        }
        if (all.size() > TAGS) {
            shown.add(tag(Messages.text("investigation.moreTags", all.size() - TAGS)));
        }
        tagsTip.setText(String.join("\n", all));
        tags.getChildren().setAll(shown);
    }

    private static Label tag(String text) {
        var label = new Label(text);
        label.getStyleClass().add("tag");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private void none(Incident incident) {
        Face face = Face.of(incident.investigationState());
        ring.show(0, face, face.icon());
        state.show(face);
        title.setText(incident.name());
        titleTip.setText(incident.name());
        story.setText(
                incident.investigationNote().isEmpty()
                        ? Messages.text("investigation.none")
                        : incident.investigationNote());
        storyTip.setText(story.getText());
        times.setText("");
    }

    private static String story(Investigation run) {
        var parts = new ArrayList<String>();
        if (!run.stateNote().isEmpty()) {
            parts.add(run.stateNote());
        }
        if (run.state() == InvestigationState.RUNNING && run.stepCount() > 0) {
            parts.add(Messages.text("investigation.step", run.steps().size(), run.stepCount()));
        }
        return parts.isEmpty() ? run.state().label() : String.join(" · ", parts);
    }

    private static String times(Investigation run, InvestigationClock clock) {
        var parts = new ArrayList<String>();
        parts.add(run.id());
        if (run.startedDateTime() != null) {
            parts.add(Messages.text("investigation.startedAt", Times.minute(run.startedDateTime())));
        }
        if (run.endedDateTime() != null) {
            parts.add(Messages.text("investigation.endedAt", Times.minute(run.endedDateTime())));
        }
        parts.add(Messages.text("investigation.took", Times.duration(clock.elapsed())));
        if (!clock.pending().isZero()) {
            parts.add(Messages.text("investigation.waited", Times.duration(clock.pending())));
        }
        parts.add(Messages.text("investigation.by", run.startedBy()));
        return String.join("   ", parts);
    }

    private void choices(IncidentDetails d) {
        List<Investigation> all = d.investigations();
        visible(runs, all.size() > 1);
        if (all.size() < 2) {
            return;
        }
        runs.setText(Messages.text("investigation.runs", all.size()));
        runs.getItems().setAll(all.stream().map(this::choice).toList());
    }

    private MenuItem choice(Investigation run) {
        var item = new MenuItem(run.id() + "  " + run.state().label() + "  " + Times.minute(run.startedDateTime()));
        item.setOnAction(_ -> {
            chosen = run.id();
            refresh();
        });
        return item;
    }

    /// Lets the incident be changed, in a form.
    public void manage() {
        IncidentDetails d = details;
        if (d != null) {
            new ManageForm(d.incident()).open(context, commands, manage);
        }
    }

    /// Starts an investigation of the incident.
    public void initiate() {
        IncidentDetails d = details;
        if (d != null) {
            commands.start(start, () -> context.deeds().investigateIncident(d.incident().id()));
        }
    }

    /// Asks, then cancels the investigation that is shown, unless it has ended.
    public void cancel() {
        Investigation run = shown();
        if (run == null || run.state().ended()) {
            return;
        }
        var ask =
                new Dialogs.Confirmation(
                        Messages.text("investigation.cancelAsk", run.id()),
                        Messages.text("investigation.cancelText"),
                        Messages.text("investigation.cancel"),
                        Dialogs.Danger.DISRUPTIVE,
                        "");
        context.frame()
                .dialogs()
                .confirm(
                        ask,
                        () ->
                                commands.run(
                                        cancel,
                                        () -> {
                                            context.deeds().cancel(run.id());
                                            return run.id();
                                        },
                                        id ->
                                                context.frame()
                                                        .toasts()
                                                        .say(Messages.text("investigation.cancelled", id))));
    }

    /// Shows what was said of the incident, with room for another comment.
    public void comments() {
        IncidentDetails d = details;
        if (d == null) {
            return;
        }
        var view = new CommentsView(context, d.incident().id(), d.comments());
        commentsView = view;
        context.frame().flyout().show(Messages.text("investigation.comments"), view);
    }

    private static void visible(Region node, boolean yes) {
        node.setVisible(yes);
        node.setManaged(yes);
    }
}
