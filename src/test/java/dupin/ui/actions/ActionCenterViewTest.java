package dupin.ui.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionItem;
import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.ProviderAction;
import dupin.model.RemediationAction;
import dupin.model.RowRef;
import dupin.model.policy.ApprovalRules;
import dupin.respond.Deeds;
import dupin.service.Deciders;
import dupin.ui.StagedCase;
import dupin.ui.StagedEntities;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Overlay;
import dupin.ui.fx.ScriptedDialogs;
import dupin.ui.fx.Theme;
import dupin.ui.fx.UiTest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// The narrow pane and the page on a staged case.
class ActionCenterViewTest extends UiTest {
    private final ExecutorService workers = Executors.newSingleThreadExecutor();
    private final StagedCase staged = new StagedCase();
    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private BorderPane root;
    private Overlay overlay;
    private Frame frame;
    private ActionCenterPane pane;

    @Override
    protected Parent view() {
        root = new BorderPane();
        overlay = new Overlay(root);
        frame =
                new Frame(
                        ChangePump.onScreen(
                                workers,
                                e -> {
                                    throw new AssertionError(e);
                                }),
                        dialogs,
                        overlay.toasts(),
                        overlay.flyout(),
                        InstantSource.fixed(StagedEntities.NOW));
        pane = new ActionCenterPane(staged.context(frame));
        pane.setPrefWidth(340);
        pane.incident("D-4471");
        var rest = new Region();
        HBox.setHgrow(rest, Priority.ALWAYS);
        root.setCenter(new HBox(rest, pane));
        return overlay;
    }

    @AfterEach
    void stop() {
        workers.shutdownNow();
    }

