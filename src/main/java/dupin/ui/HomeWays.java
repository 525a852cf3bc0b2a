package dupin.ui;

import dupin.model.EntityKey;
import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.service.Desk;
import dupin.ui.fx.EntityWays;
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
    private final CasePages pages;
    private final CaseNavigation navigation;
    private final EntityWays ways;
    private final Frame frame;

    HomeWays(CasePages pages, EntityWays ways, Frame frame) {
        this.pages = pages;
        this.ways = ways;
        navigation = pages.navigation();
        this.frame = frame;
    }

    @Override
    public void pendingActions() {
        pages.actions().allPending();
        navigation.page(Page.ACTIONS);
    }

    @Override
    public void incident(String id) {
        navigation.incident(id);
    }

    @Override
    public void incidents() {
        pages.incidents().filters().clear();
        navigation.page(Page.INCIDENTS);
    }

    @Override
    public void activeIncidents(Severity severity) {
        pages.incidents()
                .filters()
                .only(
                        Set.of(severity),
                        Arrays.stream(Incident.Status.values())
                                .filter(Incident.Status::active)
                                .collect(Collectors.toUnmodifiableSet()));
        navigation.page(Page.INCIDENTS);
    }

    @Override
    public void investigations(Set<InvestigationState> states) {
        pages.investigations().only(states);
        navigation.page(Page.INVESTIGATIONS);
    }

    @Override
    public void investigations(String words, Set<String> ids) {
        pages.investigations().only(words, ids);
        navigation.page(Page.INVESTIGATIONS);
    }

    @Override
    public void analysedInvestigations() {
        pages.investigations().onlyAnalysed();
        navigation.page(Page.INVESTIGATIONS);
    }

    @Override
    public void investigatedAlerts() {
        frame.pump()
                .once(
                        () -> pages.desk().alerts().stream().filter(Desk.CaseAlert::investigated).toList(),
                        found ->
                                frame.flyout()
                                        .show(
                                                Messages.text("home.alertsInvestigated"),
                                                new AlertList(found, navigation::incident)));
    }

    @Override
    public void asset(EntityKey key) {
        navigation.asset(key);
    }

    @Override
    public void initiateInvestigation(EntityKey key, String label) {
        ways.investigate(key, label);
    }
}
