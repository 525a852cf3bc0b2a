package dupin.ui.home;

import dupin.service.Home;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Times;
import java.time.Instant;
import java.time.InstantSource;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The *Automated investigation & response* card: how many actions wait, the alerts behind them with the time left, and the
/// way to the action center. FX thread.
final class AirCard extends Card {
    private static final int LISTED = 5;

    private final HomeLinks links;
    private final InstantSource clock;
    private final Figure pending;
    private final Label state = muted("");
    private final VBox rows = new VBox();

    AirCard(HomeLinks links, InstantSource clock) {
        super(Messages.text("home.air"));
        this.links = links;
        this.clock = clock;
        pending = new Figure(Messages.text("home.pendingActions"), links::pendingActions);
        pending.setId("home-pending");
        pending.getStyleClass().add("state-pending");
        var approve = new Button(Messages.text("home.approve"), Icon.ACTIONS.node());
        approve.getStyleClass().add("accent");
        approve.setOnAction(_ -> links.pendingActions());
        var left = new VBox(8, pending, state, approve);
        left.getStyleClass().add("air-left");
        left.setMinWidth(190);
        rows.getStyleClass().add("card-rows");
        HBox.setHgrow(rows, Priority.ALWAYS);
        rows.setMinWidth(0);
        content(new HBox(24, left, rows));
    }

    void show(Home home) {
        pending.show(Integer.toString(home.pendingActionCount()));
        state.setText(
                home.automationStopped()
                        ? Messages.text("home.stopped")
                        : Messages.text("home.alertsBehind", home.waiting().size()));
        rows.getChildren().clear();
        if (home.waiting().isEmpty()) {
            rows.getChildren().add(muted(Messages.text("home.nothingWaits")));
        }
        home.waiting().stream().limit(LISTED).forEach(w -> rows.getChildren().add(row(w)));
        if (home.waiting().size() > LISTED) {
            var more = new Hyperlink(Messages.text("home.more", home.waiting().size() - LISTED));
            more.setOnAction(_ -> links.pendingActions());
            more.getStyleClass().add("card-more");
            rows.getChildren().add(more);
        }
    }

    private Button row(Home.Waiting waiting) {
        var title = new Label(Elide.oneLine(waiting.alertTitle()));
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        var count = new Label(Messages.text("home.actions", waiting.actions()));
        count.getStyleClass().add("count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Instant expires = waiting.firstExpires();
        var left = new Label(Messages.text("home.timeLeft", Times.countdown(expires, clock.instant())));
        left.getStyleClass()
                .add(
                        expires != null && expires.isBefore(clock.instant().plusSeconds(86_400))
                                ? "danger-text"
                                : "muted");
        left.setMinWidth(Region.USE_PREF_SIZE);
        return RowButton.of(() -> links.incident(waiting.incidentId()), title, count, left);
    }
}
