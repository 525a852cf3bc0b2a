package dupin.ui.policy;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Indicator;
import dupin.ui.fx.Columns;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Tables;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The never-touch list and the allow and block indicators. FX thread.
final class ListsSection extends Section {
    private static final List<EntityKind> KINDS =
            List.of(
                    EntityKind.DEVICE,
                    EntityKind.USER,
                    EntityKind.MAILBOX,
                    EntityKind.FILE,
                    EntityKind.IP_ADDRESS,
                    EntityKind.DOMAIN,
                    EntityKind.URL);

    ListsSection(PolicyModel model) {
        super(Messages.text("policy.listsHelp"));
        TableView<EntityKey> never =
                Tables.of(
                        new EmptyState(Icon.LOCK, Messages.text("policy.noNever"), Messages.text("policy.noNeverHelp")),
                        Columns.text("kind", Messages.text("policy.kind"), 120, k -> k.kind().label()),
                        Columns.mono("value", Messages.text("policy.value"), 280, EntityKey::value));
        TableView<Indicator> indicators =
                Tables.of(
                        new EmptyState(
                                Icon.FILTER,
                                Messages.text("policy.noIndicators"),
                                Messages.text("policy.noIndicatorsHelp")),
                        Columns.text("act", Messages.text("policy.act"), 70, i -> word(i.action())),
                        Columns.text("kind", Messages.text("policy.kind"), 92, i -> i.entity().kind().label()),
                        Columns.mono("value", Messages.text("policy.value"), 180, i -> i.entity().value()),
                        Columns.text("reason", Messages.text("policy.reason"), 150, Indicator::reason));
        never.setAccessibleText(Messages.text("policy.never"));
        indicators.setAccessibleText(Messages.text("policy.indicators"));
        var entity = new KeyFields();
        var addNever = add(entity, () -> entity.key(model::neverTouch));
        var subject = new KeyFields();
        var act = new ComboBox<Indicator.Action>();
        act.getItems().setAll(Indicator.Action.values());
        act.setConverter(GroupForm.words(ListsSection::word));
        act.setValue(Indicator.Action.ALLOW);
        act.setAccessibleText(Messages.text("policy.act"));
        act.setMinWidth(92);
        var addIndicator =
                add(
                        subject,
                        () ->
                                subject.key(key ->
                                        model.put(new Indicator(key, act.getValue(), Messages.text("policy.byHand")))));
        var left =
                pane(
                        Messages.text("policy.never"),
                        new HBox(8, entity.kind, entity.value, addNever),
                        never,
                        model::mayTouch);
        var right =
                pane(
                        Messages.text("policy.indicators"),
                        new HBox(8, act, subject.kind, subject.value, addIndicator),
                        indicators,
                        model::remove);
        content(new HBox(16, left, right));
        model.draftProperty()
                .subscribe(policy -> {
                    Tables.show(never, policy.neverTouch(), EntityKey::toString);
                    Tables.show(indicators, policy.indicators(), i -> i.entity().toString());
                });
    }

    private static <T> VBox pane(String name, HBox adding, TableView<T> table, Consumer<T> remove) {
        var title = new Label(name);
        title.getStyleClass().add("card-title");
        var button = new Button(Messages.text("policy.removeSelected"), Icon.DELETE.node());
        button.getStyleClass().add("quiet");
        button.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        button.setOnAction(_ -> List.copyOf(table.getSelectionModel().getSelectedItems()).forEach(remove));
        VBox.setVgrow(table, Priority.ALWAYS);
        table.setPrefHeight(240);
        var box = new VBox(8, title, adding, table, button);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(300);
        return box;
    }

    private static Button add(KeyFields fields, Runnable act) {
        var button = new Button("", Icon.ADD.node());
        button.setAccessibleText(Messages.text("policy.add"));
        button.disableProperty().bind(fields.value.textProperty().map(String::isBlank));
        button.setOnAction(_ -> act.run());
        return button;
    }

    private static String word(Indicator.Action action) {
        return switch (action) {
            case ALLOW -> Messages.text("policy.allow");
            case BLOCK -> Messages.text("policy.block");
        };
    }

    private static final class KeyFields {
        final ComboBox<EntityKind> kind = new ComboBox<>();
        final TextField value = new TextField();

        KeyFields() {
            kind.getItems().setAll(KINDS);
            kind.setConverter(GroupForm.words(EntityKind::label));
            kind.setValue(EntityKind.DEVICE);
            kind.setAccessibleText(Messages.text("policy.kind"));
            kind.setMinWidth(116);
            value.setPromptText(Messages.text("policy.valuePrompt"));
            value.setAccessibleText(Messages.text("policy.value"));
            value.setMinWidth(60);
            HBox.setHgrow(value, Priority.ALWAYS);
        }

        void key(Consumer<EntityKey> use) {
            String text = value.getText().strip();
            if (!text.isEmpty()) {
                use.accept(
                        new EntityKey(
                                kind.getValue(),
                                kind.getValue() == EntityKind.URL ? text : text.toLowerCase(Locale.ROOT)));
                value.clear();
            }
        }
    }
}
