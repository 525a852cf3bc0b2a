package dupin.ui.home;

import dupin.model.Incident;
import dupin.service.Home;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Face;
import dupin.ui.fx.Mark;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Times;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The incidents with the newest activity. FX thread.
final class NewestCard extends Card {
    private static final int LISTED = 8;

    /// Digits differ in width; the marks before the times are to stand in one line.
    private static final double TIME_WIDTH = 134;

    private final HomeLinks links;
    private final VBox rows = new VBox();

    NewestCard(HomeLinks links) {
        super(Messages.text("home.newest"));
        this.links = links;
        rows.getStyleClass().add("card-rows");
        var all = new Hyperlink(Messages.text("home.allIncidents"));
        all.setOnAction(_ -> links.incidents());
        aside(all);
        content(rows);
    }

    void show(Home home) {
        rows.getChildren().clear();
        if (home.newest().isEmpty()) {
            rows.getChildren().add(muted(Messages.text("home.noIncidents")));
        }
        home.newest().stream().limit(LISTED).forEach(incident -> rows.getChildren().add(row(incident)));
    }

    private Button row(Incident incident) {
        var severity = new Mark();
        severity.show(Face.of(incident.severity()));
        var name = new Label(Elide.oneLine(incident.name()));
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        var state = new Mark();
        state.show(Face.of(incident.investigationState()));
        var time = new Label(Times.minute(incident.lastActivity()));
        time.getStyleClass().add("muted");
        time.setMinWidth(TIME_WIDTH);
        return RowButton.of(() -> links.incident(incident.id()), severity, name, state, time);
    }
}
