package dupin.ui;

import dupin.model.Incident;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Sheet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/// Asks which of several incidents the others go into, and why. FX thread.
final class MergeDialog {
    private MergeDialog() {}

    /// @param done told the incident that stays, and the reason
    static void ask(Frame frame, List<Incident> incidents, BiConsumer<Incident, String> done) {
        var into = new ChoiceBox<Incident>();
        into.setId("merge-into");
        into.getItems().setAll(incidents);
        into.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Incident incident) {
                        return incident == null ? "" : incident.id() + "  " + incident.name();
                    }

                    @Override
                    public Incident fromString(String text) {
                        throw new UnsupportedOperationException();
                    }
                });
        into.setMaxWidth(Double.MAX_VALUE);
        into.setMinWidth(0);
        into.setValue(
                incidents.stream()
                        .max(
                                Comparator.comparing(Incident::severity)
                                        .thenComparing(incident -> incident.alertIds().size()))
                        .orElseThrow());
        var reason = new TextField();
        reason.setId("merge-reason");
        reason.setPromptText(Messages.text("merge.reasonPrompt"));
        HBox.setHgrow(reason, Priority.ALWAYS);
        var sheet = new Sheet().row(Messages.text("merge.into"), into).row(Messages.text("merge.reason"), reason);
        frame.dialogs()
                .form(
                        new Dialogs.Form(
                                Messages.text("merge.title", incidents.size()),
                                Messages.text("merge.help"),
                                sheet,
                                reason,
                                Messages.text("merge.verb"),
                                Dialogs.Danger.HARMLESS,
                                new SimpleBooleanProperty(true),
                                true),
                        () -> done.accept(into.getValue(), reason.getText().strip()));
    }
}
