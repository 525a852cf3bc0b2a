package dupin.ui.actions;

import dupin.model.RemediationAction;
import dupin.model.policy.ApprovalRules;
import dupin.service.ItemResult;
import dupin.service.Problem;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;

/// Runs the verbs: asks where it must, works in the background, tells what became of each item. FX thread.
public final class ActionCommands {
    private static final System.Logger LOG = System.getLogger(ActionCommands.class.getName());

    private final CaseContext context;
    private final BooleanProperty busy;
    private final Consumer<Receipt> told;

    /// What was decided and has no answer yet: it is not decided twice, while the next may be.
    private final Set<String> underWay = new HashSet<>();

    /// @param busy true while a command runs; bind what must not be pressed then
    /// @param told hears of every receipt, beside the toast
    public ActionCommands(CaseContext context, BooleanProperty busy, Consumer<Receipt> told) {
        this.context = context;
        this.busy = busy;
        this.told = told;
    }

    /// Asks if need be and runs the verb on those of the actions that it fits.
    public void run(Verb verb, List<RemediationAction> actions) {
        List<RemediationAction> fitting =
                actions.stream().filter(verb::fits).filter(action -> !underWay.contains(action.id())).toList();
        if (!fitting.isEmpty()) {
            ask(verb, fitting, context.deeds().approvalRules());
        }
    }

    private void ask(Verb verb, List<RemediationAction> actions, ApprovalRules rules) {
        Dialogs dialogs = context.frame().dialogs();
        boolean needed = ActionQuestions.commentNeeded(verb, rules);
        switch (verb) {
            case REJECT, CANCEL ->
                    dialogs.ask(ActionQuestions.comment(verb, actions, needed), comment -> go(verb, actions, comment));
            case UNDO -> {
                if (needed) {
                    dialogs.ask(ActionQuestions.comment(verb, actions, true), comment -> go(verb, actions, comment));
                } else {
                    dialogs.confirm(ActionQuestions.undoing(actions), () -> go(verb, actions, ""));
                }
            }
            case APPROVE, RETRY -> {
                if (needed) {
                    dialogs.ask(
                            ActionQuestions.comment(verb, actions, true), comment -> approve(verb, actions, comment));
                } else {
                    approve(verb, actions, "");
                }
            }
        }
    }

    /// What cuts somebody off or is for good is confirmed last.
    private void approve(Verb verb, List<RemediationAction> actions, String comment) {
        if (actions.stream().anyMatch(a -> ActionWords.irreversible(a) || ActionWords.disruptive(a))) {
            context.frame()
                    .dialogs()
                    .confirm(ActionQuestions.approving(verb, actions), () -> go(verb, actions, comment));
        } else {
            go(verb, actions, comment);
        }
    }

    /// The way back right after an approval: without a question, unless the policy wants a comment.
    private void takeBack(List<RemediationAction> actions) {
        ApprovalRules rules = context.deeds().approvalRules();
        if (rules.commentOnUndo()) {
            ask(Verb.UNDO, actions, rules);
        } else {
            go(Verb.UNDO, actions, "");
        }
    }

    private void go(Verb verb, List<RemediationAction> actions, String comment) {
        List<String> ids = actions.stream().map(RemediationAction::id).toList();
        underWay.addAll(ids);
        busy.set(true);
        context.frame().pump().once(() -> ask(verb, ids, comment), receipt -> finish(receipt, actions));
    }

    private Receipt ask(Verb verb, List<String> ids, String comment) {
        try {
            List<ItemResult> results =
                    switch (verb) {
                        case APPROVE, RETRY -> context.deeds().approve(ids, comment);
                        case REJECT -> context.deeds().reject(ids, comment);
                        case UNDO -> context.deeds().undo(ids, comment);
                        case CANCEL -> context.deeds().cancelActions(ids, comment);
                    };
            return new Receipt(verb, results, "");
        } catch (Problem e) {
            return new Receipt(verb, List.of(), e.sentence());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A decision on actions failed", e);
            return new Receipt(verb, List.of(), Messages.text("actions.receipt.failed", e));
        }
    }

    private void finish(Receipt receipt, List<RemediationAction> actions) {
        actions.forEach(action -> underWay.remove(action.id()));
        busy.set(!underWay.isEmpty());
        told.accept(receipt);
        var toasts = context.frame().toasts();
        List<String> done = receipt.done();
        List<RemediationAction> back =
                actions.stream()
                        .filter(action -> done.contains(action.id()) && action.type().undoLabel().isPresent())
                        .toList();
        if (!receipt.failure().isEmpty() || !receipt.refused().isEmpty()) {
            String why = receipt.refused().size() == 1 ? ": " + receipt.refused().getFirst().message() : "";
            toasts.warn(receipt.sentence() + why);
        } else if (receipt.verb() == Verb.APPROVE && !back.isEmpty()) {
            toasts.say(receipt.sentence(), Verb.UNDO.label(back.size()), () -> takeBack(back));
        } else {
            toasts.say(receipt.sentence());
        }
    }
}
