package dupin.ui.incidents;

import dupin.model.Investigation;
import dupin.model.InvestigationState;
import dupin.model.ProviderInvestigation;
import dupin.model.row.InvestigationRow;
import dupin.service.Desk;
import dupin.ui.fx.CamelCase;
import dupin.ui.fx.Columns;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.InvestigationColumns;
import dupin.ui.fx.LateTabs;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TablePane;
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
    private final TablePane<InvestigationRow> ours;
    private final TablePane<ProviderInvestigation> theirs;
    private final Tab theirTab = new Tab();
    private final Tab ourTab = new Tab();
    private final HBox chip = new HBox();
    private final Live<Answer> live;
    private final TabPane tabs;

    private record Answer(List<InvestigationRow> ours, List<ProviderInvestigation> theirs) {}

    /// @param opened shows one of ours in its incident
    public InvestigationsView(Desk desk, Frame frame, Consumer<Investigation> opened) {
        getStyleClass().addAll("panel", "investigations-page");
        ours =
                new TablePane<>(
                        frame,
                        "investigations.csv",
                        row -> row.run().id(),
                        new EmptyState(
                                Icon.INVESTIGATION,
                                Messages.text("investigations.none"),
                                Messages.text("investigations.noneHelp")),
                        InvestigationColumns.ofCase(frame.clock()));
        ours.onOpen(row -> opened.accept(row.run()));
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
        LateTabs.of(tabs);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("page-tabs");
        var title = new Label(Messages.text("investigations.title"));
        title.getStyleClass().add("title");
        var head = new HBox(title);
        head.getStyleClass().add("page-head");
        setTop(head);
        setCenter(tabs);
        show(new Answer(List.of(), List.of()));
        live = frame.pump().live(() -> new Answer(desk.investigationRows(), desk.providerInvestigations()), this::show);
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
        return ours.rows().shown().stream().map(InvestigationRow::run).toList();
    }

    /// @param words what the filter keeps; "" for no filter
    private void only(String words, Predicate<Investigation> kept) {
        ours.clearFilter();
        ours.rows().only(row -> kept.test(row.run()));
        tabs.getSelectionModel().select(ourTab);
        chip.setVisible(!words.isEmpty());
        var remove = new Button("", Icon.CLOSE.node("icon-small"));
        remove.getStyleClass().addAll("quiet", "chip-remove");
        remove.setAccessibleText(Messages.text("filter.clear"));
        remove.setTooltip(new Tooltip(Messages.text("filter.clear")));
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
}
