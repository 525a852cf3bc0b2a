package dupin.ui.investigation;

import dupin.model.Alert;
import dupin.model.Citation;
import dupin.model.Comment;
import dupin.model.EntityKey;
import dupin.model.Evidence;
import dupin.model.LinkReason;
import dupin.model.row.AlertRow;
import dupin.model.row.LogLine;
import dupin.service.AlertDetails;
import dupin.ui.fx.Badge;
import dupin.ui.fx.CamelCase;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Face;
import dupin.ui.fx.Markdown;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Sheet;
import dupin.ui.fx.Times;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.layout.FlowPane;

/// Writes down all that there is to say of an alert. FX thread.
final class AlertSheet {
    private AlertSheet() {}

    /// @param explain where its evidence leads
    static Sheet of(CaseContext context, AlertDetails details, Consumer<EntityKey> explain, TuneAlert tuning) {
        AlertRow row = details.row();
        Alert alert = row.alert();
        var sheet = RowFlyouts.sheet();
        var badges = new FlowPane(8, 6, Badge.pill(Face.of(alert.severity())));
        if (row.investigationState() != null) {
            badges.getChildren().add(Badge.pill(Face.of(row.investigationState())));
        }
        sheet.add(badges);
        sheet.text(row.investigationNote(), "muted");
        tuning.note(sheet, row);
        sheet.section(Messages.text("investigation.alert.what")).text(alert.description());
        if (!alert.recommendedActions().isEmpty()) {
            sheet.section(Messages.text("investigation.alert.recommended")).text(alert.recommendedActions());
        }
        sheet.section(Messages.text("investigation.column.linkedBy"));
        for (LinkReason reason : row.linkedBy()) {
            sheet.text(reason.text().isEmpty() ? reason.rule() : reason.rule() + ": " + reason.text());
        }
        said(sheet, details);
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

    /// What persons did with it and said of it; nothing where nobody has.
    private static void said(Sheet sheet, AlertDetails details) {
        if (!details.log().isEmpty()) {
            sheet.section(Messages.text("investigation.alert.handled"));
        }
        for (LogLine line : details.log()) {
            sheet.text(by(line.actor(), Times.minute(line.timeCreated())), "caption");
            sheet.text(line.changes().isEmpty() ? line.description() : ActivityColumns.changes(line));
            sheet.text(line.comments());
        }
        if (!details.comments().isEmpty()) {
            sheet.section(Messages.text("investigation.comments"));
        }
        for (Comment comment : details.comments()) {
            sheet.text(by(comment.createdBy(), Times.minute(comment.createdDateTime())), "caption");
            sheet.add(Markdown.of(comment.text()));
        }
    }

    private static String by(String who, String when) {
        return who + "  ·  " + when;
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
        sheet.row(Messages.text("investigation.column.incidentName"), row.incidentName());
        sheet.mono(Messages.text("investigation.column.incidentId"), row.incidentId());
        sheet.mono(Messages.text("investigation.column.alertId"), alert.id());
    }
}
