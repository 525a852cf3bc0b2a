package dupin.ui.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.RemediationAction;
import dupin.service.ItemResult;
import dupin.ui.StagedActions;
import dupin.ui.StagedEntities;
import dupin.ui.actions.ActionCenterModel.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Without toolkit.
class ActionCenterModelTest {
    private final ActionCenterModel model = new ActionCenterModel();

    private static String id(String tail) {
        return StagedActions.INVESTIGATION + "-" + tail;
    }

    private static List<RemediationAction> turned(String tail, ActionState state) {
        var list = new ArrayList<RemediationAction>();
        for (RemediationAction a : StagedActions.all()) {
            list.add(a.id().equals(id(tail)) ? a.decided(state, "m.lopez", "", StagedEntities.NOW) : a);
        }
        return list;
    }

    @Test
    void sidesAreCountedWhateverIsFiltered() {
        model.refresh(StagedActions.all());
        model.rows().textProperty().set("no such thing");
        assertThat(model.rows().shown()).isEmpty();
        assertThat(model.rows().hidden()).isTrue();
        assertThat(model.pendingProperty().get()).isEqualTo(7);
        assertThat(model.historyProperty().get()).isEqualTo(7);
    }

    @Test
    void aRefreshKeepsTheSelectionAndGivesTheNewestRows() {
        model.refresh(StagedActions.all());
        model.select(Set.of(id("a-01"), id("a-03")));
        model.refresh(turned("a-01", ActionState.QUEUED));
        assertThat(model.selectedProperty().get()).extracting(RemediationAction::id).containsExactly(id("a-03"));
        model.refresh(StagedActions.all());
        assertThat(model.selectedIds())
                .as("what left the side does not come back selected")
                .containsExactly(id("a-03"));
    }

    @Test
    void aDecidedActionMovesToTheOtherSide() {
        model.refresh(turned("a-05", ActionState.COMPLETED));
        assertThat(model.pendingProperty().get()).isEqualTo(6);
        model.sideProperty().set(Side.HISTORY);
        assertThat(model.rows().shown()).extracting(RemediationAction::id).contains(id("a-05"));
    }

    @Test
    void theTextFindsTargetsAlsoDefanged() {
        model.refresh(StagedActions.all());
        model.rows().textProperty().set("hxxps[:]//cdn-billing[.]example URL");
        assertThat(model.rows().shown()).extracting(RemediationAction::type).containsExactly(ActionType.BLOCK_URL);
        RemediationAction file =
                StagedActions.all().stream().filter(a -> a.target() instanceof Entity.File).findFirst().orElseThrow();
        model.rows().textProperty().set(((Entity.File) file.target()).sha256());
        assertThat(model.rows().shown()).extracting(RemediationAction::id).contains(file.id()).hasSizeLessThan(7);
    }

    @Test
    void theIncidentNarrowsCountsToo() {
        model.refresh(StagedActions.all());
        model.incidentProperty().set("D-1");
        assertThat(model.pendingProperty().get()).isZero();
        assertThat(model.rows().shown()).isEmpty();
    }

    @Test
    void eachVerbCountsOnlyTheItemsItFits() {
        model.refresh(StagedActions.all());
        model.sideProperty().set(Side.HISTORY);
        model.select(Set.of(id("a-08"), id("a-09"), id("a-10"), id("a-12")));
        assertThat(model.fitting(Verb.UNDO))
                .as("a stopped process cannot be brought back")
                .extracting(RemediationAction::id)
                .containsExactly(id("a-09"));
        assertThat(model.fitting(Verb.RETRY)).extracting(RemediationAction::id).containsExactly(id("a-10"));
        assertThat(model.fitting(Verb.APPROVE)).isEmpty();
        assertThat(Verb.APPROVE.label(3)).isEqualTo("Approve 3 actions");
    }

    @Test
    void theReceiptCountsWhatWasDoneAndWhatWasNot() {
        var done = new ItemResult("1", "Block URL x", true, "");
        var not = new ItemResult("2", "Stop process y", false, "It is Completed.");
        assertThat(new Receipt(Verb.APPROVE, List.of(done, done, not), "").sentence())
                .isEqualTo("2 approved, 1 refused");
        assertThat(new Receipt(Verb.REJECT, List.of(done), "").sentence()).isEqualTo("Block URL x rejected");
        assertThat(new Receipt(Verb.APPROVE, List.of(not), "").sentence()).isEqualTo("1 refused");
        assertThat(new Receipt(Verb.APPROVE, List.of(), "The case is closed.").sentence())
                .isEqualTo("The case is closed.");
    }
}
