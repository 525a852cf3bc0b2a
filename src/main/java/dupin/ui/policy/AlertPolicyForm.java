package dupin.ui.policy;

import dupin.model.Alert;
import dupin.model.AlertPolicy;
import dupin.model.EntityKind;
import dupin.model.Severity;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Adds or edits an alert policy; says beneath which alerts of the case its conditions hold for. FX thread.
final class AlertPolicyForm {
    private static final int NAMED = 6;
    private static final String GENERAL = "general";
    private static final List<EntityKind> KINDS =
            List.of(
                    EntityKind.DEVICE,
                    EntityKind.PROCESS,
                    EntityKind.FILE,
                    EntityKind.MAIL_MESSAGE,
                    EntityKind.MAIL_CLUSTER,
                    EntityKind.MAIL_SUBMISSION,
                    EntityKind.MAILBOX,
                    EntityKind.USER,
                    EntityKind.IP_ADDRESS,
                    EntityKind.URL,
                    EntityKind.OAUTH_APPLICATION,
                    EntityKind.CLOUD_RESOURCE);

    private final PolicyModel model;
    private final @Nullable AlertPolicy before;
    private final TextField name = new TextField();
    private final TextField titles = new TextField();
    private final TextField categories = new TextField();
    private final TextField sources = new TextField();
    private final ComboBox<Severity> severity = new ComboBox<>();
    private final Map<EntityKind, CheckBox> kinds = new EnumMap<>(EntityKind.class);
    private final CheckBox starts = new CheckBox(Messages.text("policy.startsLong"));
    private final ComboBox<String> playbook = new ComboBox<>();
    private final Label preview = new Label();
    private final Live<List<Alert>> live;

    private AlertPolicyForm(PolicyDeeds deeds, Frame frame, PolicyModel model, @Nullable AlertPolicy before) {
        this.model = model;
        this.before = before;
        live = frame.pump().live(() -> deeds.alerts(written()), this::say);
    }

    /// @param policy null for a new one
    /// @param names of the case's playbooks by id
    static void open(
            PolicyDeeds deeds,
            Frame frame,
            PolicyModel model,
            @Nullable AlertPolicy policy,
            Map<String, String> names) {
        var form = new AlertPolicyForm(deeds, frame, model, policy);
        Node content = form.content(names);
        frame.dialogs()
                .form(
                        new Dialogs.Form(
                                policy == null
                                        ? Messages.text("policy.addAlertPolicy")
                                        : Messages.text("policy.editAlertPolicy", policy.name()),
                                Messages.text("policy.alertFormHelp"),
                                content,
                                form.name,
                                Messages.text("policy.takeOver"),
                                Dialogs.Danger.HARMLESS,
                                Bindings.createBooleanBinding(
                                        () -> !form.name.getText().isBlank(), form.name.textProperty()),
                                true),
                        () -> {
                            form.live.dispose();
                            model.put(form.written());
                        });
    }

    private Node content(Map<String, String> names) {
        AlertPolicy from = before;
        name.setId("alert-policy-name");
        titles.setId("alert-policy-titles");
        if (from != null) {
            name.setText(from.name());
            titles.setText(String.join(", ", from.titleContains()));
            categories.setText(String.join(", ", from.categories()));
            sources.setText(String.join(", ", from.serviceSources()));
        }
        for (TextField list : List.of(titles, categories, sources)) {
            list.setPromptText(Messages.text("policy.anyValues"));
        }
        severity.getItems()
                .setAll(Severity.UNKNOWN, Severity.INFORMATIONAL, Severity.LOW, Severity.MEDIUM, Severity.HIGH);
        severity.setConverter(
                GroupForm.words(s -> s == Severity.UNKNOWN ? Messages.text("policy.anySeverity") : s.label()));
        Severity least = from == null ? null : from.severityAtLeast();
        severity.setValue(least == null ? Severity.UNKNOWN : least);
        starts.setSelected(from == null || from.startsInvestigation());
        var books = new TreeSet<>(names.keySet());
        books.add(GENERAL);
        model.draft().alertPolicies().stream()
                .map(AlertPolicy::playbookId)
                .filter(b -> !b.isEmpty())
                .forEach(books::add);
        playbook.getItems().setAll(books);
        playbook.setConverter(GroupForm.words(id -> names.getOrDefault(id, id)));
        playbook.setValue(from == null || from.playbookId().isEmpty() ? GENERAL : from.playbookId());
        playbook.disableProperty().bind(starts.selectedProperty().not());
        var evidence = new FlowPane(12, 6);
        for (EntityKind kind : KINDS) {
            var box = new CheckBox(kind.label());
            box.setSelected(from != null && from.evidenceKinds().contains(kind));
            box.selectedProperty().addListener((_, _, _) -> live.invalidate());
            kinds.put(kind, box);
            evidence.getChildren().add(box);
        }
        evidence.setPrefWrapLength(680);
        var evidenceName = new Label(Messages.text("policy.evidence"));
        evidenceName.getStyleClass().add("field-name");
        preview.setId("alert-policy-preview");
        preview.getStyleClass().add("muted");
        preview.setWrapText(true);
        preview.setMinHeight(64);
        for (TextField field : List.of(titles, categories, sources)) {
            field.textProperty().addListener((_, _, _) -> live.invalidate());
        }
        severity.valueProperty().addListener((_, _, _) -> live.invalidate());
        live.invalidate();
        return new VBox(
                12,
                Section.field(Messages.text("policy.name"), name),
                Section.field(Messages.text("policy.titleHas"), titles),
                row(
                        Section.field(Messages.text("policy.categories"), categories),
                        Section.field(Messages.text("policy.sources"), sources)),
                new VBox(4, evidenceName, evidence),
                row(
                        Section.field(Messages.text("policy.severityAtLeast"), severity),
                        Section.field(Messages.text("policy.playbook"), playbook)),
                starts,
                preview);
    }

    private static HBox row(Region... fields) {
        var row = new HBox(12, fields);
        for (Region field : fields) {
            HBox.setHgrow(field, Priority.ALWAYS);
            field.setPrefWidth(300);
        }
        return row;
    }

    /// What the fields say now. Kinds that the form does not offer stay as they were.
    private AlertPolicy written() {
        AlertPolicy from = before;
        List<EntityKind> evidence =
                Arrays.stream(EntityKind.values())
                        .filter(kind ->
                                kinds.containsKey(kind)
                                        ? kinds.get(kind).isSelected()
                                        : from != null && from.evidenceKinds().contains(kind))
                        .toList();
        return new AlertPolicy(
                from == null ? model.idFor(name.getText().strip()) : from.id(),
                name.getText().strip(),
                from == null || from.enabled(),
                starts.isSelected(),
                starts.isSelected() ? playbook.getValue() : "",
                values(titles),
                values(categories),
                values(sources),
                evidence,
                severity.getValue() == Severity.UNKNOWN ? null : severity.getValue());
    }

    private static List<String> values(TextField field) {
        return Arrays.stream(field.getText().split(","))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .distinct()
                .toList();
    }

    private void say(List<Alert> found) {
        List<String> first =
                found.stream().map(alert -> Elide.middle(alert.title(), 60)).distinct().limit(NAMED).toList();
        preview.setText(
                found.isEmpty()
                        ? Messages.text("policy.matchesNone")
                        : Messages.text("policy.matches", found.size(), String.join(" · ", first)));
    }
}
