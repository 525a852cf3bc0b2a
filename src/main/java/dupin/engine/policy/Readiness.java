package dupin.engine.policy;

import dupin.engine.CaseState;
import dupin.engine.DeviceGroups;
import dupin.model.AlertPolicy;
import dupin.model.AutomationLevel;
import dupin.model.Ledger;
import dupin.model.Policy;
import dupin.model.Telemetry;
import dupin.model.Verdict;
import dupin.model.policy.Requirement;
import dupin.model.policy.Requirement.Area;
import dupin.model.policy.Requirement.State;
import dupin.model.policy.Staff;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// What automated investigation needs, what a case has of it, and what each gap means for its verdicts. Stateless.
public final class Readiness {
    private Readiness() {}

    /// @param has whether the case holds telemetry of a source
    /// @param knowledge how many intel packs and packs of rules the case holds
    public static List<Requirement> of(
            CaseState state, Policy policy, Predicate<Telemetry> has, Knowledge knowledge, Staff staff) {
        var all = new ArrayList<Requirement>();
        all.add(
                new Requirement(
                        Area.DATA,
                        "Alerts with evidence",
                        state.alerts().isEmpty() ? State.MISSING : State.THERE,
                        state.alerts().size() + " alerts",
                        "Every investigation starts from an alert's evidence, or from an entity that a person names."));
        List<Ledger> ledgers = state.ledgers();
        for (Telemetry source : Telemetry.values()) {
            if (source != Telemetry.OTHER) {
                all.add(source(source, has.test(source), ledgers));
            }
        }
        knowledge(all, knowledge);
        settings(all, policy);
        people(all, policy, staff);
        return List.copyOf(all);
    }

    /// @param playbooks that can be chosen
    public record Knowledge(int intelPacks, int rulePacks, int playbooks) {}

    private static Requirement source(Telemetry source, boolean there, List<Ledger> ledgers) {
        String name = source.label().substring(0, 1).toUpperCase(Locale.ROOT) + source.label().substring(1);
        long open =
                ledgers.stream()
                        .filter(l -> l.verdict() == Verdict.NOT_EVALUABLE && l.missing().contains(source.label()))
                        .count();
        long might =
                ledgers.stream().filter(l -> l.missing().stream().anyMatch(m -> m.startsWith(source.label()))).count();
        State state = !there ? State.MISSING : might > 0 ? State.PARTLY : State.THERE;
        String has = there ? might > 0 ? "in the case, not for everything" : "in the case" : "none in the case";
        String now =
                open > 0
                        ? open + (open == 1 ? " entity is" : " entities are") + " Not evaluable for want of it. "
                        : might > 0 ? "It might say more of " + might + (might == 1 ? " entity. " : " entities. ") : "";
        return new Requirement(Area.DATA, name, state, has, now + meaning(source));
    }

    private static String meaning(Telemetry source) {
        return switch (source) {
            case PROCESS -> "Without it neither parents, children nor command lines of processes are known.";
            case FILE -> "Without it nobody knows who wrote a file and where else it lies.";
            case NETWORK -> "Without it contacts with addresses and hosts are known from alerts alone.";
            case REGISTRY -> "Without it persistence in the registry is known from alerts alone.";
            case DEVICE -> "Without it services, drivers, tasks and script contents are known from alerts alone.";
            case LOGON -> "Without it movement between devices cannot be followed.";
            case IDENTITY -> "Without it guessed passwords and odd places of sign-in go unseen.";
            case MAIL -> "Without it similar emails are not found and clusters cannot be counted.";
            case CLOUD -> "Without it forwarding rules and consents are known from alerts alone.";
            case OTHER -> "";
        };
    }

    private static void knowledge(List<Requirement> all, Knowledge knowledge) {
        all.add(
                new Requirement(
                        Area.KNOWLEDGE,
                        "Intelligence packs",
                        knowledge.intelPacks() > 0 ? State.THERE : State.PARTLY,
                        knowledge.intelPacks() == 0 ? "what ships" : knowledge.intelPacks() + " of your own",
                        "Without them only what ships is known good or bad; behaviour decides alone."));
        all.add(
                new Requirement(
                        Area.KNOWLEDGE,
                        "Detection rules",
                        knowledge.rulePacks() > 0 ? State.THERE : State.MISSING,
                        counted(knowledge.rulePacks(), "pack"),
                        "Without them only imported alerts start investigations."));
        all.add(
                new Requirement(
                        Area.KNOWLEDGE,
                        "Playbooks",
                        knowledge.playbooks() > 0 ? State.THERE : State.MISSING,
                        counted(knowledge.playbooks(), "playbook"),
                        "An alert policy that names a playbook which is not there starts nothing."));
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static void settings(List<Requirement> all, Policy policy) {
        long starting =
                policy.alertPolicies().stream()
                        .filter(AlertPolicy::enabled)
                        .filter(AlertPolicy::startsInvestigation)
                        .count();
        all.add(
                new Requirement(
                        Area.SETTING,
                        "Alert policies that start investigations",
                        starting > 0 ? State.THERE : State.MISSING,
                        starting + " enabled",
                        "An alert that none of them matches is not investigated by itself."));
        AutomationLevel level = DeviceGroups.defaultGroup(policy).automationLevel();
        all.add(
                new Requirement(
                        Area.SETTING,
                        "Automation level of the default group",
                        level == AutomationLevel.NOT_PROTECTED
                                ? State.MISSING
                                : level == AutomationLevel.FULL ? State.THERE : State.PARTLY,
                        level.label(),
                        level.description()));
        all.add(
                new Requirement(
                        Area.SETTING,
                        "Automation",
                        policy.automationStopped() ? State.MISSING : State.THERE,
                        policy.automationStopped() ? "stopped" : "on",
                        "While it is stopped every action waits for approval."));
        all.add(
                new Requirement(
                        Area.SETTING,
                        "Verdicts of providers",
                        policy.blindReview() ? State.PARTLY : State.THERE,
                        policy.blindReview() ? "shown, not counted" : "counted",
                        "In a blind review fewer findings speak, and more verdicts are Not evaluable."));
    }

    private static void people(List<Requirement> all, Policy policy, Staff staff) {
        all.add(
                new Requirement(
                        Area.PEOPLE,
                        "Operators",
                        staff.configured() ? State.THERE : State.PARTLY,
                        staff.configured()
                                ? staff.analysts()
                                        + " analysts, "
                                        + staff.approvers()
                                        + " approvers, "
                                        + staff.administrators()
                                        + " administrators"
                                : "one local administrator",
                        "Without operators everybody at this console may do everything and approvals are not signed."));
        int needed = policy.approvals().quorums().stream().mapToInt(q -> q.approvals()).max().orElse(1);
        int may = staff.configured() ? staff.mayApprove() : 1;
        all.add(
                new Requirement(
                        Area.PEOPLE,
                        "Persons who may approve",
                        may >= needed ? State.THERE : State.MISSING,
                        may + " of " + needed + " needed",
                        "Actions that need more persons than there are expire undecided."));
    }
}
