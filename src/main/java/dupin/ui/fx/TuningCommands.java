package dupin.ui.fx;

import dupin.model.policy.TuningRule;
import dupin.model.row.AlertRow;
import dupin.service.Tuning;
import java.util.List;
import java.util.Map;

/// What a view may have done with rules that hide or resolve alerts, in the name of the person at the console. Everything
/// here blocks (locks, disk): background only. All throw [dupin.service.Problem] when the case refuses.
public interface TuningCommands {

    /// What a rule may be made from.
    Tuning.Offer offer(String alertId);

    /// Alerts of the case that the rule's conditions hold for, newest first.
    List<AlertRow> matching(TuningRule rule);

    /// How many alerts the case has.
    int alerts();

    /// @param existing whether it takes open alerts of the case as well
    /// @return how many of those it took
    int add(TuningRule rule, boolean existing);

    /// The alert is what it was before a rule took it.
    void bringBack(String alertId);

    /// @return how many alerts came back
    int bringBackAll(String ruleId);

    /// How many alerts each rule hid or resolved and nobody brought back, by the rule's id.
    Map<String, Integer> taken();
}
