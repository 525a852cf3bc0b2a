package dupin.ui.fx;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Whether a node can be seen: it is in a scene, and neither it nor anything around it is hidden (a page that is not
/// chosen, a tab behind another). FX thread.
public final class Sight {
    private static final ObservableValue<Boolean> HIDDEN = new ReadOnlyBooleanWrapper(false).getReadOnlyProperty();

    private Sight() {}

    public static ObservableValue<Boolean> of(Node node) {
        return node.sceneProperty().flatMap(_ -> open(node)).orElse(false);
    }

    private static ObservableValue<Boolean> open(Node node) {
        return node.visibleProperty()
                .flatMap(visible -> visible ? node.parentProperty().flatMap(Sight::open).orElse(true) : HIDDEN);
    }
}
