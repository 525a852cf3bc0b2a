package dupin.ui.policy;

import dupin.model.Policy;
import dupin.model.policy.Fault;
import dupin.model.policy.Preset;
import dupin.model.policy.Recommendation;
import dupin.ui.fx.Columns;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TablePane;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Compares the draft with the presets and names what is likely not meant in it. Taking a recommendation changes the draft
/// only; it is saved with the rest. FX thread.
final class AdvicePane extends BorderPane {
    private final PolicyModel model;
    private final ReviewDeeds deeds;
    private final Frame frame;
    private final ComboBox<Preset> preset = new ComboBox<>();
    private final Label summary = new Label();
    private final TablePane<Recommendation> recommendations;
    private final TablePane<Fault> faults;
    private final Live<View> live;

    private record View(List<Preset> presets, List<List<Recommendation>> each, List<Fault> faults) {}

    AdvicePane(PolicyModel model, ReviewDeeds deeds, Frame frame) {
        this.model = model;
        this.deeds = deeds;
        this.frame = frame;
        recommendations =
                new TablePane<>(
                        frame,
                        "recommendations.csv",
                        Recommendation::setting,
                        new EmptyState(
                                Icon.CHECK, Messages.text("review.asPreset"), Messages.text("review.asPresetHelp")),
                        Columns.text("label", Messages.text("policy.setting"), 230, Recommendation::label),
                        Columns.text("current", Messages.text("review.current"), 190, Recommendation::current),
                        Columns.text(
                                "recommended", Messages.text("review.recommended"), 190, Recommendation::recommended),
                        Columns.text("way", Messages.text("review.way"), 90, r -> r.direction().label()),
                        Columns.text("why", Messages.text("review.why"), 300, Recommendation::why),
                        Columns.text("area", Messages.text("review.area"), 130, Recommendation::area));
        recommendations.table().setId("recommendations");
        faults =
                new TablePane<>(
                        frame,
                        "policy-faults.csv",
                        f -> f.rule() + f.where() + f.text(),
                        new EmptyState(
                                Icon.CHECK, Messages.text("review.noFaults"), Messages.text("review.noFaultsHelp")),
                        Columns.text("rule", Messages.text("review.fault"), 190, f -> f.rule().label()),
                        Columns.text("where", Messages.text("review.where"), 180, Fault::where),
                        Columns.text("text", Messages.text("review.text"), 380, Fault::text),
                        Columns.text("advice", Messages.text("review.whatToDo"), 260, Fault::advice));
        faults.table().setId("policy-faults");
        preset.setId("advice-preset");
        preset.setConverter(GroupForm.words(Preset::name));
        preset.setAccessibleText(Messages.text("review.compareWith"));
        preset.valueProperty().addListener((_, _, _) -> refresh());
        var take = new Button(Messages.text("review.take"), Icon.CHECK.node());
        take.setId("advice-take");
        take.disableProperty().bind(recommendations.table().getSelectionModel().selectedItemProperty().isNull());
        take.setOnAction(_ -> take(List.copyOf(recommendations.table().getSelectionModel().getSelectedItems())));
        var all = new Button(Messages.text("review.takeAll"));
        all.setId("advice-take-all");
        all.setOnAction(_ -> take(List.copyOf(recommendations.table().getItems())));
        summary.getStyleClass().add("muted");
        summary.setWrapText(true);
        summary.setMaxWidth(760);
        var tools = new HBox(12, new Label(Messages.text("review.compareWith")), preset, take, all);
        tools.getStyleClass().add("card-line");
        var top = new VBox(8, tools, summary);
        top.getStyleClass().add("review-tools");
        var title = new Label(Messages.text("review.faults"));
        title.getStyleClass().add("card-title");
        var below = new BorderPane(faults);
        below.setTop(title);
        var split = new SplitPane(recommendations, below);
        split.setOrientation(Orientation.VERTICAL);
        setTop(top);
        setCenter(split);
        live = frame.pump().live(() -> read(model.draft()), this::show);
        live.whileShown(this);
        model.draftProperty().subscribe(_ -> live.invalidate());
    }

    private View view = new View(List.of(), List.of(), List.of());

    private View read(Policy policy) {
        List<Preset> presets = deeds.presets();
        var each = new ArrayList<List<Recommendation>>();
        presets.forEach(p -> each.add(deeds.recommendations(policy, p)));
        return new View(presets, each, deeds.faults(policy));
    }

    private void show(View read) {
        view = read;
        faults.show(read.faults());
        if (preset.getItems().isEmpty()) {
            preset.getItems().setAll(read.presets());
            preset.setValue(read.presets().getFirst());
        }
        refresh();
    }

    private void refresh() {
        int at = view.presets().indexOf(preset.getValue());
        if (at >= 0) {
            summary.setText(view.presets().get(at).summary());
            recommendations.show(view.each().get(at));
        }
    }

    private void take(List<Recommendation> taken) {
        Preset from = preset.getValue();
        Policy draft = model.draft();
        frame.pump()
                .once(
                        () -> {
                            Policy changed = draft;
                            for (Recommendation one : taken) {
                                changed = deeds.apply(changed, from, one.setting());
                            }
                            return changed;
                        },
                        changed -> model.edit(_ -> changed));
    }
}
