package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.AutomationLevel;
import dupin.model.DeviceGroup;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.RemediationAction;
import dupin.model.policy.Direction;
import dupin.model.policy.Drift;
import dupin.model.row.LogLine;
import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.service.Progress;
import dupin.service.Sample;
import dupin.ui.actions.ActionCenterModel.Side;
import dupin.ui.fx.Choosers;
import dupin.ui.fx.Dialogs;
import dupin.ui.shell.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A first day with the response, through the window: a group goes to Full, a trial says what that would mean, the case comes
/// in and actions run by themselves; two are taken back, one is rejected, ten are approved of which one is refused,
/// everything is stopped, and what the window shows of the log tells all of it.
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
        savePolicy("trust it");
        until(() ->
                session.policies().policy().deviceGroups().stream()
                        .anyMatch(g -> g.isDefault() && g.automationLevel() == AutomationLevel.FULL));
    }

    private void savePolicy(String why) throws Exception {
        int version = session.policies().policy().version();
        robot.clickOn("#policy-save");
        until(() -> robot.lookup("#policy-comment").tryQuery().isPresent());
        laidOut();
        robot.clickOn("#policy-comment").write(why, 1).clickOn(".dialog-box .accent");
        until(() -> session.policies().policy().version() == version + 1);
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
            view.pages().actions().model().sideProperty().set(side);
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

    /// What the table of actions shows.
    private List<RemediationAction> shown(Side side) throws Exception {
        robot.clickOn("#page-actions");
        until(() -> workbench.window().current() == Page.ACTIONS);
        return fx(() -> {
            view.pages().actions().model().sideProperty().set(side);
            return List.copyOf(table().getItems());
        });
    }

    /// The sample's files, chosen by key, looked at and taken.
    private void bringIn(Sample sample) throws Exception {
        fx(() -> {
            workbench.window().root().choosers(new Given(sample.files()));
            return true;
        });
        key(KeyCode.O);
        until(() -> workbench.window().root().dialogShown());
        until(() -> {
            Button go = robot.lookup(".dialog-box .accent").queryButton();
            return go.getScene() != null && !go.isDisabled();
        });
        robot.clickOn(".dialog-box .accent");
        until(() -> session.desk().imports().size() == sample.files().size());
        until(() ->
                workbench.window().root().dialogShown() && robot.lookup(".dialog-box .accent").tryQuery().isPresent());
        robot.clickOn(".dialog-box .accent");
        until(() -> !workbench.window().root().dialogShown());
        session.awaitIdle();
    }

    private record Given(List<Path> files) implements Choosers {
        @Override
        public void openFiles(Window owner, String title, List<Dialogs.FileKind> kinds, Consumer<List<Path>> chosen) {
            chosen.accept(files);
        }

        @Override
        public void openFolder(Window owner, String title, Consumer<Path> chosen) {}

        @Override
        public void saveFile(
                Window owner,
                String title,
                String suggestedName,
                List<Dialogs.FileKind> kinds,
                Consumer<Path> chosen) {}
    }

    /// *The proposer may not approve*, and an action that whoever sits here asks for.
    private RemediationAction ownRequest() throws Exception {
        robot.clickOn("#page-policies").clickOn("Approvals and email");
        until(() -> robot.lookup("#approvals-others").tryQuery().isPresent());
        fx(() -> {
            ((CheckBox) find("#approvals-others")).fire();
            return true;
        });
        savePolicy("four eyes");
        EntityKey device =
                session.desk().verdicts().stream()
                        .map(row -> row.entity().key())
                        .filter(key -> key.kind() == EntityKind.DEVICE)
                        .findFirst()
                        .orElseThrow();
        fx(() -> {
            view.go().entity(device);
            return true;
        });
        until(() -> find("#take-action") instanceof MenuButton menu && menu.getScene() != null);
        fx(() -> {
            MenuButton menu = find("#take-action");
            menu.getItems().stream().filter(item -> "act-CONTAIN_DEVICE".equals(item.getId())).forEach(MenuItem::fire);
            return true;
        });
        until(() -> robot.lookup(".dialog-box .text-area").tryQuery().isPresent());
        robot.clickOn(".dialog-box .text-area").write("looks odd", 1).clickOn(".dialog-box .accent");
        until(() -> !actions(a -> !a.requestedBy().isEmpty()).isEmpty());
        fx(() -> {
            workbench.window().root().flyout().close();
            return true;
        });
        return actions(a -> !a.requestedBy().isEmpty()).getFirst();
    }

    @Test
    void aDayFromFullAutomationToTheStopIsInTheLog() throws Exception {
        full();
        bringIn(Sample.all(OpenSample.places(data).samples()).getFirst());
        trial();

        until(() -> actions(a -> a.automatic() && a.state() == ActionState.COMPLETED).size() >= 5);
        List<String> history = shown(Side.HISTORY).stream().map(RemediationAction::id).toList();
        List<RemediationAction> ran = actions(a -> a.automatic() && a.state() == ActionState.COMPLETED);
        assertThat(history).containsAll(ran.stream().map(RemediationAction::id).toList());
        List<RemediationAction> back = ran.stream().filter(a -> !a.undoPlan().isEmpty()).limit(2).toList();
        decide(Side.HISTORY, back, "#verb-undo", "");
        until(() -> back.stream().allMatch(a -> now(a).state() == ActionState.UNDONE));

        RemediationAction own = ownRequest();
        List<RemediationAction> pending =
                actions(a -> a.state() == ActionState.PENDING && !a.undoPlan().isEmpty() && !a.id().equals(own.id()));
        assertThat(pending).hasSizeGreaterThanOrEqualTo(10);
        decide(Side.PENDING, pending.subList(0, 1), "#verb-reject", "not that one");
        until(() -> now(pending.getFirst()).state() == ActionState.DECLINED);

        var ten = new ArrayList<>(pending.subList(1, 10));
        ten.add(own);
        decide(Side.PENDING, ten, "#verb-approve", "");
        until(() -> ten.subList(0, 9).stream().allMatch(a -> now(a).state() == ActionState.COMPLETED));
        until(() -> robot.lookup(".receipt").tryQuery().isPresent());
        assertThat(now(own).state()).as("whoever asks does not approve").isEqualTo(ActionState.PENDING);
        assertThat(robot.lookup(".receipt .label").queryAllAs(Labeled.class))
                .anyMatch(label -> label.getText().contains("Another person must approve"));

        robot.clickOn("#stop-automation");
        until(() -> workbench.window().root().dialogShown());
        robot.clickOn(".dialog-box .danger-outline");
        until(() -> robot.lookup("#stop-automation").queryButton().getStyleClass().contains("stopped"));

        theLogTellsIt(back, pending.getFirst(), ten, own);
        theHistoryOfThePolicyTellsIt();
    }

    /// The Log tab of the incident, as the window shows it.
    private void theLogTellsIt(
            List<RemediationAction> back,
            RemediationAction rejected,
            List<RemediationAction> ten,
            RemediationAction own)
            throws Exception {
        var all = new ArrayList<LogLine>();
        for (String incident : actions(a -> true).stream().map(RemediationAction::incidentId).distinct().toList()) {
            fx(() -> {
                view.go().incident(incident);
                return true;
            });
            until(() -> robot.lookup("#tab-log").tryQuery().isPresent());
            robot.clickOn("#tab-log");
            until(() -> lines().stream().anyMatch(line -> line.description().contains("Automation stopped: no → yes")));
            all.addAll(fx(this::lines));
        }
        String operator = ten.isEmpty() ? "" : now(ten.getFirst()).decidedBy();
        assertThat(all).filteredOn(line -> line.actor().equals(RemediationAction.AUTOMATION)).isNotEmpty();
        for (RemediationAction undone : back) {
            assertThat(all)
                    .as("undone by a person")
                    .anyMatch(line -> line.action().equals("Undo: " + words(undone)) && line.actor().equals(operator));
            assertThat(all).anyMatch(line -> line.action().equals(words(undone)) && line.status().equals("Undone"));
        }
        assertThat(all)
                .anyMatch(line ->
                        line.action().equals("Rejected: " + words(rejected)) && line.comments().equals("not that one"));
        for (RemediationAction approved : ten.subList(0, 9)) {
            assertThat(all)
                    .anyMatch(line ->
                            line.action().equals("Approved: " + words(approved)) && line.actor().equals(operator));
        }
        assertThat(all).noneMatch(line -> line.action().equals("Approved: " + words(own)));
        assertThat(all).anyMatch(line -> line.comments().equals("four eyes"));
    }

    private static String words(RemediationAction action) {
        return action.type().label() + ": " + action.subject();
    }

    private List<LogLine> lines() {
        return scene.getRoot().lookupAll(".investigation-tabs .table-view").stream()
                .filter(TableView.class::isInstance)
                .flatMap(table -> ((TableView<?>) table).getItems().stream())
                .filter(LogLine.class::isInstance)
                .map(LogLine.class::cast)
                .toList();
    }

    /// What was before the incident, the group on Full, stands where the policy is reviewed.
    private void theHistoryOfThePolicyTellsIt() throws Exception {
        robot.clickOn("#page-policies").clickOn("Review").clickOn("#review-drift");
        until(() -> robot.lookup("#policy-drift").tryQuery().isPresent());
        until(() -> ((TableView<?>) find("#policy-drift")).getItems().size() >= 3);
        List<Drift> drift =
                fx(() -> ((TableView<?>) find("#policy-drift")).getItems().stream().map(Drift.class::cast).toList());
        assertThat(drift).anyMatch(d -> d.comment().equals("trust it") && d.direction() == Direction.LOOSER);
        assertThat(drift).anyMatch(d -> d.comment().equals("four eyes") && d.direction() == Direction.STRICTER);
        assertThat(drift).anyMatch(d -> d.setting().contains("stopped") && d.direction() == Direction.STRICTER);
    }
}
