package dupin.ui.investigation;

import dupin.model.row.ActivityRow;
import dupin.model.row.AlertRow;
import dupin.model.row.DeviceRow;
import dupin.model.row.EntityRow;
import dupin.model.row.InvestigationRow;
import dupin.model.row.KeyFinding;
import dupin.model.row.LogLine;
import dupin.model.row.MailboxRow;
import dupin.model.row.UserRow;
import dupin.service.IncidentDetails;
import dupin.ui.actions.ActionCenterModel;
import dupin.ui.actions.ActionTable;
import dupin.ui.fx.AlertColumns;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.DataColumn;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Icon;
import dupin.ui.fx.InvestigationColumns;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TablePane;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;

/// Makes what is in the tabs and joins it to them. FX thread.
final class TabViews {
    private final CaseContext context;
    private final RowSelection selection;
    private final Consumer<TabKind> openTab;

    /// @param openTab brings a tab to the front
    TabViews(CaseContext context, RowSelection selection, Consumer<TabKind> openTab) {
        this.context = context;
        this.selection = selection;
        this.openTab = openTab;
    }

    Map<TabKind, TabView> all() {
        Map<TabKind, TabView> views = new EnumMap<>(TabKind.class);
        views.put(
                TabKind.ALERTS,
                new RowsTab<>(
                                pane(
                                        "alerts.csv",
                                        (AlertRow r) -> r.alert().id(),
                                        AlertColumns.ofIncident(),
                                        empty(Icon.ALERT, Messages.text("investigation.empty.alerts"), "")),
                                of(IncidentDetails::alerts),
                                selection::alertSelected,
                                selection::alertOpened)
                        .entities((_, row) -> RowParts.of(row), selection::ways, selection.alerts().orders()::items));
        views.put(
                TabKind.DEVICES,
                new RowsTab<>(
                                pane(
                                        "devices.csv",
                                        (DeviceRow r) -> r.device().key(),
                                        AssetColumns.devices(),
                                        empty(
                                                Icon.DEVICE,
                                                Messages.text("investigation.empty.devices"),
                                                Messages.text("investigation.empty.assetsHelp"))),
                                of(IncidentDetails::devices),
                                r -> selection.entitySelected(r.device().key()),
                                r -> selection.explain(r.device().key()))
                        .entities(RowParts::of, selection::ways));
        views.put(
                TabKind.USERS,
                new RowsTab<>(
                                pane(
                                        "users.csv",
                                        (UserRow r) -> r.user().key(),
                                        AssetColumns.users(),
                                        empty(
                                                Icon.USER,
                                                Messages.text("investigation.empty.users"),
                                                Messages.text("investigation.empty.assetsHelp"))),
                                of(IncidentDetails::users),
                                r -> selection.entitySelected(r.user().key()),
                                r -> selection.explain(r.user().key()))
                        .entities((_, r) -> RowParts.of(r.user()), selection::ways));
        views.put(
                TabKind.MAILBOXES,
                new RowsTab<>(
                                pane(
                                        "mailboxes.csv",
                                        (MailboxRow r) -> r.mailbox().key(),
                                        AssetColumns.mailboxes(),
                                        empty(
                                                Icon.MAILBOX,
                                                Messages.text("investigation.empty.mailboxes"),
                                                Messages.text("investigation.empty.assetsHelp"))),
                                of(IncidentDetails::mailboxes),
                                r -> selection.entitySelected(r.mailbox().key()),
                                r -> selection.explain(r.mailbox().key()))
                        .entities((_, r) -> RowParts.of(r.mailbox()), selection::ways));
        views.put(
                TabKind.INVESTIGATIONS,
                new RowsTab<>(
                                pane(
                                        "incident-investigations.csv",
                                        (InvestigationRow r) -> r.run().id(),
                                        InvestigationColumns.ofIncident(context.frame().clock()),
                                        empty(
                                                Icon.INVESTIGATION,
                                                Messages.text("investigation.empty.investigations"),
                                                Messages.text("investigation.empty.investigationsHelp"))),
                                of(IncidentDetails::runs),
                                selection::runSelected,
                                selection::runOpened)
                        .entities(RowParts::of, selection::ways));
        views.put(
                TabKind.KEY_FINDINGS,
                new RowsTab<>(
                                pane(
                                        "key-findings.csv",
                                        (KeyFinding r) -> r.finding().id(),
                                        StoryColumns.findings(),
                                        empty(
                                                Icon.FINDING,
                                                Messages.text("investigation.empty.findings"),
                                                Messages.text("investigation.empty.findingsHelp"))),
                                of(IncidentDetails::keyFindings),
                                r -> selection.entitySelected(r.entity().key()),
                                r -> selection.explain(r.entity().key()))
                        .entities((_, r) -> RowParts.of(r.entity()), selection::ways));
        views.put(
                TabKind.EVIDENCE,
                new RowsTab<>(
                                disagreements(
                                        pane(
                                                "evidence.csv",
                                                (EntityRow r) -> r.entity().key(),
                                                EntityColumns.evidence(),
                                                empty(
                                                        Icon.EVIDENCE,
                                                        Messages.text("investigation.empty.evidence"),
                                                        Messages.text("investigation.empty.evidenceHelp")))),
                                InvestigationModel::evidence,
                                r -> selection.entitySelected(r.entity().key()),
                                r -> selection.explain(r.entity().key()))
                        .entities(RowParts::of, selection::ways));
        views.put(
                TabKind.ENTITIES,
                new EntitiesTab(context.frame(), selection::entitySelected, selection::explain, selection::ways));
        views.put(
                TabKind.LOG,
                new RowsTab<>(
                                pane(
                                        "log.csv",
                                        LogLine::id,
                                        StoryColumns.log(),
                                        empty(Icon.LOG, Messages.text("investigation.empty.log"), "")),
                                of(IncidentDetails::log),
                                selection::logSelected,
                                selection::logOpened)
                        .entities(RowParts::of, selection::ways));
        actions(views);
        views.put(TabKind.SUMMARY, new SummaryTab(openTab, selection::explain));
        views.put(
                TabKind.ACTIVITY,
                new RowsTab<>(
                                pane(
                                        "activity.csv",
                                        ActivityRow::id,
                                        ActivityColumns.all(),
                                        empty(
                                                Icon.COMMENT,
                                                Messages.text("investigation.empty.activity"),
                                                Messages.text("investigation.empty.activityHelp"))),
                                InvestigationModel::activity,
                                selection::activitySelected,
                                selection::activityOpened)
                        .entities(RowParts::of, selection::ways));
        return views;
    }

