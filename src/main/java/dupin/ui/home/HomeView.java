package dupin.ui.home;

import dupin.service.CaseNews;
import dupin.service.Desk;
import dupin.service.Home;
import dupin.service.Week;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The home page, kept fresh. FX thread.
public final class HomeView extends ScrollPane implements AutoCloseable {
    private final AirCard air;
    private final ActiveCard active;
    private final StatisticsCard statistics;
    private final WeekCard week;
    private final SeverityCard severities;
    private final RiskCard devices;
    private final RiskCard users;
    private final NewestCard newest;
    private final Label subtitle = Card.muted("");
    private final Live<Home> live;
    private final Live<Week> weeks;
    private @Nullable Home shown;

    /// @param news what investigation did in the last days
    public HomeView(Desk desk, CaseNews news, ChangePump pump, InstantSource clock, String caseName, HomeLinks links) {
        air = new AirCard(links, clock);
        active = new ActiveCard(links);
        statistics = new StatisticsCard(links);
        week = new WeekCard(links);
        severities = new SeverityCard(links);
        devices = new RiskCard(Messages.text("home.devicesAtRisk"), Messages.text("home.noDevices"), links);
        users = new RiskCard(Messages.text("home.usersAtRisk"), Messages.text("home.noUsers"), links);
        newest = new NewestCard(links);
        var title = new Label(caseName);
        title.getStyleClass().add("title");
        var grid =
                new CardGrid(
                        List.of(
                                new CardGrid.Place(air, 2),
                                new CardGrid.Place(active, 1),
                                new CardGrid.Place(newest, 2),
                                new CardGrid.Place(severities, 1),
                                new CardGrid.Place(devices, 1),
                                new CardGrid.Place(users, 1),
                                new CardGrid.Place(statistics, 1),
                                new CardGrid.Place(week, 2)));
        var page = new VBox(16, new VBox(2, title, subtitle), grid);
        page.getStyleClass().add("page");
        setContent(page);
        setFitToWidth(true);
        getStyleClass().add("home");
        weeks = pump.live(() -> news.week(clock.instant()), week::show);
        weeks.whileShown(this);
        weeks.invalidate();
        live = pump.live(desk::home, this::show);
        live.whileShown(this);
        live.invalidate();
    }

    /// Something has changed; from any thread. A page that nobody sees is read again when it is shown.
    public void invalidate() {
        live.invalidate();
        weeks.invalidate();
    }

    @Override
    public void close() {
        live.dispose();
        weeks.dispose();
    }

    private void show(Home home) {
        if (home.equals(shown)) {
            air.show(home);
            return;
        }
        shown = home;
        subtitle.setText(
                Messages.text("home.subtitle", home.alertsTotal(), home.active().size(), home.pendingActionCount()));
        air.show(home);
        active.show(home);
        statistics.show(home);
        severities.show(home);
        devices.show(
                home.devicesAtRisk().stream()
                        .map(row -> new RiskCard.Row(row.device().key(), row.device().label(), row.alertsBySeverity()))
                        .toList());
        users.show(
                home.usersAtRisk().stream()
                        .map(row -> new RiskCard.Row(row.user().key(), row.user().label(), row.alertsBySeverity()))
                        .toList());
        newest.show(home);
    }
}
