package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.RemediationAction;
import dupin.service.CaseSession;
import dupin.ui.shell.Page;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A hundred and more actions wait, and are decided one after the other without the mouse.
class ApproverLaneTest extends WindowTest {
    private static final int LANE = 100;

    @Override
    protected CaseSession openCase() throws Exception {
        return ManyIncidents.in(data, 40);
    }

    private List<RemediationAction> waiting() {
        return session.desk().actions().stream().filter(a -> a.state() == ActionState.PENDING).toList();
    }

    /// What cannot be undone is typed out, then the button beside the one that cancels is pressed.
    private void confirm(String typed) {
        if (!fx(() -> workbench.window().root().dialogShown())) {
            return;
        }
        if (fx(() -> scene.getFocusOwner()) instanceof TextInputControl) {
            robot.write(typed, 1).type(KeyCode.TAB);
        }
        robot.type(KeyCode.TAB).type(KeyCode.ENTER);
    }

    @Test
    @Tag("slow")
    void pendingActionsAreDecidedOneAfterTheOther() throws Exception {
        int all = waiting().size();
        assertThat(all).isGreaterThanOrEqualTo(LANE);
        key(KeyCode.DIGIT5);
        until(() -> workbench.window().current() == Page.ACTIONS);
        TableView<RemediationAction> table = find(".action-page .table-view");
        until(() -> table.getItems().size() == all);
        robot.type(KeyCode.HOME);
        for (int left = all; left > 0; left--) {
            int now = left;
            until(() -> table.getSelectionModel().getSelectedItem() != null && scene.getFocusOwner() == table);
            String typed = fx(() -> table.getSelectionModel().getSelectedItem().type().label());
            robot.type(KeyCode.A);
            confirm(typed);
            until(() -> waiting().size() == now - 1 && table.getItems().size() == now - 1);
        }
        assertThat(fx(() -> scene.getFocusOwner())).isNotNull();
    }
}
