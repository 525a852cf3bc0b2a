package dupin.ui.investigation;

import dupin.model.AlertStatus;
import dupin.model.Entry;
import dupin.model.row.AlertRow;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// *Manage alert*: status, assignee, classification with its determination, and a comment. Only what was changed is
/// written. FX thread.
final class AlertForm {
    private static final int TITLE = 60;

    private final AlertRow row;
    private final ChoiceBox<AlertStatus> status = new ChoiceBox<>();
    private final TextField assigned;
    private final Judgement judgement;
    private final TextArea comment = ManageForm.comment();

    AlertForm(AlertRow row) {
        this.row = row;
        status.getItems().setAll(AlertStatus.NEW, AlertStatus.IN_PROGRESS, AlertStatus.RESOLVED);
        if (AlertStatus.parse(row.status()) == AlertStatus.HIDDEN) {
            status.getItems().add(AlertStatus.HIDDEN);
        }
        status.setConverter(Judgement.shown(AlertStatus::label));
        status.setValue(AlertStatus.parse(row.status()));
        status.setId("manage-status");
        assigned = ManageForm.assigned(row.assignedTo());
        judgement = new Judgement(row.classification(), row.determination());
    }

    /// @param save told what to write, the changes and the comment, unless there is nothing
    void open(CaseContext context, BiConsumer<List<Entry.Change>, String> save) {
        var sheet = new Sheet();
        sheet.row(Messages.text("manage.status"), status);
        sheet.row(Messages.text("manage.assigned"), assigned);
        judgement.into(sheet);
        sheet.add(comment);
        HBox.setHgrow(assigned, Priority.ALWAYS);
        var form =
                new Dialogs.Form(
                        Messages.text("manageAlert.title", Elide.middle(Elide.oneLine(row.alert().title()), TITLE)),
                        Messages.text("manageAlert.help"),
                        sheet,
                        status,
                        Messages.text("manage.save"),
                        Dialogs.Danger.HARMLESS,
                        new SimpleBooleanProperty(true),
                        true);
        context.frame()
                .dialogs()
                .form(
                        form,
                        () -> {
                            List<Entry.Change> changes = changes();
                            String said = comment.getText().strip();
                            if (!changes.isEmpty() || !said.isEmpty()) {
                                save.accept(changes, said);
                            }
                        });
    }

    /// What differs from what was.
    private List<Entry.Change> changes() {
        var changes = new ArrayList<Entry.Change>();
        AlertStatus was = AlertStatus.parse(row.status());
        if (was != status.getValue()) {
            changes.add(new Entry.Change("status", was.label(), status.getValue().label()));
        }
        String person = assigned.getText().strip();
        if (!row.assignedTo().equals(person)) {
            changes.add(new Entry.Change("assignedTo", row.assignedTo(), person));
        }
        changes.addAll(judgement.changes());
        return changes;
    }
}
