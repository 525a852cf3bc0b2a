package dupin.engine;

import dupin.model.ActionState;
import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.EntityKey;
import dupin.model.Evidence;
import dupin.model.RemediationAction;
import dupin.model.RemediationStatus;
import dupin.model.SparedAction;
import java.util.EnumSet;
import java.util.List;

/// How far the remediation of one entity has come: our actions on it, else what its source reports.
final class Remediations {
    private static final EnumSet<ActionState> CAME_TO_NOTHING =
            EnumSet.of(
                    ActionState.DECLINED,
                    ActionState.CANCELLED,
                    ActionState.SKIPPED,
                    ActionState.EXPIRED,
                    ActionState.FAILED,
                    ActionState.TIMED_OUT);

    private Remediations() {}

    static RemediationStatus status(CaseState state, EntityKey entity) {
        var states = EnumSet.noneOf(ActionState.class);
        for (RemediationAction action : state.actionsOn(entity)) {
            states.add(action.state());
        }
        boolean cleared = state.override(entity).filter(it -> !it.verdict().incriminates()).isPresent();
        return states.isEmpty() || (cleared && CAME_TO_NOTHING.containsAll(states))
                ? withoutActions(state, entity)
                : of(states);
    }

    private static RemediationStatus of(EnumSet<ActionState> states) {
        if (states.contains(ActionState.PENDING)) {
            return RemediationStatus.PENDING_APPROVAL;
        }
        if (states.stream().anyMatch(ActionState::underWay) || states.contains(ActionState.UNDOING)) {
            return RemediationStatus.RUNNING;
        }
        if (states.contains(ActionState.COMPLETED)) {
            return states.size() == 1 ? RemediationStatus.REMEDIATED : RemediationStatus.PARTIALLY_REMEDIATED;
        }
        if (states.contains(ActionState.UNDONE)) {
            return RemediationStatus.UNREMEDIATED;
        }
        if (states.stream().anyMatch(ActionState::retriable) || states.contains(ActionState.SKIPPED)) {
            return RemediationStatus.ACTIVE;
        }
        return RemediationStatus.DECLINED;
    }

    private static RemediationStatus withoutActions(CaseState state, EntityKey entity) {
        RemediationStatus reported = reported(state.alertsWith(entity), entity);
        boolean ended = state.spared(entity).stream().anyMatch(one -> one.why() == SparedAction.Why.ENDED);
        if (reported == RemediationStatus.NONE && ended) {
            return RemediationStatus.NOT_FOUND;
        }
        boolean incriminated = state.ledger(entity).filter(l -> l.verdict().incriminates()).isPresent();
        return reported != RemediationStatus.NONE || !incriminated ? reported : RemediationStatus.ACTIVE;
    }

    /// What the provider says it did; a source that stopped the threat before it ran says *prevented*.
    private static RemediationStatus reported(List<Alert> alerts, EntityKey entity) {
        var best = RemediationStatus.NONE;
        for (Alert alert : alerts) {
            for (Evidence evidence : alert.evidence()) {
                RemediationStatus said = said(evidence);
                // The keys of an entity are worth computing for the few that were dealt with.
                if (rank(said) > rank(best)
                        && evidence.entity().kind() == entity.kind()
                        && evidence.entity().allKeys().contains(entity)) {
                    best = said;
                }
            }
        }
        return best;
    }

    private static RemediationStatus said(Evidence evidence) {
        RemediationStatus detected = word(evidence.detectionStatus());
        RemediationStatus remedied = word(evidence.providerRemediationStatus());
        return rank(detected) >= rank(remedied) ? detected : remedied;
    }

    private static RemediationStatus word(String text) {
        return switch (Canonical.lower(text)) {
            case "prevented" -> RemediationStatus.PREVENTED;
            case "blocked" -> RemediationStatus.BLOCKED;
            case "remediated" -> RemediationStatus.REMEDIATED;
            default -> RemediationStatus.NONE;
        };
    }

    /// What happened first tells most: what was prevented need not have been remediated.
    private static int rank(RemediationStatus status) {
        return switch (status) {
            case PREVENTED -> 3;
            case BLOCKED -> 2;
            case REMEDIATED -> 1;
            default -> 0;
        };
    }
}
