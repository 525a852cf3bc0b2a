package dupin.ui.investigation;

import dupin.model.Entry;
import dupin.model.Incident;
import dupin.model.Severity;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// *Manage incident*: name, severity, status, assignee, tags, classification with its determination, and a comment. Only
/// what was changed is written. FX thread.
final class ManageForm {
    private final Incident incident;
    private final TextField name;
    private final ChoiceBox<Severity> severity = new ChoiceBox<>();
    private final ChoiceBox<Incident.Status> status = new ChoiceBox<>();
    private final TextField assigned;
    private final TextField tags;
    private final Judgement judgement;
    private final TextArea comment = comment();

    ManageForm(Incident incident) {
        this.incident = incident;
        name = new TextField(incident.name());
        name.setId("manage-name");
        severity.getItems().setAll(Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFORMATIONAL);
        severity.setConverter(Judgement.shown(Severity::label));
        severity.setValue(incident.severity());
        status.getItems().setAll(Incident.Status.ACTIVE, Incident.Status.IN_PROGRESS, Incident.Status.RESOLVED);
        status.setConverter(Judgement.shown(Incident.Status::label));
        status.setValue(incident.status());
        status.setId("manage-status");
        assigned = assigned(incident.assignedTo());
        tags = new TextField(String.join(", ", incident.tags()));
        tags.setPromptText(Messages.text("manage.tagsPrompt"));
        tags.setId("manage-tags");
        judgement = new Judgement(incident.classification(), incident.determination());
    }

    /// For the name of whom it is given to.
    static TextField assigned(String before) {
        var field = new TextField(before);
        field.setPromptText(Messages.text("manage.nobody"));
        field.setId("manage-assigned");
        return field;
    }

    static TextArea comment() {
        var area = new TextArea();
        area.setPromptText(Messages.text("investigation.comment.prompt"));
        area.setAccessibleText(Messages.text("investigation.comment.prompt"));
        area.setPrefRowCount(3);
        area.setWrapText(true);
        area.setId("manage-comment");
        return area;
    }

    /// Opens the form.
    ///
    /// @param from is dead while the changes are written
    void open(CaseContext context, Commands commands, Button from) {
        var sheet = new Sheet();
        sheet.row(Messages.text("manage.name"), name);
        sheet.row(Messages.text("manage.severity"), severity);
        sheet.row(Messages.text("manage.status"), status);
        sheet.row(Messages.text("manage.assigned"), assigned);
        sheet.row(Messages.text("manage.tags"), tags);
        judgement.into(sheet);
        sheet.add(comment);
        for (var field : List.of(name, assigned, tags)) {
            HBox.setHgrow(field, Priority.ALWAYS);
        }
        var form =
                new Dialogs.Form(
                        Messages.text("manage.title", incident.id()),
                        Messages.text("manage.help"),
                        sheet,
                        name,
                        Messages.text("manage.save"),
                        Dialogs.Danger.HARMLESS,
                        Bindings.createBooleanBinding(() -> !name.getText().isBlank(), name.textProperty()),
                        true);
        context.frame()
                .dialogs()
                .form(
                        form,
                        () -> {
                            List<Entry.Change> changes = changes();
                            String said = comment.getText().strip();
                            commands.run(
                                    from,
                                    () -> {
                                        if (!changes.isEmpty()) {
                                            context.deeds().manage(incident.id(), changes);
                                        }
                                        if (!said.isEmpty()) {
                                            context.deeds().comment("incident:" + incident.id(), said);
                                        }
                                        return Messages.text("manage.saved", changes.size());
                                    },
                                    context.frame().toasts()::say);
                        });
    }

    /// What differs from what was.
    List<Entry.Change> changes() {
        var changes = new ArrayList<Entry.Change>();
        add(changes, "name", incident.name(), name.getText().strip());
        add(changes, "severity", incident.severity().label(), severity.getValue().label());
        add(changes, "status", incident.status().label(), status.getValue().label());
        add(changes, "assignedTo", incident.assignedTo(), assigned.getText().strip());
        add(changes, "tags", String.join(", ", incident.tags()), listed(tags.getText()));
        changes.addAll(judgement.changes());
        return changes;
    }

    private static void add(List<Entry.Change> changes, String field, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Entry.Change(field, before, after));
        }
    }

    private static String listed(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
