package dupin.ui.incidents;

import dupin.model.Incident;
import java.util.List;

/// What the list may ask the window to do. FX thread; returns at once.
public interface IncidentDeeds {

    void initiateInvestigation(List<Incident> incidents);

    void setStatus(List<Incident> incidents, Incident.Status status);

    void assignToMe(List<Incident> incidents);

    /// The button of the empty list.
    void chooseImport();
}
