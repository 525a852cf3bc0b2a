package dupin.ui;

import dupin.model.row.AlertRow;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Messages;
import dupin.ui.incidents.AlertDeeds;
import dupin.ui.investigation.RowFlyouts;

/// What the list of all alerts asks for. FX thread.
final class AlertWays implements AlertDeeds {
    private final CaseView view;
    private final CaseContext context;
    private final RowFlyouts flyouts;
    private final Runnable chooseImport;

    AlertWays(CaseView view, CaseContext context, Runnable chooseImport) {
        this.view = view;
        this.context = context;
        this.chooseImport = chooseImport;
        flyouts = new RowFlyouts(context);
        flyouts.onLinks(view::entity, view::incident);
    }

    @Override
    public void incident(AlertRow alert) {
        context.frame().flyout().close();
        view.incident(alert.incidentId(), alert.alert().id());
    }

    @Override
    public void details(AlertRow alert) {
        flyouts.alert(alert);
    }

    @Override
    public void initiateInvestigation(AlertRow alert) {
        String id = alert.alert().id();
        view.run(
                () -> context.deeds().investigateAlert(id), Messages.text("window.initiatedOn", alert.alert().title()));
    }

    @Override
    public void chooseImport() {
        chooseImport.run();
    }
}
