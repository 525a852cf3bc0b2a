package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.AlertStatus;
import dupin.model.Classification;
import dupin.model.Incident;
import dupin.model.LinkReason;
import dupin.model.row.AlertRow;
import dupin.service.AlertDetails;
import dupin.service.AlertWork;
import dupin.service.CaseSession;
import dupin.service.IncidentQuery;
import dupin.service.Problem;
import dupin.ui.fx.Flyout;
import dupin.ui.shell.Page;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What can be done with one alert, through the window and without a mouse.
class WindowAlertDeedsTest extends WindowTest {
    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.in(data, 0);
    }

    private TableView<AlertRow> table() {
        return find("#all-alerts");
    }

    private Flyout flyout() {
        return workbench.window().root().flyout();
    }

    private AlertDetails now(AlertRow row) {
        return session.desk().alert(row.alert().id()).orElseThrow();
    }

    /// The first alert of the page, selected.
    private AlertRow chosen() throws Exception {
        until(view::settled);
        key(KeyCode.DIGIT3);
        until(() -> workbench.window().current() == Page.ALERTS && !table().getItems().isEmpty());
        return fx(() -> {
            table().requestFocus();
            table().getSelectionModel().clearAndSelect(0);
            return table().getItems().getFirst();
        });
    }

    private void palette(String words) throws Exception {
        key(KeyCode.K);
        until(() -> find("#palette-field") != null);
        robot.write(words);
        robot.type(KeyCode.ENTER);
    }

    /// Sentences of the flyout; FX thread.
    private List<String> said() {
        return flyout().lookupAll(".label").stream().map(node -> ((Labeled) node).getText()).toList();
    }

    private void fill(AlertStatus status, Classification classification, String word, String person, String comment) {
        fx(() -> {
            this.<ChoiceBox<AlertStatus>>find("#manage-status").setValue(status);
            this.<ChoiceBox<Classification>>find("#manage-classification").setValue(classification);
            this.<ChoiceBox<Classification.Determination>>find("#manage-determination")
                    .setValue(classification.determination(word).orElseThrow());
            this.<TextField>find("#manage-assigned").setText(person);
            this.<TextArea>find("#manage-comment").setText(comment);
            return true;
        });
    }

    @Test
    void anAlertIsManagedByKeyAndEveryPlaceSaysSo() throws Exception {
        AlertRow row = chosen();
        robot.type(KeyCode.D);
        until(flyout()::isOpen);
        robot.type(KeyCode.M);
        until(() -> find("#manage-status") != null && scene.getFocusOwner() == find("#manage-status"));
        fill(AlertStatus.IN_PROGRESS, Classification.FALSE_POSITIVE, "notMalicious", "carol", "A test of ours.");
        robot.clickOn(".dialog-box .accent");
        until(() -> now(row).row().assignedTo().equals("carol"));
        AlertDetails after = now(row);
        assertThat(after.row().status()).isEqualTo("inprogress");
        assertThat(after.row().classification()).isEqualTo("falsePositive");
        assertThat(after.row().determination()).isEqualTo("notMalicious");
        assertThat(after.comments().getLast().text()).isEqualTo("A test of ours.");
        until(() -> table().getItems().contains(after.row()));
        until(() -> said().stream().anyMatch(text -> text.contains("→ In progress")));
        assertThat(fx(this::said)).anyMatch(text -> text.contains("→ False positive")).contains("carol");
        assertThat(session.desk().incident(row.incidentId()).orElseThrow().log())
                .anyMatch(line -> line.action().equals("Alert managed: " + row.alert().title()));

        robot.type(KeyCode.M);
        until(() -> find("#manage-status") != null);
        fill(AlertStatus.NEW, Classification.FALSE_POSITIVE, "notMalicious", "", "");
        robot.clickOn(".dialog-box .accent");
        until(() -> now(row).row().status().equals("new"));
        assertThat(now(row).row().assignedTo()).isEmpty();
        assertThat(now(row).log()).hasSize(2);
    }

    @Test
    void theDeedsStandInTheFlyoutTheMenuAndThePalette() throws Exception {
        chosen();
        List<String> menu =
                fx(() -> {
                    table().getContextMenu().getOnShowing().handle(null);
                    return table().getContextMenu().getItems().stream().map(MenuItem::getText).toList();
                });
        assertThat(menu).contains("Manage alert", "Link alert to another incident");
        robot.type(KeyCode.D);
        until(flyout()::isOpen);
        robot.type(KeyCode.F6);
        until(() -> flyout().isFocusWithin());
        Node button = find("#manage-alert");
        assertThat(List.of(button, this.<Node>find("#link-alert"))).allMatch(Node::isFocusTraversable);
        fx(() -> {
            ((Button) button).fire();
            return true;
        });
        until(() -> find("#manage-status") != null);
        robot.type(KeyCode.ESCAPE);
        until(() -> find("#manage-status") == null);
        palette("Manage the selected alert");
        until(() -> find("#manage-status") != null);
    }

    @Test
    void theTabOfAnIncidentOffersTheSame() throws Exception {
        until(view::settled);
        key(KeyCode.DIGIT2);
        TableView<AlertRow> alerts = find(".investigation-tabs .table-view");
        until(() -> workbench.window().current() == Page.INCIDENTS && !alerts.getItems().isEmpty());
        AlertRow row =
                fx(() -> {
                    alerts.requestFocus();
                    alerts.getSelectionModel().clearAndSelect(0);
                    return alerts.getItems().getFirst();
                });
        palette("Manage the selected alert");
        until(() -> find("#manage-status") != null);
        fill(AlertStatus.IN_PROGRESS, Classification.TRUE_POSITIVE, "malware", "dan", "");
        robot.clickOn(".dialog-box .accent");
        until(() -> alerts.getItems().stream().anyMatch(r -> r.assignedTo().equals("dan")));
        assertThat(now(row).row().status()).isEqualTo("inprogress");
    }

    /// Selects the first alert of the page that is in company, or alone, in its incident.
    private AlertRow chosen(boolean alone) throws Exception {
        chosen();
        AlertRow row =
                table().getItems().stream().filter(r -> now(r).going().last() == alone).findFirst().orElseThrow();
        fx(() -> {
            table().getSelectionModel().clearAndSelect(table().getItems().indexOf(row));
            return true;
        });
        return row;
    }

    private Incident otherThan(String id) {
        return session.desk().incidents(IncidentQuery.ALL).stream()
                .filter(i -> !i.id().equals(id) && i.status() != Incident.Status.REDIRECTED)
                .findFirst()
                .orElseThrow();
    }

    private String says() {
        return this.<Label>find("#link-says").getText();
    }

    @Test
    void anAlertIsLinkedToAnIncidentThatIsFoundByItsIdAndBackAgain() throws Exception {
        AlertRow row = chosen(false);
        Incident into = otherThan(row.incidentId());
        link(into.id(), "The same person.");
        until(() -> now(row).row().incidentId().equals(into.id()));
        assertThat(now(row).row().linkedBy()).extracting(LinkReason::rule).containsExactly("Manual association");
        assertThat(now(row).row().linkedBy().getFirst().text()).contains(row.incidentId(), "The same person.");
        assertThat(session.desk().incident(row.incidentId()).orElseThrow().incident().alertIds())
                .doesNotContain(row.alert().id());
        until(() ->
                table().getItems().stream()
                        .anyMatch(r -> r.alert().id().equals(row.alert().id()) && r.incidentId().equals(into.id())));

        fx(() -> {
            table().requestFocus();
            return true;
        });
        link(row.incidentId(), "");
        until(() -> now(row).row().incidentId().equals(row.incidentId()));
        assertThat(now(row).log()).hasSize(2);
    }

    /// By the letter of the page, with nothing but keys.
    private void link(String incident, String why) throws Exception {
        robot.type(KeyCode.L);
        until(() -> find("#link-search") != null && scene.getFocusOwner() == find("#link-search"));
        ListView<Incident> found = find("#link-search-found");
        robot.write(incident);
        until(() ->
                found.getItems().size() == 1
                        && found.getSelectionModel().getSelectedItem() != null
                        && found.getSelectionModel().getSelectedItem().id().equals(incident));
        fx(() -> {
            this.<TextArea>find("#link-why").setText(why);
            return true;
        });
        robot.type(KeyCode.ENTER);
        until(() -> find("#link-search") == null);
    }

    @Test
    void anAlertGetsAnIncidentOfItsOwn() throws Exception {
        AlertRow row = chosen(false);
        palette("Link the selected alert");
        until(() -> find("#link-new") != null);
        robot.clickOn("#link-new");
        fx(() -> {
            this.<TextField>find("#link-name").setText("Ours");
            return true;
        });
        robot.clickOn(".dialog-box .accent");
        until(() -> now(row).row().incidentName().equals("Ours"));
        assertThat(now(row).going().last()).isTrue();
        session.awaitIdle();
        assertThat(session.desk().incident(now(row).row().incidentId()).orElseThrow().incident().investigationState())
                .as("the policy has decided anew")
                .isNotNull();
    }

    @Test
    void theLastAlertTakesItsIncidentWithIt() throws Exception {
        AlertRow any = chosen(false);
        String alone =
                session.alertWork()
                        .link(new AlertWork.Wish(any.alert().id(), now(any).going(), "", "Alone", ""), "analyst");
        until(() -> table().getItems().stream().anyMatch(r -> r.incidentId().equals(alone)));
        AlertRow row = chosen(true);
        Incident into = otherThan(row.incidentId());
        robot.type(KeyCode.L);
        until(() -> find("#link-new") != null);
        assertThat(this.<Node>find("#link-new").isDisabled()).isTrue();
        assertThat(says()).contains("the only alert of incident " + row.incidentId());
        robot.type(KeyCode.ESCAPE);
        until(() -> find("#link-new") == null);
        link(into.id(), "");
        until(() -> now(row).row().incidentId().equals(into.id()));
        assertThat(session.desk().incident(row.incidentId()).orElseThrow().incident().status())
                .isEqualTo(Incident.Status.REDIRECTED);
    }

    @Test
    void whatHasChangedSinceItWasSaidIsSaidAnew() throws Exception {
        AlertRow row = chosen(false);
        var wish = new AlertWork.Wish(row.alert().id(), now(row).going(), "", "", "");
        String now = session.alertWork().link(wish, "analyst");
        assertThatThrownBy(() -> session.alertWork().link(wish, "analyst"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("has changed meanwhile");
        assertThat(now(row).row().incidentId()).isEqualTo(now);
        var alone = new AlertWork.Wish(row.alert().id(), now(row).going(), "", "", "");
        assertThatThrownBy(() -> session.alertWork().link(alone, "analyst"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("to itself already");
    }
}
