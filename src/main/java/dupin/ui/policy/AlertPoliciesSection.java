package dupin.ui.policy;

import dupin.model.AlertPolicy;
import dupin.model.EntityKind;
import dupin.ui.fx.Columns;
import dupin.ui.fx.DataColumn;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// Which alerts start an investigation, and with which playbook. FX thread.
final class AlertPoliciesSection extends Section {
    private final PolicyModel model;

    AlertPoliciesSection(PolicyModel model) {
        super(Messages.text("policy.alertsHelp"));
        this.model = model;
        TableView<AlertPolicy> table =
                Tables.of(
                        new EmptyState(
                                Icon.ALERT,
                                Messages.text("policy.noAlertPolicies"),
                                Messages.text("policy.noAlertPoliciesHelp")),
                        toggle(
                                "enabled",
                                Messages.text("policy.enabled"),
                                AlertPolicy::enabled,
                                p -> with(p, !p.enabled(), p.startsInvestigation())),
                        Columns.text("name", Messages.text("policy.name"), 280, AlertPolicy::name),
                        toggle(
                                "starts",
                                Messages.text("policy.starts"),
                                AlertPolicy::startsInvestigation,
                                p -> with(p, p.enabled(), !p.startsInvestigation())),
                        Columns.mono("playbook", Messages.text("policy.playbook"), 180, AlertPolicy::playbookId),
                        Columns.text(
                                "conditions",
                                Messages.text("policy.conditions"),
                                520,
                                AlertPoliciesSection::conditions));
        table.getColumns().forEach(column -> column.setSortable(false));
        table.setAccessibleText(Messages.text("policy.alerts"));
        content(table);
        model.draftProperty().subscribe(policy -> Tables.show(table, policy.alertPolicies(), AlertPolicy::id));
    }

    private DataColumn<AlertPolicy, String> toggle(
            String id, String title, Predicate<AlertPolicy> on, UnaryOperator<AlertPolicy> flip) {
        DataColumn<AlertPolicy, String> column =
                Columns.text(id, title, 90, p -> on.test(p) ? Messages.text("policy.yes") : Messages.text("policy.no"));
        column.setCellFactory(_ ->
                new TableCell<>() {
                    private final CheckBox box = new CheckBox();

                    @Override
                    protected void updateItem(@Nullable String item, boolean empty) {
                        super.updateItem(item, empty);
                        AlertPolicy policy = empty || getTableRow() == null ? null : getTableRow().getItem();
                        setGraphic(policy == null ? null : box);
                        if (policy != null) {
                            box.setSelected(on.test(policy));
                            box.setAccessibleText(title + ", " + policy.name());
                            box.setOnAction(_ -> model.put(flip.apply(policy)));
                        }
                    }
                });
        return column;
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
                p.evidenceKinds());
    }

    private static String conditions(AlertPolicy policy) {
        var parts = new ArrayList<String>();
        add(parts, Messages.text("policy.titleHas"), policy.titleContains());
        add(parts, Messages.text("policy.categories"), policy.categories());
        add(parts, Messages.text("policy.sources"), policy.serviceSources());
        add(parts, Messages.text("policy.evidence"), policy.evidenceKinds().stream().map(EntityKind::label).toList());
        return parts.isEmpty() ? Messages.text("policy.everyAlert") : String.join(" · ", parts);
    }

    private static void add(List<String> parts, String what, List<String> values) {
        if (!values.isEmpty()) {
            parts.add(what + " " + String.join(", ", values));
        }
    }
}
