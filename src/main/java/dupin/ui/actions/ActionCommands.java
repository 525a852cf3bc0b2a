package dupin.ui.actions;

import dupin.model.RemediationAction;
import dupin.service.ItemResult;
import dupin.service.Problem;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Messages;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;

/// Runs the verbs: asks where it must, works in the background, tells what became of each item. FX thread.
public final class ActionCommands {
    private static final int LINES = 6;

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
        if (fitting.isEmpty()) {
            return;
        }
        Dialogs dialogs = context.frame().dialogs();
        switch (verb) {
            case REJECT ->
                    dialogs.ask(
                            new Dialogs.Question(
                                    question(verb, fitting),
                                    Messages.text("actions.reject.text", ActionWords.byType(fitting)),
                                    Messages.text("actions.reject.prompt"),
                                    verb.label(fitting.size()),
                                    Dialogs.Need.REQUIRED),
                            comment -> go(verb, fitting, comment));
            case CANCEL ->
                    dialogs.ask(
                            new Dialogs.Question(
                                    question(verb, fitting),
                                    Messages.text("actions.cancel.text", ActionWords.byType(fitting)),
                                    Messages.text("actions.cancel.prompt"),
                                    verb.label(fitting.size()),
                                    Dialogs.Need.OPTIONAL),
                            comment -> go(verb, fitting, comment));
            case UNDO -> dialogs.confirm(undoing(fitting), () -> go(verb, fitting, ""));
            case APPROVE, RETRY -> {
                if (fitting.stream().anyMatch(a -> ActionWords.irreversible(a) || ActionWords.disruptive(a))) {
                    dialogs.confirm(approving(verb, fitting), () -> go(verb, fitting, ""));
                } else {
                    go(verb, fitting, "");
                }
            }
        }
    }

    private static String question(Verb verb, List<RemediationAction> actions) {
        return actions.size() == 1
                ? Messages.text("actions.ask.one", verb.label(), ActionWords.title(actions.getFirst()))
                : Messages.text("actions.ask", verb.label(actions.size()));
    }

    private static Dialogs.Confirmation approving(Verb verb, List<RemediationAction> actions) {
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

    private static Dialogs.Confirmation undoing(List<RemediationAction> actions) {
        String plans =
                actions.stream()
                        .limit(LINES)
                        .map(action ->
                                action.undoPlan().isEmpty()
                                        ? action.type().undoLabel().orElse("") + ": " + action.target().label()
                                        : action.undoPlan())
                        .collect(Collectors.joining("\n"));
        String more = actions.size() > LINES ? "\n" + Messages.text("actions.andMore", actions.size() - LINES) : "";
        return new Dialogs.Confirmation(
                question(Verb.UNDO, actions),
                plans + more,
                Verb.UNDO.label(actions.size()),
                Dialogs.Danger.DISRUPTIVE,
                "");
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
            toasts.say(receipt.sentence(), Verb.UNDO.label(back.size()), () -> go(Verb.UNDO, back, ""));
        } else {
            toasts.say(receipt.sentence());
        }
    }
}
