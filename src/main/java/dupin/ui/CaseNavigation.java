package dupin.ui;

import dupin.model.EntityKey;
import dupin.model.Investigation;
import dupin.model.InvestigationState;
import dupin.model.row.AlertRow;
import dupin.service.Timeline;
import dupin.ui.fx.EntityMenu;
import dupin.ui.fx.Frame;
import dupin.ui.hunting.HuntText;
import dupin.ui.investigation.AlertOrders;
import dupin.ui.shell.MainWindow;
import dupin.ui.shell.Page;
import java.util.Set;
import java.util.function.BiConsumer;

/// Where whatever names something of the case leads: turns to the page that has it and shows it there. FX thread.
final class CaseNavigation {
    private final CasePages pages;
    private final MainWindow window;
    private final Frame frame;

    CaseNavigation(CasePages pages, MainWindow window, Frame frame) {
        this.pages = pages;
        this.window = window;
        this.frame = frame;
    }

    void page(Page page) {
        window.go(page);
    }

    /// Shows an incident on the Incidents page.
    void incident(String id) {
        window.go(Page.INCIDENTS);
        pages.workspace().open(id);
    }

    /// The same, with one of its alerts marked.
    void incident(String id, String alertId) {
        window.go(Page.INCIDENTS);
        pages.workspace().openAlert(id, alertId);
    }

    /// One of our investigations in its incident.
    void investigation(Investigation run) {
        window.go(Page.INCIDENTS);
        pages.workspace().openRun(run.incidentId(), run.id());
    }

    /// A command of the incident on the screen.
    void onIncidents(Runnable act) {
        window.go(Page.INCIDENTS);
        act.run();
    }

    /// Does something with the alert that is selected on the screen.
    void onAlert(BiConsumer<AlertOrders, AlertRow> act) {
        if (window.current() == Page.ALERTS) {
            pages.withSelectedAlert(act);
        } else {
            onIncidents(() -> pages.workspace().onAlert(act));
        }
    }

    /// Investigations that failed.
    void failed() {
        pages.investigations().only(Set.of(InvestigationState.FAILED));
        window.go(Page.INVESTIGATIONS);
    }

    /// Explains the entity in the flyout, on whatever page.
    void entity(EntityKey key) {
        pages.flyout().show(key);
    }

    /// The page of a device or user; whatever else is explained in the flyout.
    void asset(EntityKey key) {
        if (EntityMenu.hasPage(key)) {
            window.go(Page.ASSETS);
            pages.assets().show(key);
        } else {
            entity(key);
        }
    }

    void search(String words) {
        window.go(Page.HUNTING);
        pages.hunting().search(words);
    }

    /// Shows all rows that an entity takes part in.
    void hunt(EntityKey key) {
        window.go(Page.HUNTING);
        pages.hunting().hunt(HuntText.about(key));
    }

    void timeline(Timeline.Subject subject) {
        frame.flyout().close();
        window.go(Page.TIMELINE);
        pages.timeline().show(subject);
        pages.timeline().enter();
    }

    /// Everything of an incident by time.
    void timelineOf(String incidentId) {
        if (!incidentId.isEmpty()) {
            timeline(new Timeline.Subject.OfIncident(incidentId));
        }
    }

    /// Whether the timeline that was asked for is on the screen.
    boolean timelineSettled() {
        return window.current() == Page.TIMELINE && pages.timeline().settled();
    }

    /// Shows the asset's time on its own page.
    void timelineHere(EntityKey key) {
        pages.assetTime().show(new Timeline.Subject.OfEntity(key));
    }
}
