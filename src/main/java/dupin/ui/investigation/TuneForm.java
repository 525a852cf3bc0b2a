package dupin.ui.investigation;

import dupin.model.Classification;
import dupin.model.policy.TuningCondition;
import dupin.model.policy.TuningRule;
import dupin.model.row.AlertRow;
import dupin.ui.fx.CamelCase;
import dupin.ui.fx.Columns;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Elide;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Tables;
import dupin.ui.fx.TuningCommands;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A tuning rule, new or changed: which alerts, where, what becomes of them; beneath it those of the case that would be
/// taken. FX thread.
final class TuneForm {
    private static final int ROWS = 5;

    private final TuneSubject subject;
    private final TextField name = new TextField();
    private final TuneConditions conditions;
    private final ChoiceBox<String> scope = new ChoiceBox<>();
    private final ChoiceBox<TuningRule.Effect> effect = new ChoiceBox<>();
    private final Judgement judgement;
    private final TextField comment = new TextField();
    private final Label count = new Label();
    private final Label warning = new Label();
    private final TableView<AlertRow> table;
    private final CheckBox existing = new CheckBox();
    private final BooleanProperty ready = new SimpleBooleanProperty();
    private final Live<Matches> live;

    /// What the fields say, for the background.
    private volatile TuningRule draft;

    private int open;

    TuneForm(Frame frame, TuningCommands commands, TuneSubject subject) {
        this.subject = subject;
        TuningRule start = subject.start();
        judgement = new Judgement(start.classification().word(), start.determination());
        conditions = new TuneConditions(subject.offered(), subject.most(), subject.ticked(), this::changed);
        table =
                Tables.of(
                        new EmptyState(Icon.ALERT, Messages.text("tune.none"), ""),
                        Columns.text("title", Messages.text("investigation.column.alert"), 300, r -> r.alert().title()),
                        Columns.text(
                                "status",
                                Messages.text("investigation.column.status"),
                                90,
                                r -> CamelCase.sentence(r.status())),
                        Columns.text(
                                "incident",
                                Messages.text("investigation.column.incidentName"),
                                200,
                                AlertRow::incidentName),
                        Columns.time(
                                "last", Messages.text("investigation.column.lastActivity"), AlertRow::lastActivity));
        build();
        draft = written();
        live = frame.pump().live(() -> new Matches(commands.matching(draft), commands.alerts()), this::say);
        live.whileShown(table);
        changed();
    }

    private void build() {
        TuningRule start = subject.start();
        name.setText(start.name());
        name.setId("tune-name");
        scope.getItems().add("");
        scope.getItems().addAll(subject.groups());
        scope.setConverter(
                Judgement.shown(group -> group.isEmpty() ? Messages.text("tune.allDevices") : Elide.oneLine(group)));
        scope.setValue(start.deviceGroup());
        scope.setId("tune-scope");
        effect.getItems().setAll(TuningRule.Effect.RESOLVE, TuningRule.Effect.HIDE);
        effect.setConverter(Judgement.shown(TuningRule.Effect::label));
        effect.setValue(start.effect());
        effect.setId("tune-effect");
        comment.setText(start.comment());
        comment.setPromptText(Messages.text("tune.commentPrompt"));
        comment.setId("tune-comment");
        count.setId("tune-count");
        count.getStyleClass().add("field-name");
        warning.setId("tune-warning");
        warning.getStyleClass().add("caption");
        warning.setWrapText(true);
        warning.setMinHeight(Label.USE_PREF_SIZE);
        warning.managedProperty().bind(warning.textProperty().isNotEmpty());
        table.setId("tune-matches");
        table.setAccessibleText(Messages.text("tune.matching"));
        table.setMinHeight(3 * Tables.ROW_HEIGHT);
        table.setPrefHeight(ROWS * Tables.ROW_HEIGHT);
        conditions.setPrefHeight(150);
        conditions.setMinHeight(80);
        existing.setId("tune-existing");
        existing.setWrapText(true);
        name.textProperty().addListener((_, _, _) -> changed());
        scope.valueProperty().addListener((_, _, _) -> changed());
        effect.valueProperty()
                .addListener((_, _, _) -> {
                    changed();
                    tick();
                });
    }

