package dupin.ui.fx;

import dupin.model.ActionType;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.Verdict;
import dupin.model.policy.ApprovalRules;
import dupin.service.Deciders;
import dupin.service.ItemResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a view may have done in the open case, in the name of the person at the console. Everything here blocks (locks,
/// disk): background only.
///
/// All throw [dupin.service.Problem] when the case refuses the command as a whole.
public interface Deeds {

    /// Each item says whether it was done and, if not, why.
    List<ItemResult> approve(List<String> actionIds, String comment);

    /// What the policy asks of decisions, as it was read last: any thread, at once. The case itself refuses what lacks it.
    ApprovalRules approvalRules();

    /// Empty for an action that the case does not know.
    Optional<Deciders> deciders(String actionId);

    List<ItemResult> reject(List<String> actionIds, String comment);

    List<ItemResult> undo(List<String> actionIds, String comment);

    /// Puts an action on an entity before whoever may approve it.
    ///
    /// @param device where it takes effect; null where the type does not work on one device
    /// @param parameters choices that the type leaves open, by name
    /// @return the action's id
    String request(
            ActionType type,
            EntityKey entity,
            @Nullable EntityKey device,
            Map<String, String> parameters,
            String reason);

    /// Calls off approved actions that were not dispatched yet.
    List<ItemResult> cancelActions(List<String> actionIds, String comment);

    /// @return the investigation's id
    String investigate(EntityKey entity);

    String investigateAlert(String alertId);

    String investigateIncident(String incidentId);

    void cancel(String investigationId);

    /// Sets the verdict on an entity before the engine's own.
    ///
    /// @return how many waiting actions were withdrawn with it
    int override(EntityKey entity, Verdict verdict, String reason);

    /// Lets the engine's own verdict hold again.
    void withdrawOverride(EntityKey entity, String reason);

    /// @param changes fields as [dupin.service.Notes#manage] names them
    void manage(String incidentId, List<Entry.Change> changes);

    /// What can be done with one alert.
    AlertCommands onAlerts();

    /// Rules that hide or resolve alerts.
    TuningCommands tuning();

    /// @param subject `incident:ID`, `alert:ID`, `investigation:ID` or `action:ID`
    void comment(String subject, String text);
}
