package dupin.ui.investigation;

import dupin.model.Investigation;
import dupin.model.StepRecord;
import dupin.model.row.InvestigationRow;
import dupin.ui.fx.Badge;
import dupin.ui.fx.CamelCase;
import dupin.ui.fx.Face;
import dupin.ui.fx.InvestigationClock;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Sheet;
import dupin.ui.fx.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.layout.FlowPane;

/// All that is told of one investigation, for the flyout. FX thread.
final class RunSheet {
    /// Of a long investigation the last steps tell most; all of them stand in the log.
    private static final int STEPS = 60;

    private RunSheet() {}

    static Sheet of(InvestigationRow row, Instant now) {
        Investigation run = row.run();
        var clock = InvestigationClock.of(run, now);
        Sheet sheet = RowFlyouts.sheet();
        sheet.add(new FlowPane(Badge.pill(Face.of(run.state()))));
        sheet.text(run.stateNote(), "muted");
        sheet.section(Messages.text("investigation.run.details"));
        sheet.mono(Messages.text("investigations.id"), run.id());
        sheet.row(Messages.text("investigations.trigger"), run.title());
        sheet.row(Messages.text("investigations.service"), names(row.serviceSources()));
        sheet.row(Messages.text("investigations.detection"), names(row.detectionSources()));
        sheet.row(Messages.text("investigations.playbook"), CamelCase.sentence(run.playbookId()));
        sheet.row(Messages.text("investigations.startedBy"), run.startedBy());
        sheet.section(Messages.text("investigation.run.timeline"));
        sheet.row(Messages.text("investigation.run.queued"), run.queuedDateTime());
        sheet.row(Messages.text("investigations.started"), run.startedDateTime());
        sheet.row(Messages.text("investigation.run.analysed"), run.analysedDateTime());
        sheet.row(Messages.text("investigations.ended"), run.endedDateTime());
        sheet.row(Messages.text("investigations.duration"), Times.duration(clock.elapsed()));
        sheet.row(
                Messages.text("investigations.pending"),
                clock.pending().isZero() ? "" : Times.duration(clock.pending()));
        sheet.section(Messages.text("investigation.run.reach"));
        sheet.row(Messages.text("investigation.tab.alerts"), Integer.toString(run.alertIds().size()));
        sheet.row(Messages.text("investigations.devices"), String.join(", ", row.devices()));
        sheet.row(Messages.text("investigations.entities"), Integer.toString(run.entities().size()));
        sheet.row(Messages.text("investigations.threats"), Integer.toString(row.threats()));
        sheet.row(Messages.text("investigations.actions"), Integer.toString(row.actions()));
        sheet.row(Messages.text("investigations.waiting"), Integer.toString(row.pending()));
        steps(sheet, run.steps());
        return sheet;
    }

    private static void steps(Sheet sheet, List<StepRecord> steps) {
        sheet.section(Messages.text("investigation.run.steps", steps.size()));
        for (StepRecord step : steps.subList(Math.max(0, steps.size() - STEPS), steps.size())) {
            Instant from = step.startedDateTime();
            Instant to = step.endedDateTime();
            String took = from == null || to == null ? "" : " · " + Times.duration(Duration.between(from, to));
            sheet.row(
                    step.status().label() + took,
                    step.action() + (step.device().isEmpty() ? "" : " · " + step.device()));
        }
    }

    private static String names(List<String> sources) {
        return sources.stream().map(CamelCase::name).collect(Collectors.joining(", "));
    }
}
