package dupin.engine.policy;

import dupin.model.ActionType;
import dupin.model.AutomationLevel;
import dupin.model.DeviceGroup;
import dupin.model.Policy;
import dupin.model.policy.ApprovalRules;
import dupin.model.policy.Fault;
import dupin.model.policy.Staff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Looks for what is likely not meant in a policy. It refuses nothing: what must not be saved at all, the service refuses.
public final class PolicyLint {
    /// What an export holds and a device can restore goes back so far; a later approval finds nothing to act on.
    private static final int RETENTION_DAYS = 30;

    private static final int WIDE_BREAKER = 1_000;
    private static final int WIDE_GATE = 100;

    /// What the policy is judged against.
    ///
    /// @param builtIn ids of alert policies that ship and start investigations
    /// @param playbooks ids of those that the case has
    /// @param now for indicators that have expired
    public record Surroundings(Set<String> builtIn, Set<String> playbooks, Staff staff, Instant now) {
        public Surroundings {
            builtIn = Set.copyOf(builtIn);
            playbooks = Set.copyOf(playbooks);
        }
    }

    private final Policy policy;
    private final Surroundings around;
    private final List<Fault> faults = new ArrayList<>();

    private PolicyLint(Policy policy, Surroundings around) {
        this.policy = policy;
        this.around = around;
    }

    /// In the order of the settings.
    public static List<Fault> check(Policy policy, Surroundings around) {
        var lint = new PolicyLint(policy, around);
        lint.groups();
        AlertPolicyLint.check(policy, around, lint.faults);
        lint.folders();
        IndicatorLint.check(policy, around.now(), lint.faults);
        lint.limits();
        lint.approvals();
        lint.people();
        return List.copyOf(lint.faults);
    }

    private void add(Fault.Rule rule, String where, String text, String advice) {
        faults.add(new Fault(rule, where, text, advice));
    }

    private void groups() {
        long defaults = policy.deviceGroups().stream().filter(DeviceGroup::isDefault).count();
        if (defaults != 1) {
            add(
                    Fault.Rule.DEFAULT_GROUP,
                    "Device groups",
                    defaults == 0 ? "There is no default group." : "There are " + defaults + " default groups.",
                    "Keep exactly one: it takes the devices that no other group takes.");
        }
        var names = new HashSet<String>();
        var ranks = new HashSet<Integer>();
        var better = new ArrayList<DeviceGroup>();
        AutomationLevel baseline =
                policy.deviceGroups().stream()
                        .filter(DeviceGroup::isDefault)
                        .map(DeviceGroup::automationLevel)
                        .findFirst()
                        .orElse(AutomationLevel.SEMI_ANY);
        for (DeviceGroup group : GroupRules.byRank(policy)) {
            String where = "Device group \"" + group.name() + "\"";
            if (group.name().isBlank() || !names.add(group.name())) {
                add(Fault.Rule.GROUP_NAME, where, "The name is missing or borne by another group.", "Name each once.");
            }
            if (!group.isDefault()) {
                if (!ranks.add(group.rank())) {
                    add(
                            Fault.Rule.GROUP_RANK,
                            where,
                            "Another group has rank " + group.rank() + ", too.",
                            "Give each group its own rank: the name decides otherwise.");
                }
                rules(group, where, better);
                better.add(group);
            }
            level(group, where, baseline);
        }
    }

    private void rules(DeviceGroup group, String where, List<DeviceGroup> better) {
        if (group.rules().isEmpty()) {
            add(
                    Fault.Rule.GROUP_EMPTY,
                    where,
                    "It has no rules, so it takes no device.",
                    "Add a rule or delete the group.");
            return;
        }
        for (DeviceGroup.Rule rule : group.rules()) {
            if (rule.values().isEmpty() || rule.values().stream().anyMatch(String::isBlank)) {
                add(Fault.Rule.GROUP_RULE, where, "A rule has no value, so it matches nothing.", "Complete it.");
            }
            if (rule.values().size() > GroupRules.MOST_VALUES) {
                add(
                        Fault.Rule.GROUP_RULE,
                        where,
                        "A rule has " + rule.values().size() + " values.",
                        "Keep to " + GroupRules.MOST_VALUES + " or use a pattern that they share.");
            }
        }
        better.stream()
                .filter(other -> GroupRules.covers(other, group))
                .findFirst()
                .ifPresent(other ->
                        add(
                                Fault.Rule.GROUP_SHADOWED,
                                where,
                                "Every device that it matches belongs to \"" + other.name() + "\", which ranks higher.",
                                "Rank it higher or delete it."));
    }

    private void level(DeviceGroup group, String where, AutomationLevel baseline) {
        AutomationLevel level = group.automationLevel();
        if (GroupRules.missing(level) || level == AutomationLevel.NOT_PROTECTED) {
            add(
                    Fault.Rule.GROUP_WITHOUT_LEVEL,
                    where,
                    "It has no automated investigation: alerts of its devices start nothing.",
                    "Give it at least \"" + AutomationLevel.SEMI_ANY.label() + "\".");
        } else if (!group.isDefault() && level.compareTo(baseline) > 0) {
            add(
                    Fault.Rule.LEVEL_LOOSER,
                    where,
                    "\"" + level.label() + "\" lets more run by itself than the default group's level.",
                    "Check that exactly these devices are meant, or take the default group's level.");
        }
    }

