package dupin.ui.policy;

import dupin.model.AutomationLevel;
import dupin.model.Policy;
import dupin.model.Verdict;
import dupin.model.policy.CellKey;
import dupin.model.policy.MatrixCell;
import dupin.model.policy.Outcome;
import dupin.model.policy.PastDecision;
import dupin.model.policy.Place;
import dupin.model.policy.Subject;
import dupin.ui.fx.Columns;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Styles;
import dupin.ui.fx.TablePane;
import dupin.ui.fx.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// What the draft decides for every kind of evidence, folder and level, under one verdict at a time; a cell lists the past
/// decisions that fell into it. FX thread.
final class MatrixPane extends BorderPane {
    /// All levels are in sight in the smallest window.
    private static final double LEVEL = 92;

    private final ComboBox<Verdict> verdict =
            new ComboBox<>(
                    FXCollections.observableArrayList(
                            Verdict.MALICIOUS, Verdict.SUSPICIOUS, Verdict.NO_THREATS_FOUND, Verdict.NOT_EVALUABLE));
    private final TableView<Line> table;
    private final TablePane<PastDecision> past;
    private final Label chosen = new Label();
    private final Live<View> live;
    private View view = new View(Map.of(), Map.of());

    /// A row of the matrix.
    private record Line(Subject subject, Place place) {}

    private record View(Map<CellKey, MatrixCell> cells, Map<CellKey, List<PastDecision>> past) {}

