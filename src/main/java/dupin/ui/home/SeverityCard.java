package dupin.ui.home;

import dupin.model.Severity;
import dupin.service.Home;
import dupin.ui.fx.Badge;
import dupin.ui.fx.Face;
import dupin.ui.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Active incidents by severity, as bars over the largest. FX thread.
final class SeverityCard extends Card {
    private static final List<Severity> ORDER =
            List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFORMATIONAL);

    private final List<Bar> bars = new ArrayList<>();
    private final List<Label> counts = new ArrayList<>();

    SeverityCard(HomeLinks links) {
        super(Messages.text("home.activeIncidents"));
        var rows = new VBox();
        rows.getStyleClass().add("card-rows");
        for (Severity severity : ORDER) {
            var badge = new Badge(Face.of(severity));
            badge.setMinWidth(116);
            var bar = new Bar(Face.of(severity).role());
            HBox.setHgrow(bar, Priority.ALWAYS);
            var count = new Label();
            count.getStyleClass().addAll("semibold", "bar-count");
            bars.add(bar);
            counts.add(count);
            var row = RowButton.of(() -> links.activeIncidents(severity), badge, bar, count);
            row.setId("home-severity-" + severity.name().toLowerCase(Locale.ROOT));
            row.setAccessibleText(severity.label());
            rows.getChildren().add(row);
        }
        content(rows);
    }

    void show(Home home) {
        List<Integer> numbers = home.activeIncidentsBySeverity();
        int most = Math.max(1, numbers.stream().mapToInt(Integer::intValue).max().orElse(1));
        for (int i = 0; i < bars.size() && i < numbers.size(); i++) {
            counts.get(i).setText(Integer.toString(numbers.get(i)));
            bars.get(i).show((double) numbers.get(i) / most);
        }
    }

    private static final class Bar extends StackPane {
        private final Region part = new Region();
        private double share;

        Bar(String role) {
            getStyleClass().add("bar");
            part.getStyleClass().addAll("bar-part", role);
            part.setManaged(false);
            getChildren().add(part);
            setMinWidth(20);
        }

        void show(double newShare) {
            share = newShare;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            part.resizeRelocate(0, 0, Math.max(share > 0 ? 6 : 0, getWidth() * share), getHeight());
        }
    }
}
