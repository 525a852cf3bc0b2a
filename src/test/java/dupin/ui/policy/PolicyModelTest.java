package dupin.ui.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.AlertPolicy;
import dupin.model.AutomationLevel;
import dupin.model.Classification;
import dupin.model.DeviceGroup;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Indicator;
import dupin.model.Policy;
import dupin.model.policy.TuningCondition;
import dupin.model.policy.TuningRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyModelTest {
    private static final EntityKey DC = new EntityKey(EntityKind.DEVICE, "dc-01");
    private static final Policy START =
            new Policy(
                    3,
                    List.of(
                            group("Servers", 1),
                            new DeviceGroup(DeviceGroup.DEFAULT_NAME, 1_000, AutomationLevel.SEMI_ANY, "", List.of())),
                    List.of(),
                    List.of("?:/windows/*"),
                    List.of("*/temp/*"),
                    List.of(),
                    List.of(),
                    List.of(),
                    7,
                    20,
                    10,
                    false,
                    false);

    private final PolicyModel model = new PolicyModel(START);

    private static DeviceGroup group(String name, int rank) {
        return new DeviceGroup(name, rank, AutomationLevel.SEMI_CORE, "", List.of());
    }

    private List<String> names() {
        return model.draft().deviceGroups().stream().map(DeviceGroup::name).toList();
    }

    @Test
    void aNewGroupComesBeforeTheDefaultOneAndRanksFollowTheOrder() {
        model.put(group("Kiosks", 0), "");
        model.move("Kiosks", -1);
        assertThat(names()).containsExactly("Kiosks", "Servers", DeviceGroup.DEFAULT_NAME);
        assertThat(model.draft().deviceGroups()).extracting(DeviceGroup::rank).containsExactly(1, 2, 1_000);
        assertThat(model.dirty().get()).isTrue();
        assertThat(model.saved()).isEqualTo(START);
    }

    @Test
    void theDefaultGroupStaysAndStaysLast() {
        model.remove(DeviceGroup.DEFAULT_NAME);
        model.move(DeviceGroup.DEFAULT_NAME, -1);
        model.move("Servers", 1);
        assertThat(names()).containsExactly("Servers", DeviceGroup.DEFAULT_NAME);
        assertThat(model.dirty().get()).isFalse();
    }

    @Test
    void aGroupCanBeRenamedButNotToANameThatIsTaken() {
        assertThat(model.nameTaken("Servers", "")).isTrue();
        assertThat(model.nameTaken("Servers", "Servers")).isFalse();
        model.put(group("All servers", 1), "Servers");
        assertThat(names()).containsExactly("All servers", DeviceGroup.DEFAULT_NAME);
    }

    @Test
    void discardGivesBackWhatApplies() {
        model.neverTouch(DC);
        model.neverTouch(DC);
        assertThat(model.draft().neverTouch()).containsExactly(DC);
        model.discard();
        assertThat(model.draft()).isEqualTo(START);
    }

    @Test
    void anEntityHasOneIndicator() {
        model.put(new Indicator(DC, Indicator.Action.ALLOW, "a"));
        model.put(new Indicator(DC, Indicator.Action.BLOCK, "b"));
        assertThat(model.draft().indicators()).containsExactly(new Indicator(DC, Indicator.Action.BLOCK, "b"));
        model.remove(model.draft().indicators().getFirst());
        assertThat(model.dirty().get()).isFalse();
    }

    @Test
    void whatAppliesMayChangeUnderTheDraftAndIsNotTurnedBack() {
        model.neverTouch(DC);
        Policy stopped = START.withLimits(7, 20, 10, true, false).withVersion(4);
        model.applied(stopped);
        assertThat(model.draft().automationStopped()).isTrue();
        assertThat(model.draft().version()).isEqualTo(4);
        assertThat(model.draft().neverTouch()).containsExactly(DC);
        model.mayTouch(DC);
        assertThat(model.dirty().get()).isFalse();
    }

    private static AlertPolicy alerts(String id, String name) {
        return new AlertPolicy(id, name, true, true, "general", List.of(), List.of(), List.of(), List.of());
    }

    @Test
    void alertPoliciesAreAddedLastReplacedMovedAndRemoved() {
        model.put(alerts(model.idFor("Our own scripts!"), "Our own scripts!"));
        model.put(alerts(model.idFor("Our own scripts"), "Again"));
        assertThat(model.draft().alertPolicies())
                .extracting(AlertPolicy::id)
                .containsExactly("our-own-scripts-", "our-own-scripts");
        model.put(alerts(model.idFor("Our own scripts"), "Third"));
        model.moveAlertPolicy("our-own-scripts-2", -1);
        model.moveAlertPolicy("our-own-scripts-2", -1);
        model.moveAlertPolicy("our-own-scripts-2", -1);
        model.put(alerts("our-own-scripts", "Renamed"));
        assertThat(model.draft().alertPolicies())
                .extracting(AlertPolicy::name)
                .containsExactly("Third", "Our own scripts!", "Renamed");
        model.removeAlertPolicy("our-own-scripts-");
        assertThat(model.draft().alertPolicies()).extracting(AlertPolicy::name).containsExactly("Third", "Renamed");
        assertThat(model.idFor("***")).isEqualTo("policy");
    }

    private static TuningRule rule(String id) {
        return new TuningRule(
                id,
                id,
                true,
                List.of(new TuningCondition(TuningCondition.Field.TITLE, List.of(id))),
                "",
                TuningRule.Effect.HIDE,
                Classification.NOT_SET,
                "",
                "",
                "ann",
                null);
    }

    private List<String> rules() {
        return model.draft().tuning().stream().map(r -> r.id() + (r.enabled() ? "" : " off")).toList();
    }

    @Test
    void aRuleThatIsMadeElsewhereWhileOthersAreEditedHereIsNotLost() {
        model.applied(START.withTuning(List.of(rule("a"), rule("b"), rule("c"))));
        model.put(rule("a").switched(false));
        model.remove(rule("b"));
        model.applied(START.withTuning(List.of(rule("a"), rule("b"), rule("c").switched(false), rule("d"))));
        assertThat(rules()).containsExactly("a off", "c off", "d");
        model.applied(START.withTuning(List.of(rule("c"), rule("d"))));
        assertThat(rules()).as("what is deleted elsewhere is gone").containsExactly("c", "d");
        model.discard();
        assertThat(model.dirty().get()).isFalse();
    }
}
