package dupin.ui.investigation;

import dupin.model.EntityKey;
import dupin.model.RemediationAction;
import dupin.model.row.InvestigationRow;
import dupin.model.row.LogLine;
import dupin.ui.actions.ActionCard;
import dupin.ui.actions.ActionCommands;
import dupin.ui.actions.DecisionBar;
import dupin.ui.actions.Verb;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Sheet;
import dupin.ui.fx.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Actions and log lines in the window's flyout. FX thread.
public final class RowFlyouts {
    private final CaseContext context;
    private final AlertFlyout alerts;
    private final ActionCard card;
    private final DecisionBar bar;
    private final VBox actionBox;
    private String shownAction = "";
    private Consumer<EntityKey> explain = _ -> {};
    private Consumer<String> openIncident = _ -> {};
    private Consumer<LogLine> replay = _ -> {};

    public RowFlyouts(CaseContext context) {
        this.context = context;
        alerts = new AlertFlyout(context);
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
        alerts.onEntity(entity);
        openIncident = incident;
    }

    /// Where the way from a log line to the case as it stood then leads.
    void onReplay(Consumer<LogLine> consumer) {
        replay = consumer;
    }

    /// Those of alerts, and what can be done with them.
    public AlertFlyout alerts() {
        return alerts;
    }

    public void action(RemediationAction action) {
        shownAction = action.id();
        bar.show(List.of(action));
        card.show(action);
        context.frame().flyout().show(action.type().label(), actionBox);
    }

    /// Brings the action or alert that is shown up to date.
    void refresh(InvestigationModel model) {
        alerts.refresh(model);
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

    static Sheet sheet() {
        var sheet = new Sheet();
        sheet.getStyleClass().add("flyout-body");
        Styles.add(sheet, "/dupin/ui/investigation/investigation.css");
        return sheet;
    }
}
