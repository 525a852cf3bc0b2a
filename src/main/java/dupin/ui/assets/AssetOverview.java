package dupin.ui.assets;

import dupin.model.HostClock;
import dupin.model.Severity;
import dupin.service.AssetPage;
import dupin.service.Explanation;
import dupin.ui.fx.Badge;
import dupin.ui.fx.Face;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Sheet;
import dupin.ui.fx.Styles;
import dupin.ui.fx.Times;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/// Who a device or user is and how it stands. FX thread.
final class AssetOverview {
    private static final double WIDTH = 760;

    private static final List<Severity> ORDER =
            List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFORMATIONAL);

    private AssetOverview() {}

    static Node of(AssetPage asset, AssetLinks links) {
        var sheet = new Sheet();
        sheet.getStyleClass().addAll("flyout-body", "asset-overview");
        Styles.add(sheet, "/dupin/ui/investigation/investigation.css");
        sheet.setMaxWidth(WIDTH);
        sheet.section(Messages.text("assets.identity"));
        for (Explanation.Attribute attribute : asset.identity()) {
            if (attribute.mono()) {
                sheet.mono(attribute.name(), attribute.value());
            } else {
                sheet.row(attribute.name(), attribute.value());
            }
        }
        sheet.mono(Messages.text("assets.key"), asset.key().value());
        sheet.section(Messages.text("assets.risk"));
        var counts = new FlowPane(8, 4);
        for (int i = 0; i < ORDER.size(); i++) {
            Face face = Face.of(ORDER.get(i));
            String words = Messages.text("assets.activeOf", asset.activeBySeverity().get(i), face.label());
            counts.getChildren().add(Badge.pill(new Face(face.role(), face.form(), face.letter(), face.icon(), words)));
        }
        sheet.row(Messages.text("assets.activeAlerts"), counts);
        sheet.row(Messages.text("assets.group"), asset.group());
        sheet.row(Messages.text("assets.level"), asset.level());
        sheet.section(Messages.text("assets.telemetry"));
        sheet.row(Messages.text("assets.rows"), Messages.text("assets.rowsCount", asset.rows()));
        sheet.row(Messages.text("assets.first"), asset.first());
        sheet.row(Messages.text("assets.last"), asset.last());
        HostClock clock = asset.clock();
        if (clock != null) {
            String by = Times.duration(clock.shift());
            String what =
                    clock.shift().isNegative()
                            ? Messages.text("assets.clockBack", by, clock.actor(), clock.reason())
                            : Messages.text("assets.clockAhead", by, clock.actor(), clock.reason());
            sheet.row(Messages.text("assets.clock"), what);
        }
        sheet.add(Sheet.link(Messages.text("assets.allRows"), () -> links.hunt(asset.key())));
        return sheet;
    }
}
