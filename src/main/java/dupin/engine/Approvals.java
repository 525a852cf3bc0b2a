package dupin.engine;

import dupin.model.ActionState;
import dupin.model.Entry;
import dupin.model.Ground;
import dupin.model.Investigation;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.VerdictOverride;
import dupin.model.policy.ApprovalRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the policy asks of a decision on an action besides a person's word: a comment, another person than the proposer,
/// several persons. Asked for each action, so that it can say why, and once more before the journal. Stateless.
public final class Approvals {
    private Approvals() {}

    /// Why the decision must not be written; empty when it may.
    public static Optional<String> refuse(CaseState state, RemediationAction action, Entry entry, String actor) {
        ApprovalRules rules = state.policy().approvals();
        return switch (entry) {
            case Entry.ActionApproved it ->
                    comment(rules.commentOnApprove(), it.comment(), "approve")
                            .or(() -> proposer(state, action, actor))
                            .or(() -> twice(action, Grounds.of(state, action, it.grounds()), actor))
                            .or(() -> others(state, action, Grounds.of(state, action, it.grounds())));
            case Entry.ActionEndorsed it ->
                    comment(rules.commentOnApprove(), it.comment(), "approve")
                            .or(() -> proposer(state, action, actor))
                            .or(() -> twice(action, Grounds.of(state, action, it.grounds()), actor));
            // A cancellation is a rejection that comes late.
            case Entry.ActionCancelled it -> comment(rules.commentOnReject(), it.comment(), "cancel");
            case Entry.ActionRejected it -> comment(rules.commentOnReject(), it.comment(), "reject");
            case Entry.UndoStarted it -> comment(rules.commentOnUndo(), it.comment(), "undo");
            default -> Optional.empty();
        };
    }

    private static Optional<String> comment(boolean required, String comment, String verb) {
        return required && comment.isBlank()
                ? Optional.of("The policy requires a comment to " + verb + " an action.")
                : Optional.empty();
    }

    private static Optional<String> proposer(CaseState state, RemediationAction action, String actor) {
        return state.policy().approvals().proposerMayNotApprove() && proposers(state, action).contains(actor)
                ? Optional.of("Another person must approve this: " + actor + " asked for it.")
                : Optional.empty();
    }

    /// Who asked for the action or for what led to it: by starting the investigation by hand, or by giving the verdict.
    public static Set<String> proposers(CaseState state, RemediationAction action) {
        var all = new TreeSet<String>();
        state.investigation(action.investigationId()).map(Investigation::startedBy).ifPresent(all::add);
        state.override(action.target().key()).map(VerdictOverride::by).ifPresent(all::add);
        all.add(action.requestedBy());
        all.remove("");
        all.remove(RemediationAction.AUTOMATION);
        return all;
    }

    private static Optional<String> twice(RemediationAction action, List<Ground> grounds, String actor) {
        return action.endorsers(grounds).contains(actor)
                ? Optional.of(actor + " has approved this already; it waits for somebody else.")
                : Optional.empty();
    }

    /// What several persons approved one may have tried again, but only that.
    private static Optional<String> others(CaseState state, RemediationAction action, List<Ground> grounds) {
        boolean several = state.policy().approvals().approvals(action.type()) > 1;
        return action.state().retriable() && several
                ? Grounds.difference(action.approvedOn(), grounds)
                        .map(words ->
                                "Several persons must approve this, and what they approved has changed: "
                                        + words
                                        + " Ask for the action anew.")
                : Optional.empty();
    }

    /// The approval, or an endorsement while further persons must approve on the same grounds.
    public static Entry counted(Entry.ActionApproved approval, RemediationAction action, Policy policy, String actor) {
        var persons = new TreeSet<>(action.endorsers(approval.grounds()));
        persons.add(actor);
        boolean enough =
                action.state() != ActionState.PENDING || persons.size() >= policy.approvals().approvals(action.type());
        return enough
                ? approval
                : new Entry.ActionEndorsed(
                        approval.actionId(), approval.comment(), approval.evidenceDigest(), approval.grounds(), null);
    }

    /// Why entries must not be written, whoever made them; empty when they may. The last question before the journal.
    public static Optional<String> unwritable(CaseState state, List<Entry> entries, String actor) {
        if (actor.equals(RemediationAction.AUTOMATION)) {
            return Optional.empty();
        }
        return entries.stream()
                .flatMap(entry ->
                        decided(entry)
                                .flatMap(state::action)
                                .flatMap(action -> unwritable(state, action, entry, actor))
                                .stream())
                .findFirst();
    }

    private static Optional<String> unwritable(CaseState state, RemediationAction action, Entry entry, String actor) {
        return refuse(state, action, entry, actor)
                .or(() ->
                        entry instanceof Entry.ActionApproved approval
                                        && counted(approval, action, state.policy(), actor) != approval
                                ? Optional.of(waits(action, state.policy()))
                                : Optional.empty());
    }

    /// The action that an entry decides about; empty for every other entry.
    private static Optional<String> decided(Entry entry) {
        return switch (entry) {
            case Entry.ActionApproved it -> Optional.of(it.actionId());
            case Entry.ActionEndorsed it -> Optional.of(it.actionId());
            case Entry.ActionRejected it -> Optional.of(it.actionId());
            case Entry.ActionCancelled it -> Optional.of(it.actionId());
            case Entry.UndoStarted it -> Optional.of(it.actionId());
            default -> Optional.empty();
        };
    }

    /// What a person reads who has approved and was not the last.
    public static String waits(RemediationAction action, Policy policy) {
        return "Approved; " + policy.approvals().approvals(action.type()) + " persons must approve before it runs.";
    }
}
