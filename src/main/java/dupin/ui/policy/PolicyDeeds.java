package dupin.ui.policy;

import dupin.model.Alert;
import dupin.model.AlertPolicy;
import dupin.model.Entry;
import dupin.model.FolderClass;
import dupin.model.Policy;
import dupin.ui.fx.TuningCommands;
import java.util.List;

/// What the page asks of the case. Everything blocks: background only.
public interface PolicyDeeds extends RuleDeeds, PackDeeds, PlaybookDeeds, ReviewDeeds, PeopleDeeds {

    Policy policy();

    /// What saving the draft would change; changes nothing.
    ///
    /// @throws dupin.service.Problem when the draft breaks a rule
    List<Entry.Change> changes(Policy draft);

    /// @throws dupin.service.Problem when the draft breaks a rule
    List<Entry.Change> save(Policy draft, String comment);

    /// Labels of the case's devices in the group.
    List<String> devices(Policy draft, String group);

    /// Alerts of the case that the policy's conditions hold for, newest first.
    List<Alert> alerts(AlertPolicy policy);

    /// Rules that hide or resolve alerts.
    TuningCommands tuning();

    FolderClass classify(Policy draft, String path);
}
