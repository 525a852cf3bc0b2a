package dupin.ui.actions;

import dupin.ui.actions.ActionCenterModel.Side;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Styles;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Pending | History, each with its count. FX thread.
final class SideTabs extends HBox {
    SideTabs(ActionCenterModel model) {
        getStyleClass().add("side-tabs");
        var group = new ToggleGroup();
        var pending = tab(Messages.text("actions.pending"), model.pendingProperty(), true);
        var history = tab(Messages.text("actions.history"), model.historyProperty(), false);
        pending.setId("side-pending");
        history.setId("side-history");
        group.getToggles().addAll(pending, history);
        Runnable follow = () -> group.selectToggle(model.sideProperty().get() == Side.PENDING ? pending : history);
        follow.run();
        model.sideProperty().addListener((_, _, _) -> follow.run());
        group.selectedToggleProperty()
                .addListener((_, _, now) -> {
                    if (now == null) {
                        follow.run();
                    } else {
                        model.sideProperty().set(now == pending ? Side.PENDING : Side.HISTORY);
                    }
                });
        getChildren().addAll(pending, history);
    }

    private static ToggleButton tab(String word, ObservableValue<Number> count, boolean urgent) {
        var number = new Label();
        number.getStyleClass().add("count");
        number.textProperty().bind(count.map(n -> n.toString()));
        if (urgent) {
            count.addListener((_, _, now) -> mark(number, now.intValue() > 0));
            mark(number, count.getValue().intValue() > 0);
        }
        var button = new ToggleButton(word, number);
        button.getStyleClass().addAll("quiet", "side-tab");
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static void mark(Label number, boolean waiting) {
        Styles.one(number, waiting ? "count-urgent" : "", "count-urgent");
    }
}
