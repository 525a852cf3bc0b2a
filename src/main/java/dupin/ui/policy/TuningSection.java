package dupin.ui.policy;

import dupin.model.DeviceGroup;
import dupin.model.policy.TuningCondition;
import dupin.model.policy.TuningRule;
import dupin.ui.fx.Asking;
import dupin.ui.fx.Columns;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Elide;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.RuleEditing;
import dupin.ui.fx.Tables;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;

/// *Alert tuning*: the rules that hide or resolve alerts, made from alerts; here they are switched, changed and deleted, and what
/// they took comes back. FX thread.
final class TuningSection extends Section implements AutoCloseable {
    private static final int NAME = 60;

    private final PolicyModel model;
    private final PolicyDeeds deeds;
    private final Consumer<RuleEditing> forms;
    private final Frame frame;
    private final TableView<TuningRule> table;
    private final Live<Map<String, Integer>> live;

    /// Alerts that stand under each rule, as soon as they were read.
    private Map<String, Integer> taken = Map.of();

    /// @param forms opens the form of a rule
    TuningSection(PolicyModel model, PolicyDeeds deeds, Consumer<RuleEditing> forms, Frame frame) {
        super(Messages.text("tuning.help"));
        this.model = model;
        this.deeds = deeds;
        this.forms = forms;
        this.frame = frame;
        table =
                Tables.of(
                        new EmptyState(Icon.HIDE, Messages.text("tuning.none"), Messages.text("tuning.noneHelp")),
                        Toggles.column(
                                "on",
                                Messages.text("tuning.on"),
                                TuningRule::enabled,
                                TuningRule::name,
                                r -> model.put(r.switched(!r.enabled()))),
                        Columns.text("name", Messages.text("policy.name"), 210, TuningRule::name),
                        Columns.text("action", Messages.text("tuning.action"), 210, TuningRule::what),
                        Columns.number(
                                "alerts", Messages.text("tuning.alerts"), 76, r -> taken.getOrDefault(r.id(), 0)),
                        Columns.text("conditions", Messages.text("policy.conditions"), 310, TuningSection::conditions),
                        Columns.text(
                                "scope",
                                Messages.text("tuning.scope"),
                                130,
                                r -> r.deviceGroup().isEmpty() ? Messages.text("tune.allDevices") : r.deviceGroup()),
                        Columns.text("comment", Messages.text("tuning.comment"), 160, TuningRule::comment),
                        Columns.text("by", Messages.text("tuning.by"), 110, TuningRule::createdBy),
                        Columns.time("created", Messages.text("tuning.created"), TuningRule::created));
        // The first rule that matches takes an alert: their order means something.
        table.getColumns().forEach(column -> column.setSortable(false));
        table.setId("tuning-rules");
        table.setAccessibleText(Messages.text("tuning.title"));
        tools(
                tool("tuning-edit", Icon.EDIT, Messages.text("policy.edit"), this::change),
                tool("tuning-delete", Icon.DELETE, Messages.text("policy.delete"), this::remove),
                tool("tuning-back", Icon.UNDO, Messages.text("tuning.bringBack"), this::bringBack));
        content(table);
        model.draftProperty().subscribe(policy -> Tables.show(table, policy.tuning(), TuningRule::id));
        live = frame.pump().live(() -> deeds.tuning().taken(), this::count);
        live.whileShown(this);
        live.invalidate();
    }

    /// Alerts may have been taken or brought back; from any thread.
    void invalidate() {
        live.invalidate();
    }

    @Override
    public void close() {
        live.dispose();
    }

    private void count(Map<String, Integer> now) {
        if (!now.equals(taken)) {
            taken = now;
            table.refresh();
        }
    }

    private static String conditions(TuningRule rule) {
        return rule.conditions().stream().map(TuningCondition::words).collect(Collectors.joining(" \u00b7 "));
    }

    private Button tool(String id, Icon icon, String what, Consumer<TuningRule> act) {
        var button = new Button(what, icon.node());
        button.setId(id);
        button.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        button.setOnAction(_ -> {
            TuningRule chosen = table.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                act.accept(chosen);
            }
        });
        return button;
    }

    /// In the draft, as everything here: it applies when the policy is saved.
    private void change(TuningRule rule) {
        List<String> groups =
                model.draft().deviceGroups().stream()
                        .sorted(Comparator.comparingInt(DeviceGroup::rank))
                        .map(DeviceGroup::name)
                        .toList();
        List<String> others =
                model.draft().tuning().stream().filter(r -> !r.id().equals(rule.id())).map(TuningRule::name).toList();
        forms.accept(new RuleEditing(rule, groups, others, model::put));
    }

    private void remove(TuningRule rule) {
        frame.dialogs()
                .confirm(
                        new Dialogs.Confirmation(
                                Messages.text("tuning.deleteTitle", Elide.middle(rule.name(), NAME)),
                                Messages.text("tuning.deleteHelp"),
                                Messages.text("policy.delete"),
                                Dialogs.Danger.DISRUPTIVE,
                                ""),
                        () -> model.remove(rule));
    }

    /// At once, and not with the draft: it is about alerts, not about the policy.
    private void bringBack(TuningRule rule) {
        frame.dialogs()
                .confirm(
                        new Dialogs.Confirmation(
                                Messages.text("tuning.backTitle", taken.getOrDefault(rule.id(), 0)),
                                Messages.text("tuning.backHelp", Elide.middle(rule.name(), NAME)),
                                Messages.text("tuning.bringBack"),
                                Dialogs.Danger.HARMLESS,
                                ""),
                        () ->
                                Asking.of(
                                        frame,
                                        Messages.text("policy.notDone"),
                                        () -> deeds.tuning().bringBackAll(rule.id()),
                                        count -> {
                                            frame.toasts().say(Messages.text("tuning.broughtBack", count));
                                            live.invalidate();
                                        }));
    }
}
