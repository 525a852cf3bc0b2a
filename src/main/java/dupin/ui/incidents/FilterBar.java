package dupin.ui.incidents;

import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.model.Verdict;
import dupin.model.row.IncidentWord;
import dupin.model.row.WordCount;
import dupin.service.Desk;
import dupin.service.Found;
import dupin.service.IncidentQuery;
import dupin.ui.fx.Face;
import dupin.ui.fx.FilterParts;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Search, filters, order and the chips of the incident list. FX thread.
final class FilterBar extends VBox {
    private static final List<InvestigationState> STATES = List.of(InvestigationState.values());

    private final IncidentFilters filters;
    private final Supplier<Map<IncidentWord, List<WordCount>>> known;
    private final BiFunction<String, Integer, Found<Desk.Hit>> entities;
    private final Frame frame;
    private final TextField search;
    private final FlowPane chips = new FlowPane(6, 6);

    /// @param known what the case says, for menus
    /// @param entities finds at most so many by words; blocks
    FilterBar(
            IncidentFilters filters,
            Supplier<Map<IncidentWord, List<WordCount>>> known,
            BiFunction<String, Integer, Found<Desk.Hit>> entities,
            Frame frame) {
        this.filters = filters;
        this.known = known;
        this.entities = entities;
        this.frame = frame;
        getStyleClass().add("filter-bar");
        search = FilterParts.search(Messages.text("incidents.search"), filters::text);
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
        FilterParts.chips(chips, filters.chips(), filters::clear);
    }

    private MenuButton filterMenu() {
        var button = FilterParts.button(Icon.FILTER, Messages.text("incidents.filter"));
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
        button.getItems()
                .addAll(
                        severity,
                        status,
                        verdict,
                        state,
                        words(Messages.text("incidents.assigned"), IncidentWord.ASSIGNEE),
                        words(Messages.text("incidents.category"), IncidentWord.CATEGORY),
                        words(Messages.text("incidents.source"), IncidentWord.SOURCE),
                        words(Messages.text("incidents.tags"), IncidentWord.TAG),
                        words(Messages.text("incidents.classification"), IncidentWord.CLASSIFICATION),
                        words(Messages.text("incidents.deviceGroups"), IncidentWord.DEVICE_GROUP),
                        words(Messages.text("incidents.platforms"), IncidentWord.PLATFORM),
                        words(Messages.text("incidents.threats"), IncidentWord.THREAT),
                        words(Messages.text("incidents.policies"), IncidentWord.POLICY),
                        words(Messages.text("incidents.dataSensitivity"), IncidentWord.DATA_SENSITIVITY),
                        words(Messages.text("incidents.subscriptions"), IncidentWord.SUBSCRIPTION),
                        entity(),
                        FilterParts.times(
                                Messages.text("incidents.lastActivity"), frame, filters::stretch, filters::active));
        var pending = new CheckMenuItem(Messages.text("incidents.withPending"));
        pending.setOnAction(_ -> filters.togglePending());
        filters.queryProperty().subscribe(query -> pending.setSelected(query.pendingActions()));
        button.getItems().add(pending);
        return button;
    }

    /// A menu of what the case says, made when it opens.
    private Menu words(String title, IncidentWord which) {
        var menu = new Menu(title, null, new MenuItem());
        menu.setOnShowing(_ -> {
            var items = new ArrayList<MenuItem>();
            if (which == IncidentWord.ASSIGNEE) {
                items.add(word(which, "", IncidentFilters.label(which, "")));
                items.add(word(which, IncidentQuery.ANYBODY, IncidentFilters.label(which, IncidentQuery.ANYBODY)));
            } else if (which == IncidentWord.CLASSIFICATION) {
                items.add(word(which, "", IncidentFilters.label(which, "")));
            }
            known.get()
                    .getOrDefault(which, List.of())
                    .forEach(word ->
                            items.add(word(which, word.word(), FilterParts.counted(label(which, word), word.rows()))));
            menu.getItems().setAll(items);
            FilterParts.orNone(menu);
        });
        return menu;
    }

    /// A case has too many entities for a menu: one is found by its words.
    private MenuItem entity() {
        var item = new MenuItem(Messages.text("incidents.entity"));
        item.setOnAction(
                _ -> EntityForm.open(frame, entities, key -> filters.add(IncidentWord.ENTITY, key.toString())));
        return item;
    }

    private static String label(IncidentWord which, WordCount word) {
        return IncidentFilters.label(which, word.word());
    }

    private MenuItem word(IncidentWord which, String value, String label) {
        var item = new CheckMenuItem(label);
        item.setMnemonicParsing(false);
        item.setSelected(filters.words(which).contains(value));
        item.setOnAction(_ -> filters.toggle(which, value));
        return item;
    }

    private CheckMenuItem item(Face face, BooleanSupplier on, Runnable toggle) {
        return FilterParts.item(face, filters.queryProperty(), on, toggle);
    }

    private MenuButton sortMenu() {
        var button = FilterParts.button(Icon.SORT, Messages.text("incidents.sort"));
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
            case ACTIVE_ALERTS -> Messages.text("incidents.activeAlerts");
            case PENDING_ACTIONS -> Messages.text("incidents.pendingActions");
            case CATEGORIES -> Messages.text("incidents.category");
            case SERVICE_SOURCES -> Messages.text("incidents.serviceSource");
            case DETECTION_SOURCES -> Messages.text("incidents.detectionSource");
            case ASSIGNED_TO -> Messages.text("incidents.assigned");
            case CLASSIFICATION -> Messages.text("incidents.classification");
            case TAGS -> Messages.text("incidents.tags");
            case DEVICE_GROUPS -> Messages.text("incidents.deviceGroups");
            case PLATFORMS -> Messages.text("incidents.platforms");
            case THREATS -> Messages.text("incidents.threats");
            case POLICIES -> Messages.text("incidents.policies");
            case SUBSCRIPTIONS -> Messages.text("incidents.subscriptions");
            case DATA_SENSITIVITY -> Messages.text("incidents.dataSensitivity");
            case LAST_UPDATE -> Messages.text("incidents.lastUpdate");
            case ASSETS -> Messages.text("incidents.assets");
            case ID -> Messages.text("incidents.id");
        };
    }
}