    MatrixPane(PolicyModel model, ReviewDeeds deeds, Frame frame) {
        table = Tables.of(new EmptyState(Icon.POLICY, Messages.text("review.reading"), ""));
        table.setId("decision-matrix");
        table.setAccessibleText(Messages.text("review.matrix"));
        table.getColumns().setAll(columns());
        table.getColumns().forEach(column -> column.setSortable(false));
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getSelectionModel().getSelectedCells().subscribe(this::chosen);
        past =
                new TablePane<>(
                        frame,
                        "decisions.csv",
                        p -> p.action().id(),
                        new EmptyState(
                                Icon.HISTORY, Messages.text("review.noPast"), Messages.text("review.noPastHelp")),
                        Columns.text(
                                "action",
                                Messages.text("review.what"),
                                260,
                                p -> p.action().type().label() + " " + p.action().subject()),
                        Columns.text("state", Messages.text("review.state"), 130, p -> p.action().state().label()),
                        Columns.text("by", Messages.text("review.by"), 120, p -> p.action().decidedBy()),
                        Columns.text("incident", Messages.text("review.incident"), 90, p -> p.action().incidentId()),
                        Columns.number("version", Messages.text("review.version"), 90, PastDecision::policyVersion),
                        Columns.text("reason", Messages.text("review.reason"), 260, p -> p.action().policyReason()));
        past.table().setId("past-decisions");
        past.table().setAccessibleText(Messages.text("review.past"));
        verdict.setId("matrix-verdict");
        verdict.setConverter(GroupForm.words(Verdict::label));
        verdict.setAccessibleText(Messages.text("review.verdict"));
        verdict.setValue(Verdict.MALICIOUS);
        verdict.valueProperty().addListener((_, _, _) -> redraw());
        chosen.getStyleClass().add("muted");
        chosen.setWrapText(true);
        var tools = new HBox(12, new Label(Messages.text("review.verdict")), verdict, chosen);
        tools.getStyleClass().addAll("card-line", "review-tools");
        var split = new SplitPane(table, past);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.66);
        setTop(tools);
        setCenter(split);
        live = frame.pump().live(() -> read(deeds, model.draft()), this::show);
        live.whileShown(this);
        model.draftProperty().subscribe(_ -> live.invalidate());
    }

    private static View read(ReviewDeeds deeds, Policy policy) {
        return new View(
                deeds.matrix(policy).stream().collect(Collectors.toMap(MatrixCell::key, Function.identity())),
                deeds.pastDecisions().stream().collect(Collectors.groupingBy(PastDecision::key)));
    }

    private List<TableColumn<Line, ?>> columns() {
        var all = new ArrayList<TableColumn<Line, ?>>();
        all.add(Columns.text("subject", Messages.text("review.evidence"), 120, l -> l.subject().label()));
        all.add(Columns.text("type", Messages.text("review.action"), 150, l -> l.subject().type().label()));
        all.add(
                Columns.text(
                        "place",
                        Messages.text("review.place"),
                        130,
                        l -> l.subject().places().size() > 1 ? l.place().label() : ""));
        // Words must not push the levels out of sight.
        all.forEach(column -> column.setMaxWidth(column.getPrefWidth() + 40));
        for (AutomationLevel level : AutomationLevel.values()) {
            var column = new TableColumn<Line, MatrixCell>(levelName(level));
            column.setId(level.name());
            column.setPrefWidth(LEVEL);
            column.setMinWidth(LEVEL);
            column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(cell(row.getValue(), level)));
            column.setCellFactory(_ -> new OutcomeCell());
            all.add(column);
        }
        return all;
    }

    private static String levelName(AutomationLevel level) {
        return switch (level) {
            case NOT_PROTECTED -> Messages.text("review.levelNone");
            case SEMI_ANY -> Messages.text("review.levelAny");
            case SEMI_NON_TEMP -> Messages.text("review.levelNonTemp");
            case SEMI_CORE -> Messages.text("review.levelCore");
            case FULL -> Messages.text("review.levelFull");
        };
    }

    private @Nullable MatrixCell cell(Line line, AutomationLevel level) {
        return view.cells().get(new CellKey(verdict.getValue(), level, line.place(), line.subject()));
    }

    /// The outcome as icon and word, with how many past decisions fell into the cell.
    private final class OutcomeCell extends TableCell<Line, MatrixCell> {
        private final Tooltip tooltip = new Tooltip();

        @Override
        protected void updateItem(@Nullable MatrixCell item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText("");
                setGraphic(null);
                setTooltip(null);
                Styles.one(this, "", "outcome-runs", "outcome-asks", "outcome-nothing");
                return;
            }
            int count = view.past().getOrDefault(item.key(), List.of()).size();
            String word = outcome(item.outcome());
            setText(count == 0 ? word : Messages.text("review.cellCount", word, count));
            setGraphic(
                    switch (item.outcome()) {
                        case RUNS -> Icon.AUTOMATION.node();
                        case ASKS -> Icon.CLOCK.node();
                        case NOTHING -> Icon.REMOVE.node();
                    });
            tooltip.setText(item.reason());
            setTooltip(tooltip);
            Styles.one(
                    this,
                    switch (item.outcome()) {
                        case RUNS -> "outcome-runs";
                        case ASKS -> "outcome-asks";
                        case NOTHING -> "outcome-nothing";
                    },
                    "outcome-runs",
                    "outcome-asks",
                    "outcome-nothing");
        }
    }

    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case RUNS -> Messages.text("review.runs");
            case ASKS -> Messages.text("review.asks");
            case NOTHING -> Messages.text("review.nothing");
        };
    }

    private void show(View read) {
        view = read;
        redraw();
    }

    private void redraw() {
        var lines = new ArrayList<Line>();
        for (Subject subject : Subject.values()) {
            subject.places().forEach(place -> lines.add(new Line(subject, place)));
        }
        table.getItems().setAll(lines);
        chosen();
    }

    private void chosen() {
        MatrixCell cell = null;
        for (TablePosition<?, ?> position : table.getSelectionModel().getSelectedCells()) {
            int row = position.getRow();
            int level = position.getColumn() - 3;
            if (row >= 0 && row < table.getItems().size() && level >= 0 && level < AutomationLevel.values().length) {
                cell = cell(table.getItems().get(row), AutomationLevel.values()[level]);
            }
        }
        chosen.setText(cell == null ? Messages.text("review.chooseCell") : cell.reason());
        past.show(
                cell == null
                        ? view.past().values().stream().flatMap(List::stream).toList()
                        : view.past().getOrDefault(cell.key(), List.of()));
    }
}
