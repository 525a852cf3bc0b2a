package dupin.ui.home;

import dupin.model.EntityKey;
import dupin.model.Severity;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Face;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Devices or users with the most active alerts: name, four counters by severity, and a button that starts an
/// investigation. FX thread.
final class RiskCard extends Card {
    private static final List<Severity> ORDER =
            List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFORMATIONAL);
    private static final int LISTED = 8;

    private final HomeLinks links;
    private final String none;
    private final VBox rows = new VBox();

    /// @param counts active alerts in the order High, Medium, Low, Informational
    record Row(EntityKey key, String label, List<Integer> counts) {}

    RiskCard(String title, String none, HomeLinks links) {
        super(title);
        this.links = links;
        this.none = none;
        rows.getStyleClass().add("card-rows");
        content(rows);
    }

    void show(List<Row> risks) {
        rows.getChildren().clear();
        if (risks.isEmpty()) {
            rows.getChildren().add(muted(none));
        }
        risks.stream().limit(LISTED).forEach(risk -> rows.getChildren().add(line(risk)));
    }

    private HBox line(Row risk) {
        var name = new Label(Elide.oneLine(risk.label()), Icon.of(risk.key().kind()).node("icon-small"));
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        var counters = new HBox(4);
        counters.getStyleClass().add("card-line");
        counters.setMinWidth(Region.USE_PREF_SIZE);
        for (int i = 0; i < ORDER.size() && i < risk.counts().size(); i++) {
            counters.getChildren().add(counter(ORDER.get(i), risk.counts().get(i)));
        }
        var open = RowButton.of(() -> links.asset(risk.key()), name, counters);
        HBox.setHgrow(open, Priority.ALWAYS);
        var start = new Button("", Icon.INVESTIGATION.node());
        start.getStyleClass().add("quiet");
        start.setAccessibleText(Messages.text("home.initiate", risk.label()));
        start.setTooltip(new Tooltip(Messages.text("home.initiate", risk.label())));
        start.setOnAction(_ -> links.initiateInvestigation(risk.key(), risk.label()));
        var line = new HBox(open, start);
        line.getStyleClass().add("card-line");
        return line;
    }

    private static Label counter(Severity severity, int count) {
        Face face = Face.of(severity);
        var label = new Label(face.letter() + " " + count);
        label.getStyleClass().addAll("severity-count", count == 0 ? "neutral" : face.role());
        var tooltip = new Tooltip(Messages.text("home.alertsOf", count, face.label()));
        label.setTooltip(tooltip);
        label.setAccessibleText(Messages.text("home.alertsOf", count, face.label()));
        return label;
    }
}
