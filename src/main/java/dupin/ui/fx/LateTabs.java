package dupin.ui.fx;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;

/// What stands on a tab joins the screen when it is first looked at: a page of many tabs would else be styled and laid out as
/// a whole before its first tab is seen. FX thread.
public final class LateTabs implements ChangeListener<Boolean> {
    private final Tab tab;
    private final @Nullable Node content;

    private LateTabs(Tab tab) {
        this.tab = tab;
        content = tab.getContent();
        tab.setContent(null);
    }

    /// Of tabs that have their contents already.
    public static void of(TabPane tabs) {
        for (Tab tab : tabs.getTabs()) {
            if (!tab.isSelected()) {
                tab.selectedProperty().addListener(new LateTabs(tab));
            }
        }
    }

    @Override
    public void changed(ObservableValue<? extends Boolean> selected, Boolean before, Boolean now) {
        selected.removeListener(this);
        tab.setContent(content);
    }
}
