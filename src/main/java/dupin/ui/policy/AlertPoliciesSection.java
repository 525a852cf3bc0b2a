package dupin.ui.policy;

import dupin.model.AlertPolicy;
import dupin.model.EntityKind;
import dupin.model.Playbook;
import dupin.model.Severity;
import dupin.ui.fx.CamelCase;
import dupin.ui.fx.Columns;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Which alerts start an investigation, and with which playbook. FX thread.
final class AlertPoliciesSection extends Section {
    private final PolicyModel model;
    private final PolicyDeeds deeds;
    private final Frame frame;
    private final Live<PlaybookDeeds.Shelf> live;
    private final TableView<AlertPolicy> table;

    /// Names by id, as soon as they were read.
    private Map<String, String> playbooks = Map.of();

    AlertPoliciesSection(PolicyModel model, PolicyDeeds deeds, Frame frame) {
        super(Messages.text("policy.alertsHelp"));
        this.model = model;
        this.deeds = deeds;
        this.frame = frame;
        table =
                Tables.of(
                        new EmptyState(
                                Icon.ALERT,
                                Messages.text("policy.noAlertPolicies"),
                                Messages.text("policy.noAlertPoliciesHelp")),
                        Toggles.column(
                                "enabled",
                                Messages.text("policy.enabled"),
                                AlertPolicy::enabled,
                                AlertPolicy::name,
                                p -> model.put(with(p, !p.enabled(), p.startsInvestigation()))),
                        Columns.text("name", Messages.text("policy.name"), 280, AlertPolicy::name),
                        Toggles.column(
                                "starts",
                                Messages.text("policy.starts"),
                                AlertPolicy::startsInvestigation,
                                AlertPolicy::name,
                                p -> model.put(with(p, p.enabled(), !p.startsInvestigation()))),
                        Columns.text("playbook", Messages.text("policy.playbook"), 180, this::playbook),
                        Columns.text(
                                "conditions",
                                Messages.text("policy.conditions"),
                                520,
                                AlertPoliciesSection::conditions));
        table.getColumns().forEach(column -> column.setSortable(false));
        table.setAccessibleText(Messages.text("policy.alerts"));
        Tables.onOpen(table, this::change);
        var add = new Button(Messages.text("policy.addAlertPolicy"), Icon.ADD.node());
        add.setId("alert-policy-add");
        add.setOnAction(_ -> change(null));
        tools(
                add,
                tool(Icon.EDIT, Messages.text("policy.edit"), this::change),
                tool(Icon.DELETE, Messages.text("policy.delete"), this::remove),
                tool(Icon.UP, Messages.text("policy.earlier"), p -> model.moveAlertPolicy(p.id(), -1)),
                tool(Icon.DOWN, Messages.text("policy.later"), p -> model.moveAlertPolicy(p.id(), 1)));
        content(table);
        model.draftProperty().subscribe(policy -> Tables.show(table, policy.alertPolicies(), AlertPolicy::id));
        live = frame.pump().live(deeds::playbooks, this::named);
        live.whileShown(this);
        live.invalidate();
    }

    /// Playbooks may have changed; from any thread.
    void invalidate() {
        live.invalidate();
    }

    void close() {
        live.dispose();
    }

    private void named(PlaybookDeeds.Shelf shelf) {
        Map<String, String> names =
                shelf.playbooks().stream().collect(Collectors.toMap(Playbook::id, Playbook::name, (first, _) -> first));
        if (!names.equals(playbooks)) {
            playbooks = names;
            table.refresh();
        }
    }

    /// The name of the policy's playbook; its id where the case has none of that id.
    private String playbook(AlertPolicy policy) {
        return policy.startsInvestigation() ? playbooks.getOrDefault(policy.playbookId(), policy.playbookId()) : "";
    }

    private Button tool(Icon icon, String what, Consumer<AlertPolicy> act) {
        var button = new Button("", icon.node());
        button.getStyleClass().add("quiet");
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
        button.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        button.setOnAction(_ -> {
            AlertPolicy chosen = table.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                act.accept(chosen);
            }
        });
        return button;
    }

    private void change(@Nullable AlertPolicy policy) {
        AlertPolicyForm.open(deeds, frame, model, policy, playbooks);
    }

    private void remove(AlertPolicy policy) {
        frame.dialogs()
                .confirm(
                        new Dialogs.Confirmation(
                                Messages.text("policy.deleteAlertPolicy", policy.name()),
                                Messages.text("policy.deleteAlertPolicyHelp"),
                                Messages.text("policy.delete"),
                                Dialogs.Danger.DISRUPTIVE,
                                ""),
                        () -> model.removeAlertPolicy(policy.id()));
    }

    private static AlertPolicy with(AlertPolicy p, boolean enabled, boolean starts) {
        return new AlertPolicy(
                p.id(),
                p.name(),
                enabled,
                starts,
                p.playbookId(),
                p.titleContains(),
                p.categories(),
                p.serviceSources(),
                p.evidenceKinds(),
                p.severityAtLeast());
    }

    private static String conditions(AlertPolicy policy) {
        var parts = new ArrayList<String>();
        add(parts, Messages.text("policy.titleHas"), policy.titleContains());
        add(parts, Messages.text("policy.categories"), words(policy.categories(), CamelCase::sentence));
        add(parts, Messages.text("policy.sources"), words(policy.serviceSources(), CamelCase::name));
        add(parts, Messages.text("policy.evidence"), policy.evidenceKinds().stream().map(EntityKind::label).toList());
        Severity least = policy.severityAtLeast();
        if (least != null) {
            parts.add(Messages.text("policy.severityAtLeast") + " " + least.label());
        }
        return parts.isEmpty() ? Messages.text("policy.everyAlert") : String.join(" · ", parts);
    }

    /// Several spellings of one value are named once.
    private static List<String> words(List<String> values, UnaryOperator<String> spelled) {
        return values.stream().map(spelled).distinct().toList();
    }

    private static void add(List<String> parts, String what, List<String> values) {
        if (!values.isEmpty()) {
            parts.add(what + " " + String.join(", ", values));
        }
    }
}
