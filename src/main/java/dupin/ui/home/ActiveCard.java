package dupin.ui.home;

import dupin.model.InvestigationState;
import dupin.service.Home;
import dupin.ui.fx.Badge;
import dupin.ui.fx.Face;
import dupin.ui.fx.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Investigations that have not ended, by what they wait for. FX thread.
final class ActiveCard extends Card {
    private final Donut donut = new Donut(Messages.text("home.active"));
    private final List<Group> groups =
            List.of(
                    new Group(InvestigationState.PENDING_APPROVAL, "state-pending", Home::pendingApproval, new Label()),
                    new Group(
                            InvestigationState.PENDING_RESOURCE,
                            "severity-medium",
                            Home::waitingForDevice,
                            new Label()),
                    new Group(InvestigationState.RUNNING, "state-running", Home::running, new Label()),
                    new Group(InvestigationState.QUEUED, "state-declined", Home::queued, new Label()));

    private record Group(InvestigationState state, String role, ToIntFunction<Home> number, Label count) {}

    ActiveCard(HomeLinks links) {
        super(Messages.text("home.activeInvestigations"));
        var legend = new VBox();
        legend.getStyleClass().add("card-rows");
        HBox.setHgrow(legend, Priority.ALWAYS);
        groups.forEach(group -> legend.getChildren().add(line(group, links)));
        var all = new Button("", donut);
        all.setId("home-active");
        all.getStyleClass().addAll("quiet", "donut-link");
        all.setAccessibleText(Messages.text("home.activeInvestigations"));
        all.setTooltip(new Tooltip(Messages.text("home.activeInvestigations")));
        all.setOnAction(
                _ -> links.investigations(groups.stream().map(Group::state).collect(Collectors.toUnmodifiableSet())));
        var body = new HBox(20, all, legend);
        body.getStyleClass().add("donut-card");
        content(body);
    }

    private static Button line(Group group, HomeLinks links) {
        group.count().getStyleClass().add("semibold");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Face face = Face.of(group.state());
        var badge = new Badge(new Face(group.role(), face.form(), face.letter(), face.icon(), face.label()));
        Button row = RowButton.of(() -> links.investigations(Set.of(group.state())), badge, space, group.count());
        row.setId("home-" + group.state().name().toLowerCase(Locale.ROOT));
        row.setAccessibleText(group.state().label());
        return row;
    }

    void show(Home home) {
        groups.forEach(group -> group.count().setText(Integer.toString(group.number().applyAsInt(home))));
        donut.show(groups.stream().map(g -> new Donut.Part(g.role(), g.number().applyAsInt(home))).toList());
    }
}
