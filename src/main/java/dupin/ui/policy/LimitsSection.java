package dupin.ui.policy;

import dupin.model.Policy;
import dupin.ui.fx.Messages;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Numbers and switches. FX thread.
final class LimitsSection extends Section {
    private final PolicyModel model;
    private final Spinner<Integer> expiry = new Spinner<>(1, 365, 7);
    private final Spinner<Integer> automatic = new Spinner<>(0, 10_000, 20);
    private final Spinner<Integer> gate = new Spinner<>(2, 10_000, 10);
    private final CheckBox stopped = new CheckBox(Messages.text("policy.stopped"));
    private final CheckBox blind = new CheckBox(Messages.text("policy.blind"));
    private boolean showing;

    LimitsSection(PolicyModel model) {
        super(Messages.text("policy.limitsHelp"));
        this.model = model;
        var page =
                new VBox(
                        20,
                        number(Messages.text("policy.expiry"), Messages.text("policy.expiryHelp"), expiry),
                        number(Messages.text("policy.automatic"), Messages.text("policy.automaticHelp"), automatic),
                        number(Messages.text("policy.gate"), Messages.text("policy.gateHelp"), gate),
                        choice(stopped, Messages.text("policy.stoppedHelp")),
                        choice(blind, Messages.text("policy.blindHelp")));
        content(page);
        model.draftProperty().subscribe(this::show);
    }

    private VBox number(String name, String help, Spinner<Integer> spinner) {
        spinner.setEditable(true);
        spinner.setMaxWidth(140);
        spinner.valueProperty().addListener((_, _, _) -> edited());
        spinner.focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused) {
                        spinner.increment(0);
                    }
                });
        var box = Section.field(name, spinner);
        box.getChildren().add(note(help));
        return box;
    }

    private VBox choice(CheckBox box, String help) {
        box.setOnAction(_ -> edited());
        var note = note(help);
        note.getStyleClass().add("indented");
        return new VBox(4, box, note);
    }

    private static Label note(String text) {
        var note = new Label(text);
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMaxWidth(680);
        note.setMinHeight(Region.USE_PREF_SIZE);
        return note;
    }

    private void show(Policy policy) {
        showing = true;
        expiry.getValueFactory().setValue(policy.pendingExpiryDays());
        automatic.getValueFactory().setValue(policy.maxAutomaticPerHour());
        gate.getValueFactory().setValue(policy.expansionGate());
        stopped.setSelected(policy.automationStopped());
        blind.setSelected(policy.blindReview());
        showing = false;
    }

    private void edited() {
        if (!showing) {
            model.edit(p ->
                    p.withLimits(
                            expiry.getValue(),
                            automatic.getValue(),
                            gate.getValue(),
                            stopped.isSelected(),
                            blind.isSelected()));
        }
    }
}
