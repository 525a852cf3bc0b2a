package dupin.ui.incidents;

import dupin.model.InvestigationState;
import dupin.ui.fx.FilterParts;
import dupin.model.Severity;
import dupin.model.row.AlertField;
import dupin.model.row.AlertQuery;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Face;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Search, filters and the chips of the list of all alerts. FX thread.
final class AlertFilterBar extends VBox {
    private final AlertFilters filters;
    private final Supplier<Map<AlertField, List<String>>> known;
    private final TextField search;
    private final FlowPane chips = new FlowPane(6, 6);

    /// @param known what the case says, for menus
    AlertFilterBar(AlertFilters filters, Supplier<Map<AlertField, List<String>>> known, InstantSource clock) {
        this.filters = filters;
        this.known = known;
        getStyleClass().add("filter-bar");
        search =
                FilterParts.search(
                        Messages.text("alerts.search"), words -> filters.set(filters.query().searched(words.strip())));
        chips.getStyleClass().add("chips");
        var row = new HBox(2, search, filterMenu(clock));
        row.getStyleClass().add("card-line");
        getChildren().addAll(row, chips);
        filters.queryProperty().subscribe(this::refresh);
    }

    TextField search() {
        return search;
    }

    private void refresh(AlertQuery query) {
        if (!search.getText().strip().equals(query.text())) {
            search.setText(query.text());
        }
        FilterParts.chips(chips, filters.chips(), filters::clear);
    }

    private MenuButton filterMenu(InstantSource clock) {
        var button = FilterParts.button(Icon.FILTER, Messages.text("incidents.filter"));
        button.setId("alert-filter");
        var severity = new Menu(Messages.text("investigation.column.severity"));
        for (Severity s : List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFORMATIONAL)) {
            severity.getItems()
                    .add(
                            FilterParts.item(
                                    Face.of(s),
                                    filters.queryProperty(),
                                    () -> filters.query().severities().contains(s),
                                    () -> filters.set(filters.query().toggled(s))));
        }
        var state = new Menu(Messages.text("investigation.column.state"));
        for (InvestigationState s : InvestigationState.values()) {
            state.getItems()
                    .add(
                            FilterParts.item(
                                    Face.of(s),
                                    filters.queryProperty(),
                                    () -> filters.query().states().contains(s),
                                    () -> filters.set(filters.query().toggled(s))));
        }
        button.getItems().addAll(severity, state);
        AlertFilters.WORDS.forEach(field -> button.getItems().add(words(field)));
        button.getItems()
                .add(
                        FilterParts.times(
                                Messages.text("incidents.lastActivity"),
                                clock,
                                from -> filters.set(filters.query().since(from))));
        return button;
    }

    /// A menu of what the case says, made when it opens.
    private Menu words(AlertField field) {
        var menu = new Menu(AlertFilters.title(field), null, new MenuItem());
        menu.setOnShowing(_ -> {
            var values = new ArrayList<String>();
            switch (field) {
                case ASSIGNED_TO -> values.addAll(List.of("", AlertQuery.ANYBODY));
                case CLASSIFICATION, DETERMINATION -> values.add("");
                default -> {}
            }
            values.addAll(known.get().getOrDefault(field, List.of()));
            menu.getItems().setAll(values.stream().map(value -> word(field, value)).toList());
            FilterParts.orNone(menu);
        });
        return menu;
    }

    private MenuItem word(AlertField field, String value) {
        var item = new CheckMenuItem(Elide.middle(AlertFilters.label(field, value), 60));
        item.setMnemonicParsing(false);
        item.setSelected(filters.query().wanted(field).contains(value));
        item.setOnAction(_ -> filters.set(filters.query().toggled(field, value)));
        return item;
    }
}
