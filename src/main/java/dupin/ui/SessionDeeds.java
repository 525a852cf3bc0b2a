package dupin.ui;

import dupin.model.ActionType;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.Incident;
import dupin.model.Policy;
import dupin.model.Verdict;
import dupin.model.policy.ApprovalRules;
import dupin.service.CaseSession;
import dupin.service.Deciders;
import dupin.service.ItemResult;
import dupin.service.Job;
import dupin.service.Progress;
import dupin.ui.fx.AlertCommands;
import dupin.ui.fx.Deeds;
import dupin.ui.fx.TuningCommands;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Commands to the open case in the name of whoever is at the console. Everything blocks: background only.
final class SessionDeeds implements Deeds {
    private final CaseSession session;
    private final Supplier<String> operator;
    private volatile ApprovalRules rules = ApprovalRules.NONE;

    /// @param operator name of the person, asked anew for each command
    SessionDeeds(CaseSession session, Supplier<String> operator) {
        this.session = session;
        this.operator = operator;
    }

    @Override
    public List<ItemResult> approve(List<String> actionIds, String comment) {
        return session.actions().approve(actionIds, operator.get(), comment);
    }

    /// Reads what [#approvalRules] answers.
    boolean readRules() {
        rules = session.policies().policy().approvals();
        return true;
    }

    @Override
    public ApprovalRules approvalRules() {
        return rules;
    }

    @Override
    public Optional<Deciders> deciders(String actionId) {
        return session.deciders(actionId);
    }

    @Override
    public List<ItemResult> reject(List<String> actionIds, String comment) {
        return session.actions().reject(actionIds, operator.get(), comment);
    }

    @Override
    public List<ItemResult> undo(List<String> actionIds, String comment) {
        return session.actions().undo(actionIds, operator.get(), comment);
    }

    @Override
    public String request(
            ActionType type,
            EntityKey entity,
            @Nullable EntityKey device,
            Map<String, String> parameters,
            String reason) {
        return session.requests().ask(type, entity, device, parameters, reason, operator.get());
    }

    @Override
    public List<ItemResult> cancelActions(List<String> actionIds, String comment) {
        return session.actions().cancel(actionIds, operator.get(), comment);
    }

    @Override
    public String investigate(EntityKey entity) {
        return session.investigations().startOn(entity, operator.get());
    }

    @Override
    public String investigateAlert(String alertId) {
        return session.investigations().startOnAlert(alertId, operator.get());
    }

    @Override
    public String investigateIncident(String incidentId) {
        return session.investigations().start(incidentId, operator.get());
    }

    @Override
    public void cancel(String investigationId) {
        session.investigations().cancel(investigationId, operator.get());
    }

    @Override
    public int override(EntityKey entity, Verdict verdict, String reason) {
        return session.overrides().override(entity, verdict, reason, operator.get());
    }

    @Override
    public void withdrawOverride(EntityKey entity, String reason) {
        session.overrides().withdraw(entity, reason, operator.get());
    }

    @Override
    public void manage(String incidentId, List<Entry.Change> changes) {
        session.notes().manage(incidentId, changes, operator.get());
    }

    void merge(List<String> from, String into, String reason) {
        session.notes().merge(from, into, reason, operator.get());
    }

    void unmerge(String incidentId, String reason) {
        session.notes().unmerge(incidentId, reason, operator.get());
    }

    @Override
    public AlertCommands onAlerts() {
        return new SessionAlerts(session, operator);
    }

    @Override
    public TuningCommands tuning() {
        return new SessionTuning(session, operator);
    }

    @Override
    public void comment(String subject, String text) {
        session.notes().comment(subject, text, operator.get());
    }

    List<ItemResult> setStatus(List<Incident> incidents, Incident.Status status) {
        return session.notes()
                .manageAll(
                        incidents,
                        incident ->
                                incident.status() == status
                                        ? List.of()
                                        : List.of(
                                                new Entry.Change("status", incident.status().label(), status.label())),
                        operator.get());
    }

    List<ItemResult> assignToMe(List<Incident> incidents) {
        String me = operator.get();
        return session.notes()
                .manageAll(
                        incidents,
                        incident ->
                                incident.assignedTo().equals(me)
                                        ? List.of()
                                        : List.of(new Entry.Change("assignedTo", incident.assignedTo(), me)),
                        me);
    }

    void stopAutomation(boolean stop, String comment) {
        Policy p = session.policies().policy();
        Policy next =
                p.withLimits(p.pendingExpiryDays(), p.maxAutomaticPerHour(), p.expansionGate(), stop, p.blindReview());
        session.policies().change(next, operator.get(), comment);
    }

    Job start(String title, Consumer<Progress> work) {
        return session.jobs().start(title, work::accept);
    }
}
