package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Incident;
import dupin.model.row.IncidentWord;
import dupin.model.row.WordCount;
import dupin.service.CaseSession;
import dupin.service.Desk;
import dupin.service.IncidentQuery;
import dupin.service.LastDay;
import dupin.ui.incidents.IncidentFilters;
import dupin.ui.incidents.IncidentListView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The head of the incident list and its filters, through the window.
class WindowQueueTest extends WindowTest {
    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.in(data, 0);
    }

    private IncidentListView queue() {
        return find(".incident-list");
    }

    private IncidentFilters filters() {
        return view.pages().incidents().filters();
    }

    private int found() {
        return view.pages().incidents().rows().size();
    }

    private List<Incident> asked(IncidentQuery query) {
        return session.desk().incidents(query);
    }

    private void toQueue() throws Exception {
        until(view::settled);
        key(KeyCode.DIGIT2);
        fx(() -> {
            queue().foldRecent(false);
            return true;
        });
        until(() -> !((Label) find("#day-reading")).getText().startsWith("No incident"));
    }

    private LastDay day() {
        return session.desk().lastDay(OpenSample.CLOCK.instant(), ZoneOffset.UTC);
    }

    @Test
    void anHourIsReadByKeysAndFiltersTheQueue() throws Exception {
        toQueue();
        LastDay day = day();
        int place =
                IntStream.range(0, LastDay.HOURS)
                        .filter(i -> Objects.requireNonNull(day.incidents().get(i)) > 0)
                        .max()
                        .orElseThrow();
        Node plot = find("#day-plot");
        assertThat(plot.getAccessibleText()).contains("Most recent incidents and alerts").contains("Alerts");
        fx(() -> {
            plot.requestFocus();
            return true;
        });
        for (int i = LastDay.HOURS - 1; i > place; i--) {
            robot.type(KeyCode.LEFT);
        }
        Label reading = find("#day-reading");
        String counts = "Incidents " + day.incidents().get(place) + " · Alerts " + day.alerts().get(place);
        until(() -> reading.getText().endsWith(counts));
        assertThat(plot.getAccessibleText()).contains(counts).contains("Enter shows");
        robot.type(KeyCode.ENTER);
        until(() -> found() == Objects.requireNonNull(day.incidents().get(place)));
        Instant from = day.hour(place);
        assertThat(filters().query().from()).isEqualTo(from);
        assertThat(filters().query().to()).isEqualTo(day.hour(place + 1));
        assertThat(((Label) find(".incident-list .chip .label")).getText()).startsWith("Active 20");
        robot.type(KeyCode.ENTER);
        until(() -> found() == session.desk().status().incidents());
        assertThat(filters().active()).isFalse();
    }

    @Test
    void itStaysFoldedAsSomebodyLeftIt() throws Exception {
        toQueue();
        assertThat(view.layout(false).recentFolded()).isFalse();
        Button title = find("#day-title");
        fx(() -> {
            title.fire();
            return true;
        });
        assertThat(((Node) find("#day-body")).isVisible()).isFalse();
        assertThat(title.getAccessibleText()).startsWith("Show");
        assertThat(view.layout(false).recentFolded()).isTrue();
        fx(() -> {
            view.layout(dupin.service.Settings.Layout.DEFAULT);
            return true;
        });
        assertThat(view.layout(false).recentFolded()).as("as there is room").isNull();
    }

    private Menu menu(String title) {
        MenuButton filter = find(".incident-list .filter-bar .menu-button");
        return filter.getItems().stream()
                .filter(item -> title.equals(item.getText()))
                .map(Menu.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStretchIsTypedAndCheckedAndBecomesAChip() throws Exception {
        toQueue();
        List<Incident> all = asked(IncidentQuery.ALL);
        Instant newest = Objects.requireNonNull(all.getFirst().lastActivity());
        fx(() -> {
            menu("Last activity").getItems().getLast().fire();
            return true;
        });
        TextField from = find("#stretch-from");
        TextField to = find("#stretch-to");
        Label said = find("#stretch-said");
        assertThat(said.getText()).isEqualTo("Will show: Any time");
        until(from::isFocused);
        robot.write("soon", 0).type(KeyCode.ENTER);
        assertThat(said.getText()).startsWith("From: “soon” is no date and time.");
        assertThat(filters().active()).as("the button waits").isFalse();
        fx(() -> {
            from.clear();
            to.setText(newest.toString());
            return true;
        });
        robot.clickOn(to).type(KeyCode.ENTER);
        IncidentQuery before = IncidentQuery.ALL.between(null, newest);
        until(() -> filters().query().equals(before) && found() == asked(before).size());
        assertThat(found()).isPositive().isLessThan(all.size());
        assertThat(((Label) find(".incident-list .chip .label")).getText()).startsWith("Active before 20");
        robot.clickOn(".incident-list .chip-remove");
        until(() -> found() == all.size());
    }

    @Test
    void fromAnEntityToTheIncidentsThatHaveIt() throws Exception {
        toQueue();
        List<Incident> all = asked(IncidentQuery.ALL);
        Desk.VerdictRow row =
                session.desk().verdicts().stream()
                        .filter(one -> one.incidents().size() == 1)
                        .min(Comparator.comparing(one -> one.entity().key()))
                        .orElseThrow();
        EntityKey key = row.entity().key();
        fx(() -> {
            filters().text("nothing is called so");
            view.go().entity(key);
            return true;
        });
        until(() -> workbench.window().root().flyout().isOpen() && find("#pivot") != null);
        fx(() -> {
            MenuButton pivot = find("#pivot");
            pivot.getItems().stream()
                    .filter(item -> item.getText().equals("Show the incidents with it"))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
        until(() -> found() == 1);
        Incident only = Objects.requireNonNull(view.pages().incidents().rows().rows(0, 1).getFirst());
        assertThat(only.id()).isEqualTo(row.incidents().getFirst());
        assertThat(all.size()).isGreaterThan(1);
        assertThat(filters().query().text()).isEmpty();
        assertThat(((Label) find(".incident-list .chip .label")).getText()).startsWith("Entity: " + key.kind().label());
        robot.clickOn(".incident-list .chip-remove");
        until(() -> found() == all.size());
        fx(() -> {
            filters().toggle(IncidentWord.ENTITY, "no such thing");
            return true;
        });
        until(() -> found() == 0);
    }

    @Test
    void anEntityIsFoundByItsWordsAndFilters() throws Exception {
        toQueue();
        int all = asked(IncidentQuery.ALL).size();
        Desk.VerdictRow row =
                session.desk().verdicts().stream()
                        .filter(one -> one.incidents().size() == 1 && one.entity().kind() == EntityKind.USER)
                        .min(Comparator.comparing(one -> one.entity().key()))
                        .orElseThrow();
        MenuButton filter = find(".incident-list .filter-bar .menu-button");
        fx(() -> {
            filter.getItems().stream()
                    .filter(item -> "Entity…".equals(item.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
        TextField search = find("#filter-entity");
        ListView<Desk.Hit> hits = find("#filter-entity-found");
        until(search::isFocused);
        assertThat(hits.getItems()).isEmpty();
        fx(() -> {
            search.setText(row.entity().label());
            return true;
        });
        until(() -> hits.getItems().stream().anyMatch(hit -> hit.entity().equals(row.entity().key())));
        robot.type(KeyCode.DOWN);
        until(hits::isFocused);
        fx(() -> {
            hits.getItems().stream()
                    .filter(hit -> hit.entity().equals(row.entity().key()))
                    .forEach(hits.getSelectionModel()::select);
            return true;
        });
        robot.type(KeyCode.ENTER);
        until(() -> found() == 1);
        assertThat(filters().words(IncidentWord.ENTITY)).containsExactly(row.entity().key().toString());
        robot.clickOn(".incident-list .chip-remove");
        until(() -> found() == all);
    }

    @Test
    void theMenuOfPoliciesTellsHowManyIncidentsEachFinds() throws Exception {
        toQueue();
        Menu policies = menu("Alert policies");
        fx(() -> {
            policies.getOnShowing().handle(null);
            return true;
        });
        List<WordCount> words = Objects.requireNonNull(session.desk().incidentWords().get(IncidentWord.POLICY));
        assertThat(policies.getItems()).hasSameSizeAs(words).hasOnlyElementsOfType(CheckMenuItem.class);
        assertThat(policies.getItems().getFirst())
                .extracting(MenuItem::getText)
                .asString()
                .endsWith("(" + words.getFirst().rows() + ")");
        fx(() -> {
            policies.getItems().getFirst().fire();
            return true;
        });
        until(() -> found() == words.getFirst().rows());
        assertThat(((Label) find(".incident-list .chip .label")).getText()).startsWith("Alert policy: ");
    }
}
