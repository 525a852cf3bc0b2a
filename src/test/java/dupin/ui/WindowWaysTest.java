package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.EntityKey;
import dupin.model.Incident;
import dupin.model.row.InvestigationRow;
import dupin.service.CaseSession;
import dupin.service.IncidentQuery;
import dupin.service.Timeline;
import dupin.ui.hunting.HuntingView;
import dupin.ui.shell.Page;
import dupin.ui.timeline.TimelineView;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Ways from an entity through the window: explanation, page, timeline, hunt, and from a hunt into an investigation.
class WindowWaysTest extends WindowTest {
    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.in(data, 0);
    }

    private Incident incident() {
        return session.desk().incidents(IncidentQuery.ALL).getFirst();
    }

    private EntityKey device() {
        return session.desk().incident(incident().id()).orElseThrow().devices().getFirst().device().key();
    }

    private void choose(MenuButton menu, int at) {
        fx(() -> {
            List<MenuItem> items = menu.getItems();
            items.get(at).fire();
            return true;
        });
    }

    private boolean shows(String text) {
        return scene.getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Labeled label && label.getText().contains(text));
    }

    @Test
    void anEntityLeadsToItsPageItsTimeAndItsRows() throws Exception {
        until(view::settled);
        EntityKey device = device();
        fx(() -> {
            view.go().entity(device);
            return true;
        });
        until(() -> workbench.window().root().flyout().isOpen() && find("#pivot") != null);
        choose(find("#pivot"), 1);
        until(() -> workbench.window().current() == Page.ASSETS && shows(device.value()));
        assertThat(workbench.window().root().flyout().isOpen()).isFalse();

        fx(() -> {
            view.go().timeline(new Timeline.Subject.OfEntity(device));
            return true;
        });
        until(view.go()::timelineSettled);
        var rows = (TableView<?>) view.pages().timeline().lookup(".table-view");
        until(() -> !rows.getItems().isEmpty());

        fx(() -> {
            view.go().hunt(device);
            return true;
        });
        until(() -> workbench.window().current() == Page.HUNTING && find("#hunt-as-timeline") != null);
    }

    @Test
    void theTimeOfAnIncidentIsOneKeyAway() throws Exception {
        until(view::settled);
        key(KeyCode.DIGIT2);
        robot.type(KeyCode.T);
        until(view.go()::timelineSettled);
        TimelineView time = find(".timeline-page");
        assertThat(time.subject()).contains(new Timeline.Subject.OfIncident(fx(view::incident)));
        Node canvas = find(".timeline-canvas");
        until(() -> scene.getFocusOwner() == canvas);
        robot.type(KeyCode.DOWN).type(KeyCode.RIGHT).type(KeyCode.M).type(KeyCode.F).type(KeyCode.ENTER);
        TableView<?> rows = find(".timeline-page .table-view");
        until(() -> scene.getFocusOwner() == rows);
        assertThat(canvas.getAccessibleText()).contains("lane");
    }

    @Test
    void aClockThatWentWrongIsMovedAndMovedBack() throws Exception {
        until(view::settled);
        key(KeyCode.DIGIT2);
        robot.type(KeyCode.T);
        until(view.go()::timelineSettled);
        Node canvas = find(".timeline-canvas");
        until(() -> scene.getFocusOwner() == canvas);
        MenuButton clock = find("#timeline-clock");
        for (int lane = 0; lane < 40 && clock.isDisabled(); lane++) {
            robot.type(KeyCode.DOWN);
        }
        assertThat(clock.isDisabled()).as("no lane of a device").isFalse();
        choose(clock, 0);
        until(() -> scene.getFocusOwner() instanceof TextField field && "clock-amount".equals(field.getId()));
        fx(() -> {
            this.<TextField>find("#clock-amount").setText("+2h");
            this.<TextField>find("#clock-reason").setText("The domain controller says so");
            return true;
        });
        robot.type(KeyCode.ENTER);
        until(() -> !session.hostClocks().list().isEmpty());
        assertThat(session.hostClocks().list())
                .singleElement()
                .satisfies(moved -> assertThat(moved.shift()).isEqualTo(Duration.ofHours(2)));

        until(() -> !clock.getItems().get(1).isDisable());
        choose(clock, 1);
        until(() -> session.hostClocks().list().stream().allMatch(moved -> moved.shift().isZero()));
    }

    @Test
    void anInvestigationLeadsToItsIncidentWhereItIsMarkedAmongTheOthers() throws Exception {
        until(view::settled);
        key(KeyCode.DIGIT4);
        until(() ->
                workbench.window().current() == Page.INVESTIGATIONS
                        && view.pages().investigations().shown().size() > 1);
        @SuppressWarnings("unchecked")
        var runs =
                (TableView<InvestigationRow>)
                        scene.getRoot().lookupAll(".investigations-page .table-view").stream()
                                .filter(table -> "Automated investigations".equals(table.getAccessibleText()))
                                .findFirst()
                                .orElseThrow();
        InvestigationRow last = runs.getItems().getLast();
        fx(() -> {
            runs.requestFocus();
            runs.getSelectionModel().clearAndSelect(runs.getItems().size() - 1);
            return true;
        });
        robot.type(KeyCode.ENTER);
        TabPane tabs = find(".investigation-tabs > .tab-pane");
        until(() ->
                workbench.window().current() == Page.INCIDENTS
                        && view.incident().equals(last.run().incidentId())
                        && tabs.getSelectionModel().getSelectedItem().getId().equals("tab-investigations"));
        Node content = tabs.getSelectionModel().getSelectedItem().getContent();
        TableView<?> marked = (TableView<?>) content.lookup(".table-view");
        until(() ->
                marked.getSelectionModel().getSelectedItem() instanceof InvestigationRow row
                        && row.run().id().equals(last.run().id()));
    }

    @Test
    void aHuntIsATableATimelineAGraphAndThenAnInvestigation() throws Exception {
        int before = session.desk().investigations().size();
        HuntingView hunting = view.pages().hunting();
        fx(() -> {
            workbench.window().go(Page.HUNTING);
            hunting.hunt("events where device = \"" + device().value() + "\" | take 50");
            return true;
        });
        until(() -> find("#hunt-as-graph") != null);
        press("#hunt-as-timeline");
        until(() -> find(".hunting-page .timeline-page") != null);
        press("#hunt-as-graph");
        until(() -> find(".hunting-page .graph-canvas") != null);
        press("#hunt-as-table");
        until(() -> find(".hunting-page .table-pane") != null);
        fx(() -> {
            ((Button) find("#hunt-investigate")).fire();
            return true;
        });
        ListView<?> choices = find("#hunt-investigate-list");
        assertThat(choices.getItems()).isNotEmpty();
        robot.clickOn(".dialog-box .accent");
        until(() -> session.desk().investigations().size() == before + 1);
    }

    private void press(String toggle) {
        fx(() -> {
            ((ToggleButton) find(toggle)).fire();
            return true;
        });
    }
}