    private void folders() {
        FolderLint.check(policy, faults);
        if (policy.coreFolders().isEmpty()) {
            add(
                    Fault.Rule.NO_CORE_FOLDERS,
                    "Folders",
                    "No folder counts as the operating system's: \"Semi - core folders\" asks for almost nothing.",
                    "Take the folders of a preset.");
        }
        boolean needed =
                policy.deviceGroups().stream().anyMatch(g -> g.automationLevel() == AutomationLevel.SEMI_NON_TEMP);
        if (policy.tempFolders().isEmpty() && needed) {
            add(
                    Fault.Rule.NO_TEMP_FOLDERS,
                    "Folders",
                    "No folder counts as temporary, so \"Semi - non-temp folders\" lets nothing run.",
                    "Take the folders of a preset.");
        }
    }

    private void limits() {
        int days = policy.pendingExpiryDays();
        if (days > RETENTION_DAYS) {
            add(
                    Fault.Rule.EXPIRY,
                    "Pending actions expire after (days)",
                    "After " + days + " days files and emails are past the " + RETENTION_DAYS + " days of retention.",
                    "Set at most " + RETENTION_DAYS + " days.");
        } else if (days < 2) {
            add(
                    Fault.Rule.EXPIRY,
                    "Pending actions expire after (days)",
                    "An action that is proposed on a Friday evening expires before Monday.",
                    "Set at least 3 days.");
        }
        boolean automatic =
                policy.deviceGroups().stream()
                        .anyMatch(g ->
                                !GroupRules.missing(g.automationLevel())
                                        && g.automationLevel().compareTo(AutomationLevel.SEMI_ANY) > 0);
        int breaker = policy.maxAutomaticPerHour();
        if (breaker > WIDE_BREAKER || breaker == 0 && automatic) {
            add(
                    Fault.Rule.BREAKER,
                    "Automatic actions of one type per hour",
                    breaker == 0
                            ? "Device groups allow automatic actions and the breaker lets none run: each is skipped."
                            : "With " + breaker + " actions an hour the breaker stops nothing.",
                    "Set between 1 and 100.");
        }
        if (policy.expansionGate() > WIDE_GATE) {
            add(
                    Fault.Rule.EXPANSION_GATE,
                    "Expansion gate (devices)",
                    "An investigation may reach " + policy.expansionGate() + " devices before somebody is asked.",
                    "The documents ask from 10 devices on.");
        }
        if (policy.automationStopped()) {
            add(
                    Fault.Rule.LEFT_STOPPED,
                    "Automation stopped",
                    "All automation is stopped: every action waits, whatever its group's level.",
                    "Start it again when the reason is gone.");
        }
    }

    private void approvals() {
        ApprovalRules rules = policy.approvals();
        boolean several = rules.quorums().stream().anyMatch(q -> q.approvals() > 1);
        if (several && !rules.proposerMayNotApprove()) {
            add(
                    Fault.Rule.APPROVER_IS_PROPOSER,
                    "Proposer may not approve",
                    "Several persons must approve, yet the proposer may be one of them.",
                    "Let only others approve.");
        }
        var kinds = new HashSet<ActionType>();
        for (ApprovalRules.Quorum quorum : rules.quorums()) {
            String where = "Persons who must approve: " + quorum.type().label();
            if (!kinds.add(quorum.type())) {
                add(Fault.Rule.QUORUM, where, "The kind is named twice; the larger number holds.", "Remove one.");
            }
            if (quorum.approvals() < 2) {
                add(
                        Fault.Rule.QUORUM,
                        where,
                        "One person is what every action needs anyway.",
                        "Set two, or remove it.");
            }
            if (around.staff().configured() && quorum.approvals() > around.staff().mayApprove()) {
                add(
                        Fault.Rule.QUORUM,
                        where,
                        quorum.approvals()
                                + " persons must approve and only "
                                + around.staff().mayApprove()
                                + " may: the action can never run.",
                        "Lower the number or name more approvers.");
            }
            if (GroupRules.runsByItself(quorum.type(), policy)) {
                add(
                        Fault.Rule.QUORUM,
                        where,
                        "A device group lets the action run by itself, without anybody's approval.",
                        "Lower the group's level or drop the number.");
            }
        }
    }

    private void people() {
        Staff staff = around.staff();
        if (!staff.configured()) {
            return;
        }
        if (staff.administrators() == 0) {
            add(
                    Fault.Rule.PEOPLE,
                    "People",
                    "Nobody may change the policy or the operators.",
                    "Name an administrator.");
        }
        if (staff.mayApprove() == 0) {
            add(Fault.Rule.PEOPLE, "People", "Nobody may approve: every pending action expires.", "Name an approver.");
        }
        if (policy.approvals().proposerMayNotApprove() && staff.mayApprove() == 1) {
            add(
                    Fault.Rule.APPROVER_IS_PROPOSER,
                    "Proposer may not approve",
                    "Only one person may approve; what that person proposes can never run.",
                    "Name a second approver.");
        }
    }
}
