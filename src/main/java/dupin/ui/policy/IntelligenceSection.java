package dupin.ui.policy;

import dupin.model.Pack;
import dupin.service.IntelPacks;
import dupin.ui.fx.Columns;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The intel packs of the case: what they hold, what of them cannot be used, adding a folder and taking a pack out. Applies
/// at once, it is no part of the draft. FX thread; reading runs in the background.
final class IntelligenceSection extends Section {
    private final PackDeeds deeds;
    private final Frame frame;
    private final Live<PackDeeds.Held> live;
    private final TableView<Pack> packs;
    private final TableView<Pack.Refusal> refusals;
    private final Button add = new Button(Messages.text("intel.add"), Icon.ADD.node());
    private final Label state = new Label();
    private final Errand errand;

    IntelligenceSection(PackDeeds deeds, Frame frame) {
        super(Messages.text("intel.help"));
        this.deeds = deeds;
        this.frame = frame;
        packs =
                Tables.of(
                        new EmptyState(Icon.EVIDENCE, Messages.text("intel.none"), Messages.text("intel.noneHelp")),
                        Columns.text("kind", Messages.text("intel.kind"), 190, p -> p.kind().label()),
                        Columns.text("name", Messages.text("intel.name"), 140, Pack::name),
                        Columns.text("version", Messages.text("intel.version"), 100, Pack::version),
                        Columns.text("holds", Messages.text("intel.holds"), 300, IntelligenceSection::holds),
                        Columns.text("refused", Messages.text("intel.refused"), 80, p -> Long.toString(p.refused())),
                        Columns.mono("sha256", Messages.text("intel.digest"), 150, Pack::sha256),
                        Columns.mono("folder", Messages.text("intel.folder"), 220, Pack::folder));
        packs.setId("intel-packs");
        packs.setAccessibleText(Messages.text("intel.title"));
        refusals =
                Tables.of(
                        new EmptyState(
                                Icon.CHECK, Messages.text("intel.noRefusals"), Messages.text("intel.noRefusalsHelp")),
                        Columns.mono("place", Messages.text("intel.place"), 320, Pack.Refusal::place),
                        Columns.text("reason", Messages.text("intel.reason"), 560, Pack.Refusal::reason));
        refusals.setAccessibleText(Messages.text("intel.refusals"));
        var remove = new Button(Messages.text("intel.remove"), Icon.DELETE.node());
        remove.getStyleClass().add("quiet");
        remove.disableProperty().bind(packs.getSelectionModel().selectedItemProperty().isNull());
        remove.setOnAction(_ -> remove());
        add.setId("intel-add");
        add.setOnAction(_ -> frame.dialogs().openFolder(Messages.text("intel.choose"), this::add));
        state.getStyleClass().add("muted");
        state.setWrapText(true);
        tools(add, remove, state);
        var title = new Label(Messages.text("intel.refusals"));
        title.getStyleClass().add("card-title");
        VBox.setVgrow(packs, Priority.ALWAYS);
        VBox.setVgrow(refusals, Priority.SOMETIMES);
        refusals.setPrefHeight(180);
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
                .subscribe(pack ->
                        Tables.show(refusals, pack == null ? List.of() : pack.refusals(), r -> r.place() + r.reason()));
        live = frame.pump().live(deeds::packs, this::show);
        live.whileShown(this);
        live.invalidate();
        errand = new Errand(deeds, frame, state, live::invalidate, add);
    }

    /// The case's packs may have changed; from any thread.
    void invalidate() {
        live.invalidate();
    }

    void close() {
        live.dispose();
    }

    private static String holds(Pack pack) {
        return pack.counts().stream().map(c -> c.count() + " " + c.what()).collect(Collectors.joining(", "));
    }

    private void show(PackDeeds.Held held) {
        Tables.show(packs, held.packs(), p -> p.kind() + p.name());
        if (!held.faults().isEmpty()) {
            state.setText(String.join(" ", held.faults()));
        }
    }

    private void add(Path folder) {
        errand.run(Messages.text("intel.reading", folder), progress -> said(deeds.addPacks(folder, progress)));
    }

    private static String said(IntelPacks.Found found) {
        long refused = found.packs().stream().mapToLong(Pack::refused).sum();
        return Messages.text("intel.added", found.packs().size(), refused, found.skippedCount());
    }

    private void remove() {
        Pack pack = packs.getSelectionModel().getSelectedItem();
        if (pack != null) {
            frame.dialogs()
                    .confirm(
                            new Dialogs.Confirmation(
                                    Messages.text("intel.removeTitle", pack.label()),
                                    Messages.text("intel.removeHelp"),
                                    Messages.text("intel.removeVerb"),
                                    Dialogs.Danger.HARMLESS,
                                    ""),
                            () ->
                                    errand.run(
                                            Messages.text("intel.removing", pack.label()),
                                            _ -> {
                                                deeds.removePack(pack);
                                                return Messages.text("intel.removed", pack.label());
                                            }));
        }
    }
}
