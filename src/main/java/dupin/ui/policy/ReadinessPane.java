package dupin.ui.policy;

import dupin.model.policy.Requirement;
import dupin.ui.fx.Columns;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TablePane;
import java.util.List;
import javafx.scene.layout.BorderPane;

/// What automated investigation needs, what this case has of it, and what each gap means. FX thread.
final class ReadinessPane extends BorderPane {
    ReadinessPane(PolicyModel model, ReviewDeeds deeds, Frame frame) {
        TablePane<Requirement> rows =
                new TablePane<>(
                        frame,
                        "readiness.csv",
                        r -> r.area() + r.name(),
                        new EmptyState(Icon.CHECK, Messages.text("review.reading"), ""),
                        Columns.text("area", Messages.text("review.area"), 120, r -> r.area().label()),
                        Columns.text("name", Messages.text("review.need"), 230, Requirement::name),
                        Columns.text("state", Messages.text("review.state"), 90, r -> r.state().label()),
                        Columns.text("has", Messages.text("review.has"), 220, Requirement::has),
                        Columns.text("meaning", Messages.text("review.meaning"), 420, Requirement::meaning));
        rows.table().setId("readiness");
        setCenter(rows);
        Live<List<Requirement>> live = frame.pump().live(deeds::readiness, rows::show);
        live.whileShown(this);
        model.draftProperty().subscribe(_ -> live.invalidate());
    }
}
