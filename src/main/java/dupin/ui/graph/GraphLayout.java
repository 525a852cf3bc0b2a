package dupin.ui.graph;

import dupin.model.InvestigationGraph;

/// Gives every mark a place. Pure: the same arguments give the same places, on any thread.
@FunctionalInterface
public interface GraphLayout {

    /// @param before where marks lay in the picture that is shown, so that they stay there; may be empty
    GraphPositions place(InvestigationGraph graph, GraphPositions before);
}
