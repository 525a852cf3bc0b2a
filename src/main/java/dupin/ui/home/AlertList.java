package dupin.ui.home;

import dupin.service.Desk;
import dupin.ui.fx.Columns;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Face;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Tables;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// The alerts behind a number, each the way to its incident. FX thread.
public final class AlertList extends VBox {
    private static final int MOST_ROWS = 24;

    public AlertList(List<Desk.CaseAlert> alerts, Consumer<String> incident) {
        getStyleClass().add("page");
        TableView<Desk.CaseAlert> table =
                Tables.of(
                        new EmptyState(Icon.ALERT, Messages.text("home.noAlerts"), ""),
                        Columns.text("title", Messages.text("home.alertTitle"), 250, a -> a.alert().title()),
                        Columns.badge(
                                "severity", Messages.text("home.severity"), 110, a -> a.alert().severity(), Face::of),
                        Columns.time("time", Messages.text("home.time"), a -> a.alert().time()),
                        Columns.mono("incident", Messages.text("home.incident"), 120, Desk.CaseAlert::incidentId));
        table.setId("home-alert-list");
        table.setPrefHeight(Math.clamp(alerts.size() + 2L, 4, MOST_ROWS) * Tables.ROW_HEIGHT);
        Tables.show(table, alerts, a -> a.alert().id());
        Tables.onOpen(table, a -> incident.accept(a.incidentId()));
        getChildren().add(table);
    }
}
