package dupin.ui.assets;

import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.model.RemediationAction;
import dupin.service.AssetPage;
import dupin.service.Desk;
import dupin.ui.fx.CamelCase;
import dupin.ui.fx.Columns;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.EntityMenu;
import dupin.ui.fx.Face;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TablePane;
import java.util.List;

/// The tables of an asset's page. FX thread.
final class AssetTables {
    private final TablePane<Desk.CaseAlert> alerts;
    private final TablePane<Incident> incidents;
    private final TablePane<AssetPage.Seen> seen;
    private final TablePane<Investigation> runs;
    private final TablePane<RemediationAction> actions;

    AssetTables(Frame frame, AssetLinks links) {
        alerts =
                new TablePane<>(
                        frame,
                        "alerts.csv",
                        a -> a.alert().id(),
                        new EmptyState(Icon.ALERT, Messages.text("assets.noAlerts"), ""),
                        Columns.time("time", Messages.text("assets.time"), a -> a.alert().time()),
                        Columns.text("title", Messages.text("assets.alert"), 260, a -> a.alert().title()),
                        Columns.badge(
                                "severity", Messages.text("assets.severity"), 122, a -> a.alert().severity(), Face::of),
                        Columns.text("status", Messages.text("assets.status"), 90, a -> CamelCase.sentence(a.status())),
                        Columns.text(
                                "category",
                                Messages.text("assets.category"),
                                150,
                                a -> CamelCase.sentence(a.alert().category())),
                        Columns.mono("incident", Messages.text("assets.incident"), 110, Desk.CaseAlert::incidentId));
        alerts.onOpen(a -> links.incident(a.incidentId()));
        incidents =
                new TablePane<>(
                        frame,
                        "incidents.csv",
                        Incident::id,
                        new EmptyState(Icon.INCIDENT, Messages.text("assets.noIncidents"), ""),
                        Columns.text("name", Messages.text("assets.incident"), 280, Incident::name),
                        Columns.badge("severity", Messages.text("assets.severity"), 122, Incident::severity, Face::of),
                        Columns.text("status", Messages.text("assets.status"), 100, i -> i.status().label()),
                        Columns.badge(
                                "state", Messages.text("assets.state"), 170, Incident::investigationState, Face::of),
                        Columns.time("last", Messages.text("assets.last"), Incident::lastActivity));
        incidents.onOpen(incident -> links.incident(incident.id()));
        seen =
                new TablePane<>(
                        frame,
                        "seen.csv",
                        AssetPage.Seen::key,
                        new EmptyState(Icon.SEARCH, Messages.text("assets.noSeen"), Messages.text("assets.noSeenHelp")),
                        Columns.text("name", Messages.text("assets.with"), 220, AssetPage.Seen::label),
                        Columns.text("kind", Messages.text("assets.kind"), 90, s -> s.key().kind().label()),
                        Columns.number("rows", Messages.text("assets.rows"), 90, AssetPage.Seen::rows),
                        Columns.time("first", Messages.text("assets.first"), AssetPage.Seen::first),
                        Columns.time("last", Messages.text("assets.last"), AssetPage.Seen::last));
        seen.onOpen(other -> links.page(other.key()));
        EntityMenu.install(
                seen.table(), other -> List.of(new EntityMenu.Part(other.key(), other.label())), () -> links);
        runs =
                new TablePane<>(
                        frame,
                        "investigations.csv",
                        Investigation::id,
                        new EmptyState(Icon.INVESTIGATION, Messages.text("assets.noRuns"), ""),
                        Columns.text("title", Messages.text("assets.trigger"), 260, Investigation::title),
                        Columns.badge("state", Messages.text("assets.state"), 170, Investigation::state, Face::of),
                        Columns.time("started", Messages.text("assets.started"), Investigation::startedDateTime),
                        Columns.mono("incident", Messages.text("assets.incident"), 110, Investigation::incidentId));
        runs.onOpen(run -> links.incident(run.incidentId()));
        actions =
                new TablePane<>(
                        frame,
                        "actions.csv",
                        RemediationAction::id,
                        new EmptyState(Icon.ACTIONS, Messages.text("assets.noActions"), ""),
                        Columns.text("type", Messages.text("assets.action"), 200, a -> a.type().label()),
                        Columns.mono("target", Messages.text("assets.target"), 220, RemediationAction::subject),
                        Columns.badge("state", Messages.text("assets.status"), 150, RemediationAction::state, Face::of),
                        Columns.text("by", Messages.text("assets.decidedBy"), 120, RemediationAction::decidedBy),
                        Columns.time("decided", Messages.text("assets.decided"), RemediationAction::decidedDateTime));
        actions.onOpen(links::action);
        EntityMenu.install(alerts.table(), AssetTables::parts, () -> links);
        EntityMenu.install(
                actions.table(), a -> List.of(new EntityMenu.Part(a.target().key(), a.target().label())), () -> links);
        alerts.table().setAccessibleText(Messages.text("assets.alerts"));
        incidents.table().setAccessibleText(Messages.text("assets.incidents"));
        seen.table().setAccessibleText(Messages.text("assets.seen"));
        runs.table().setAccessibleText(Messages.text("assets.runs"));
        actions.table().setAccessibleText(Messages.text("assets.actions"));
    }

    /// What the alert names, each once.
    private static List<EntityMenu.Part> parts(Desk.CaseAlert row) {
        return row.alert().evidence().stream()
                .map(e -> new EntityMenu.Part(e.entity().key(), e.entity().label()))
                .distinct()
                .toList();
    }

    TablePane<Desk.CaseAlert> alerts() {
        return alerts;
    }

    TablePane<Incident> incidents() {
        return incidents;
    }

    TablePane<AssetPage.Seen> seen() {
        return seen;
    }

    TablePane<Investigation> runs() {
        return runs;
    }

    TablePane<RemediationAction> actions() {
        return actions;
    }

    void show(AssetPage asset) {
        alerts.show(asset.alerts());
        incidents.show(asset.incidents());
        runs.show(asset.investigations());
        actions.show(asset.actions());
    }

    void clear() {
        seen.show(List.of());
    }
}
