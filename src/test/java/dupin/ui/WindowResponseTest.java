package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.AutomationLevel;
import dupin.model.DeviceGroup;
import dupin.model.EntityKind;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.row.LogLine;
import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.service.Progress;
import dupin.service.Sample;
import dupin.ui.actions.ActionCenterModel.Side;
import dupin.ui.shell.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A first day with the response, through the window: a group goes to Full, a trial says what that would mean, the case comes
/// in and actions run by themselves; two are taken back, one is rejected, ten are approved of which one is refused,
/// everything is stopped, and the log tells all of it.
class WindowResponseTest extends WindowTest {
    @Override
    protected CaseSession openCase() {
        return new Console(data, OpenSample.CLOCK, 2).open(OpenSample.places(data).freeCase("Response"), Progress.NONE);
    }

    private List<RemediationAction> actions(Predicate<RemediationAction> which) {
        return session.desk().actions().stream().filter(which).toList();
    }

    private RemediationAction now(RemediationAction action) {
        return actions(a -> a.id().equals(action.id())).getFirst();
    }

    @SuppressWarnings("unchecked") // what holds a group is a table of groups
    private @Nullable TableView<DeviceGroup> groups() {
        return (TableView<DeviceGroup>)
                scene.getRoot().lookupAll(".table-view").stream()
                        .filter(TableView.class::isInstance)
                        .filter(t -> ((TableView<?>) t).getItems().stream().anyMatch(DeviceGroup.class::isInstance))
                        .findFirst()
                        .orElse(null);
    }

