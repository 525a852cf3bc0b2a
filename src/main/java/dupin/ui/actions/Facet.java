package dupin.ui.actions;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.RemediationAction;
import dupin.ui.fx.Messages;

/// What actions can be filtered by.
enum Facet {
    TYPE,
    STATUS,
    DECISION,
    SOURCE;

    Comparable<?> of(RemediationAction action) {
        return switch (this) {
            case TYPE -> action.type();
            case STATUS -> action.state();
            case DECISION -> action.decision();
            case SOURCE -> action.source();
        };
    }

    String label() {
        return switch (this) {
            case TYPE -> Messages.text("actions.facet.type");
            case STATUS -> Messages.text("actions.facet.status");
            case DECISION -> Messages.text("actions.facet.decision");
            case SOURCE -> Messages.text("actions.facet.source");
        };
    }

    static String word(Object value) {
        return switch (value) {
            case ActionType type -> type.label();
            case ActionState state -> state.label();
            case String text when text.isEmpty() -> Messages.text("actions.decision.automatic");
            default -> value.toString();
        };
    }
}
