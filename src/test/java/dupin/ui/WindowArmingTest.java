package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.respond.SimulatedEstate;
import dupin.service.CaseSession;
import dupin.service.ResponderProfile;
import java.nio.file.Files;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

/// A responder is described, tested, armed by typing its name, and disarmed, on the Policies page.
class WindowArmingTest extends WindowTest {
    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.in(data, 0);
    }

    private String text(String selector) {
        return ((Labeled) find(selector)).getText();
    }

    private void field(String selector, String text) throws Exception {
        until(() -> find(selector) != null);
        fx(() -> {
            ((TextField) find(selector)).setText(text);
            return true;
        });
    }

    @Test
    void aResponderIsDescribedTestedArmedAndDisarmed() throws Exception {
        robot.clickOn("#page-policies");
        until(() -> robot.lookup("#policy-save").tryQuery().isPresent());
        // In a small window the last sections are chosen from a menu.
        fx(() -> {
            var sections = (TabPane) find(".policy-page .tab-pane");
            sections.getTabs().stream()
                    .filter(tab -> "Responders".equals(tab.getText()))
                    .forEach(sections.getSelectionModel()::select);
            return true;
        });
        until(() -> text("#responder-armed").startsWith("The simulated estate is armed"));
        assertThat(((Button) find("#responder-disarm")).isDisabled()).isTrue();

        fx(() -> {
            ((Button) find("#responder-add")).fire();
            return true;
        });
        field("#responder-new-name", "Night shift");
        fx(() -> {
            ComboBox<ResponderProfile.Kind> kind = find("#responder-new-kind");
            kind.setValue(ResponderProfile.Kind.RUNBOOK);
            return true;
        });
        field("#responder-new-folder", data.resolve("orders").toString());
        verb();
        TableView<?> profiles = find("#responder-profiles");
        until(() -> profiles.getItems().size() == 1);

        fx(() -> {
            profiles.getSelectionModel().select(0);
            ((Button) find("#responder-test")).fire();
            return true;
        });
        until(() -> text("#responder-answer").startsWith("Files can be written to"));
        assertThat(text("#responder-answer")).contains("Kinds of actions:", "Isolate device");
        assertThat(session.arming().state().name()).as("a test arms nothing").isEqualTo(SimulatedEstate.NAME);

        fx(() -> {
            ((Button) find("#responder-arm")).fire();
            return true;
        });
        until(() -> find("#responder-name") != null);
        fx(() -> {
            ComboBox<String> names = find("#responder-name");
            names.setValue("Night shift");
            return true;
        });
        field("#responder-typed", "Night");
        assertThat(verbButton().isDisabled()).as("the whole name must be typed").isTrue();
        field("#responder-typed", "Night shift");
        field("#responder-comment", "the night's shift takes over");
        verb();
        until(() -> text("#responder-armed").startsWith("Night shift is armed"));
        assertThat(session.arming().state().real()).isTrue();
        until(() -> text("#responder").contains("Night shift"));

        fx(() -> {
            ((Button) find("#responder-disarm")).fire();
            return true;
        });
        until(() -> text("#responder-armed").startsWith("The simulated estate is armed"));
        assertThat(session.arming().state().name()).isEqualTo(SimulatedEstate.NAME);
        assertThat(Files.readString(session.folder().resolve("journal.ndjson")))
                .contains("responderArmed", "Night shift", "the night's shift takes over");
    }

    /// The dialog's own button stands last.
    private Button verbButton() {
        HBox buttons = find(".dialog-box .buttons");
        return (Button) buttons.getChildren().getLast();
    }

    private void verb() throws Exception {
        until(() -> find(".dialog-box .buttons") != null && !verbButton().isDisabled());
        fx(() -> {
            verbButton().fire();
            return true;
        });
    }
}
