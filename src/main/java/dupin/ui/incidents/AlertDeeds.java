package dupin.ui.incidents;

import dupin.model.row.AlertRow;

/// What the list of all alerts may ask the window for. FX thread; returns at once.
public interface AlertDeeds {

    /// Shows the incident with the alert marked in it.
    void incident(AlertRow alert);

    /// All that the alert says, beside the list.
    void details(AlertRow alert);

    void initiateInvestigation(AlertRow alert);

    /// The button of the empty list.
    void chooseImport();
}