    private void until(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> fx(condition));
    }

    @Test
    void aPictureOfThePane() throws Exception {
        until(() -> !pane.model().rows().shown().isEmpty());
        shot("actions-pane");
        onFx(() -> ((ListView<?>) robot().lookup(".action-list").query()).getSelectionModel().select(1));
        shot("actions-pane-selected");
        onFx(() -> pane.model().sideProperty().set(ActionCenterModel.Side.HISTORY));
        assertThat(shot("actions-pane-history")).isNotEmptyFile();
    }

    @Test
    void aPictureOfThePage() throws Exception {
        ActionCenterPage page = page();
        shot("actions-page");
        onFx(() -> page.select(staged.action("a-02").id()));
        shot("actions-page-selected");
        onFx(() -> {
            page.model().sideProperty().set(ActionCenterModel.Side.HISTORY);
            Theme.LIGHT.applyTo(scene);
        });
        onFx(() -> page.select(staged.action("a-10").id()));
        assertThat(shot("actions-page-history")).isNotEmptyFile();
    }

    @Test
    void whatOtherProductsDidIsReadBesideAndOnlyWhereThereIsAny() throws Exception {
        ActionCenterPage without = page();
        assertThat(robot().lookup("#side-others").query().isVisible()).isFalse();
        without.close();
        staged.theirs.add(
                new ProviderAction(
                        "ma-1",
                        "",
                        "Isolate",
                        "Succeeded",
                        "",
                        "soc@contoso.example",
                        "by playbook",
                        "fin-ws-014",
                        List.of(Deeds.WS01),
                        StagedEntities.NOW,
                        null,
                        RowRef.NONE));
        page();
        until(() -> robot().lookup("#side-others").query().isVisible());
        robot().clickOn("#side-others");
        TableView<?> table = robot().lookup("#other-products").query();
        until(() -> table.getItems().equals(staged.theirs));
        assertThat(robot().lookup("#verb-approve").tryQuery()).as("nothing to decide").isEmpty();
        robot().clickOn("#side-history");
        until(() -> robot().lookup("#other-products").tryQuery().isEmpty());
        robot().clickOn("#side-others").clickOn("#side-history");
        until(() -> robot().lookup("#other-products").tryQuery().isEmpty());
    }

    private ActionCenterPage page() throws Exception {
        ActionCenterPage page =
                fx(() -> {
                    var made = new ActionCenterPage(staged.context(frame));
                    root.setCenter(made);
                    return made;
                });
        until(() -> !page.model().rows().shown().isEmpty());
        return page;
    }

    @Test
    void theReceiptNamesWhatFailedFirst() {
        RemediationAction action =
                staged.action("a-02")
                        .received(
                                List.of(
                                        new ActionItem("bob@contoso.example", false, "Mailbox on hold."),
                                        new ActionItem("ann@contoso.example", true, "")));
        onFx(() -> {
            var card = new ActionCard(staged.context(frame), true, _ -> {}, _ -> {});
            card.show(action);
            root.setCenter(card);
        });
        assertThat(robot().lookup("Receipt: 1 of 2 done").queryAll()).isNotEmpty();
        assertThat(robot().lookup(".receipt-item").queryAllAs(Label.class).stream().map(Label::getText))
                .containsExactly("bob@contoso.example: Mailbox on hold.", "ann@contoso.example");
    }

    private void pick(int... rows) {
        onFx(() -> {
            ListView<?> list = robot().lookup(".action-list").query();
            list.requestFocus();
            list.getSelectionModel().clearSelection();
            list.getSelectionModel().selectIndices(rows[0], rows);
        });
    }

    @Test
    void oneClickApprovesWhatCanBeUndoneAndTheRowLeaves() throws Exception {
        until(() -> pane.model().rows().shown().size() == 7);
        pick(2, 4);
        assertThat(robot().lookup("Approve 2 actions").tryQuery()).isPresent();
        robot().clickOn("#verb-approve");
        until(() -> pane.model().pendingProperty().get() == 5);
        assertThat(staged.heard).containsExactly("approve [a-03, a-05]");
        assertThat(dialogs.asked).isEmpty();
        until(() -> robot().lookup("2 approved").tryQuery().isPresent());
        robot().clickOn("Undo 2 actions");
        until(() -> staged.heard.contains("undo [a-03, a-05]"));
    }

    @Test
    void whatCannotBeUndoneIsAskedForWithItsName() throws Exception {
        until(() -> pane.model().rows().shown().size() == 7);
        pick(0);
        robot().push(KeyCode.A);
        until(() -> !dialogs.asked.isEmpty());
        assertThat(dialogs.asked.getFirst().toString())
                .contains("Stop process rundll32.exe (7788) on fin-ws-014", "This cannot be undone.");
        assertThat(staged.heard).as("dismissed").isEmpty();
        dialogs.yes();
        robot().push(KeyCode.A);
        until(() -> staged.heard.equals(List.of("approve [a-01]")));
    }

    @Test
    void rejectAsksAComment() throws Exception {
        until(() -> pane.model().rows().shown().size() == 7);
        pick(3);
        robot().push(KeyCode.R);
        assertThat(staged.heard).isEmpty();
        dialogs.text("Newsletter, known sender");
        robot().push(KeyCode.R);
        until(() -> staged.heard.equals(List.of("reject [a-04] Newsletter, known sender")));
    }

    @Test
    void whereThePolicyWantsACommentItIsAskedAndNothingGoesWithoutOne() throws Exception {
        staged.rules = ApprovalRules.NONE.withComments(true, false, true);
        until(() -> pane.model().rows().shown().size() == 7);
        pick(2, 4);
        robot().push(KeyCode.A);
        until(() -> !dialogs.asked.isEmpty());
        assertThat(dialogs.asked.getFirst())
                .isInstanceOfSatisfying(
                        Dialogs.Question.class, q -> assertThat(q.need()).isEqualTo(Dialogs.Need.REQUIRED));
        assertThat(staged.heard).as("dismissed").isEmpty();
        dialogs.text("Agreed with the owner");
        robot().push(KeyCode.A);
        until(() -> staged.heard.equals(List.of("approve [a-03, a-05] Agreed with the owner")));
        until(() -> robot().lookup("Undo 2 actions").tryQuery().isPresent());
        dialogs.text("Too early");
        robot().clickOn("Undo 2 actions");
        until(() -> staged.heard.contains("undo [a-03, a-05] Too early"));
    }

    @Test
    void whatIsForGoodIsCommentedFirstAndConfirmedLast() throws Exception {
        staged.rules = ApprovalRules.NONE.withComments(true, false, false);
        until(() -> pane.model().rows().shown().size() == 7);
        pick(0);
        dialogs.text("Seen by two").yes();
        robot().push(KeyCode.A);
        until(() -> staged.heard.equals(List.of("approve [a-01] Seen by two")));
        assertThat(dialogs.asked).hasExactlyElementsOfTypes(Dialogs.Question.class, Dialogs.Confirmation.class);
    }

    @Test
    void aRejectionNeedsAReasonOnlyWhereThePolicySaysSo() throws Exception {
        until(() -> pane.model().rows().shown().size() == 7);
        pick(3);
        robot().push(KeyCode.R);
        until(() -> dialogs.asked.size() == 1);
        staged.rules = ApprovalRules.NONE.withComments(false, true, false);
        robot().push(KeyCode.R);
        until(() -> dialogs.asked.size() == 2);
        assertThat(dialogs.asked)
                .extracting(q -> ((Dialogs.Question) q).need())
                .containsExactly(Dialogs.Need.OPTIONAL, Dialogs.Need.REQUIRED);
    }

    @Test
    void theCardSaysWhatWasChosenWhoMayApproveAndWhyItIsAskedAgain() throws Exception {
        staged.deciders = new Deciders(2, List.of("ann"), List.of("ben", "cleo"), List.of("m.lopez"), false);
        RemediationAction action =
                Deeds.proposed("X", ActionType.ISOLATE_DEVICE, Deeds.WS01, false, StagedEntities.NOW)
                        .requested("m.lopez", Map.of("isolationType", "Selective"))
                        .askedAgain(
                                "What the approval rests on has changed: now the policy is version 9.",
                                StagedEntities.NOW);
        onFx(() -> {
            var card = new ActionCard(staged.context(frame), true, _ -> {}, _ -> {});
            card.show(action);
            root.setCenter(card);
        });
        until(() -> !((Label) robot().lookup("#action-deciders").query()).getText().isEmpty());
        assertThat(robot().lookup(".sheet .label").queryAllAs(Label.class).stream().map(Label::getText))
                .contains(
                        "Selective",
                        "m.lopez",
                        "What the approval rests on has changed: now the policy is version 9.",
                        "ben, cleo\n2 persons must approve, 1 has\nApproved by ann\nNot m.lopez, who asked for it");
    }

    @Test
    void theSameElsewhereIsDecidedAndTakenBackWithIt() throws Exception {
        var device = Entity.Device.named("ws02").key();
        staged.add(
                Deeds.action("x-01", ActionType.QUARANTINE_FILE, Deeds.FILE, Deeds.WS01.key())
                        .with(ActionState.PENDING, ""),
                Deeds.action("x-02", ActionType.QUARANTINE_FILE, Deeds.FILE, device).with(ActionState.PENDING, ""),
                Deeds.action("x-03", ActionType.BLOCK_FILE, Deeds.FILE, null).with(ActionState.PENDING, ""));
        until(() -> pane.model().rows().shown().size() == 10);
        pick(7);
        robot().clickOn("Apply to 1 more instance");
        until(() -> pane.model().selectedIds().equals(Set.of("x-01", "x-02")));
        dialogs.yes();
        robot().clickOn("#verb-approve");
        until(() -> staged.heard.equals(List.of("approve [x-01, x-02]")));

        onFx(() -> pane.model().sideProperty().set(ActionCenterModel.Side.HISTORY));
        until(() -> pane.model().action("x-02").orElseThrow().state() == ActionState.COMPLETED);
        until(() -> pane.model().rows().shown().stream().anyMatch(a -> a.id().equals("x-02")));
        pick(pane.model().rows().shown().stream().map(RemediationAction::id).toList().indexOf("x-02"));
        robot().clickOn("Apply to 1 more instance");
        until(() -> pane.model().selectedIds().equals(Set.of("x-01", "x-02")));
        dialogs.yes();
        robot().push(KeyCode.U);
        until(() -> staged.heard.contains("undo [x-01, x-02]"));
    }

    @Test
    void whatIsNotBegunIsCalledOffAndWhatRunsIsNot() throws Exception {
        staged.add(
                Deeds.action("x-01", ActionType.BLOCK_FILE, Deeds.FILE, null).with(ActionState.QUEUED, ""),
                Deeds.action("x-02", ActionType.BLOCK_FILE, Deeds.FILE, null).with(ActionState.RUNNING, ""));
        onFx(() -> pane.model().sideProperty().set(ActionCenterModel.Side.HISTORY));
        until(() -> pane.model().action("x-02").isPresent());
        List<String> ids = pane.model().rows().shown().stream().map(RemediationAction::id).toList();
        pick(ids.indexOf("x-02"));
        assertThat(robot().lookup("#verb-cancel").queryButton().isDisabled()).isTrue();
        pick(ids.indexOf("x-01"), ids.indexOf("x-02"));
        dialogs.text("changed our mind");
        robot().clickOn("#verb-cancel");
        until(() -> staged.heard.equals(List.of("cancel [x-01] changed our mind")));
    }

    @Test
    void aRefusalSaysWhyItemByItem() throws Exception {
        staged.refuse("The evidence changed after this was proposed.");
        until(() -> pane.model().rows().shown().size() == 7);
        pick(2, 4);
        robot().clickOn("#verb-approve");
        until(() -> robot().lookup(".receipt").query().isVisible());
        assertThat(
                        robot().lookup(
                                        "Block URL https://cdn-billing.example/a?id=8842: The evidence changed after this was proposed.")
                                .tryQuery())
                .isPresent();
        shot("actions-pane-refused");
    }
}
