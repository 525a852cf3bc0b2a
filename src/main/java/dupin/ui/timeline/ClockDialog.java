package dupin.ui.timeline;

import dupin.model.EntityKey;
import dupin.service.Timeline.Lane;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Messages;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks by how much a device's clock went wrong, and how one knows. FX thread.
final class ClockDialog {
    private ClockDialog() {}

    static void open(Dialogs dialogs, Lane lane, EntityKey device, TimelineLinks links, Runnable done) {
        var amount = new TextField();
        amount.setId("clock-amount");
        amount.setPromptText(Messages.text("timeline.clockAmount"));
        amount.setAccessibleText(Messages.text("timeline.clockAmount"));
        var reason = new TextField();
        reason.setId("clock-reason");
        reason.setPromptText(Messages.text("timeline.clockReason"));
        reason.setAccessibleText(Messages.text("timeline.clockReason"));
        var said = new Label();
        said.getStyleClass().add("caption");
        said.textProperty()
                .bind(
                        amount.textProperty()
                                .map(text ->
                                        ClockShift.parse(text)
                                                .map(LaneWords::shift)
                                                .orElse(Messages.text("timeline.clockForm"))));
        var ready =
                Bindings.createBooleanBinding(
                        () -> ClockShift.parse(amount.getText()).isPresent() && !reason.getText().isBlank(),
                        amount.textProperty(),
                        reason.textProperty());
        dialogs.form(
                new Dialogs.Form(
                        Messages.text("timeline.clockTitle", LaneWords.name(lane)),
                        Messages.text("timeline.clockHelp"),
                        new VBox(8, amount, said, reason),
                        amount,
                        Messages.text("timeline.clockVerb"),
                        Dialogs.Danger.HARMLESS,
                        ready,
                        false),
                () -> {
                    Optional<Duration> shift = ClockShift.parse(amount.getText());
                    shift.ifPresent(by -> links.shiftClock(device, by, reason.getText().strip(), done));
                });
    }
}
