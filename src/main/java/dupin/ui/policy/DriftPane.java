package dupin.ui.policy;

import dupin.model.policy.Drift;
import dupin.ui.fx.Columns;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TablePane;
import java.util.List;
import javafx.scene.layout.BorderPane;

/// Every setting that changed since the case began: who, when, from what to what, stricter or looser. FX thread.
final class DriftPane extends BorderPane {
    private final TablePane<Drift> rows;

    DriftPane(PolicyModel model, ReviewDeeds deeds, Frame frame) {
        rows =
                new TablePane<>(
                        frame,
                        "policy-history.csv",
                        d -> d.version() + d.setting() + d.before() + d.after(),
                        new EmptyState(
                                Icon.HISTORY, Messages.text("review.noDrift"), Messages.text("review.noDriftHelp")),
                        Columns.time("at", Messages.text("review.at"), Drift::at),
                        Columns.text("by", Messages.text("review.changedBy"), 110, Drift::by),
                        Columns.number("version", Messages.text("review.version"), 70, Drift::version),
                        Columns.text("setting", Messages.text("policy.setting"), 240, Drift::setting),
                        Columns.text("before", Messages.text("policy.before"), 180, Drift::before),
                        Columns.text("after", Messages.text("policy.after"), 180, Drift::after),
                        Columns.text("way", Messages.text("review.way"), 90, d -> d.direction().label()),
                        Columns.text("comment", Messages.text("policy.comment"), 200, Drift::comment));
        rows.table().setId("policy-drift");
        setCenter(rows);
        Live<List<Drift>> live = frame.pump().live(deeds::drift, rows::show);
        live.whileShown(this);
        model.draftProperty().subscribe(_ -> live.invalidate());
    }
}
