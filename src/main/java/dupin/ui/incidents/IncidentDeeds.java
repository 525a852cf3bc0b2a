package dupin.ui.incidents;

import dupin.model.Incident;
import dupin.service.Chosen;
import java.util.List;

/// What the list may ask the window to do. FX thread; returns at once.
public interface IncidentDeeds {

    void initiateInvestigation(Chosen<Incident> incidents);

    void setStatus(Chosen<Incident> incidents, Incident.Status status);

    void assignToMe(Chosen<Incident> incidents);

    /// Takes them all into one of them, after asking which.
    void merge(List<Incident> incidents);

    void unmerge(Incident incident);

    /// The button of the empty list.
    void chooseImport();
}
