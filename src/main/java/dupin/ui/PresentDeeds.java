package dupin.ui;

import org.jspecify.annotations.Nullable;
import java.util.Map;
import dupin.model.ActionType;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.Verdict;
import dupin.model.policy.ApprovalRules;
import dupin.service.Deciders;
import dupin.service.ItemResult;
import dupin.service.Problem;
import dupin.ui.fx.AlertCommands;
import dupin.ui.fx.Deeds;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TuningCommands;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Commands that are refused while an earlier moment is shown: nobody decides on what was.
final class PresentDeeds implements Deeds {
    private final Deeds deeds;
    private final BooleanSupplier past;

    PresentDeeds(Deeds deeds, BooleanSupplier past) {
        this.deeds = deeds;
        this.past = past;
    }

    private Deeds now() {
        if (past.getAsBoolean()) {
            throw new Problem(
                    Messages.text("replay.refused"), Messages.text("replay.kept"), Messages.text("replay.back"));
        }
        return deeds;
    }

    @Override
    public List<ItemResult> approve(List<String> actionIds, String comment) {
        return now().approve(actionIds, comment);
    }

    @Override
    public ApprovalRules approvalRules() {
        return deeds.approvalRules();
    }

    @Override
    public Optional<Deciders> deciders(String actionId) {
        return deeds.deciders(actionId);
    }

    @Override
    public List<ItemResult> reject(List<String> actionIds, String comment) {
        return now().reject(actionIds, comment);
    }

    @Override
    public List<ItemResult> undo(List<String> actionIds, String comment) {
        return now().undo(actionIds, comment);
    }

    @Override
    public String request(
            ActionType type,
            EntityKey entity,
            @Nullable EntityKey device,
            Map<String, String> parameters,
            String reason) {
        return now().request(type, entity, device, parameters, reason);
    }

    @Override
    public List<ItemResult> cancelActions(List<String> actionIds, String comment) {
        return now().cancelActions(actionIds, comment);
    }

    @Override
    public String investigate(EntityKey entity) {
        return now().investigate(entity);
    }

    @Override
    public String investigateAlert(String alertId) {
        return now().investigateAlert(alertId);
    }

    @Override
    public String investigateIncident(String incidentId) {
        return now().investigateIncident(incidentId);
    }

    @Override
    public void cancel(String investigationId) {
        now().cancel(investigationId);
    }

    @Override
    public int override(EntityKey entity, Verdict verdict, String reason) {
        return now().override(entity, verdict, reason);
    }

    @Override
    public void withdrawOverride(EntityKey entity, String reason) {
        now().withdrawOverride(entity, reason);
    }

    @Override
    public void manage(String incidentId, List<Entry.Change> changes) {
        now().manage(incidentId, changes);
    }

    @Override
    public AlertCommands onAlerts() {
        return now().onAlerts();
    }

    @Override
    public TuningCommands tuning() {
        return now().tuning();
    }

    @Override
    public void comment(String subject, String text) {
        now().comment(subject, text);
    }
}