    /// Adds a switch that lists only where the provider judged otherwise; hidden while it never did.
    private static TablePane<EntityRow> disagreements(TablePane<EntityRow> pane) {
        var only = new ToggleButton();
        only.setId("disagreements");
        only.getStyleClass().addAll("quiet", "scope");
        only.setTooltip(new Tooltip(Messages.text("investigation.disagreementsHelp")));
        only.selectedProperty().addListener((_, _, yes) -> pane.rows().only(row -> !yes || row.disagrees()));
        Runnable count =
                () -> {
                    long many = pane.rows().all().stream().filter(EntityRow::disagrees).count();
                    only.setText(Messages.text("investigation.disagreements", many));
                    only.setVisible(many > 0 || only.isSelected());
                    only.setManaged(only.isVisible());
                };
        pane.rows().shownProperty().addListener((_, _, _) -> count.run());
        count.run();
        pane.addTools(only);
        return pane;
    }

    private void actions(Map<TabKind, TabView> views) {
        var pending =
                new ActionTable(
                        context,
                        ActionCenterModel.Side.PENDING,
                        "pending-actions.csv",
                        empty(Icon.CHECK, Messages.text("investigation.empty.pending"), ""),
                        Set.of(
                                "updated",
                                "entityType",
                                "status",
                                "decision",
                                "decidedBy",
                                "waited",
                                "outcome",
                                "incident",
                                "investigation",
                                "approvalId",
                                "comment",
                                "source"));
        var history =
                new ActionTable(
                        context,
                        ActionCenterModel.Side.HISTORY,
                        "action-history.csv",
                        empty(Icon.HISTORY, Messages.text("investigation.empty.history"), ""),
                        Set.of(
                                "expires",
                                "why",
                                "undo",
                                "entityType",
                                "incident",
                                "investigation",
                                "approvalId",
                                "source"));
        pending.onWays(selection::ways);
        history.onWays(selection::ways);
        views.put(
                TabKind.PENDING_ACTIONS,
                new ActionsTab(
                        pending, InvestigationModel::pending, selection::actionSelected, selection::actionOpened));
        views.put(
                TabKind.ACTION_HISTORY,
                new ActionsTab(
                        history, InvestigationModel::history, selection::actionSelected, selection::actionOpened));
    }

    private <T> TablePane<T> pane(String file, Function<T, ?> id, List<DataColumn<T, ?>> columns, EmptyState empty) {
        return new TablePane<>(context.frame(), file, id, empty, columns);
    }

    private static EmptyState empty(Icon icon, String why, String what) {
        return new EmptyState(icon, why, what);
    }

    private static <T> Function<InvestigationModel, List<T>> of(Function<IncidentDetails, List<T>> rows) {
        return model -> {
            IncidentDetails details = model.details();
            return details == null ? List.of() : rows.apply(details);
        };
    }
}
