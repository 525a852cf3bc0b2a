package dupin.ui.actions;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.RemediationAction;
import dupin.ui.fx.Messages;

/// What actions can be filtered by.
public enum Facet {
    TYPE,
    STATUS,
    DECISION,
    DECIDED_BY,
    ASSET,
    SOURCE;

    Comparable<?> of(RemediationAction action) {
        return switch (this) {
            case TYPE -> action.type();
            case STATUS -> action.state();
            case DECISION -> action.decision();
            case DECIDED_BY -> action.decidedBy();
            case ASSET -> ActionWords.asset(action);
            case SOURCE -> action.source();
        };
    }

    String label() {
        return switch (this) {
            case TYPE -> Messages.text("actions.facet.type");
            case STATUS -> Messages.text("actions.facet.status");
            case DECISION -> Messages.text("actions.facet.decision");
            case DECIDED_BY -> Messages.text("actions.column.decidedBy");
            case ASSET -> Messages.text("actions.column.asset");
            case SOURCE -> Messages.text("actions.facet.source");
        };
    }

    String word(Object value) {
        return switch (value) {
            case ActionType type -> type.label();
            case ActionState state -> state.label();
            case String text when text.isEmpty() ->
                    switch (this) {
                        case DECIDED_BY -> Messages.text("actions.facet.undecided");
                        case ASSET -> Messages.text("actions.facet.noAsset");
                        default -> Messages.text("actions.decision.automatic");
                    };
            default -> value.toString();
        };
    }
}
