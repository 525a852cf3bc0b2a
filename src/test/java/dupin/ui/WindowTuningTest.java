package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Classification;
import dupin.model.policy.TuningCondition;
import dupin.model.policy.TuningRule;
import dupin.model.row.AlertField;
import dupin.model.row.AlertQuery;
import dupin.model.row.AlertRow;
import dupin.service.CaseSession;
import dupin.service.Window;
import dupin.ui.shell.Page;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// *Tune alert*, from the alert's details to the policy and back, through the window.
class WindowTuningTest extends WindowTest {
    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.in(data, 0);
    }

    private List<AlertRow> rows(AlertQuery query) {
        Window<AlertRow> found = session.desk().alerts(query);
        return found.rows(0, found.size()).stream().filter(Objects::nonNull).toList();
    }

    private AlertRow row(String id) {
        return session.tuning().offer(id).alert();
    }

    private List<TuningRule> rules() {
        return session.policies().policy().tuning();
    }

    private TableView<AlertRow> table() {
        return find("#all-alerts");
    }

    /// The form for the first open alert of the list.
    private AlertRow tune() throws Exception {
        until(view::settled);
        key(KeyCode.DIGIT3);
        until(() -> workbench.window().current() == Page.ALERTS && !table().getItems().isEmpty());
        AlertRow alert = fx(() -> table().getItems().stream().filter(AlertRow::open).findFirst().orElseThrow());
        show(alert.alert().id());
        fx(() -> {
            ((Button) find("#tune-alert")).fire();
            return true;
        });
        until(() -> find("#tune-name") != null && scene.getFocusOwner() == find("#tune-name"));
        laidOut();
        return alert;
    }

    /// The alert's details beside the list.
    private void show(String id) throws Exception {
        until(() -> table().getItems().stream().anyMatch(r -> r.alert().id().equals(id)));
        fx(() -> {
            table().requestFocus();
            for (AlertRow each : table().getItems()) {
                if (each.alert().id().equals(id)) {
                    table().getSelectionModel().clearAndSelect(table().getItems().indexOf(each));
                }
            }
            return true;
        });
        robot.write("d", 1);
        until(() -> workbench.window().root().flyout().isOpen() && find("#tune-alert") != null);
    }

    private String said() {
        return ((Label) find("#tune-count")).getText();
    }

    private void save(int rules) throws Exception {
        until(() -> !((Node) find(".dialog-box .accent")).isDisabled());
        robot.clickOn(".dialog-box .accent");
        until(() -> rules().size() == rules && robot.lookup(".dialog-box").tryQuery().isEmpty());
    }

    @Test
    void aRuleMadeFromAnAlertResolvesTheOnesItSaidAndIsSwitchedOffInThePolicy() throws Exception {
        AlertRow alert = tune();
        String id = alert.alert().id();
        String title = alert.alert().title();
        List<AlertRow> like =
                rows(AlertQuery.ALL).stream()
                        .filter(r -> r.alert().title().equals(title))
                        .filter(r -> r.alert().serviceSource().equals(alert.alert().serviceSource()))
                        .toList();
        long open = like.stream().filter(AlertRow::open).count();
        until(() ->
                said().startsWith("Matches " + like.size() + " ") && said().endsWith(", " + open + " of them open"));
        TableView<AlertRow> matches = find("#tune-matches");
        assertThat(fx(() -> List.copyOf(matches.getItems()))).containsExactlyInAnyOrderElementsOf(like);
        fx(() -> {
            ChoiceBox<Classification> how = find("#manage-classification");
            how.setValue(Classification.INFORMATIONAL);
            ((TextField) find("#tune-comment")).setText("our own test");
            ((CheckBox) find("#tune-existing")).setSelected(true);
            return true;
        });
        robot.clickOn("#tune-name").push(KeyCode.SHORTCUT, KeyCode.A).write("Own tests", 1);
        save(1);

        until(() -> row(id).status().equals("resolved"));
        TuningRule rule = rules().getFirst();
        assertThat(rule.name()).isEqualTo("Own tests");
        assertThat(rule.conditions())
                .extracting(TuningCondition::field)
                .containsExactly(TuningCondition.Field.TITLE, TuningCondition.Field.SERVICE_SOURCE);
        assertThat(rows(AlertQuery.ALL)).filteredOn(r -> r.alert().title().equals(title)).noneMatch(AlertRow::open);
        assertThat(row(id).classification()).isEqualTo(Classification.INFORMATIONAL.word());
        assertThat(session.tuning().taken()).containsEntry(rule.id(), (int) open);
        assertThat(Files.readString(session.folder().resolve("journal.ndjson"))).contains("alertTuned", "our own test");

        // Its details say by which rule, and lead back.
        show(id);
        until(() -> find("#tune-back") != null);
        assertThat(robot.lookup(".flyout .label").queryAllAs(Label.class))
                .anyMatch(label -> label.getText().startsWith("Resolved by the tuning rule \"Own tests\""));
        fx(() -> {
            ((Hyperlink) find("#tune-back")).fire();
            return true;
        });
        until(() -> row(id).tuned() == null);
        assertThat(row(id).status()).isEqualTo(alert.status());

        // In the policy it is listed with what it took, and switched off.
        fx(() -> {
            workbench.window().root().flyout().close();
            return true;
        });
        robot.clickOn("#page-policies");
        until(() -> robot.lookup("#policy-save").tryQuery().isPresent());
        laidOut();
        robot.clickOn("Alert tuning");
        laidOut();
        TableView<TuningRule> list = find("#tuning-rules");
        assertThat(list.getItems()).containsExactly(rule);
        until(() ->
                list.lookupAll(".table-cell").stream()
                        .anyMatch(cell -> Long.toString(open - 1).equals(((Labeled) cell).getText())));
        CheckBox on = (CheckBox) list.lookup(".check-box");
        assertThat(on.isSelected()).isTrue();
        robot.clickOn(on);
        int version = session.policies().policy().version();
        robot.clickOn("#policy-save");
        until(() -> robot.lookup("#policy-comment").tryQuery().isPresent());
        laidOut();
        robot.clickOn(".dialog-box .accent");
        until(() -> session.policies().policy().version() == version + 1);
        assertThat(rules()).singleElement().matches(r -> !r.enabled());
        assertThat(session.review().drift().getFirst().setting()).isEqualTo("Alert tuning rule \"Own tests\"");
    }

    @Test
    void whatIsHiddenIsCountedOverTheListAndComesBackAtOnce() throws Exception {
        AlertRow alert = tune();
        String id = alert.alert().id();
        int all = rows(AlertQuery.ALL).size();
        ChoiceBox<TuningRule.Effect> effect = find("#tune-effect");
        fx(() -> {
            effect.setValue(TuningRule.Effect.HIDE);
            ((CheckBox) find("#tune-existing")).setSelected(true);
            return true;
        });
        assertThat(((Node) find("#manage-classification")).isDisabled()).isTrue();
        until(() -> !said().isEmpty());
        assertThat(((CheckBox) find("#tune-existing")).getText()).startsWith("Also hide the ");
        save(1);
        Hyperlink hidden = find("#alerts-hidden");
        until(() -> rows(AlertQuery.ALL).size() < all && hidden.isVisible());
        int count = all - rows(AlertQuery.ALL).size();
        until(() -> hidden.getText().equals(count + " hidden by tuning rules"));
        assertThat(row(id).status()).isEqualTo("hidden");
        fx(() -> {
            hidden.fire();
            return true;
        });
        until(() -> table().getItems().size() == count);
        assertThat(view.pages().alerts().filters().query().wanted(AlertField.STATUS)).containsExactly("hidden");

        robot.clickOn("#page-policies");
        until(() -> robot.lookup("#policy-save").tryQuery().isPresent());
        laidOut();
        robot.clickOn("Alert tuning");
        laidOut();
        TableView<TuningRule> list = find("#tuning-rules");
        fx(() -> {
            list.getSelectionModel().select(0);
            ((Button) find("#tuning-back")).fire();
            return true;
        });
        until(() -> robot.lookup(".dialog-box .accent").tryQuery().isPresent());
        laidOut();
        robot.clickOn(".dialog-box .accent");
        until(() -> rows(AlertQuery.ALL).size() == all);
        assertThat(row(id).status()).isEqualTo(alert.status());
        assertThat(rules()).as("the rule stays").hasSize(1);
    }

    @Test
    void aFormThatWouldTakeEverythingCannotBeSaved() throws Exception {
        tune();
        until(() -> !said().isEmpty());
        fx(() -> {
            scene.getRoot()
                    .lookupAll(".tune-conditions .check-box")
                    .forEach(box -> ((CheckBox) box).setSelected(false));
            return true;
        });
        until(() -> said().startsWith("Matches 0 "));
        assertThat(((Node) find(".dialog-box .accent")).isDisabled()).isTrue();
        assertThat(((Node) find("#tune-existing")).isDisabled()).isTrue();
        robot.type(KeyCode.ESCAPE);
        until(() -> !workbench.window().root().dialogShown());
        assertThat(rules()).isEmpty();
    }

    @Test
    void allTabsOfThePoliciesAreInSightInAWindowOfUsualWidth() throws Exception {
        until(view::settled);
        fx(() -> {
            workbench.window().go(Page.POLICIES);
            return true;
        });
        until(() -> find(".policy-page > .tab-pane") != null);
        laidOut();
        Node more = find(".policy-page > .tab-pane .control-buttons-tab");
        assertThat(more.isVisible()).as("tabs that are out of sight").isFalse();
    }

    @Test
    void aRuleIsChangedInTheFormThatMadeItAndKeepsWhatItTook() throws Exception {
        String star = "*\u202Estar\n" + "x".repeat(5_000);
        AlertRow first = rows(AlertQuery.ALL).stream().filter(AlertRow::open).findFirst().orElseThrow();
        TuningRule made =
                new TuningRule(
                        "",
                        "Odd\u202E \"rule\" " + "long ".repeat(30),
                        true,
                        List.of(
                                new TuningCondition(
                                        TuningCondition.Field.TITLE, List.of(first.alert().title(), "[*] " + star))),
                        "",
                        TuningRule.Effect.RESOLVE,
                        Classification.FALSE_POSITIVE,
                        "notMalicious",
                        "known",
                        "",
                        null);
        int taken = session.tuning().add(made, true, "ann");
        TuningRule kept = rules().getFirst();
        until(view::settled);
        robot.clickOn("#page-policies");
        until(() -> robot.lookup("#policy-save").tryQuery().isPresent());
        laidOut();
        robot.clickOn("Alert tuning");
        laidOut();
        TableView<TuningRule> list = find("#tuning-rules");
        until(() -> list.getItems().size() == 1);
        fx(() -> {
            list.getSelectionModel().select(0);
            ((Button) find("#tuning-edit")).fire();
            return true;
        });
        until(() -> find("#tune-name") != null && !said().isEmpty());
        laidOut();
        assertThat(robot.lookup("#tune-existing").tryQuery()).as("a change takes nothing that is there").isEmpty();
        assertThat(robot.lookup(".dialog-box .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .noneMatch(text -> text.contains("\u202E") || text.contains("\n"))
                .anyMatch(text -> text.contains("stay hidden or resolved, whatever it says now"));
        ChoiceBox<Classification> how = find("#manage-classification");
        assertThat(how.getValue()).isEqualTo(Classification.FALSE_POSITIVE);
        fx(() -> {
            ((TextField) find("#tune-name")).setText("Plain name");
            return true;
        });
        robot.clickOn(".dialog-box .accent");
        until(() -> list.getItems().getFirst().name().equals("Plain name"));
        assertThat(rules()).as("not before the policy is saved").containsExactly(kept);
        robot.clickOn("#policy-save");
        until(() -> robot.lookup("#policy-comment").tryQuery().isPresent());
        laidOut();
        robot.clickOn(".dialog-box .accent");
        until(() -> rules().getFirst().name().equals("Plain name"));
        TuningRule now = rules().getFirst();
        assertThat(now.id()).isEqualTo(kept.id());
        assertThat(now.conditions())
                .as("what was not touched is as it was, whatever the fields can show")
                .isEqualTo(kept.conditions());
        assertThat(now.createdBy()).isEqualTo("ann");
        assertThat(now.created()).isEqualTo(kept.created());
        assertThat(session.tuning().taken()).containsEntry(kept.id(), taken);
    }

    @Test
    void aRuleThatTakesNothingOrEverythingIsWarnedOf() throws Exception {
        tune();
        until(() -> !said().isEmpty());
        Label warning = find("#tune-warning");
        assertThat(warning.getText()).isEmpty();
        TextField title = (TextField) scene.getRoot().lookup(".tune-conditions .text-field");
        fx(() -> {
            title.setText("nothing is called like this");
            return true;
        });
        until(() -> warning.getText().startsWith("No alert of this case is like that"));
        fx(() -> {
            scene.getRoot()
                    .lookupAll(".tune-conditions .check-box")
                    .forEach(box -> ((CheckBox) box).setSelected(((CheckBox) box).getText().equals("Alert title")));
            title.setText("*e*");
            return true;
        });
        int all = session.desk().status().alerts();
        until(() -> said().startsWith("Matches " + all + " "));
        until(() -> warning.getText().startsWith("These are all " + all));
        robot.type(KeyCode.ESCAPE);
        until(() -> !workbench.window().root().dialogShown());
    }
}