    private void full() throws Exception {
        robot.clickOn("#page-policies");
        until(() -> robot.lookup("#policy-save").tryQuery().isPresent());
        until(() -> groups() != null);
        fx(() -> {
            TableView<DeviceGroup> groups = Objects.requireNonNull(groups());
            groups.getItems().stream().filter(DeviceGroup::isDefault).forEach(groups.getSelectionModel()::select);
            groups.requestFocus();
            return true;
        });
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup(".dialog-box .combo-box").tryQuery().isPresent());
        fx(() -> {
            ComboBox<AutomationLevel> level = robot.lookup(".dialog-box .combo-box").query();
            level.setValue(AutomationLevel.FULL);
            return true;
        });
        robot.clickOn(".dialog-box .accent");
        until(() -> robot.lookup(".dialog-box").tryQuery().isEmpty());
        robot.clickOn("#policy-save");
        until(() -> robot.lookup("#policy-comment").tryQuery().isPresent());
        robot.clickOn("#policy-comment").write("trust it", 1).clickOn(".dialog-box .accent");
        until(() ->
                session.policies().policy().deviceGroups().stream()
                        .anyMatch(g -> g.isDefault() && g.automationLevel() == AutomationLevel.FULL));
    }

    private void trial() throws Exception {
        robot.clickOn("#page-policies").clickOn("Review").clickOn("#review-trial");
        until(() ->
                robot.lookup("#what-if-run").tryQuery().isPresent()
                        && !((ComboBox<?>) find("#what-if-policy")).getItems().isEmpty());
        fx(() -> {
            ComboBox<?> policies = find("#what-if-policy");
            policies.getSelectionModel().selectLast();
            ((Button) find("#what-if-run")).fire();
            return true;
        });
        until(() -> ((Pane) find("#what-if-figures")).getChildren().size() >= 5);
    }

    /// Selects actions on a side of the action center and presses a verb; what the dialog asks is answered.
    private void decide(Side side, List<RemediationAction> which, String verb, String words) throws Exception {
        robot.clickOn("#page-actions");
        until(() -> workbench.window().current() == Page.ACTIONS);
        fx(() -> {
            view.actions().model().sideProperty().set(side);
            return true;
        });
        List<String> ids = which.stream().map(RemediationAction::id).toList();
        until(() -> table().getItems().stream().filter(a -> ids.contains(a.id())).count() == ids.size());
        fx(() -> {
            TableView<RemediationAction> table = table();
            table.getSelectionModel().clearSelection();
            for (int i = 0; i < table.getItems().size(); i++) {
                if (ids.contains(table.getItems().get(i).id())) {
                    table.getSelectionModel().select(i);
                }
            }
            return true;
        });
        until(() -> button(verb) != null);
        robot.clickOn(Objects.requireNonNull(button(verb)));
        until(() -> workbench.window().root().dialogShown());
        if (!words.isEmpty()) {
            robot.clickOn(".dialog-box .text-area").write(words, 1);
        }
        robot.clickOn(
                robot.lookup(".dialog-box .button").queryAllAs(Button.class).stream()
                        .filter(b ->
                                b.isDefaultButton()
                                        || b.getStyleClass().contains("accent")
                                        || b.getStyleClass().contains("danger-outline"))
                        .reduce((_, last) -> last)
                        .orElseThrow());
        until(() -> !workbench.window().root().dialogShown());
    }

    private @Nullable Button button(String verb) {
        return robot.lookup(".action-page " + verb).queryAllAs(Button.class).stream()
                .filter(b -> !b.isDisabled() && b.isVisible())
                .findFirst()
                .orElse(null);
    }

    private TableView<RemediationAction> table() {
        return find(".action-page .table-view");
    }

    @Test
    void aDayFromFullAutomationToTheStopIsInTheLog() throws Exception {
        full();
        Sample sample = Sample.all(OpenSample.places(data).samples()).getFirst();
        session.imports().commit(session.imports().plan(sample.files(), Progress.NONE), "analyst", Progress.NONE);
        session.awaitIdle();
        trial();

        List<RemediationAction> ran = actions(a -> a.automatic() && a.state() == ActionState.COMPLETED);
        assertThat(ran).hasSizeGreaterThanOrEqualTo(5);
        List<RemediationAction> back = ran.stream().filter(a -> !a.undoPlan().isEmpty()).limit(2).toList();
        decide(Side.HISTORY, back, "#verb-undo", "");
        until(() -> back.stream().allMatch(a -> now(a).state() == ActionState.UNDONE));
        String operator = new Console(data.resolve("window"), OpenSample.CLOCK, 1).settings().get().operator();

        Policy policy = session.policies().policy();
        session.policies()
                .change(policy.withApprovals(policy.approvals().withOthersOnly(true)), "m.lopez", "four eyes");
        String own =
                session.requests()
                        .ask(
                                ActionType.CONTAIN_DEVICE,
                                session.desk().verdicts().stream()
                                        .map(v -> v.entity().key())
                                        .filter(k -> k.kind() == EntityKind.DEVICE)
                                        .findFirst()
                                        .orElseThrow(),
                                null,
                                Map.of(),
                                "looks odd",
                                operator);
        List<RemediationAction> pending =
                actions(a -> a.state() == ActionState.PENDING && !a.undoPlan().isEmpty() && !a.id().equals(own));
        assertThat(pending).hasSizeGreaterThanOrEqualTo(10);
        decide(Side.PENDING, pending.subList(0, 1), "#verb-reject", "not that one");
        until(() -> now(pending.getFirst()).state() == ActionState.DECLINED);

        var ten = new ArrayList<>(pending.subList(1, 10));
        ten.addAll(actions(a -> a.id().equals(own)));
        decide(Side.PENDING, ten, "#verb-approve", "");
        until(() -> ten.subList(0, 9).stream().allMatch(a -> now(a).state() == ActionState.COMPLETED));
        until(() -> robot.lookup(".receipt").tryQuery().isPresent());
        assertThat(now(ten.getLast()).state()).as("whoever asks does not approve").isEqualTo(ActionState.PENDING);
        assertThat(robot.lookup(".receipt .label").queryAllAs(Labeled.class))
                .anyMatch(label -> label.getText().contains("Another person must approve"));

        robot.clickOn("#stop-automation");
        until(() -> workbench.window().root().dialogShown());
        robot.clickOn(".dialog-box .danger-outline");
        until(() -> session.policies().policy().automationStopped());

        List<String> told = log().stream().map(l -> l.action() + " | " + l.status() + " | " + l.description()).toList();
        assertThat(told.stream().filter(line -> line.contains("ndo"))).hasSizeGreaterThanOrEqualTo(2);
        assertThat(log().stream().map(LogLine::toString)).anyMatch(line -> line.contains("not that one"));
        assertThat(log().stream().map(LogLine::actor).filter(Objects::nonNull)).contains("Automation", operator);
    }

    private List<LogLine> log() {
        return session.desk().actions().stream()
                .map(RemediationAction::incidentId)
                .distinct()
                .flatMap(id -> session.desk().incident(id).orElseThrow().log().stream())
                .toList();
    }
}
