package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.Incident;
import dupin.model.RemediationAction;
import dupin.service.CaseSession;
import dupin.service.IncidentQuery;
import dupin.ui.shell.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The analyst's day without a mouse: incidents are triaged from the list to the decision by keys alone.
class KeysOnlyTest extends WindowTest {
    private static final int INCIDENTS = 20;

    @Override
    protected CaseSession openCase() throws Exception {
        return ManyIncidents.in(data, INCIDENTS);
    }

    private List<RemediationAction> pending(String incident) {
        return session.desk().actions().stream()
                .filter(a ->
                        a.state() == ActionState.PENDING && (incident.isEmpty() || a.incidentId().equals(incident)))
                .toList();
    }

    private Node owner() {
        return fx(() -> scene.getFocusOwner());
    }

    /// Confirms what asks to be confirmed: the button that acts is the next one after the one that cancels. What cannot be
    /// undone is typed out first.
    private void confirm(String typed) {
        if (!fx(() -> workbench.window().root().dialogShown())) {
            return;
        }
        if (owner() instanceof TextInputControl) {
            robot.write(typed, 1).type(KeyCode.TAB);
        }
        robot.type(KeyCode.TAB).type(KeyCode.ENTER);
    }

    @Test
    @Tag("slow")
    void twentyIncidentsAreTriagedFromTheListToTheDecision() throws Exception {
        key(KeyCode.DIGIT2);
        until(() -> workbench.window().current() == Page.INCIDENTS && view.settled());
        robot.type(KeyCode.HOME);
        Set<String> done = new HashSet<>();
        for (int i = 0; i < INCIDENTS; i++) {
            if (i > 0) {
                robot.type(KeyCode.J);
            }
            until(view::settled);
            String id = fx(view::incident);
            assertThat(done.add(id)).as("incident %d of the list is another one", i).isTrue();
            triage(id, i == 0);
        }
        assertThat(session.desk().incidents(IncidentQuery.ALL))
                .hasSize(INCIDENTS)
                .allMatch(incident -> incident.status() == Incident.Status.RESOLVED);
        assertThat(pending("")).isEmpty();
    }

    private void triage(String id, boolean first) throws Exception {
        assertThat(pending(id)).isNotEmpty();
        robot.type(KeyCode.F6).type(KeyCode.F6).type(KeyCode.F6);
        until(() -> !shown().isEmpty());
        if (first) {
            robot.type(KeyCode.I);
        }
        until(() -> shown().size() == pending(id).size());
        key(KeyCode.A);
        int count = pending(id).size();
        robot.type(KeyCode.A);
        confirm(Integer.toString(count));
        until(() -> pending(id).isEmpty());
        key(KeyCode.K);
        robot.write("resolved", 1);
        robot.type(KeyCode.ENTER);
        until(() -> session.desk().incident(id).orElseThrow().incident().status() == Incident.Status.RESOLVED);
        assertThat(owner()).isNotNull();
        robot.type(KeyCode.F6);
    }

    private List<?> shown() {
        return ((ListView<?>) find(".action-pane .action-list")).getItems();
    }
}
