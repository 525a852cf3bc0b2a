package dupin.ui.incidents;

import dupin.model.Investigation;
import dupin.model.InvestigationState;
import dupin.model.ProviderInvestigation;
import dupin.service.Desk;
import dupin.ui.fx.CamelCase;
import dupin.ui.fx.Columns;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Face;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TablePane;
import dupin.ui.fx.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/// The Investigations page: ours, and those that other products made and the case brought along. FX thread.
public final class InvestigationsView extends BorderPane implements AutoCloseable {
    private final TablePane<Investigation> ours;
    private final TablePane<ProviderInvestigation> theirs;
    private final Tab theirTab = new Tab();
    private final Tab ourTab = new Tab();
    private final HBox chip = new HBox();
    private final Live<Answer> live;
    private final TabPane tabs;

    private record Answer(List<Investigation> ours, List<ProviderInvestigation> theirs) {}

    /// @param incident opens an incident
    public InvestigationsView(Desk desk, Frame frame, Consumer<String> incident) {
        getStyleClass().addAll("panel", "investigations-page");
        InstantSource clock = frame.clock();
        ours =
                new TablePane<>(
                        frame,
                        "investigations.csv",
                        Investigation::id,
                        new EmptyState(
                                Icon.INVESTIGATION,
                                Messages.text("investigations.none"),
                                Messages.text("investigations.noneHelp")),
                        Columns.text("title", Messages.text("investigations.trigger"), 300, Investigation::title),
                        Columns.mono("id", Messages.text("investigations.id"), 150, Investigation::id),
                        Columns.badge(
                                "state", Messages.text("investigations.status"), 170, Investigation::state, Face::of),
                        Columns.mono(
                                "incident", Messages.text("investigations.incident"), 120, Investigation::incidentId),
                        Columns.text(
                                "playbook",
                                Messages.text("investigations.playbook"),
                                150,
                                i -> CamelCase.sentence(i.playbookId())),
                        Columns.time(
                                "started", Messages.text("investigations.started"), Investigation::startedDateTime),
                        Columns.text(
                                "duration", Messages.text("investigations.duration"), 100, i -> duration(i, clock)),
                        Columns.text("pending", Messages.text("investigations.pending"), 130, i -> pending(i, clock)),
                        Columns.number(
                                "entities", Messages.text("investigations.entities"), 80, i -> i.entities().size()),
                        Columns.text(
                                "startedBy", Messages.text("investigations.startedBy"), 120, Investigation::startedBy));
        ours.onOpen(i -> incident.accept(i.incidentId()));
        chip.getStyleClass().add("chip");
        chip.setVisible(false);
        ours.addTools(chip);
        theirs =
                new TablePane<>(
                        frame,
                        "provider-investigations.csv",
                        ProviderInvestigation::id,
                        new EmptyState(
                                Icon.HISTORY,
                                Messages.text("investigations.noTheirs"),
                                Messages.text("investigations.noTheirsHelp")),
                        Columns.text("name", Messages.text("investigations.name"), 320, ProviderInvestigation::name),
                        Columns.mono("id", Messages.text("investigations.id"), 150, ProviderInvestigation::id),
                        Columns.text(
                                "status",
                                Messages.text("investigations.status"),
                                150,
                                i -> CamelCase.sentence(i.status())),
                        Columns.text(
                                "type", Messages.text("investigations.type"), 150, i -> CamelCase.sentence(i.type())),
                        Columns.text(
                                "device", Messages.text("investigations.device"), 150, ProviderInvestigation::device),
                        Columns.number("actions", Messages.text("investigations.actions"), 80, i -> i.actions().size()),
                        Columns.time(
                                "started",
                                Messages.text("investigations.started"),
                                ProviderInvestigation::startedDateTime),
                        Columns.time(
                                "ended", Messages.text("investigations.ended"), ProviderInvestigation::endedDateTime));
        ours.table().setAccessibleText(Messages.text("investigations.title"));
        theirs.table().setAccessibleText(Messages.text("investigations.theirsTitle"));
        ourTab.setContent(ours);
        theirTab.setContent(theirs);
        tabs = new TabPane(ourTab, theirTab);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("page-tabs");
        var title = new Label(Messages.text("investigations.title"));
        title.getStyleClass().add("title");
        var head = new HBox(title);
        head.getStyleClass().add("page-head");
        setTop(head);
        setCenter(tabs);
        show(new Answer(List.of(), List.of()));
        live = frame.pump().live(() -> new Answer(desk.investigations(), desk.providerInvestigations()), this::show);
        live.whileShown(this);
        live.invalidate();
    }

    /// Something has changed; from any thread. A page that nobody sees is read again when it is shown.
    public void invalidate() {
        live.invalidate();
    }

    /// Only investigations in these states; all when empty.
    public void only(Set<InvestigationState> states) {
        only(
                String.join(", ", states.stream().map(InvestigationState::label).sorted().toList()),
                i -> states.isEmpty() || states.contains(i.state()));
    }

    /// Only these, by their ids.
    ///
    /// @param words what they have in common
    public void only(String words, Set<String> ids) {
        only(words, (Investigation i) -> ids.contains(i.id()));
    }

    /// Only investigations whose steps are all done.
    public void onlyAnalysed() {
        only(Messages.text("investigations.analysed"), Investigation::analysed);
    }

    /// The investigations that are listed now.
    public List<Investigation> shown() {
        return ours.rows().shown();
    }

    /// @param words what the filter keeps; "" for no filter
    private void only(String words, Predicate<Investigation> kept) {
        ours.clearFilter();
        ours.rows().only(kept);
        tabs.getSelectionModel().select(ourTab);
        chip.setVisible(!words.isEmpty());
        var remove = new Button("", Icon.CLOSE.node("icon-small"));
        remove.getStyleClass().addAll("quiet", "chip-remove");
        remove.setAccessibleText(Messages.text("incidents.clear"));
        remove.setTooltip(new Tooltip(Messages.text("incidents.clear")));
        remove.setOnAction(_ -> only(Set.of()));
        chip.getChildren().setAll(new Label(words), remove);
    }

    @Override
    public void close() {
        live.dispose();
    }

    private void show(Answer answer) {
        ours.show(answer.ours());
        theirs.show(answer.theirs());
        ourTab.setText(Messages.text("investigations.ours", answer.ours().size()));
        theirTab.setText(Messages.text("investigations.theirs", answer.theirs().size()));
    }

    private static String duration(Investigation i, InstantSource clock) {
        Instant started = i.startedDateTime();
        Instant ended = i.endedDateTime();
        return started == null
                ? ""
                : Times.duration(Duration.between(started, ended == null ? clock.instant() : ended));
    }

    private static String pending(Investigation i, InstantSource clock) {
        Instant since = i.pendingSince();
        Duration total =
                since == null ? i.totalPending() : i.totalPending().plus(Duration.between(since, clock.instant()));
        return total.isZero() ? "" : Times.duration(total);
    }
}
