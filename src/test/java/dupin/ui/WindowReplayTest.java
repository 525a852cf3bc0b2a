package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.RemediationAction;
import dupin.service.CaseSession;
import dupin.service.IncidentDetails;
import dupin.ui.actions.ActionCenterPane;
import dupin.ui.fx.Toasts;
import dupin.ui.investigation.InvestigationTabs;
import dupin.ui.shell.Page;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// The slider under the graph: the whole workspace shows an earlier moment, nothing can be decided there, and Escape leads
/// back to now.
class WindowReplayTest extends WindowTest {

    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.in(data, 0);
    }

    private IncidentDetails shown() {
        return ((InvestigationTabs) find(".investigation-tabs")).model().details();
    }

    @Test
    void aLetterTurnsToTheAttackStoryAndNotToAnotherPage() throws Exception {
        key(KeyCode.DIGIT2);
        until(() -> workbench.settled());
        robot.clickOn("#replay");
        until(() -> shown().log().size() == 1);
        ToggleButton attack = find("#replay-attack");

        robot.type(KeyCode.T);
        until(attack::isSelected);
        assertThat(workbench.window().current()).isEqualTo(Page.INCIDENTS);
        assertThat(shown().log()).as("the case of today").hasSizeGreaterThan(1);
        Slider slider = find("#replay-slider");
        assertThat(slider.getMax()).as("a stop for each thing that has a time").isPositive();
        robot.type(KeyCode.T);
        until(() -> !attack.isSelected());
        until(() -> shown().log().size() == 1);
        assertThat(workbench.window().current()).isEqualTo(Page.INCIDENTS);
        robot.type(KeyCode.ESCAPE);
        until(() -> scene.getRoot().lookup("#replay-slider") == null);
    }

    @Test
    void theSliderShowsTheCaseAsItStood() throws Exception {
        key(KeyCode.DIGIT2);
        until(() -> workbench.settled());
        IncidentDetails now = fx(this::shown);
        int pending = session.desk().status().pendingActions();
        assertThat(pending).isPositive();
        ActionCenterPane actions = find(".action-pane");
        until(() -> actions.model().pendingProperty().get() == pending);

        robot.clickOn("#replay");
        Slider slider = find("#replay-slider");
        double least = fx(() -> ((Region) find(".replay-bar")).minWidth(-1));
        assertThat(least).as("or the tables below hang over").isLessThan(500);
        until(() -> shown().log().size() == 1);
        IncidentDetails first = fx(this::shown);
        assertThat(first.keyFindings()).isEmpty();
        until(() -> actions.model().pendingProperty().get() == 0);

        robot.type(KeyCode.RIGHT);
        until(() -> shown().log().size() == 2);
        robot.type(KeyCode.END);
        until(() -> shown().log().size() == now.log().size());
        assertThat(fx(slider::getValue)).isEqualTo(now.log().size() - 1.0);
        until(() -> actions.model().pendingProperty().get() > 0);

        ListView<RemediationAction> list = find(".action-pane .action-list");
        until(() -> !list.getItems().isEmpty());
        fx(() -> {
            list.getSelectionModel().clearAndSelect(0);
            list.requestFocus();
            return true;
        });
        robot.type(KeyCode.A);
        if (fx(() -> workbench.window().root().dialogShown())) {
            robot.clickOn(".dialog-box .danger-outline");
        }
        Toasts toasts = workbench.window().root().toasts();
        until(() ->
                toasts.lookupAll(".label").stream()
                        .anyMatch(node -> ((Labeled) node).getText().contains("Go back to now to decide.")));
        assertThat(session.desk().actions()).as("nothing was decided").noneMatch(a -> !a.decidedBy().isEmpty());

        robot.clickOn("#replay-now");
        until(() -> scene.getRoot().lookup("#replay-slider") == null);
        robot.type(KeyCode.P);
        until(() -> scene.getRoot().lookup("#replay-slider") != null);
        robot.type(KeyCode.ESCAPE);
        until(() -> scene.getRoot().lookup("#replay-slider") == null);
        until(() -> shown().seq() == now.seq() && shown().log().equals(now.log()));
        assertThat(session.desk().status().entries()).as("looking changes nothing").isEqualTo(now.seq() + 1);
    }
}
