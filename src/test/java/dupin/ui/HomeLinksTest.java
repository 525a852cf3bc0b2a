package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.service.CaseSession;
import dupin.service.Desk;
import dupin.model.row.IncidentWord;
import dupin.service.Home;
import dupin.service.Week;
import dupin.ui.incidents.InvestigationsView;
import dupin.ui.shell.Page;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Each number of the home page leads to exactly as many rows, and to the right ones.
class HomeLinksTest extends WindowTest {
    private static final List<Severity> SHOWN =
            List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFORMATIONAL);

    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.all(data);
    }

    private Home home() throws Exception {
        key(KeyCode.DIGIT1);
        until(() -> workbench.window().current() == Page.HOME);
        Home home = session.desk().home();
        until(() -> texts("#home-pending").contains(Integer.toString(home.pendingActionCount())));
        return home;
    }

    private List<String> texts(String selector) {
        Node node = find(selector);
        return node.lookupAll(".label").stream().map(label -> ((Labeled) label).getText()).toList();
    }

    private void press(String selector) {
        fx(() -> {
            ((javafx.scene.control.Button) find(selector)).fire();
            return true;
        });
    }

    private List<Incident> incidents() {
        TableView<Incident> list = find(".incident-list .table-view");
        return fx(() -> List.copyOf(list.getItems()));
    }

    @Test
    void aSeverityLeadsToItsActiveIncidents() throws Exception {
        Home home = home();
        assertThat(home.activeIncidentsBySeverity().stream().mapToInt(Integer::intValue).sum()).isPositive();
        for (int i = 0; i < SHOWN.size(); i++) {
            home();
            Severity severity = SHOWN.get(i);
            int number = home.activeIncidentsBySeverity().get(i);
            String row = "#home-severity-" + severity.name().toLowerCase(Locale.ROOT);
            assertThat(texts(row)).contains(Integer.toString(number));
            press(row);
            until(() -> workbench.window().current() == Page.INCIDENTS && incidents().size() == number);
            assertThat(incidents()).allMatch(in -> in.severity() == severity && in.status().active());
        }
    }

    @Test
    void investigationsAreCountedAsTheyAreListed() throws Exception {
        Home home = home();
        InvestigationsView page = view.pages().investigations();
        record Link(String id, int number, Set<InvestigationState> states) {}
        var links =
                List.of(
                        new Link(
                                "#home-pending_approval",
                                home.pendingApproval(),
                                Set.of(InvestigationState.PENDING_APPROVAL)),
                        new Link("#home-running", home.running(), Set.of(InvestigationState.RUNNING)),
                        new Link("#home-queued", home.queued(), Set.of(InvestigationState.QUEUED)),
                        new Link(
                                "#home-pending_resource",
                                home.waitingForDevice(),
                                Set.of(InvestigationState.PENDING_RESOURCE)),
                        new Link(
                                "#home-remediated",
                                home.remediated(),
                                Set.of(InvestigationState.SUCCESSFULLY_REMEDIATED)));
        for (Link link : links) {
            home();
            press(link.id());
            until(() -> workbench.window().current() == Page.INVESTIGATIONS && page.shown().size() == link.number());
            assertThat(page.shown()).extracting(Investigation::state).isSubsetOf(link.states());
        }
        home();
        assertThat(texts("#home-investigated")).contains(Integer.toString(home.investigated()));
        press("#home-investigated");
        until(() -> page.shown().size() == home.investigated());
        assertThat(page.shown()).allMatch(Investigation::analysed);
        home();
        press("#home-active");
        int active = home.pendingApproval() + home.running() + home.queued() + home.waitingForDevice();
        until(() -> page.shown().size() == active);
    }

    @Test
    void theNumbersOfTheWeekLeadToTheInvestigationsThatTheyAreMadeOf() throws Exception {
        home();
        InvestigationsView page = view.pages().investigations();
        Week week = session.news().week(session.clock().instant());
        assertThat(week.investigated()).isNotEmpty();
        until(() -> texts("#home-week-investigated").contains(Integer.toString(week.investigated().size())));
        record Link(String id, Set<String> runs) {}
        for (Link link :
                List.of(
                        new Link("#home-week-investigated", week.investigated()),
                        new Link("#home-week-remediated", week.remediated()),
                        new Link("#home-week-pending", week.pended()),
                        new Link("#home-week-remediation", week.remediated()),
                        new Link("#home-week-automated", week.investigated()))) {
            home();
            press(link.id());
            until(() ->
                    workbench.window().current() == Page.INVESTIGATIONS
                            && page.shown().stream()
                                    .map(Investigation::id)
                                    .collect(Collectors.toSet())
                                    .equals(link.runs()));
        }
    }

    @Test
    void aFilterThatStandsHidesNothingOfWhatANumberLeadsTo() throws Exception {
        Home home = home();
        fx(() -> {
            view.pages().incidents().filters().text("nothing is called so");
            view.pages().incidents().filters().toggle(IncidentWord.TAG, "none");
            return true;
        });
        home();
        fx(() -> {
            scene.getRoot().lookupAll(".hyperlink").stream()
                    .map(Hyperlink.class::cast)
                    .filter(link -> link.getText().startsWith("All incidents"))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
        until(() ->
                workbench.window().current() == Page.INCIDENTS
                        && incidents().size() == session.desk().status().incidents());
        home();
        Incident newest = home.newest().getFirst();
        robot.clickOn(newest.name());
        until(() -> workbench.window().current() == Page.INCIDENTS && view.incident().equals(newest.id()));
    }

    @Test
    void investigatedAlertsAreListed() throws Exception {
        Home home = home();
        assertThat(home.alertsInvestigated()).isPositive();
        press("#home-alerts");
        until(() -> workbench.window().root().flyout().isOpen());
        TableView<Desk.CaseAlert> table = find("#home-alert-list");
        assertThat(table.getItems()).hasSize(home.alertsInvestigated()).allMatch(Desk.CaseAlert::investigated);
    }

    @Test
    void pendingActionsAreAllOfThemWhateverWasFilteredBefore() throws Exception {
        Home home = home();
        press("#home-pending");
        until(() -> workbench.window().current() == Page.ACTIONS);
        TableView<?> table = find(".action-page .table-view");
        until(() -> table.getItems().size() == home.pendingActionCount());
        assertThat(session.desk().actions())
                .filteredOn(a -> a.state() == ActionState.PENDING)
                .hasSize(home.pendingActionCount());
    }

    @Test
    void onlyWhatAnActiveAlertNamesIsAtRisk() throws Exception {
        Home home = home();
        assertThat(home.devicesAtRisk())
                .isNotEmpty()
                .allMatch(row -> row.alertsBySeverity().stream().mapToInt(Integer::intValue).sum() > 0);
        assertThat(home.usersAtRisk())
                .isNotEmpty()
                .allMatch(row -> row.alertsBySeverity().stream().mapToInt(Integer::intValue).sum() > 0);
    }

    @Test
    void aDeviceAtRiskHasItsPage() throws Exception {
        Home home = home();
        String label = home.devicesAtRisk().getFirst().device().label();
        robot.clickOn(label);
        until(() -> workbench.window().current() == Page.ASSETS);
        until(() -> texts(".assets-page").contains(label));
    }
}
