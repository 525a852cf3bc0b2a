package dupin.ui.incidents;

import dupin.model.row.AlertField;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;

/// Says how many alerts tuning rules keep out of the list, and leads to them: hidden is not lost. FX thread.
final class HiddenAlerts extends Hyperlink implements AutoCloseable {
    private final Live<Integer> live;

    HiddenAlerts(AlertListModel model, ChangePump pump) {
        setId("alerts-hidden");
        setTooltip(new Tooltip(Messages.text("alerts.hiddenHelp")));
        setMinWidth(USE_PREF_SIZE);
        say(0);
        setOnAction(_ -> {
            model.filters().set(model.filters().query().unfiltered().toggled(AlertField.STATUS, AlertListModel.HIDDEN));
            setVisited(false);
        });
        live = pump.live(model::hidden, this::say);
        model.rowsProperty().addListener((_, _, _) -> live.invalidate());
    }

    private void say(int count) {
        setText(Messages.text("alerts.hidden", count));
        setVisible(count > 0);
        setManaged(count > 0);
    }

    @Override
    public void close() {
        live.dispose();
    }
}
