package dupin.ui.investigation;

import dupin.model.policy.TuningCondition;
import dupin.model.policy.TuningCondition.Field;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What of an alert a rule asks for: each value with a tick, which may be widened by wildcards. FX thread.
final class TuneConditions extends ScrollPane {
    private final List<Line> lines = new ArrayList<>();

    /// @param offered with the text as the alert has it, which a field of one line cannot show
    private record Line(TuningCondition offered, String shown, CheckBox tick, TextField value) {
        TuningCondition written() {
            return value.getText().equals(shown)
                    ? offered
                    : new TuningCondition(offered.field(), List.of(value.getText().strip()));
        }
    }

    /// @param most values that are shown
    /// @param ticked fields whose values are taken at first
    /// @param changed told of each tick and letter
    TuneConditions(List<TuningCondition> offered, int most, Set<Field> ticked, Runnable changed) {
        var box = new VBox(4);
        for (TuningCondition one : offered.subList(0, Math.min(offered.size(), most))) {
            box.getChildren().add(line(one, ticked.contains(one.field()), changed));
        }
        if (offered.size() > most) {
            var more = new Label(Messages.text("tune.more", offered.size() - most));
            more.getStyleClass().add("muted");
            box.getChildren().add(more);
        }
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText(Messages.text("tune.conditions"));
        getStyleClass().add("tune-conditions");
    }

    private HBox line(TuningCondition one, boolean ticked, Runnable changed) {
        String shown = Elide.oneLine(one.values().getFirst());
        var tick = new CheckBox(one.field().label());
        tick.setSelected(ticked);
        tick.setAccessibleText(one.field().label() + ": " + Elide.middle(shown, 120));
        tick.setMinWidth(176);
        tick.setPrefWidth(176);
        var value = new TextField(shown);
        value.setAccessibleText(one.field().label());
        value.disableProperty().bind(tick.selectedProperty().not());
        HBox.setHgrow(value, Priority.ALWAYS);
        tick.selectedProperty().addListener((_, _, _) -> changed.run());
        value.textProperty().addListener((_, _, _) -> changed.run());
        lines.add(new Line(one, value.getText(), tick, value));
        var row = new HBox(8, tick, value);
        row.getStyleClass().add("card-line");
        return row;
    }

    /// What is ticked.
    List<TuningCondition> written() {
        return TuningCondition.joined(
                lines.stream().filter(line -> line.tick().isSelected()).map(Line::written).toList());
    }
}
