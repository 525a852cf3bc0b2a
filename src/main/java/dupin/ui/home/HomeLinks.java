package dupin.ui.home;

import dupin.model.EntityKey;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import java.util.Set;

/// Where the numbers of the home page lead. FX thread; returns at once.
public interface HomeLinks {

    void pendingActions();

    void incident(String id);

    /// All incidents.
    void incidents();

    /// Active incidents of this severity.
    void activeIncidents(Severity severity);

    /// Investigations in these states.
    void investigations(Set<InvestigationState> states);

    /// These investigations, by their ids.
    ///
    /// @param words what they have in common
    void investigations(String words, Set<String> ids);

    /// Investigations whose steps are all done.
    void analysedInvestigations();

    /// Alerts that an investigation looked into.
    void investigatedAlerts();

    /// The page of a device or user.
    void asset(EntityKey key);

    void initiateInvestigation(EntityKey key, String label);
}
