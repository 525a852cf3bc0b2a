package dupin.respond;

import dupin.model.ActionType;
import dupin.model.RemediationAction;

/// Carries out remediation actions. Calls may come from several worker threads. Every call is idempotent by
/// [RemediationAction#attemptId]: asked again after a crash it answers with that attempt's outcome and acts on nothing twice;
/// a retry by a person's word is another attempt.
public interface Responder extends AutoCloseable {

    /// Name on screen and in the journal, for example `Simulated estate`.
    String name();

    /// Whether actions change anything outside this program.
    boolean real();

    boolean supports(ActionType type);

    Outcome execute(RemediationAction action);

    /// Restores the state that was captured before [#execute].
    Outcome undo(RemediationAction action);

    /// Reads the estate back: does it show the action's effect (or, after an undo, its absence)?
    Outcome verify(RemediationAction action, boolean expectEffect);

    @Override
    void close();

    /// @param details a sentence for the log and the action center
    record Outcome(boolean completed, String details) {}
}
