package dupin.ui.home;

import dupin.model.InvestigationState;
import dupin.service.Home;
import dupin.ui.fx.Messages;
import java.util.Set;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What automated investigations have achieved in this case. FX thread.
final class StatisticsCard extends Card {
    private final Figure investigated;
    private final Figure remediated;
    private final Figure alerts;

    StatisticsCard(HomeLinks links) {
        super(Messages.text("home.statistics"));
        investigated = new Figure(Messages.text("home.investigated"), links::analysedInvestigations);
        remediated =
                new Figure(
                        Messages.text("home.remediated"),
                        () -> links.investigations(Set.of(InvestigationState.SUCCESSFULLY_REMEDIATED)));
        alerts = new Figure(Messages.text("home.alertsInvestigated"), links::investigatedAlerts);
        var figures = new HBox(8, investigated, remediated, alerts);
        figures.getChildren().forEach(figure -> HBox.setHgrow(figure, Priority.ALWAYS));
        investigated.setId("home-investigated");
        remediated.setId("home-remediated");
        alerts.setId("home-alerts");
        content(figures);
    }

    void show(Home home) {
        investigated.show(Integer.toString(home.investigated()));
        remediated.show(Integer.toString(home.remediated()));
        alerts.show(Messages.text("home.ofAll", home.alertsInvestigated(), home.alertsTotal()));
    }
}
