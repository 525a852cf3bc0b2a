package dupin.ui.incidents;

import dupin.model.Incident;
import dupin.service.Chosen;

/// What the list may ask the window to do. FX thread; returns at once.
public interface IncidentDeeds {

    void initiateInvestigation(Chosen<Incident> incidents);

    void setStatus(Chosen<Incident> incidents, Incident.Status status);

    void assignToMe(Chosen<Incident> incidents);

    /// The button of the empty list.
    void chooseImport();
}
