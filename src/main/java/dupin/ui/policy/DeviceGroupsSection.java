package dupin.ui.policy;

import dupin.model.AutomationLevel;
import dupin.model.DeviceGroup;
import dupin.ui.fx.Columns;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Tables;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Device groups in the order of their rank. FX thread.
final class DeviceGroupsSection extends Section {
    private final PolicyModel model;
    private final PolicyDeeds deeds;
    private final Frame frame;
    private final TableView<DeviceGroup> table;
    private final Label preview = new Label();

    DeviceGroupsSection(PolicyModel model, PolicyDeeds deeds, Frame frame) {
        super(Messages.text("policy.groupsHelp"));
        this.model = model;
        this.deeds = deeds;
        this.frame = frame;
        table =
                Tables.of(
                        new EmptyState(Icon.GROUP, Messages.text("policy.noGroups"), ""),
                        Columns.text("rank", Messages.text("policy.rank"), 56, DeviceGroupsSection::rank),
                        Columns.text("name", Messages.text("policy.name"), 170, DeviceGroup::name),
                        Columns.text("level", Messages.text("policy.level"), 250, g -> level(g.automationLevel())),
                        Columns.text("rules", Messages.text("policy.rules"), 230, RuleWords::of),
                        Columns.text(
                                "description", Messages.text("policy.description"), 160, DeviceGroup::description));
        table.getColumns().forEach(column -> column.setSortable(false));
        table.setAccessibleText(Messages.text("policy.groups"));
        Tables.onOpen(table, this::change);
        var edit = tool(Icon.EDIT, Messages.text("policy.edit"), this::change);
        var remove = tool(Icon.DELETE, Messages.text("policy.delete"), this::remove);
        var up = tool(Icon.UP, Messages.text("policy.up"), g -> model.move(g.name(), -1));
        var down = tool(Icon.DOWN, Messages.text("policy.down"), g -> model.move(g.name(), 1));
        var devices = tool(Icon.DEVICE, Messages.text("policy.preview"), this::preview);
        var add = new Button(Messages.text("policy.addGroup"), Icon.ADD.node());
        add.setOnAction(_ -> GroupForm.open(frame.dialogs(), model, null));
        tools(add, edit, remove, up, down, devices);
        preview.getStyleClass().add("muted");
        preview.setWrapText(true);
        preview.setMinHeight(Region.USE_PREF_SIZE);
        content(table);
        getChildren().add(preview);
        model.draftProperty().subscribe(policy -> Tables.show(table, policy.deviceGroups(), DeviceGroup::name));
        table.getSelectionModel().select(0);
    }

    private static String rank(DeviceGroup group) {
        return group.isDefault() ? Messages.text("policy.last") : Integer.toString(group.rank());
    }

    static String level(AutomationLevel level) {
        return level == AutomationLevel.FULL ? Messages.text("policy.recommended", level.label()) : level.label();
    }

    private Button tool(Icon icon, String what, Consumer<DeviceGroup> act) {
        var button = new Button("", icon.node());
        button.getStyleClass().add("quiet");
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
        button.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        button.setOnAction(_ -> {
            DeviceGroup chosen = table.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                act.accept(chosen);
            }
        });
        return button;
    }

    private void change(@Nullable DeviceGroup group) {
        GroupForm.open(frame.dialogs(), model, group);
    }

    private void remove(DeviceGroup group) {
        if (group.isDefault()) {
            frame.toasts().warn(Messages.text("policy.defaultStays"));
            return;
        }
        frame.dialogs()
                .confirm(
                        new Dialogs.Confirmation(
                                Messages.text("policy.deleteGroup", group.name()),
                                Messages.text("policy.deleteGroupHelp"),
                                Messages.text("policy.delete"),
                                Dialogs.Danger.DISRUPTIVE,
                                ""),
                        () -> model.remove(group.name()));
    }

    private void preview(DeviceGroup group) {
        var draft = model.draft();
        frame.pump().once(() -> deeds.devices(draft, group.name()), found -> say(group, found));
    }

    private void say(DeviceGroup group, List<String> found) {
        preview.setText(
                found.isEmpty()
                        ? Messages.text("policy.noDevices", group.name())
                        : Messages.text(
                                "policy.devices",
                                group.name(),
                                found.size(),
                                String.join(", ", found.subList(0, Math.min(20, found.size())))));
    }
}