    /// @param save told what to make, and whether open alerts of the case are taken as well
    void open(Dialogs dialogs, BiConsumer<TuningRule, Boolean> save) {
        dialogs.form(
                new Dialogs.Form(
                        subject.title(),
                        subject.help(),
                        content(),
                        name,
                        subject.verb(),
                        Dialogs.Danger.HARMLESS,
                        ready,
                        true),
                () -> {
                    live.dispose();
                    save.accept(written(), existing.isSelected() && !existing.isDisabled());
                });
    }

    private Node content() {
        var box =
                new VBox(
                        10,
                        row(field(Messages.text("tune.name"), name), field(Messages.text("tune.comment"), comment)),
                        new VBox(4, caption(Messages.text("tune.conditions")), conditions),
                        row(
                                field(Messages.text("tune.effect"), effect),
                                resolving(field(Messages.text("manage.classification"), judgement.classification())),
                                resolving(field(Messages.text("manage.determination"), judgement.determination())),
                                field(Messages.text("tune.scope"), scope)),
                        new VBox(4, count, warning, table));
        // Alerts of the case are taken when a rule is made; a changed one leaves them where they are.
        if (!subject.edits()) {
            box.getChildren().add(existing);
        }
        VBox.setVgrow(box.getChildren().get(1), Priority.SOMETIMES);
        return box;
    }

    /// What is hidden is not judged.
    private VBox resolving(VBox field) {
        field.disableProperty().bind(effect.valueProperty().isEqualTo(TuningRule.Effect.HIDE));
        return field;
    }

    private static HBox row(VBox... fields) {
        var row = new HBox(12, fields);
        for (VBox field : fields) {
            HBox.setHgrow(field, Priority.ALWAYS);
            field.setPrefWidth(160);
        }
        return row;
    }

    private static VBox field(String name, Control control) {
        var label = caption(name);
        label.setLabelFor(control);
        control.setAccessibleText(name);
        control.setMaxWidth(Double.MAX_VALUE);
        return new VBox(4, label, control);
    }

    private static Label caption(String name) {
        var label = new Label(name);
        label.getStyleClass().add("field-name");
        return label;
    }

    private TuningRule written() {
        TuningRule.Effect what = effect.getValue();
        boolean resolve = what == TuningRule.Effect.RESOLVE;
        TuningRule start = subject.start();
        return new TuningRule(
                start.id(),
                name.getText().strip(),
                start.enabled(),
                conditions.written(),
                scope.getValue(),
                what,
                resolve ? judgement.classification().getValue() : Classification.NOT_SET,
                resolve ? judgement.determined() : "",
                comment.getText().strip(),
                start.createdBy(),
                start.created());
    }

    private void changed() {
        TuningRule now = written();
        boolean says = !now.conditions().isEmpty() && now.conditions().stream().allMatch(TuningCondition::says);
        ready.set(says && !now.name().isEmpty() && !subject.names().contains(now.name()));
        if (!now.which().equals(draft.which()) || count.getText().isEmpty()) {
            draft = now;
            live.invalidate();
        }
    }

    /// @param all alerts of the case
    private record Matches(List<AlertRow> rows, int all) {}

    private void say(Matches found) {
        List<AlertRow> rows = found.rows();
        open = (int) rows.stream().filter(AlertRow::open).count();
        Tables.show(table, rows, row -> row.alert().id());
        count.setText(Messages.text("tune.matches", rows.size(), open));
        warning.setText(
                rows.isEmpty()
                        ? Messages.text("tune.takesNone")
                        : rows.size() == found.all() && found.all() > 1
                                ? Messages.text("tune.takesAll", found.all())
                                : "");
        tick();
    }

    private void tick() {
        existing.setDisable(open == 0);
        existing.setText(
                effect.getValue() == TuningRule.Effect.HIDE
                        ? Messages.text("tune.hideExisting", open)
                        : Messages.text("tune.resolveExisting", open));
    }
}
