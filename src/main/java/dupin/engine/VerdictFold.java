package dupin.engine;

import dupin.model.EntityKey;
import dupin.model.Finding;
import dupin.model.InvestigationState;
import dupin.model.JournalEntry;
import dupin.model.RemediationStatus;
import dupin.model.VerdictOverride;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Who has to be told, and asked anew, when a verdict or what was done about it changes. Part of [EntryFold].
final class VerdictFold {
    private static final Set<RemediationStatus> DEALT_WITH =
            EnumSet.of(
                    RemediationStatus.REMEDIATED,
                    RemediationStatus.PREVENTED,
                    RemediationStatus.BLOCKED,
                    RemediationStatus.NOT_FOUND);

    private final CaseState state;

    VerdictFold(CaseState state) {
        this.state = state;
    }

    /// A changed verdict shows in every incident whose investigations looked at the entity.
    void judged(EntityKey entity, boolean changed, Touched.Marks marks) {
        marks.entities.add(entity);
        if (changed) {
            for (String id : state.ledgers.lookedAt(entity)) {
                InvestigationFold other = state.investigations.get(id);
                if (other != null) {
                    marks.incidents.add(other.incidentId());
                }
            }
        }
    }

    /// What an investigation's earlier look found and its latest did not is no ground any more.
    void foundAgain(EntityKey entity, String investigationId, Touched.Marks marks) {
        List<Finding> all =
                state.ledgers.lookedAt(entity).stream()
                        .map(state.investigations::get)
                        .filter(Objects::nonNull)
                        .flatMap(run -> run.found().findings(entity).stream())
                        .toList();
        boolean judged = state.judgedIn(investigationId).contains(entity);
        judged(entity, state.ledgers.foundAgain(entity, all, investigationId, judged), marks);
    }

    /// Every investigation and incident that shows the entity is told, and asked anew whether threats are left.
    void overruled(EntityKey entity, boolean changed, JournalEntry journal, Touched.Marks marks) {
        judged(entity, true, marks);
        state.alertsWith(entity).stream()
                .flatMap(alert -> state.incidentOf(alert.id()).stream())
                .forEach(marks.incidents::add);
        if (changed) {
            for (String id : state.ledgers.lookedAt(entity)) {
                InvestigationFold run = state.investigations.get(id);
                if (run != null) {
                    run.threatsLeft(threatsLeft(run), journal.at());
                    marks.investigations.add(id);
                    marks.alerts.addAll(run.alertIds());
                }
            }
        }
    }

    boolean threatsLeft(InvestigationFold investigation) {
        return investigation.found().verdicts().stream()
                .filter(verdict ->
                        state.override(verdict.entity().key())
                                .map(VerdictOverride::verdict)
                                .orElse(verdict.verdict())
                                .incriminates())
                .map(verdict -> state.remediation(verdict.entity().key()))
                .anyMatch(status -> !DEALT_WITH.contains(status));
    }

    /// Investigations that proposed nothing because another one had: its outcome is theirs.
    void review(EntityKey target, JournalEntry journal, Touched.Marks marks) {
        for (String id : state.ledgers.lookedAt(target)) {
            InvestigationFold other = state.investigations.get(id);
            if (other != null && other.leansOnOthers()) {
                InvestigationState before = other.state();
                other.threatsLeft(threatsLeft(other), journal.at());
                if (other.state() != before) {
                    marks.investigations.add(id);
                    marks.incidents.add(other.incidentId());
                    marks.alerts.addAll(other.alertIds());
                }
            }
        }
    }
}
