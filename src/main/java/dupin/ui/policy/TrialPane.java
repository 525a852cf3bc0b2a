package dupin.ui.policy;

import dupin.model.AutomationLevel;
import dupin.model.Policy;
import dupin.model.policy.Outcome;
import dupin.model.policy.Preset;
import dupin.model.policy.WhatIfReport;
import dupin.model.policy.WhatIfRow;
import dupin.ui.fx.Columns;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TablePane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Decides the whole case anew under a policy that is not in force: the draft, a preset, or another level of the default
/// group. Nothing is carried out and nothing is saved. FX thread.
final class TrialPane extends BorderPane {
    private final PolicyModel model;
    private final ReviewDeeds deeds;
    private final Frame frame;
    private final ComboBox<Choice> policy = new ComboBox<>();
    private final Button run = new Button(Messages.text("review.run"), Icon.PLAY.node());
    private final FlowPane figures = new FlowPane(32, 12);
    private final TablePane<WhatIfRow> rows;
    private final Live<List<Choice>> choices;

    /// A policy to try.
    private record Choice(String name, Function<Policy, Policy> of) {}

    TrialPane(PolicyModel model, ReviewDeeds deeds, Frame frame) {
        this.model = model;
        this.deeds = deeds;
        this.frame = frame;
        rows =
                new TablePane<>(
                        frame,
                        "what-if.csv",
                        row -> row.kind() + row.id() + row.what(),
                        new EmptyState(Icon.PLAY, Messages.text("review.noTrial"), Messages.text("review.noTrialHelp")),
                        Columns.text("kind", Messages.text("review.kind"), 90, row -> row.kind().label()),
                        Columns.text("what", Messages.text("review.what"), 240, WhatIfRow::what),
                        Columns.text("now", Messages.text("review.now"), 120, row -> MatrixPane.outcome(row.now())),
                        Columns.text(
                                "draft", Messages.text("review.draft"), 120, row -> MatrixPane.outcome(row.draft())),
                        Columns.text("happened", Messages.text("review.happened"), 150, TrialPane::happened),
                        Columns.text("reason", Messages.text("review.reason"), 300, WhatIfRow::draftReason),
                        Columns.text("incident", Messages.text("review.incident"), 90, WhatIfRow::incidentId));
        rows.table().setId("what-if-rows");
        policy.setId("what-if-policy");
        policy.setConverter(GroupForm.words(Choice::name));
        policy.setAccessibleText(Messages.text("review.policy"));
        policy.setPrefWidth(340);
        run.setId("what-if-run");
        run.getStyleClass().add("accent");
        run.setOnAction(_ -> run());
        run.disableProperty().bind(policy.valueProperty().isNull());
        var note = new Label(Messages.text("review.trialHelp"));
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMaxWidth(760);
        var tools = new HBox(12, new Label(Messages.text("review.policy")), policy, run);
        tools.getStyleClass().add("card-line");
        figures.setId("what-if-figures");
        var top = new VBox(12, note, tools, figures);
        top.getStyleClass().add("review-tools");
        setTop(top);
        setCenter(rows);
        choices = frame.pump().live(() -> choices(deeds.presets()), this::offer);
        choices.whileShown(this);
        choices.invalidate();
    }

    private static List<Choice> choices(List<Preset> presets) {
        var all = new ArrayList<Choice>();
        all.add(new Choice(Messages.text("review.asEdited"), p -> p));
        presets.forEach(
                preset -> all.add(new Choice(Messages.text("review.preset", preset.name()), _ -> preset.policy())));
        for (AutomationLevel level : AutomationLevel.values()) {
            all.add(
                    new Choice(
                            Messages.text("review.defaultLevel", level.label()),
                            p ->
                                    p.withDeviceGroups(
                                            p.deviceGroups().stream()
                                                    .map(g -> g.isDefault() ? g.withLevel(level) : g)
                                                    .toList())));
        }
        return all;
    }

    private void offer(List<Choice> all) {
        if (policy.getItems().isEmpty()) {
            policy.getItems().setAll(all);
            policy.setValue(all.getFirst());
        }
    }

    private void run() {
        Choice choice = policy.getValue();
        Policy draft = choice.of().apply(model.draft());
        figures.getChildren().setAll(new Label(Messages.text("review.running")));
        frame.pump().once(() -> deeds.whatIf(draft), this::show);
    }

    private void show(WhatIfReport report) {
        figures.getChildren()
                .setAll(
                        pair(Messages.text("review.runs"), report, Outcome.RUNS),
                        pair(Messages.text("review.asks"), report, Outcome.ASKS),
                        pair(Messages.text("review.nothing"), report, Outcome.NOTHING),
                        figure(Messages.text("review.saved"), words(report.saved())),
                        figure(Messages.text("review.added"), words(report.added())),
                        figure(Messages.text("review.avoided"), Integer.toString(report.harmAvoided())),
                        figure(Messages.text("review.risked"), Integer.toString(report.harmRisked())));
        rows.sayEmpty(Messages.text("review.same"), Messages.text("review.sameHelp"));
        rows.show(report.rows());
    }

    private static VBox pair(String name, WhatIfReport report, Outcome outcome) {
        return figure(
                name,
                Messages.text("review.change", report.of(report.now(), outcome), report.of(report.draft(), outcome)));
    }

    private static VBox figure(String name, String value) {
        var number = new Label(value);
        number.getStyleClass().add("figure");
        var label = new Label(name);
        label.getStyleClass().add("figure-name");
        return new VBox(2, number, label);
    }

    private static String words(@Nullable Duration time) {
        return time == null ? "" : Messages.text("review.hours", time.toHours(), time.toMinutesPart());
    }

    private static String happened(WhatIfRow row) {
        String more =
                (row.undone() ? ", " + Messages.text("review.undone") : "")
                        + (row.falsePositive() ? ", " + Messages.text("review.falsePositive") : "");
        return row.happened().label() + more;
    }
}
