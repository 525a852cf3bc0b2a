package dupin.ui;

import dupin.model.row.AlertRow;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Messages;
import dupin.ui.incidents.AlertDeeds;
import dupin.ui.investigation.AlertFlyout;
import dupin.ui.investigation.AlertOrders;
import java.util.List;
import javafx.scene.control.MenuItem;

/// What the list of all alerts asks for. FX thread.
final class AlertWays implements AlertDeeds {
    private final CaseNavigation navigation;
    private final CaseContext context;
    private final AlertFlyout flyout;
    private final Runnable chooseImport;

    AlertWays(CaseNavigation navigation, CaseContext context, Runnable chooseImport) {
        this.navigation = navigation;
        this.context = context;
        this.chooseImport = chooseImport;
        flyout = new AlertFlyout(context);
        flyout.onEntity(navigation::entity);
    }

    /// What can be done with alerts.
    AlertOrders orders() {
        return flyout.orders();
    }

    @Override
    public void incident(AlertRow alert) {
        context.frame().flyout().close();
        navigation.incident(alert.incidentId(), alert.alert().id());
    }

    @Override
    public void details(AlertRow alert) {
        flyout.show(alert);
    }

    @Override
    public void initiateInvestigation(AlertRow alert) {
        String id = alert.alert().id();
        context.frame()
                .run(
                        () -> context.deeds().investigateAlert(id),
                        Messages.text("window.initiatedOn", alert.alert().title()));
    }

    @Override
    public void manage(AlertRow alert) {
        flyout.orders().manage(alert);
    }

    @Override
    public void link(AlertRow alert) {
        flyout.orders().link(alert);
    }

    @Override
    public List<MenuItem> orders(AlertRow alert) {
        return flyout.orders().items(alert);
    }

    @Override
    public void chooseImport() {
        chooseImport.run();
    }
}
