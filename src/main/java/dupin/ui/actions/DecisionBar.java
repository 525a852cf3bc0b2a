package dupin.ui.actions;

import dupin.model.RemediationAction;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The commands for what is selected, each with the number of items it works on. FX thread.
public final class DecisionBar extends VBox {
    private final List<Verb> verbs;
    private final List<Button> buttons;
    private final Label warning = new Label();
    private final Hyperlink instances = new Hyperlink();
    private List<RemediationAction> actions = List.of();
    private boolean busy;
    private boolean hideUnfit;

    /// @param busy while true all buttons are dead
    /// @param run gets the verb and what is selected
    public DecisionBar(List<Verb> verbs, ObservableValue<Boolean> busy, BiConsumer<Verb, List<RemediationAction>> run) {
        this.verbs = List.copyOf(verbs);
        buttons = this.verbs.stream().map(verb -> button(verb, run)).toList();
        getStyleClass().add("decision-bar");
        warning.getStyleClass().add("danger-text");
        warning.setGraphic(Icon.WARNING.node("icon-small"));
        warning.getStyleClass().addAll("state-failed", "toned");
        warning.setMinWidth(Region.USE_PREF_SIZE);
        var row = new FlowPane(8, 6);
        instances.setId("more-instances");
        more(0, () -> {});
        row.getChildren().addAll(warning, instances);
        row.getChildren().addAll(buttons);
        row.getStyleClass().add("buttons");
        getChildren().add(row);
        busy.addListener((_, _, now) -> {
            this.busy = now;
            refresh();
        });
        this.busy = busy.getValue();
        refresh();
    }

    /// Shows only buttons that can be pressed, for a bar that belongs to one action.
    public void hideUnfit() {
        hideUnfit = true;
        refresh();
    }

    /// Offers to take in the same deed in other places.
    ///
    /// @param count how many there are; 0 offers nothing
    /// @param takeIn selects them too
    public void more(int count, Runnable takeIn) {
        instances.setText(Messages.text("actions.instances", count));
        instances.setVisible(count > 0);
        instances.setManaged(count > 0);
        instances.setOnAction(_ -> takeIn.run());
    }

    public void show(List<RemediationAction> selected) {
        actions = List.copyOf(selected);
        refresh();
    }

    private void refresh() {
        for (int i = 0; i < verbs.size(); i++) {
            Verb verb = verbs.get(i);
            int fitting = (int) actions.stream().filter(verb::fits).count();
            boolean second = verb == Verb.REJECT || verb == Verb.RETRY || verb == Verb.CANCEL;
            buttons.get(i).setText(second && fitting > 1 ? verb.label() + " " + fitting : verb.label(fitting));
            buttons.get(i).setDisable(busy || fitting == 0);
            boolean shown = fitting > 0 || !(hideUnfit || verb == Verb.RETRY || verb == Verb.CANCEL);
            buttons.get(i).setVisible(shown);
            buttons.get(i).setManaged(shown);
        }
        long forGood =
                verbs.contains(Verb.APPROVE)
                        ? actions.stream().filter(Verb.APPROVE::fits).filter(ActionWords::irreversible).count()
                        : 0;
        warning.setText(
                forGood == 0
                        ? ""
                        : actions.size() == 1
                                ? Messages.text("actions.forGood")
                                : Messages.text("actions.forGoodCount", forGood));
        warning.setVisible(forGood > 0);
        warning.setManaged(forGood > 0);
        warning.setTooltip(forGood == 0 ? null : new Tooltip(Messages.text("actions.forGoodHelp")));
    }

    private Button button(Verb verb, BiConsumer<Verb, List<RemediationAction>> run) {
        var button = new Button(verb.label(), verb.icon().node());
        button.setId("verb-" + verb.name().toLowerCase(Locale.ROOT));
        button.setMinWidth(Region.USE_PREF_SIZE);
        if (verb == Verb.APPROVE) {
            button.getStyleClass().add("accent");
        } else if (verb == Verb.REJECT) {
            button.getStyleClass().add("danger-outline");
        }
        button.setOnAction(_ -> run.accept(verb, actions));
        return button;
    }
}
