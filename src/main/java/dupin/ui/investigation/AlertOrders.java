package dupin.ui.investigation;

import dupin.model.row.AlertRow;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// What can be done with an alert, from wherever it is shown: buttons, menu items, and the forms that they open. FX thread.
public final class AlertOrders {
    private final CaseContext context;
    private final Commands commands;
    private final Runnable done;
    private final TuneAlert tuning;

    /// @param done told when something was done
    AlertOrders(CaseContext context, Runnable done) {
        this.context = context;
        this.done = done;
        commands = new Commands(context);
        tuning = new TuneAlert(context, done);
    }

    private record Order(String id, Icon icon, String name, Consumer<AlertRow> act) {}

    private List<Order> all() {
        return List.of(
                new Order("manage-alert", Icon.EDIT, Messages.text("manageAlert.open"), this::manage),
                new Order("link-alert", Icon.LINK, Messages.text("linkAlert.open"), this::link),
                new Order("tune-alert", Icon.FILTER, Messages.text("tune.open"), this::tune));
    }

    /// Buttons of its flyout.
    ///
    /// @param row as it stands when a button is pressed
    Node[] buttons(Supplier<AlertRow> row) {
        var start = new Button(Messages.text("investigation.initiateShort"), Icon.INVESTIGATION.node());
        start.setTooltip(new Tooltip(Messages.text("investigation.initiate")));
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.setOnAction(_ -> {
            String id = row.get().alert().id();
            commands.start(start, () -> context.deeds().investigateAlert(id));
        });
        var buttons = new ArrayList<Node>(List.of(start));
        for (Order order : all()) {
            var button = new Button(order.name(), order.icon().node());
            button.setId(order.id());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> order.act().accept(row.get()));
            buttons.add(button);
        }
        return buttons.toArray(Node[]::new);
    }

    /// For the menu of a table of alerts.
    public List<MenuItem> items(AlertRow row) {
        var items = new ArrayList<MenuItem>();
        for (Order order : all()) {
            var item = new MenuItem(order.name(), order.icon().node());
            item.setOnAction(_ -> order.act().accept(row));
            items.add(item);
        }
        return items;
    }

    public void manage(AlertRow row) {
        String id = row.alert().id();
        new AlertForm(row)
                .open(
                        context,
                        (changes, comment) ->
                                commands.run(
                                        () -> {
                                            context.deeds().onAlerts().manage(id, changes, comment);
                                            return changes.isEmpty()
                                                    ? Messages.text("manageAlert.commented")
                                                    : Messages.text("manage.saved", changes.size());
                                        },
                                        this::say));
    }

    /// Reads what would go along, says it and asks where to.
    public void link(AlertRow row) {
        String id = row.alert().id();
        context.frame()
                .pump()
                .once(
                        () -> context.desk().alert(id),
                        found ->
                                found.ifPresent(now ->
                                        new LinkForm(context, now)
                                                .open(wish ->
                                                        commands.run(
                                                                () ->
                                                                        Messages.text(
                                                                                "linkAlert.done",
                                                                                context.deeds().onAlerts().link(wish)),
                                                                this::say))));
    }

    public void tune(AlertRow row) {
        tuning.open(row);
    }

    /// Rules that took alerts.
    TuneAlert tuning() {
        return tuning;
    }

    private void say(String sentence) {
        context.frame().toasts().say(sentence);
        done.run();
    }
}
