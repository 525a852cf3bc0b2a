package dupin.ui.investigation;

import dupin.model.Alert;
import dupin.model.Citation;
import dupin.model.EntityKey;
import dupin.model.Evidence;
import dupin.model.LinkReason;
import dupin.model.RemediationAction;
import dupin.model.row.AlertRow;
import dupin.model.row.InvestigationRow;
import dupin.model.row.LogLine;
import dupin.ui.actions.ActionCard;
import dupin.ui.actions.ActionCommands;
import dupin.ui.actions.DecisionBar;
import dupin.ui.actions.Verb;
import dupin.ui.fx.Badge;
import dupin.ui.fx.CamelCase;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Face;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Sheet;
import dupin.ui.fx.Styles;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Alerts, actions and log lines in the window's flyout. FX thread.
public final class RowFlyouts {
    private final CaseContext context;
    private final Commands commands;
    private final ActionCard card;
    private final DecisionBar bar;
    private final VBox actionBox;
    private String shownAction = "";
    private Consumer<EntityKey> explain = _ -> {};
    private Consumer<String> openIncident = _ -> {};
    private Consumer<LogLine> replay = _ -> {};

    public RowFlyouts(CaseContext context) {
        this.context = context;
        commands = new Commands(context);
        BooleanProperty busy = new SimpleBooleanProperty();
        card = new ActionCard(context, false, key -> explain.accept(key), id -> openIncident.accept(id));
        bar =
                new DecisionBar(
                        List.of(Verb.REJECT, Verb.APPROVE, Verb.CANCEL, Verb.RETRY, Verb.UNDO),
                        busy,
                        new ActionCommands(context, busy, _ -> {})::run);
        bar.hideUnfit();
        actionBox = new VBox(card, bar);
        Styles.add(actionBox, "/dupin/ui/actions/actions.css");
    }

    public void onLinks(Consumer<EntityKey> entity, Consumer<String> incident) {
        explain = entity;
        openIncident = incident;
    }

    /// Where the way from a log line to the case as it stood then leads.
    void onReplay(Consumer<LogLine> consumer) {
        replay = consumer;
    }

    public void alert(AlertRow row) {
        Alert alert = row.alert();
        var start = new Button(Messages.text("investigation.initiateShort"), Icon.INVESTIGATION.node());
        start.setTooltip(new Tooltip(Messages.text("investigation.initiate")));
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.setOnAction(_ -> commands.start(start, () -> context.deeds().investigateAlert(alert.id())));
        context.frame().flyout().show(alert.title(), alertSheet(row), start);
    }

    public void action(RemediationAction action) {
        shownAction = action.id();
        bar.show(List.of(action));
        card.show(action);
        context.frame().flyout().show(action.type().label(), actionBox);
    }

    /// Brings the action that is shown up to date.
    void refresh(InvestigationModel model) {
        if (actionBox.getParent() != null) {
            model.action(shownAction)
                    .ifPresent(action -> {
                        bar.show(List.of(action));
                        card.show(action);
                    });
        }
    }

    /// An investigation: what set it off, how long it took and waited, its steps.
    public void investigation(InvestigationRow row) {
        context.frame().flyout().show(row.run().title(), RunSheet.of(row, context.frame().clock().instant()));
    }

    public void log(LogLine line) {
        var sheet = sheet();
        sheet.row(Messages.text("investigation.column.status"), line.status());
        sheet.row(Messages.text("investigation.column.description"), line.description());
        sheet.row(Messages.text("investigation.column.comments"), line.comments());
        sheet.row(Messages.text("investigation.column.device"), line.deviceName());
        sheet.row(Messages.text("investigation.column.actor"), line.actor());
        sheet.row(Messages.text("investigation.column.actionType"), line.actionType());
        sheet.row(Messages.text("investigation.column.timeCreated"), line.timeCreated());
        sheet.row(Messages.text("investigation.column.executionStart"), line.executionStart());
        sheet.row(Messages.text("investigation.column.duration"), StoryColumns.span(line.duration()));
        sheet.row(Messages.text("investigation.column.pendingDuration"), StoryColumns.span(line.pendingDuration()));
        sheet.row(Messages.text("investigation.column.queuedDuration"), StoryColumns.span(line.queuedDuration()));
        sheet.row(Messages.text("investigation.journalEntry"), Long.toString(line.id()));
        var then = new Button(Messages.text("replay.fromHere"), Icon.HISTORY.node());
        then.setId("replay-from-here");
        then.setTooltip(new Tooltip(Messages.text("replay.fromHereHelp")));
        then.setMinWidth(Region.USE_PREF_SIZE);
        then.setOnAction(_ -> {
            context.frame().flyout().close();
            replay.accept(line);
        });
        context.frame().flyout().show(line.action(), sheet, then);
    }

