package dupin.ui.actions;

import dupin.model.ActionState;
import dupin.model.RemediationAction;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;

/// What a person can do with an action.
public enum Verb {
    APPROVE,
    REJECT,
    UNDO,
    /// Calls off what is approved and not begun.
    CANCEL,
    /// Approves an action that failed once more.
    RETRY;

    public boolean fits(RemediationAction action) {
        return switch (this) {
            case APPROVE, REJECT -> action.state() == ActionState.PENDING;
            case CANCEL -> action.state().cancellable();
            case UNDO -> action.state() == ActionState.COMPLETED && action.type().undoLabel().isPresent();
            case RETRY -> action.state().retriable();
        };
    }

    /// `Approve`
    public String label() {
        return switch (this) {
            case APPROVE -> Messages.text("actions.verb.approve");
            case REJECT -> Messages.text("actions.verb.reject");
            case UNDO -> Messages.text("actions.verb.undo");
            case CANCEL -> Messages.text("actions.verb.cancel");
            case RETRY -> Messages.text("actions.verb.retry");
        };
    }

    /// `Approve 3 actions`; the verb alone for one.
    public String label(int count) {
        return count <= 1 ? label() : Messages.text("actions.verb.counted", label(), count);
    }

    /// `approved`
    String past() {
        return switch (this) {
            case APPROVE -> Messages.text("actions.past.approve");
            case REJECT -> Messages.text("actions.past.reject");
            case UNDO -> Messages.text("actions.past.undo");
            case CANCEL -> Messages.text("actions.past.cancel");
            case RETRY -> Messages.text("actions.past.retry");
        };
    }

    Icon icon() {
        return switch (this) {
            case APPROVE -> Icon.APPROVE;
            case REJECT -> Icon.REJECT;
            case UNDO -> Icon.UNDO;
            case CANCEL -> Icon.STOP;
            case RETRY -> Icon.REFRESH;
        };
    }
}
