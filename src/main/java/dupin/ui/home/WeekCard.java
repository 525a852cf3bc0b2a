package dupin.ui.home;

import dupin.service.Week;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Times;
import java.time.Duration;
import java.util.Locale;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/// What automated investigation did in the last seven days; each number leads to the investigations that it is made of.
/// FX thread.
final class WeekCard extends Card {
    private static final String NOTHING = "–";

    private final Figure investigated;
    private final Figure remediated;
    private final Figure pending;
    private final Figure remediation;
    private final Figure automated;
    private @Nullable Week shown;

    WeekCard(HomeLinks links) {
        super(Messages.text("home.week"));
        investigated = figure(Messages.text("home.weekInvestigated"), links, Kind.INVESTIGATED);
        remediated = figure(Messages.text("home.weekRemediated"), links, Kind.REMEDIATED);
        pending = figure(Messages.text("home.weekPending"), links, Kind.PENDED);
        remediation = figure(Messages.text("home.weekRemediation"), links, Kind.REMEDIATED);
        automated = figure(Messages.text("home.weekAutomated"), links, Kind.INVESTIGATED);
        automated.setTooltip(new Tooltip(Messages.text("home.weekAutomatedHelp")));
        investigated.setId("home-week-investigated");
        remediated.setId("home-week-remediated");
        pending.setId("home-week-pending");
        remediation.setId("home-week-remediation");
        automated.setId("home-week-automated");
        getStyleClass().add("week-card");
        var figures = new FlowPane(16, 8, investigated, remediated, pending, remediation, automated);
        content(figures);
    }

    private enum Kind {
        INVESTIGATED,
        REMEDIATED,
        PENDED
    }

    private Figure figure(String name, HomeLinks links, Kind kind) {
        return new Figure(
                name,
                () -> {
                    Week week = shown;
                    if (week != null) {
                        links.investigations(
                                name,
                                switch (kind) {
                                    case INVESTIGATED -> week.investigated();
                                    case REMEDIATED -> week.remediated();
                                    case PENDED -> week.pended();
                                });
                    }
                });
    }

    void show(Week week) {
        shown = week;
        investigated.show(Integer.toString(week.investigated().size()));
        remediated.show(Integer.toString(week.remediated().size()));
        pending.show(told(week.meanPending()));
        remediation.show(told(week.meanRemediation()));
        automated.show(String.format(Locale.ROOT, "%.2f", week.automated().toMillis() / 3_600_000.0));
    }

    private static String told(@Nullable Duration span) {
        return span == null ? NOTHING : Times.duration(span);
    }
}
