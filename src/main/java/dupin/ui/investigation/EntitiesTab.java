package dupin.ui.investigation;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.row.EntityRow;
import dupin.model.row.EntitySummary;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.EntityMenu;
import dupin.ui.fx.EntityWays;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TablePane;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// All entities: a summary, and a view per kind with the kind's own columns, chosen at the left. FX thread.
final class EntitiesTab implements TabView {
    private final BorderPane pane = new BorderPane();
    private final ListView<KindChoice> kinds = new ListView<>();
    private final Frame frame;
    private final Consumer<EntityKey> selected;
    private final Consumer<EntityKey> opened;
    private final Supplier<@Nullable EntityWays> ways;
    private final TablePane<EntitySummary> summary;
    private final Map<EntityKind, TablePane<EntityRow>> views = new EnumMap<>(EntityKind.class);
    private @Nullable InvestigationModel model;
    private boolean silent;

    /// @param ways where the menu of an entity leads
    EntitiesTab(
            Frame frame,
            Consumer<EntityKey> selected,
            Consumer<EntityKey> opened,
            Supplier<@Nullable EntityWays> ways) {
        this.ways = ways;
        this.frame = frame;
        this.selected = selected;
        this.opened = opened;
        summary =
                new TablePane<>(
                        frame,
                        "evidence-summary.csv",
                        EntitySummary::kind,
                        new EmptyState(
                                Icon.EVIDENCE,
                                Messages.text("investigation.empty.entities"),
                                Messages.text("investigation.empty.entitiesHelp")),
                        EntityColumns.summary());
        summary.table().setAccessibleText(Messages.text("investigation.tab.entities"));
        summary.onOpen(row -> turnTo(row.kind()));
        kinds.getStyleClass().add("kinds");
        kinds.setFixedCellSize(28);
        kinds.setPrefWidth(196);
        kinds.setMinWidth(140);
        kinds.setCellFactory(_ -> new KindChoice.Cell());
        kinds.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, before, now) -> {
                    if (!silent && now != null && (before == null || before.kind() != now.kind())) {
                        turn(now.kind());
                    }
                });
        pane.setLeft(kinds);
        pane.setCenter(summary);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show(InvestigationModel next) {
        model = next;
        var details = next.details();
        List<EntitySummary> counts = details == null ? List.of() : details.summary();
        var choices = new ArrayList<KindChoice>();
        choices.add(new KindChoice(null, details == null ? 0 : details.entities().size(), 0));
        counts.forEach(s -> choices.add(new KindChoice(s.kind(), s.total(), s.malicious())));
        EntityKind kind = kind();
        silent = true;
        if (!kinds.getItems().equals(choices)) {
            kinds.getItems().setAll(choices);
        }
        int at = 0;
        for (int i = 0; i < choices.size(); i++) {
            at = choices.get(i).kind() == kind ? i : at;
        }
        kinds.getSelectionModel().clearAndSelect(at);
        silent = false;
        summary.show(counts);
        turn(choices.get(at).kind());
    }

    @Override
    public boolean select(InvestigationModel.Place place) {
        turnTo(place.kind());
        EntityKind kind = place.kind();
        return kind != null && view(kind).select(place.row());
    }

    @Override
    public void clearSelection() {
        views.values().forEach(TablePane::clearSelection);
    }

    @Override
    public void focus() {
        EntityKind kind = kind();
        (kind == null ? summary.table() : view(kind).table()).requestFocus();
    }

    void turnTo(@Nullable EntityKind kind) {
        kinds.getItems().stream()
                .filter(choice -> choice.kind() == kind)
                .findFirst()
                .ifPresent(choice -> kinds.getSelectionModel().select(choice));
    }

    private @Nullable EntityKind kind() {
        KindChoice choice = kinds.getSelectionModel().getSelectedItem();
        return choice == null ? null : choice.kind();
    }

    private void turn(@Nullable EntityKind kind) {
        if (kind == null) {
            pane.setCenter(summary);
            return;
        }
        TablePane<EntityRow> view = view(kind);
        view.show(Objects.requireNonNull(model).entities(kind));
        pane.setCenter(view);
    }

    private TablePane<EntityRow> view(EntityKind kind) {
        return views.computeIfAbsent(kind, this::made);
    }

    private TablePane<EntityRow> made(EntityKind kind) {
        var view =
                new TablePane<EntityRow>(
                        frame,
                        kind.word() + ".csv",
                        row -> row.entity().key(),
                        new EmptyState(Icon.of(kind), Messages.text("investigation.empty.kind", kind.plural()), ""),
                        EntityColumns.of(kind));
        view.table().setAccessibleText(kind.plural());
        view.onSelect(row -> selected.accept(row.entity().key()));
        view.onOpen(row -> opened.accept(row.entity().key()));
        EntityMenu.install(view.table(), row -> RowParts.of(Objects.requireNonNull(model), row), ways);
        return view;
    }
}
