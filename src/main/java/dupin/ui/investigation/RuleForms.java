package dupin.ui.investigation;

import dupin.ui.fx.Frame;
import dupin.ui.fx.RuleEditing;
import dupin.ui.fx.TuningCommands;

/// The form of a tuning rule, for who has one to change. FX thread.
///
/// @param tuning counts what a rule would take
public record RuleForms(Frame frame, TuningCommands tuning) {

    /// The rule that comes out of it stands where it stood: nothing is saved here.
    public void edit(RuleEditing wish) {
        new TuneForm(frame, tuning, TuneSubject.edited(wish))
                .open(frame.dialogs(), (rule, _) -> wish.done().accept(rule));
    }
}
