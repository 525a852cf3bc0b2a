package dupin.ui;

import dupin.model.EntityKey;
import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.service.Desk;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Messages;
import dupin.ui.home.AlertList;
import dupin.ui.home.HomeLinks;
import dupin.ui.shell.Page;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Ways from the numbers of the home page to the rows that they count. FX thread.
final class HomeWays implements HomeLinks {
    private final CaseView view;
    private final Frame frame;

    HomeWays(CaseView view, Frame frame) {
        this.view = view;
        this.frame = frame;
    }

    @Override
    public void pendingActions() {
        view.actions().allPending();
        view.window().go(Page.ACTIONS);
    }

    @Override
    public void incident(String id) {
        view.incident(id);
    }

    @Override
    public void incidents() {
        view.list().filters().clear();
        view.window().go(Page.INCIDENTS);
    }

    @Override
    public void activeIncidents(Severity severity) {
        view.list()
                .filters()
                .only(
                        Set.of(severity),
                        Arrays.stream(Incident.Status.values())
                                .filter(Incident.Status::active)
                                .collect(Collectors.toUnmodifiableSet()));
        view.window().go(Page.INCIDENTS);
    }

    @Override
    public void investigations(Set<InvestigationState> states) {
        view.investigations().only(states);
        view.window().go(Page.INVESTIGATIONS);
    }

    @Override
    public void investigations(String words, Set<String> ids) {
        view.investigations().only(words, ids);
        view.window().go(Page.INVESTIGATIONS);
    }

    @Override
    public void analysedInvestigations() {
        view.investigations().onlyAnalysed();
        view.window().go(Page.INVESTIGATIONS);
    }

    @Override
    public void investigatedAlerts() {
        frame.pump()
                .once(
                        () -> view.desk().alerts().stream().filter(Desk.CaseAlert::investigated).toList(),
                        found ->
                                frame.flyout()
                                        .show(
                                                Messages.text("home.alertsInvestigated"),
                                                new AlertList(found, view::incident)));
    }

    @Override
    public void asset(EntityKey key) {
        view.page(key);
    }

    @Override
    public void initiateInvestigation(EntityKey key, String label) {
        view.investigate(key, label);
    }
}
