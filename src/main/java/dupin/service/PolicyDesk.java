package dupin.service;

import dupin.engine.AlertRouting;
import dupin.engine.DeviceGroups;
import dupin.engine.Folders;
import dupin.engine.PolicyDiff;
import dupin.model.Alert;
import dupin.model.AlertPolicy;
import dupin.model.DeviceGroup;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.FolderClass;
import dupin.model.Policy;
import dupin.model.policy.TuningCondition;
import dupin.model.policy.TuningRule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Shows and changes the policy of a case; each change is a journal entry with old and new values. Changes apply to
/// decisions from then on: pending actions stay pending.
public final class PolicyDesk {
    /// Longer ones are no names.
    private static final int MAX_NAME = 200;

    private final LiveCase live;

    PolicyDesk(LiveCase live) {
        this.live = live;
    }

    public Policy policy() {
        return live.read(state -> state.policy());
    }

    /// Replaces the policy.
    ///
    /// @return what changed, one line per setting; empty when nothing did
    /// @throws Problem when the policy breaks a rule (names it)
    public List<Entry.Change> change(Policy draft, String actor, String comment) {
        return live.decide(
                actor,
                state -> {
                    Entry.PolicyChanged changed = changed(state.policy(), draft, comment);
                    List<Entry> entries = changed.changes().isEmpty() ? List.of() : List.of(changed);
                    return new LiveCase.Decision<>(entries, Map.of(), changed.changes());
                });
    }

    /// What is written when the draft takes the place of the policy.
    ///
    /// @throws Problem when the draft breaks a rule (names it)
    static Entry.PolicyChanged changed(Policy before, Policy draft, String comment) {
        check(draft);
        return new Entry.PolicyChanged(
                draft.withVersion(before.version() + 1),
                PolicyDiff.changes(before, draft.withVersion(before.version())),
                comment);
    }

    /// What replacing the policy would change; changes nothing.
    ///
    /// @throws Problem when the policy breaks a rule (names it)
    public List<Entry.Change> changes(Policy draft) {
        check(draft);
        Policy before = policy();
        return PolicyDiff.changes(before, draft.withVersion(before.version()));
    }

    private static void check(Policy draft) {
        long defaults = draft.deviceGroups().stream().filter(DeviceGroup::isDefault).count();
        require(defaults == 1, "The default device group cannot be removed or doubled.");
        long names = draft.deviceGroups().stream().map(DeviceGroup::name).distinct().count();
        require(names == draft.deviceGroups().size(), "Two device groups bear the same name.");
        require(draft.deviceGroups().stream().allMatch(g -> !g.name().isBlank()), "A device group has no name.");
        draft.alertPolicies().forEach(PolicyDesk::check);
        long ids = draft.alertPolicies().stream().map(AlertPolicy::id).distinct().count();
        require(ids == draft.alertPolicies().size(), "Two alert policies bear the same id.");
        draft.tuning().forEach(PolicyDesk::check);
        long tuned = draft.tuning().stream().flatMap(r -> Stream.of(r.id(), "name " + r.name())).distinct().count();
        require(tuned == 2L * draft.tuning().size(), "Two alert tuning rules bear the same name.");
        require(
                draft.pendingExpiryDays() >= 1 && draft.pendingExpiryDays() <= 365,
                "Pending actions must expire after 1 to 365 days.");
        require(draft.maxAutomaticPerHour() >= 0, "The limit of automatic actions cannot be negative.");
        require(draft.expansionGate() >= 2, "The expansion gate must be at least 2 devices.");
    }

    private static void check(AlertPolicy policy) {
        require(!policy.name().isBlank(), "An alert policy has no name.");
        require(
                !policy.startsInvestigation() || !policy.playbookId().isBlank(),
                "The alert policy \"" + policy.name() + "\" starts investigations but names no playbook.");
    }

    private static void check(TuningRule rule) {
        require(!rule.name().isBlank(), "An alert tuning rule has no name.");
        require(
                rule.name().length() <= MAX_NAME,
                "The name of an alert tuning rule has at most "
                        + MAX_NAME
                        + " characters; this one has "
                        + rule.name().length()
                        + ".");
        require(
                rule.name().chars().noneMatch(Character::isISOControl),
                "The name of an alert tuning rule is one line without control characters.");
        String which = "The alert tuning rule \"" + rule.name() + "\"";
        require(!rule.conditions().isEmpty(), which + " has no condition, so that it would take every alert.");
        require(
                rule.conditions().stream().allMatch(TuningCondition::says),
                which + " has a condition of nothing but blanks and wildcards.");
        require(
                rule.determination().isEmpty() || rule.classification().determination(rule.determination()).isPresent(),
                which + " has a determination that does not belong to its classification.");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new Problem(what, "The policy stays as it was.", "Correct the setting and save again.");
        }
    }

    /// Devices of the case that belong to the group under a draft policy, by label.
    public List<String> preview(Policy draft, String groupName) {
        return live.read(state ->
                state.alerts().stream()
                        .flatMap(alert -> alert.evidence().stream())
                        .map(evidence -> evidence.entity())
                        .filter(Entity.Device.class::isInstance)
                        .map(Entity.Device.class::cast)
                        .filter(device -> DeviceGroups.groupOf(device, draft).name().equals(groupName))
                        .map(Entity.Device::label)
                        .distinct()
                        .sorted()
                        .toList());
    }

    /// Alerts of the case that the policy's conditions hold for, newest first.
    public List<Alert> matching(AlertPolicy policy) {
        Comparator<Alert> newest = Comparator.comparing(Alert::time, Comparator.nullsFirst(Comparator.naturalOrder()));
        return live.read(state ->
                state.alerts().stream()
                        .filter(alert -> AlertRouting.matches(policy, alert))
                        .sorted(newest.reversed().thenComparing(Alert::id))
                        .toList());
    }

    /// How a path would be classed under a draft policy.
    public FolderClass classify(Policy draft, String path) {
        return Folders.classify(path, draft);
    }
}
