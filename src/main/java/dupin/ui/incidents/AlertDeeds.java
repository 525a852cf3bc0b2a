package dupin.ui.incidents;

import dupin.model.row.AlertRow;
import java.util.List;
import javafx.scene.control.MenuItem;

/// What the list of all alerts may ask the window for. FX thread; returns at once.
public interface AlertDeeds {

    /// Shows the incident with the alert marked in it.
    void incident(AlertRow alert);

    /// All that the alert says, beside the list.
    void details(AlertRow alert);

    void initiateInvestigation(AlertRow alert);

    /// Lets its status, assignee and classification be changed.
    void manage(AlertRow alert);

    /// Lets it be taken into another incident.
    void link(AlertRow alert);

    /// What can be done with it, for a menu.
    List<MenuItem> orders(AlertRow alert);

    /// The button of the empty list.
    void chooseImport();
}
