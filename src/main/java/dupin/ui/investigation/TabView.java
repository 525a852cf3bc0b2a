package dupin.ui.investigation;

import javafx.scene.Node;

/// What is in a tab. FX thread.
interface TabView {
    Node node();

    /// Takes the rows that are its own out of the model.
    void show(InvestigationModel model);

    /// @return whether the row is there
    boolean select(InvestigationModel.Place place);

    void clearSelection();

    /// Puts the focus where the keys walk the rows.
    void focus();
}
