package dupin.ui.fx;

import dupin.model.Entry;
import dupin.service.AlertWork;
import java.util.List;

/// What a view may have done with one alert, in the name of the person at the console. Everything here blocks (locks,
/// disk): background only. All throw [dupin.service.Problem] when the case refuses.
public interface AlertCommands {

    /// @param changes fields as [dupin.service.AlertWork#manage] names them
    /// @param comment "" for none
    void manage(String alertId, List<Entry.Change> changes, String comment);

    /// Takes the alert into another incident.
    ///
    /// @return id of the incident in which it is now
    String link(AlertWork.Wish wish);
}
