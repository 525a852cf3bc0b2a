package dupin.ui.policy;

import dupin.model.Pack;
import dupin.service.Detection;
import dupin.ui.fx.Columns;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TablePane;
import dupin.ui.fx.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The packs of detection rules: what they hold, which of their rules cannot be used and why, adding a folder, taking a pack
/// out or switching it off, and matching the case's telemetry with them. Applies at once, it is no part of the draft. FX thread.
final class RulesSection extends Section {
    private final RuleDeeds deeds;
    private final Frame frame;
    private final Live<RuleDeeds.HeldRules> live;
    private final TableView<Pack> packs;
    private final Button add = new Button(Messages.text("rules.add"), Icon.ADD.node());
    private final Button run = new Button(Messages.text("rules.run"), Icon.FINDING.node());
    private final Button turn = new Button(Messages.text("rules.off"), Icon.PAUSE.node());
    private final Label state = new Label();
    private final Errand errand;
    private Set<String> off = Set.of();

    RulesSection(RuleDeeds deeds, Frame frame) {
        super(Messages.text("rules.help"));
        this.deeds = deeds;
        this.frame = frame;
        packs =
                Tables.of(
                        new EmptyState(Icon.FINDING, Messages.text("rules.none"), Messages.text("rules.help")),
                        Columns.text("name", Messages.text("rules.name"), 200, Pack::name),
                        Columns.text(
                                "state",
                                Messages.text("rules.state"),
                                90,
                                p ->
                                        off.contains(p.name())
                                                ? Messages.text("rules.isOff")
                                                : Messages.text("rules.isOn")),
                        Columns.text("version", Messages.text("rules.version"), 100, Pack::version),
                        Columns.text("count", Messages.text("rules.count"), 90, p -> Long.toString(p.items())),
                        Columns.text("refused", Messages.text("rules.refused"), 90, p -> Long.toString(p.refused())),
                        Columns.mono("sha256", Messages.text("rules.digest"), 160, Pack::sha256),
                        Columns.mono("folder", Messages.text("rules.folder"), 300, Pack::folder));
        packs.setId("rule-packs");
        packs.setAccessibleText(Messages.text("rules.title"));
        var refusals =
                new TablePane<Pack.Refusal>(
                        frame,
                        "refused-rules.csv",
                        refusal -> refusal.place() + refusal.reason(),
                        new EmptyState(
                                Icon.CHECK, Messages.text("rules.noRefusals"), Messages.text("rules.noRefusalsHelp")),
                        Columns.mono("place", Messages.text("rules.place"), 320, Pack.Refusal::place),
                        Columns.text("reason", Messages.text("rules.reason"), 560, Pack.Refusal::reason));
        refusals.setPrefHeight(220);
        refusals.table().setAccessibleText(Messages.text("rules.refusals"));
        var remove = new Button(Messages.text("rules.remove"), Icon.DELETE.node());
        remove.getStyleClass().add("quiet");
        remove.setDisable(true);
        remove.setOnAction(_ -> remove());
        add.setId("rules-add");
        add.setOnAction(_ -> frame.dialogs().openFolder(Messages.text("rules.choose"), this::add));
        run.setId("rules-run");
        run.setOnAction(_ -> run());
        state.getStyleClass().add("muted");
        state.setWrapText(true);
        turn.getStyleClass().add("quiet");
        turn.setId("rules-switch");
        turn.setDisable(true);
        turn.setOnAction(_ -> turn());
        tools(add, remove, turn, run, state);
        var title = new Label(Messages.text("rules.refusals"));
        title.getStyleClass().add("card-title");
        VBox.setVgrow(packs, Priority.ALWAYS);
        VBox.setVgrow(refusals, Priority.SOMETIMES);
        content(new VBox(8, packs, title, refusals));
        for (Node part : List.of(title, refusals)) {
            part.visibleProperty()
                    .bind(
                            packs.getSelectionModel()
                                    .selectedItemProperty()
                                    .map(p -> !p.refusals().isEmpty())
                                    .orElse(false));
            part.managedProperty().bind(part.visibleProperty());
        }
        packs.getSelectionModel()
                .selectedItemProperty()
                .subscribe(pack -> {
                    remove.setDisable(pack == null || pack.folder().isEmpty());
                    refusals.show(pack == null ? List.of() : pack.refusals());
                    turn.setDisable(pack == null);
                    turn.setText(turning(pack));
                });
        live = frame.pump().live(deeds::rules, this::show);
        live.whileShown(this);
        live.invalidate();
        errand = new Errand(deeds, frame, state, live::invalidate, add, run);
    }

    /// The case may have changed; from any thread.
    void invalidate() {
        live.invalidate();
    }

    void close() {
        live.dispose();
    }

    private void show(RuleDeeds.HeldRules held) {
        off = held.off();
        Pack chosen = packs.getSelectionModel().getSelectedItem();
        Tables.show(packs, held.packs(), Pack::name);
        packs.refresh();
        turn.setText(turning(chosen));
        held.last().ifPresent(outcome -> state.setText(told(outcome)));
    }

    private String turning(@Nullable Pack pack) {
        return pack != null && off.contains(pack.name()) ? Messages.text("rules.on") : Messages.text("rules.off");
    }

    private static String told(Detection.Outcome outcome) {
        return Messages.text(
                "rules.outcome",
                outcome.rules(),
                outcome.events(),
                outcome.matches(),
                outcome.alerts(),
                outcome.fresh(),
                outcome.refused().size());
    }

    private void add(Path folder) {
        errand.run(
                Messages.text("rules.reading", folder),
                _ -> {
                    Pack pack = deeds.addRules(folder);
                    return Messages.text("rules.added", pack.items(), pack.label(), pack.refused());
                });
    }

    private void remove() {
        Pack pack = packs.getSelectionModel().getSelectedItem();
        if (pack != null) {
            frame.dialogs()
                    .confirm(
                            new Dialogs.Confirmation(
                                    Messages.text("rules.removeTitle", pack.label()),
                                    Messages.text("rules.removeHelp"),
                                    Messages.text("rules.removeVerb"),
                                    Dialogs.Danger.HARMLESS,
                                    ""),
                            () ->
                                    errand.run(
                                            Messages.text("rules.removing", pack.label()),
                                            _ -> {
                                                deeds.removeRules(pack);
                                                return Messages.text("rules.removed", pack.label());
                                            }));
        }
    }

    private void turn() {
        Pack pack = packs.getSelectionModel().getSelectedItem();
        if (pack != null) {
            boolean on = off.contains(pack.name());
            errand.run(
                    Messages.text("rules.switching", pack.label()),
                    _ -> {
                        deeds.switchRules(pack, on);
                        return on
                                ? Messages.text("rules.wentOn", pack.label())
                                : Messages.text("rules.wentOff", pack.label());
                    });
        }
    }

    private void run() {
        errand.run(
                Messages.text("rules.running"),
                progress -> {
                    deeds.detect(progress);
                    return Messages.text("rules.done");
                });
    }
}
