package dupin.ui.actions;

import dupin.model.RemediationAction;
import dupin.ui.fx.Badge;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Face;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Styles;
import dupin.ui.fx.Times;
import dupin.ui.fx.Urgency;
import java.time.Instant;
import java.time.InstantSource;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One action in the narrow pane: what and how urgent, on what, where and with which verdict. FX thread.
final class ActionTile extends ListCell<RemediationAction> {
    static final double HEIGHT = 68;
    private static final double MONO_WIDTH = 7.2;

    private final InstantSource clock;
    private final Label type = new Label();
    private final Label left = new Label();
    private final Label target = new Label();
    private final Label asset = new Label();
    private final Badge verdict = new Badge();
    private final Badge state = new Badge();
    private final Label forGood = new Label("", Icon.WARNING.node("icon-small"));
    private final Tooltip tooltip = new Tooltip();
    private final VBox box;

    /// What the tile shows now: a list that is read again while investigations run changes few of its rows.
    private @Nullable RemediationAction shown;

    ActionTile(InstantSource clock) {
        this.clock = clock;
        type.getStyleClass().add("semibold");
        type.setMinWidth(0);
        left.setMinWidth(Region.USE_PREF_SIZE);
        left.getStyleClass().add("left");
        target.getStyleClass().add("mono");
        asset.getStyleClass().add("muted");
        asset.setMinWidth(0);
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        forGood.getStyleClass().addAll("state-failed", "toned");
        forGood.setTooltip(new Tooltip(Messages.text("actions.forGood")));
        forGood.setAccessibleText(Messages.text("actions.forGood"));
        var top = new HBox(6, type, forGood, gap(), left, state);
        var bottom = new HBox(8, verdict, gap(), asset);
        top.getStyleClass().add("line");
        bottom.getStyleClass().add("line");
        box = new VBox(2, top, target, bottom);
        box.getStyleClass().add("action-tile");
        box.setMinWidth(0);
        box.setPrefWidth(0);
        setPrefWidth(0);
        // Hidden where there is no row and never taken out: putting it back would style all of it anew.
        setGraphic(box);
        box.setVisible(false);
        Tooltip.install(box, tooltip);
        widthProperty().addListener((_, _, _) -> fit());
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    @Override
    protected void updateItem(@Nullable RemediationAction action, boolean empty) {
        super.updateItem(action, empty);
        box.setVisible(!empty && action != null);
        if (empty || action == null) {
            return;
        }
        Instant now = clock.instant();
        countdown(action, now);
        if (action.equals(shown)) {
            return;
        }
        shown = action;
        boolean waits = Verb.APPROVE.fits(action);
        type.setText(action.type().label());
        verdict.show(Face.of(action.verdict()));
        asset.setText(Elide.middle(ActionWords.otherAsset(action), 40));
        state.show(waits ? Face.NONE : Face.of(action.state()));
        shown(state, !waits);
        shown(left, waits);
        shown(forGood, waits && ActionWords.irreversible(action));
        setAccessibleText(ActionWords.title(action));
        tooltip.setText(ActionWords.title(action) + "\n" + Elide.middle(ActionWords.target(action), 800));
        fit();
    }

    private void countdown(RemediationAction action, Instant now) {
        left.setText(Times.countdown(action.expiresDateTime(), now));
        Styles.one(
                left, Urgency.of(action.expiresDateTime(), now).style(), Urgency.SOON.style(), Urgency.URGENT.style());
    }

    private static void shown(Region node, boolean yes) {
        node.setVisible(yes);
        node.setManaged(yes);
    }

    private void fit() {
        RemediationAction action = getItem();
        if (action != null && !isEmpty()) {
            int room = (int) Math.max(8, (getWidth() - 28) / MONO_WIDTH);
            target.setText(Elide.middle(ActionWords.target(action), room));
        }
    }
}
