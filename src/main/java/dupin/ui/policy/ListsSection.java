package dupin.ui.policy;

import dupin.model.EntityKey;
import dupin.model.Indicator;
import dupin.ui.fx.Columns;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Tables;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The never-touch list, what else is critical, and the allow and block indicators. FX thread.
final class ListsSection extends Section {
    /// @param clock the case's
    ListsSection(PolicyModel model, InstantSource clock) {
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
                        Columns.text("expires", Messages.text("policy.expires"), 120, i -> expires(i, clock.instant())),
                        Columns.text("reason", Messages.text("policy.reason"), 150, Indicator::reason));
        never.setAccessibleText(Messages.text("policy.never"));
        indicators.setAccessibleText(Messages.text("policy.indicators"));
        var entity = new EntityField(true);
        var addNever = add(entity, () -> entity.take(model::neverTouch));
        var subject = new EntityField(false);
        var act = new ComboBox<Indicator.Action>();
        act.getItems()
                .setAll(
                        Indicator.Action.ALLOW,
                        Indicator.Action.AUDIT,
                        Indicator.Action.WARN,
                        Indicator.Action.BLOCK,
                        Indicator.Action.BLOCK_AND_REMEDIATE);
        act.setConverter(GroupForm.words(ListsSection::word));
        act.setValue(Indicator.Action.ALLOW);
        act.setAccessibleText(Messages.text("policy.act"));
        act.setMinWidth(92);
        var until = new DatePicker();
        until.setPromptText(Messages.text("policy.noExpiry"));
        until.setAccessibleText(Messages.text("policy.expires"));
        until.setPrefWidth(130);
        subject.value().setPrefWidth(170);
        var addIndicator =
                add(
                        subject,
                        () ->
                                subject.take(key ->
                                        model.put(
                                                new Indicator(
                                                        key,
                                                        act.getValue(),
                                                        Messages.text("policy.byHand"),
                                                        expiry(until.getValue())))));
        var left =
                pane(
                        Messages.text("policy.never"),
                        new HBox(8, entity.kind(), entity.value(), addNever),
                        entity.note(),
                        never,
                        model::mayTouch);
        var right =
                pane(
                        Messages.text("policy.indicators"),
                        new FlowPane(8, 8, act, subject.kind(), subject.value(), until, addIndicator),
                        subject.note(),
                        indicators,
                        model::remove);
        content(new HBox(16, left, new CriticalPane(model), right));
        model.draftProperty()
                .subscribe(policy -> {
                    Tables.show(never, policy.neverTouch(), EntityKey::toString);
                    Tables.show(indicators, policy.indicators(), i -> i.entity().toString());
                });
    }

    private static <T> VBox pane(String name, Pane adding, Label note, TableView<T> table, Consumer<T> remove) {
        var title = new Label(name);
        title.getStyleClass().add("card-title");
        var button = new Button(Messages.text("policy.removeSelected"), Icon.DELETE.node());
        button.getStyleClass().add("quiet");
        button.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        button.setOnAction(_ -> List.copyOf(table.getSelectionModel().getSelectedItems()).forEach(remove));
        VBox.setVgrow(table, Priority.ALWAYS);
        table.setPrefHeight(240);
        var box = new VBox(8, title, adding, note, table, button);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(300);
        return box;
    }

    private static Button add(EntityField field, Runnable act) {
        var button = new Button("", Icon.ADD.node());
        button.setAccessibleText(Messages.text("policy.add"));
        button.setTooltip(new Tooltip(Messages.text("policy.add")));
        button.disableProperty().bind(field.keyProperty().isNull());
        field.value().setOnAction(_ -> button.fire());
        button.setOnAction(_ -> act.run());
        return button;
    }

    /// The entry counts to the end of the day that was chosen, in UTC.
    static @Nullable Instant expiry(@Nullable LocalDate last) {
        return last == null ? null : last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static String expires(Indicator indicator, Instant now) {
        Instant at = indicator.expires();
        if (at == null) {
            return Messages.text("policy.noExpiry");
        }
        String day = LocalDate.ofInstant(at.minusMillis(1), ZoneOffset.UTC).toString();
        return indicator.appliesAt(now) ? day : Messages.text("policy.expired", day);
    }

    private static String word(Indicator.Action action) {
        return switch (action) {
            case ALLOW -> Messages.text("policy.allow");
            case AUDIT -> Messages.text("policy.audit");
            case WARN -> Messages.text("policy.warn");
            case BLOCK -> Messages.text("policy.block");
            case BLOCK_AND_REMEDIATE -> Messages.text("policy.blockRemediate");
        };
    }
}
