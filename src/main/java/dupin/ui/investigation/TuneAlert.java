package dupin.ui.investigation;

import dupin.model.policy.Tuned;
import dupin.model.policy.TuningRule;
import dupin.model.row.AlertRow;
import dupin.service.Tuning;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Sheet;
import java.util.function.Supplier;

/// *Tune alert*: makes a rule from an alert, says which rule took one, and takes it back. FX thread.
final class TuneAlert {
    private static final int NAME = 60;

    private final CaseContext context;
    private final Commands commands;
    private final Runnable done;

    /// @param done told when something was done
    TuneAlert(CaseContext context, Runnable done) {
        this.context = context;
        commands = new Commands(context);
        this.done = done;
    }

    void open(AlertRow row) {
        String id = row.alert().id();
        commands.run(() -> context.deeds().tuning().offer(id), this::open);
    }

    private void open(Tuning.Offer offer) {
        new TuneForm(context.frame(), context.deeds().tuning(), TuneSubject.made(offer))
                .open(
                        context.frame().dialogs(),
                        (rule, existing) ->
                                commands.run(() -> context.deeds().tuning().add(rule, existing), n -> made(rule, n)));
    }

    private void made(TuningRule rule, int taken) {
        String name = Elide.middle(rule.name(), NAME);
        say(
                taken == 0
                        ? Messages.text("tune.saved", name)
                        : rule.effect() == TuningRule.Effect.HIDE
                                ? Messages.text("tune.savedHidden", name, taken)
                                : Messages.text("tune.savedResolved", name, taken));
    }

    /// Which rule took the alert, and the way back; nothing where none did.
    void note(Sheet sheet, AlertRow row) {
        Tuned tuned = row.tuned();
        if (tuned != null) {
            String rule = Elide.middle(tuned.rule(), NAME);
            sheet.text(
                    tuned.effect() == TuningRule.Effect.HIDE
                            ? Messages.text("tune.hiddenBy", rule, tuned.by())
                            : Messages.text("tune.resolvedBy", rule, tuned.by()));
            var back = Sheet.link(Messages.text("tune.back"), () -> bringBack(row));
            back.setId("tune-back");
            sheet.add(back);
        }
    }

    private void bringBack(AlertRow row) {
        String id = row.alert().id();
        Supplier<Boolean> work =
                () -> {
                    context.deeds().tuning().bringBack(id);
                    return true;
                };
        commands.run(work, _ -> say(Messages.text("tune.broughtBack", Elide.middle(row.alert().title(), NAME))));
    }

    private void say(String sentence) {
        context.frame().toasts().say(sentence);
        done.run();
    }
}
