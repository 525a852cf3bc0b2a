package dupin.ui.incidents;

import dupin.model.InvestigationState;
import dupin.model.row.WordCount;
import dupin.ui.fx.FilterParts;
import dupin.ui.fx.Frame;
import dupin.model.Severity;
import dupin.model.row.AlertField;
import dupin.model.row.AlertQuery;
import dupin.ui.fx.Face;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
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
    private final Supplier<Map<AlertField, List<WordCount>>> known;
    private final TextField search;
    private final FlowPane chips = new FlowPane(6, 6);

    /// @param known what the case says, for menus
    AlertFilterBar(AlertFilters filters, Supplier<Map<AlertField, List<WordCount>>> known, Frame frame) {
        this.filters = filters;
        this.known = known;
        getStyleClass().add("filter-bar");
        search =
                FilterParts.search(
                        Messages.text("alerts.search"), words -> filters.set(filters.query().searched(words.strip())));
        chips.getStyleClass().add("chips");
        var row = new HBox(2, search, filterMenu(frame));
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

    private MenuButton filterMenu(Frame frame) {
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
                                Messages.text("incidents.lastActivity"), frame, filters::stretch, filters::active));
        return button;
    }

    /// A menu of what the case says, made when it opens.
    private Menu words(AlertField field) {
        var menu = new Menu(AlertFilters.title(field), null, new MenuItem());
        menu.setOnShowing(_ -> {
            var items = new ArrayList<MenuItem>();
            switch (field) {
                case ASSIGNED_TO -> {
                    items.add(word(field, "", AlertFilters.label(field, "")));
                    items.add(word(field, AlertQuery.ANYBODY, AlertFilters.label(field, AlertQuery.ANYBODY)));
                }
                case CLASSIFICATION, DETERMINATION -> items.add(word(field, "", AlertFilters.label(field, "")));
                default -> {}
            }
            known.get().getOrDefault(field, List.of()).forEach(word -> items.add(word(field, word)));
            menu.getItems().setAll(items);
            FilterParts.orNone(menu);
        });
        return menu;
    }

    private MenuItem word(AlertField field, WordCount word) {
        String label = AlertFilters.label(field, word.word());
        return word(field, word.word(), FilterParts.counted(label, word.rows()));
    }

    private MenuItem word(AlertField field, String value, String label) {
        var item = new CheckMenuItem(label);
        item.setMnemonicParsing(false);
        item.setSelected(filters.query().wanted(field).contains(value));
        item.setOnAction(_ -> filters.set(filters.query().toggled(field, value)));
        return item;
    }
}
