package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Entry;
import dupin.model.Incident;
import dupin.model.Severity;
import dupin.model.row.AlertField;
import dupin.model.row.AlertQuery;
import dupin.model.row.AlertRow;
import dupin.service.CaseSession;
import dupin.service.IncidentQuery;
import dupin.service.Window;
import dupin.ui.shell.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The page of all alerts of a case, through the window.
class WindowAlertsTest extends WindowTest {
    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.in(data, 0);
    }

    private TableView<AlertRow> table() {
        return find("#all-alerts");
    }

    private List<AlertRow> rows(AlertQuery query) {
        Window<AlertRow> found = session.desk().alerts(query);
        return found.rows(0, found.size()).stream().filter(Objects::nonNull).toList();
    }

    private static List<String> ids(List<AlertRow> rows) {
        return rows.stream().map(row -> row.alert().id()).toList();
    }

    private void toPage() throws Exception {
        until(view::settled);
        key(KeyCode.DIGIT3);
        until(() -> workbench.window().current() == Page.ALERTS && !table().getItems().isEmpty());
    }

    @Test
    void theListHasEveryAlertOfTheCaseAndAsksTheStoreToSortAndFilter() throws Exception {
        toPage();
        int all = session.desk().status().alerts();
        assertThat(ids(table().getItems())).hasSize(all).doesNotHaveDuplicates().isEqualTo(ids(rows(AlertQuery.ALL)));
        assertThat(fx(() -> table().getItems()))
                .isSortedAccordingTo(
                        Comparator.comparing(AlertRow::lastActivity, Comparator.nullsFirst(Comparator.naturalOrder()))
                                .reversed());
        fx(() -> {
            TableColumn<AlertRow, ?> name = column("title");
            table().getSortOrder().setAll(List.of(name));
            return true;
        });
        List<String> byTitle = ids(rows(AlertQuery.ALL.ordered(AlertField.TITLE, true)));
        until(() -> ids(table().getItems()).equals(byTitle));
        // The header still says so: another click turns the order around.
        assertThat(table().getSortOrder()).extracting(TableColumn::getId).containsExactly("title");
        List<String> backwards = ids(rows(AlertQuery.ALL.ordered(AlertField.TITLE, false)));
        fx(() -> {
            column("title").setSortType(TableColumn.SortType.DESCENDING);
            return true;
        });
        until(() -> ids(table().getItems()).equals(backwards));
        fx(() -> {
            view.pages().alerts().filters().set(AlertQuery.ALL.toggled(Severity.HIGH));
            return true;
        });
        until(() -> table().getItems().size() < all);
        assertThat(table().getItems()).isNotEmpty().allMatch(row -> row.alert().severity() == Severity.HIGH);
        assertThat(((Label) find(".alerts-page .chip .label")).getText()).isEqualTo("High");
        robot.clickOn(".alerts-page .chip-remove");
        until(() -> table().getItems().size() == all);
    }

    private TableColumn<AlertRow, ?> column(String id) {
        return table().getColumns().stream().filter(c -> id.equals(c.getId())).findFirst().orElseThrow();
    }

    @Test
    void theMenusOfferWhatTheAlertsSayAndTheSearchLooksIntoTitlesAndAssets() throws Exception {
        toPage();
        MenuButton filter = find("#alert-filter");
        Menu category = menu(filter, "Category");
        fx(() -> {
            category.getOnShowing().handle(null);
            return true;
        });
        assertThat(category.getItems()).hasSizeGreaterThan(2);
        fx(() -> {
            category.getItems().getFirst().fire();
            return true;
        });
        String chosen = view.pages().alerts().filters().query().wanted(AlertField.CATEGORY).iterator().next();
        until(() ->
                !table().getItems().isEmpty()
                        && table().getItems().stream().allMatch(row -> row.alert().category().equals(chosen)));
        fx(() -> {
            view.pages().alerts().filters().clear();
            return true;
        });
        String asset =
                rows(AlertQuery.ALL).stream().flatMap(r -> r.impactedAssets().stream()).findFirst().orElseThrow();
        TextField search = find(".alerts-page .filter-bar .text-field");
        robot.clickOn(search).write(asset);
        until(() -> view.pages().alerts().rows().size() < view.pages().alerts().totalProperty().get());
        assertThat(view.pages().alerts().rows().size()).isPositive();
    }

    private static Menu menu(MenuButton button, String title) {
        return button.getItems().stream()
                .filter(item -> item.getText().equals(title))
                .map(Menu.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void enterOpensTheIncidentWithTheAlertMarked() throws Exception {
        toPage();
        AlertRow wanted = fx(() -> table().getItems().getLast());
        fx(() -> {
            table().requestFocus();
            table().getSelectionModel().clearAndSelect(table().getItems().size() - 1);
            return true;
        });
        robot.type(KeyCode.ENTER);
        until(() -> workbench.window().current() == Page.INCIDENTS && view.settled());
        assertThat(view.incident()).isEqualTo(wanted.incidentId());
        TableView<AlertRow> alerts = find(".investigation-tabs .table-view");
        until(() -> alerts.getSelectionModel().getSelectedItem() != null);
        assertThat(alerts.getSelectionModel().getSelectedItem().alert().id()).isEqualTo(wanted.alert().id());
    }

    @Test
    void theMenuOfARowLeadsFromEachEntityThatTheAlertNames() throws Exception {
        toPage();
        AlertRow row =
                fx(() -> {
                    table().getSelectionModel().clearAndSelect(0);
                    return table().getItems().getFirst();
                });
        List<MenuItem> items =
                fx(() -> {
                    table().getContextMenu().getOnShowing().handle(null);
                    return List.copyOf(table().getContextMenu().getItems());
                });
        assertThat(items).extracting(MenuItem::getText).contains("Open its incident", "Show all of the alert");
        long named = row.alert().evidence().stream().map(e -> e.entity().key()).distinct().count();
        assertThat(items.stream().filter(Menu.class::isInstance)).hasSize((int) Math.min(16, named));
        fx(() -> {
            table().requestFocus();
            return true;
        });
        robot.type(KeyCode.D);
        until(() -> workbench.window().root().flyout().isOpen());
        fx(() -> {
            items.get(1).fire();
            return true;
        });
        until(() -> table().getItems().stream().allMatch(r -> r.incidentId().equals(row.incidentId())));
    }

    @Test
    void whatIsDoneToAnIncidentShowsOnItsAlerts() throws Exception {
        toPage();
        Map<String, List<AlertRow>> byIncident =
                rows(AlertQuery.ALL).stream().collect(Collectors.groupingBy(AlertRow::incidentId));
        Incident incident =
                session.desk().incidents(IncidentQuery.ALL).stream()
                        .filter(i -> byIncident.containsKey(i.id()))
                        .max(Comparator.comparing(i -> byIncident.get(i.id()).size()))
                        .orElseThrow();
        int alerts = byIncident.get(incident.id()).size();
        fx(() -> {
            view.pages().alerts().filters().only(incident.id());
            return true;
        });
        until(() -> table().getItems().size() == alerts);
        session.notes().manage(incident.id(), List.of(new Entry.Change("assignedTo", "", "carol")), "analyst");
        until(() -> table().getItems().stream().allMatch(row -> row.assignedTo().equals("carol")));
        assertThat(ids(rows(AlertQuery.ALL.toggled(AlertField.ASSIGNED_TO, "Carol"))))
                .containsExactlyInAnyOrderElementsOf(ids(byIncident.get(incident.id())));
    }
}