    private Sheet alertSheet(AlertRow row) {
        Alert alert = row.alert();
        var sheet = sheet();
        var badges = new FlowPane(8, 6, Badge.pill(Face.of(alert.severity())));
        if (row.investigationState() != null) {
            badges.getChildren().add(Badge.pill(Face.of(row.investigationState())));
        }
        sheet.add(badges);
        sheet.text(row.investigationNote(), "muted");
        sheet.section(Messages.text("investigation.alert.what")).text(alert.description());
        if (!alert.recommendedActions().isEmpty()) {
            sheet.section(Messages.text("investigation.alert.recommended")).text(alert.recommendedActions());
        }
        sheet.section(Messages.text("investigation.column.linkedBy"));
        for (LinkReason reason : row.linkedBy()) {
            sheet.text(reason.text().isEmpty() ? reason.rule() : reason.rule() + ": " + reason.text());
        }
        properties(sheet, row);
        sheet.section(Messages.text("investigation.alert.evidence", alert.evidence().size()));
        Map<EntityKey, String> named = new LinkedHashMap<>();
        for (Evidence evidence : alert.evidence()) {
            var entity = evidence.entity();
            named.putIfAbsent(entity.key(), entity.kind().label() + ": " + entity.label());
        }
        named.forEach((key, text) -> sheet.add(Sheet.link(text, () -> explain.accept(key))));
        sheet.section(Messages.text("investigation.alert.raw"));
        sheet.add(new CitationList(context, List.of(new Citation(Citation.Kind.ALERT, alert.id(), alert.id()))));
        return sheet;
    }

    private static void properties(Sheet sheet, AlertRow row) {
        Alert alert = row.alert();
        sheet.section(Messages.text("investigation.alert.properties"));
        sheet.row(Messages.text("investigation.column.status"), CamelCase.sentence(row.status()));
        sheet.row(Messages.text("investigation.column.category"), CamelCase.sentence(alert.category()));
        sheet.row(Messages.text("investigation.column.technique"), String.join(", ", alert.mitreTechniques()));
        sheet.row(Messages.text("investigation.column.threats"), alert.threatFamilyName());
        sheet.row(Messages.text("investigation.column.policy"), alert.policy());
        sheet.row(Messages.text("investigation.column.serviceSource"), CamelCase.name(alert.serviceSource()));
        sheet.row(Messages.text("investigation.column.detectionSource"), CamelCase.name(alert.detectionSource()));
        sheet.row(
                Messages.text("investigation.column.impactedAssets"),
                String.join(", ", new LinkedHashSet<>(row.impactedAssets())));
        sheet.row(Messages.text("investigation.column.firstActivity"), alert.firstActivityDateTime());
        sheet.row(Messages.text("investigation.column.lastActivity"), alert.lastActivityDateTime());
        sheet.row(Messages.text("investigation.column.timeCreated"), alert.createdDateTime());
        sheet.row(Messages.text("investigation.column.classification"), CamelCase.sentence(row.classification()));
        sheet.row(Messages.text("investigation.column.determination"), CamelCase.sentence(row.determination()));
        sheet.row(Messages.text("investigation.column.assignedTo"), row.assignedTo());
        sheet.row(Messages.text("investigation.providerState"), CamelCase.sentence(alert.providerInvestigationState()));
        sheet.mono(Messages.text("investigation.column.alertId"), alert.id());
    }

    static Sheet sheet() {
        var sheet = new Sheet();
        sheet.getStyleClass().add("flyout-body");
        Styles.add(sheet, "/dupin/ui/investigation/investigation.css");
        return sheet;
    }
}
