package dupin.ui.actions;

import dupin.model.RemediationAction;
import dupin.model.policy.ApprovalRules;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What is asked before a verb runs, in words. Any thread.
final class ActionQuestions {
    private static final int LINES = 6;

    private ActionQuestions() {}

    /// Whether the policy refuses the verb without a comment. A cancellation is a rejection that comes late.
    static boolean commentNeeded(Verb verb, ApprovalRules rules) {
        return switch (verb) {
            case APPROVE, RETRY -> rules.commentOnApprove();
            case REJECT, CANCEL -> rules.commentOnReject();
            case UNDO -> rules.commentOnUndo();
        };
    }

    /// @param needed an empty answer is refused
    static Dialogs.Question comment(Verb verb, List<RemediationAction> actions, boolean needed) {
        String what =
                switch (verb) {
                    case REJECT -> Messages.text("actions.reject.text", ActionWords.byType(actions));
                    case CANCEL -> Messages.text("actions.cancel.text", ActionWords.byType(actions));
                    case UNDO -> plans(actions);
                    case APPROVE, RETRY ->
                            actions.size() == 1 ? effect(actions.getFirst()) : ActionWords.byType(actions);
                };
        return new Dialogs.Question(
                question(verb, actions),
                what,
                needed ? Messages.text("actions.comment.needed") : Messages.text("actions.comment.optional"),
                verb.label(actions.size()),
                needed ? Dialogs.Need.REQUIRED : Dialogs.Need.OPTIONAL);
    }

    private static String question(Verb verb, List<RemediationAction> actions) {
        return actions.size() == 1
                ? Messages.text("actions.ask.one", verb.label(), ActionWords.title(actions.getFirst()))
                : Messages.text("actions.ask", verb.label(actions.size()));
    }

    static Dialogs.Confirmation approving(Verb verb, List<RemediationAction> actions) {
        List<RemediationAction> forGood = actions.stream().filter(ActionWords::irreversible).toList();
        var text = new StringBuilder(actions.size() == 1 ? effect(actions.getFirst()) : ActionWords.byType(actions));
        if (!forGood.isEmpty()) {
            text.append("\n\n")
                    .append(
                            actions.size() == 1
                                    ? Messages.text("actions.approve.forGoodOne")
                                    : Messages.text(
                                            "actions.approve.forGood",
                                            forGood.size(),
                                            ActionWords.byType(forGood).replace("\n", ", ")));
        }
        actions.stream()
                .filter(action -> !ActionWords.radius(action.blastRadius()).isEmpty())
                .sorted(Comparator.comparing(action -> action.blastRadius().critical().isEmpty()))
                .limit(LINES)
                .forEach(action ->
                        text.append('\n')
                                .append(
                                        Messages.text(
                                                "actions.approve.radius",
                                                action.target().label(),
                                                ActionWords.radius(action.blastRadius()))));
        // What cannot be undone is typed out: its name for one, the number for many.
        String typed =
                forGood.isEmpty()
                        ? ""
                        : actions.size() == 1 ? actions.getFirst().type().label() : String.valueOf(actions.size());
        return new Dialogs.Confirmation(
                question(verb, actions), text.toString(), verb.label(actions.size()), Dialogs.Danger.DISRUPTIVE, typed);
    }

    private static String effect(RemediationAction action) {
        return ActionWords.effect(action.type());
    }

    private static String plans(List<RemediationAction> actions) {
        String plans =
                actions.stream()
                        .limit(LINES)
                        .map(action ->
                                action.undoPlan().isEmpty()
                                        ? action.type().undoLabel().orElse("") + ": " + action.target().label()
                                        : action.undoPlan())
                        .collect(Collectors.joining("\n"));
        String more = actions.size() > LINES ? "\n" + Messages.text("actions.andMore", actions.size() - LINES) : "";
        return plans + more;
    }

    static Dialogs.Confirmation undoing(List<RemediationAction> actions) {
        return new Dialogs.Confirmation(
                question(Verb.UNDO, actions),
                plans(actions),
                Verb.UNDO.label(actions.size()),
                Dialogs.Danger.DISRUPTIVE,
                "");
    }
}
