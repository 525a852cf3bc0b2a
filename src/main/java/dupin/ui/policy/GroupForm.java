package dupin.ui.policy;

import dupin.model.AutomationLevel;
import dupin.model.DeviceGroup;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Adds or edits a device group. FX thread.
final class GroupForm {
    /// So many values a rule may have.
    private static final int MOST_VALUES = 10;

    private final TextField name = new TextField();
    private final TextField description = new TextField();
    private final ComboBox<AutomationLevel> level = new ComboBox<>();
    private final Label levelHelp = new Label();
    private final ObservableList<RuleRow> rules = FXCollections.observableArrayList();
    private final VBox ruleRows = new VBox(6);

    private record RuleRow(
            ComboBox<DeviceGroup.Property> property, ComboBox<DeviceGroup.Operator> operator, TextField values) {
        DeviceGroup.Rule rule() {
            return new DeviceGroup.Rule(
                    property.getValue(),
                    operator.getValue(),
                    Arrays.stream(values.getText().split(","))
                            .map(String::strip)
                            .filter(v -> !v.isEmpty())
                            .limit(MOST_VALUES)
                            .toList());
        }
    }

    private GroupForm() {}

    /// @param group null for a new one
    static void open(Dialogs dialogs, PolicyModel model, @Nullable DeviceGroup group) {
        var form = new GroupForm();
        Node content = form.content(group);
        String replaces = group == null ? "" : group.name();
        dialogs.form(
                new Dialogs.Form(
                        group == null
                                ? Messages.text("policy.addGroup")
                                : Messages.text("policy.editGroup", group.name()),
                        Messages.text("policy.groupFormHelp"),
                        content,
                        form.name.isDisabled() ? form.level : form.name,
                        Messages.text("policy.takeOver"),
                        Dialogs.Danger.HARMLESS,
                        Bindings.createBooleanBinding(
                                () ->
                                        !form.name.getText().isBlank()
                                                && !model.nameTaken(form.name.getText().strip(), replaces),
                                form.name.textProperty()),
                        true),
                () -> model.put(form.group(group), replaces));
    }

    private DeviceGroup group(@Nullable DeviceGroup before) {
        List<DeviceGroup.Rule> written = rules.stream().map(RuleRow::rule).filter(r -> !r.values().isEmpty()).toList();
        return new DeviceGroup(
                name.getText().strip(),
                before == null ? 0 : before.rank(),
                level.getValue(),
                description.getText().strip(),
                before != null && before.isDefault() ? List.of() : written);
    }

    private Node content(@Nullable DeviceGroup group) {
        boolean isDefault = group != null && group.isDefault();
        name.setText(group == null ? "" : group.name());
        name.setDisable(isDefault);
        description.setText(group == null ? "" : group.description());
        level.getItems().setAll(AutomationLevel.values());
        level.setConverter(words(DeviceGroupsSection::level));
        level.setMaxWidth(Double.MAX_VALUE);
        levelHelp.getStyleClass().add("muted");
        levelHelp.setWrapText(true);
        levelHelp.setMinHeight(Region.USE_PREF_SIZE);
        level.valueProperty().addListener((_, _, value) -> levelHelp.setText(value == null ? "" : value.description()));
        level.setValue(group == null ? AutomationLevel.SEMI_ANY : group.automationLevel());
        var box =
                new VBox(
                        12,
                        Section.field(Messages.text("policy.name"), name),
                        Section.field(Messages.text("policy.level"), level),
                        levelHelp,
                        Section.field(Messages.text("policy.description"), description));
        if (isDefault) {
            return box;
        }
        if (group != null) {
            group.rules().forEach(this::addRule);
        }
        if (rules.isEmpty()) {
            addRule(
                    new DeviceGroup.Rule(
                            DeviceGroup.Property.DEVICE_NAME, DeviceGroup.Operator.STARTS_WITH, List.of()));
        }
        var add = new Button(Messages.text("policy.addRule"), Icon.ADD.node());
        add.setOnAction(
                _ -> addRule(new DeviceGroup.Rule(DeviceGroup.Property.TAG, DeviceGroup.Operator.EQUALS, List.of())));
        var heading = new Label(Messages.text("policy.rules"));
        heading.getStyleClass().add("field-name");
        box.getChildren().addAll(new VBox(4, heading, ruleRows), add);
        return box;
    }

    private void addRule(DeviceGroup.Rule rule) {
        var property = new ComboBox<>(FXCollections.observableArrayList(DeviceGroup.Property.values()));
        property.setConverter(words(RuleWords::of));
        property.setValue(rule.property());
        property.setAccessibleText(Messages.text("policy.property"));
        property.setPrefWidth(150);
        var operator = new ComboBox<>(FXCollections.observableArrayList(DeviceGroup.Operator.values()));
        operator.setConverter(words(RuleWords::of));
        operator.setValue(rule.operator());
        operator.setAccessibleText(Messages.text("policy.operator"));
        operator.setPrefWidth(130);
        var values = new TextField(String.join(", ", rule.values()));
        values.setPromptText(Messages.text("policy.values"));
        values.setAccessibleText(Messages.text("policy.values"));
        HBox.setHgrow(values, Priority.ALWAYS);
        var row = new RuleRow(property, operator, values);
        rules.add(row);
        var remove = new Button("", Icon.CLOSE.node());
        remove.getStyleClass().add("quiet");
        remove.setAccessibleText(Messages.text("policy.removeRule"));
        remove.setTooltip(new Tooltip(Messages.text("policy.removeRule")));
        var line = new HBox(8, property, operator, values, remove);
        remove.setOnAction(_ -> {
            rules.remove(row);
            ruleRows.getChildren().remove(line);
        });
        ruleRows.getChildren().add(line);
    }

    static <T> StringConverter<T> words(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        };
    }
}
