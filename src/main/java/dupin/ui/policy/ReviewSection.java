package dupin.ui.policy;

import dupin.ui.fx.Frame;
import dupin.ui.fx.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;

/// Looks at the draft from five sides: what it decides, what it would have done, what is recommended, how it came to be,
/// what the case lacks. A side is made when it is first looked at. FX thread.
final class ReviewSection extends Section {
    private final BorderPane centre = new BorderPane();
    private final Map<String, Node> made = new LinkedHashMap<>();

    ReviewSection(PolicyModel model, ReviewDeeds deeds, Frame frame) {
        super(Messages.text("review.help"));
        var group = new ToggleGroup();
        var matrix =
                side(group, Messages.text("review.matrix"), "review-matrix", () -> new MatrixPane(model, deeds, frame));
        tools(
                matrix,
                side(group, Messages.text("review.trial"), "review-trial", () -> new TrialPane(model, deeds, frame)),
                side(group, Messages.text("review.advice"), "review-advice", () -> new AdvicePane(model, deeds, frame)),
                side(group, Messages.text("review.drift"), "review-drift", () -> new DriftPane(model, deeds, frame)),
                side(
                        group,
                        Messages.text("review.readiness"),
                        "review-readiness",
                        () -> new ReadinessPane(model, deeds, frame)));
        content(centre);
        matrix.setSelected(true);
    }

    private ToggleButton side(ToggleGroup group, String title, String id, Supplier<Node> maker) {
        var button = new ToggleButton(title);
        button.setId(id);
        button.setToggleGroup(group);
        button.selectedProperty()
                .addListener((_, _, on) -> {
                    if (on) {
                        centre.setCenter(made.computeIfAbsent(id, _ -> maker.get()));
                    } else if (group.getSelectedToggle() == null) {
                        button.setSelected(true);
                    }
                });
        return button;
    }
}
