package dupin.ui.incidents;

import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.model.Verdict;
import dupin.service.IncidentQuery;
import dupin.ui.fx.Face;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Mark;
import dupin.ui.fx.Messages;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Search, filters, order and the chips of the incident list. FX thread.
final class FilterBar extends VBox {
    private static final List<InvestigationState> STATES = List.of(InvestigationState.values());

    private final IncidentFilters filters;
    private final TextField search = new TextField();
    private final FlowPane chips = new FlowPane(6, 6);

    FilterBar(IncidentFilters filters) {
        this.filters = filters;
        getStyleClass().add("filter-bar");
        search.setPromptText(Messages.text("incidents.search"));
        search.setAccessibleText(Messages.text("incidents.search"));
        search.setMinWidth(60);
        HBox.setHgrow(search, Priority.ALWAYS);
        search.textProperty().addListener((_, _, text) -> filters.text(text));
        search.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                        search.clear();
                        e.consume();
                    }
                });
        chips.getStyleClass().add("chips");
        var row = new HBox(2, search, filterMenu(), sortMenu());
        row.getStyleClass().add("card-line");
        getChildren().addAll(row, chips);
        filters.queryProperty().addListener((_, _, _) -> refresh());
        refresh();
    }

    TextField search() {
        return search;
    }

    private void refresh() {
        if (!search.getText().strip().equals(filters.query().text())) {
            search.setText(filters.query().text());
        }
        List<IncidentFilters.Chip> on = filters.chips();
        chips.getChildren().setAll(on.stream().map(FilterBar::chip).toList());
        if (on.size() > 1) {
            var clear = new Button(Messages.text("incidents.clear"));
            clear.getStyleClass().addAll("quiet", "chip-clear");
            clear.setOnAction(_ -> filters.clear());
            chips.getChildren().add(clear);
        }
        chips.setManaged(!on.isEmpty());
        chips.setVisible(!on.isEmpty());
    }

    private static HBox chip(IncidentFilters.Chip chip) {
        var remove = new Button("", Icon.CLOSE.node("icon-small"));
        remove.getStyleClass().addAll("quiet", "chip-remove");
        remove.setAccessibleText(Messages.text("incidents.removeFilter", chip.label()));
        remove.setTooltip(new Tooltip(Messages.text("incidents.removeFilter", chip.label())));
        remove.setOnAction(_ -> chip.remove().run());
        var box = new HBox(new Label(chip.label()), remove);
        box.getStyleClass().add("chip");
        return box;
    }

    private MenuButton filterMenu() {
        var button = button(Icon.FILTER, Messages.text("incidents.filter"));
        var severity = new Menu(Messages.text("incidents.severity"));
        for (Severity s : List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFORMATIONAL)) {
            severity.getItems()
                    .add(item(Face.of(s), () -> filters.query().severities().contains(s), () -> filters.toggle(s)));
        }
        var status = new Menu(Messages.text("incidents.status"));
        for (Incident.Status s : Incident.Status.values()) {
            var face = new Face("neutral", Face.Form.NONE, "", null, s.label());
            status.getItems().add(item(face, () -> filters.query().statuses().contains(s), () -> filters.toggle(s)));
        }
        var verdict = new Menu(Messages.text("incidents.verdict"));
        for (Verdict v : List.of(Verdict.values()).reversed()) {
            verdict.getItems()
                    .add(item(Face.of(v), () -> filters.query().verdicts().contains(v), () -> filters.toggle(v)));
        }
        var state = new Menu(Messages.text("incidents.state"));
        for (InvestigationState s : STATES) {
            state.getItems().add(item(Face.of(s), () -> filters.query().states().contains(s), () -> filters.toggle(s)));
        }
        button.getItems().addAll(severity, status, verdict, state);
        return button;
    }

    private CheckMenuItem item(Face face, BooleanSupplier on, Runnable toggle) {
        var item = new CheckMenuItem(face.label());
        var mark = new Mark();
        mark.show(face);
        item.setGraphic(mark);
        item.setSelected(on.getAsBoolean());
        item.setOnAction(_ -> toggle.run());
        filters.queryProperty().addListener((_, _, _) -> item.setSelected(on.getAsBoolean()));
        return item;
    }

    private MenuButton sortMenu() {
        var button = button(Icon.SORT, Messages.text("incidents.sort"));
        for (IncidentQuery.Sort sort : IncidentQuery.Sort.values()) {
            var item = new RadioMenuItem(label(sort));
            item.setOnAction(_ -> filters.sort(sort, filters.query().ascending()));
            button.getItems().add(item);
            mirror(item, () -> filters.query().sort() == sort);
        }
        var ascending = new RadioMenuItem(Messages.text("incidents.ascending"));
        ascending.setOnAction(_ -> filters.sort(filters.query().sort(), true));
        mirror(ascending, () -> filters.query().ascending());
        var descending = new RadioMenuItem(Messages.text("incidents.descending"));
        descending.setOnAction(_ -> filters.sort(filters.query().sort(), false));
        mirror(descending, () -> !filters.query().ascending());
        button.getItems().addAll(new SeparatorMenuItem(), ascending, descending);
        return button;
    }

    private void mirror(RadioMenuItem item, BooleanSupplier on) {
        item.setSelected(on.getAsBoolean());
        filters.queryProperty().addListener((_, _, _) -> item.setSelected(on.getAsBoolean()));
    }

    private static MenuButton button(Icon icon, String what) {
        var button = new MenuButton("", icon.node());
        button.getStyleClass().add("quiet");
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
        return button;
    }

    private static String label(IncidentQuery.Sort sort) {
        return switch (sort) {
            case LAST_ACTIVITY -> Messages.text("incidents.lastActivity");
            case FIRST_ACTIVITY -> Messages.text("incidents.firstActivity");
            case SEVERITY -> Messages.text("incidents.severity");
            case NAME -> Messages.text("incidents.name");
            case STATUS -> Messages.text("incidents.status");
            case VERDICT -> Messages.text("incidents.verdict");
            case INVESTIGATION_STATE -> Messages.text("incidents.state");
            case ALERTS -> Messages.text("incidents.alerts");
            case ASSETS -> Messages.text("incidents.assets");
            case ID -> Messages.text("incidents.id");
        };
    }
}
