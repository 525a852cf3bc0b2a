package dupin.ui.investigation;

import dupin.model.Classification;
import dupin.model.policy.TuningCondition;
import dupin.model.policy.TuningRule;
import dupin.model.row.AlertRow;
import dupin.service.Tuning;
import dupin.ui.fx.CamelCase;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Columns;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Elide;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Tables;
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

/// *Tune alert*: which alerts, where, what becomes of them; beneath it those of the case that would be taken. FX thread.
final class TuneForm {
    private static final int NAME = 60;
    private static final int ROWS = 5;

    private final Tuning.Offer offer;
    private final TextField name = new TextField();
    private final TuneConditions conditions;
    private final ChoiceBox<String> scope = new ChoiceBox<>();
    private final ChoiceBox<TuningRule.Effect> effect = new ChoiceBox<>();
    private final Judgement judgement;
    private final TextField comment = new TextField();
    private final Label count = new Label();
    private final TableView<AlertRow> table;
    private final CheckBox existing = new CheckBox();
    private final BooleanProperty ready = new SimpleBooleanProperty();
    private final Live<List<AlertRow>> live;

    /// What the fields say, for the background.
    private volatile TuningRule draft;

    private int open;

    TuneForm(CaseContext context, Tuning.Offer offer) {
        this.offer = offer;
        judgement = new Judgement("", "");
        conditions = new TuneConditions(offer.conditions(), this::changed);
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
        live = context.frame().pump().live(() -> context.deeds().tuning().matching(draft), this::say);
        live.whileShown(table);
        changed();
    }

    private void build() {
        String title = Elide.middle(offer.alert().alert().title(), NAME);
        String free = title;
        for (int n = 2; offer.names().contains(free); n++) {
            free = title + " " + n;
        }
        name.setText(free);
        name.setId("tune-name");
        scope.getItems().add("");
        scope.getItems().addAll(offer.groups());
        scope.setConverter(
                Judgement.shown(group -> group.isEmpty() ? Messages.text("tune.allDevices") : Elide.oneLine(group)));
        scope.setValue("");
        scope.setId("tune-scope");
        effect.getItems().setAll(TuningRule.Effect.RESOLVE, TuningRule.Effect.HIDE);
        effect.setConverter(Judgement.shown(TuningRule.Effect::label));
        effect.setValue(TuningRule.Effect.RESOLVE);
        effect.setId("tune-effect");
        comment.setPromptText(Messages.text("tune.commentPrompt"));
        comment.setId("tune-comment");
        count.setId("tune-count");
        count.getStyleClass().add("field-name");
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
                        Messages.text("tune.title", Elide.middle(offer.alert().alert().title(), NAME)),
                        Messages.text("tune.help"),
                        content(),
                        name,
                        Messages.text("tune.save"),
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
                        new VBox(4, count, table),
                        existing);
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
        return new TuningRule(
                "",
                name.getText().strip(),
                true,
                conditions.written(),
                scope.getValue(),
                what,
                resolve ? judgement.classification().getValue() : Classification.NOT_SET,
                resolve ? judgement.determined() : "",
                comment.getText().strip(),
                "",
                null);
    }

    private void changed() {
        TuningRule now = written();
        boolean says = !now.conditions().isEmpty() && now.conditions().stream().allMatch(TuningCondition::says);
        ready.set(says && !now.name().isEmpty() && !offer.names().contains(now.name()));
        if (!now.which().equals(draft.which()) || count.getText().isEmpty()) {
            draft = now;
            live.invalidate();
        }
    }

    private void say(List<AlertRow> rows) {
        open = (int) rows.stream().filter(AlertRow::open).count();
        Tables.show(table, rows, row -> row.alert().id());
        count.setText(Messages.text("tune.matches", rows.size(), open));
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
