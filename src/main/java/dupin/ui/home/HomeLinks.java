package dupin.ui.home;

import dupin.model.EntityKey;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import java.util.Set;

/// Where the numbers of the home page lead. FX thread; returns at once.
public interface HomeLinks {

    void pendingActions();

    void incident(String id);

    void incidents(Set<Severity> severities);

    /// Investigations in these states; all when empty.
    void investigations(Set<InvestigationState> states);

    void entity(EntityKey key, String label);

    void initiateInvestigation(EntityKey key, String label);
}
