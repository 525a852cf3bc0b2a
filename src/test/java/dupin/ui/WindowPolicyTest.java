package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.AlertPolicy;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.policy.CriticalRule;
import dupin.service.CaseSession;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What the Policies page changes by mouse and keys reaches the policy and the journal.
class WindowPolicyTest extends WindowTest {
    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.in(data, 0);
    }

    private void page(String tab) throws Exception {
        robot.clickOn("#page-policies");
        until(() -> robot.lookup("#policy-save").tryQuery().isPresent());
        laidOut();
        robot.clickOn(tab);
        laidOut();
    }

    private void save(String why) throws Exception {
        int version = session.policies().policy().version();
        robot.clickOn("#policy-save");
        until(() -> robot.lookup("#policy-comment").tryQuery().isPresent());
        laidOut();
        robot.clickOn("#policy-comment").write(why, 1);
        robot.clickOn(".dialog-box .accent");
        until(() -> session.policies().policy().version() == version + 1);
    }

    @Test
    void anAlertPolicyIsAddedAfterItSaidWhatItMatches() throws Exception {
        String title = session.desk().alerts().getFirst().alert().title();
        long like = session.desk().alerts().stream().filter(a -> a.alert().title().equals(title)).count();
        int before = session.policies().policy().alertPolicies().size();
        page("Alert policies");
        robot.clickOn("#alert-policy-add");
        until(() -> robot.lookup("#alert-policy-preview").tryQuery().isPresent());
        robot.clickOn("#alert-policy-name").write("Watch this one", 1);
        fx(() -> {
            ((TextField) find("#alert-policy-titles")).setText(title.replace(",", ""));
            return true;
        });
        until(() ->
                ((Labeled) find("#alert-policy-preview")).getText().startsWith("Matches " + like + " ")
                        || title.contains(","));
        laidOut();
        robot.clickOn(".dialog-box .accent");
        until(() -> robot.lookup(".dialog-box").tryQuery().isEmpty());
        save("a test");
        List<AlertPolicy> now = session.policies().policy().alertPolicies();
        assertThat(now).hasSize(before + 1);
        assertThat(now.getLast().name()).isEqualTo("Watch this one");
        assertThat(now.getLast().startsInvestigation()).isTrue();
        assertThat(Files.readString(session.folder().resolve("journal.ndjson"))).contains("Watch this one", "a test");
    }

    @Test
    void thePageTakesTheFocusAndNamesPlaybooksByTheirNames() throws Exception {
        page("Alert policies");
        until(() -> robot.lookup("Suspicious process").tryQuery().isPresent());
        assertThat(robot.lookup("suspicious-process").tryQuery()).as("an id is not a name").isEmpty();
        key(KeyCode.DIGIT1);
        key(KeyCode.DIGIT9);
        until(() -> {
            for (Node at = scene.getFocusOwner(); at != null; at = at.getParent()) {
                if (at.getStyleClass().contains("policy-page")) {
                    return true;
                }
            }
            return false;
        });
    }

    @Test
    void anEntityIsListedUnderItsKeyAndNonsenseIsRefused() throws Exception {
        page("Exceptions");
        TextField value = find(".policy-section .entity-value");
        robot.clickOn(value).write("two words", 1);
        assertThat(robot.lookup("two words is no device name: letters, digits, hyphens and dots only.").queryAll())
                .isNotEmpty();
        fx(() -> {
            value.setText("WS-9.corp.example");
            return true;
        });
        robot.clickOn(value).type(KeyCode.ENTER);
        save("a test");
        assertThat(session.policies().policy().neverTouch()).contains(new EntityKey(EntityKind.DEVICE, "ws-9"));
    }

    @Test
    void whatIsCriticalIsEditedBesideTheNeverTouchList() throws Exception {
        page("Exceptions");
        TextArea tags = find("#critical-tags");
        assertThat(tags.getText().lines()).containsExactlyElementsOf(CriticalRule.SHIPPED.tags());
        fx(() -> {
            tags.setText("ward*\n\nhva ");
            ((TextArea) find("#critical-names")).setText("dc*");
            ((CheckBox) find("#critical-servers")).fire();
            return true;
        });
        save("our own words");
        assertThat(session.policies().policy().critical())
                .isEqualTo(new CriticalRule(List.of("ward*", "hva"), List.of("dc*"), List.of(), false));
        assertThat(Files.readString(session.folder().resolve("journal.ndjson")))
                .contains("our own words", "Critical names", "Servers are critical");
    }
}
