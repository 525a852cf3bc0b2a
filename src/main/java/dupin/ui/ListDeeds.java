package dupin.ui;

import dupin.model.Incident;
import dupin.service.Chosen;
import dupin.service.ItemResult;
import dupin.service.Problem;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Messages;
import dupin.ui.incidents.IncidentDeeds;
import java.util.ArrayList;
import java.util.List;

/// What the incident list asks for, done in the background. FX thread.
final class ListDeeds implements IncidentDeeds {
    private final SessionDeeds deeds;
    private final Frame frame;
    private final BulkDeed bulk;
    private final Runnable chooseImport;

    ListDeeds(SessionDeeds deeds, Frame frame, Runnable chooseImport) {
        this.deeds = deeds;
        this.frame = frame;
        this.chooseImport = chooseImport;
        bulk = new BulkDeed(frame, deeds::start);
    }

    @Override
    public void initiateInvestigation(Chosen<Incident> chosen) {
        bulk.run(
                Messages.text("window.initiating"),
                chosen,
                this::investigateAll,
                done -> Messages.text("window.initiated", done));
    }

    /// Each by itself: one that cannot be started keeps none of the others.
    private List<ItemResult> investigateAll(List<Incident> incidents) {
        var results = new ArrayList<ItemResult>();
        for (Incident incident : incidents) {
            try {
                String run = deeds.investigateIncident(incident.id());
                results.add(new ItemResult(incident.id(), incident.name(), true, run));
            } catch (Problem e) {
                results.add(new ItemResult(incident.id(), incident.name(), false, e.sentence()));
            }
        }
        return results;
    }

    @Override
    public void setStatus(Chosen<Incident> chosen, Incident.Status next) {
        bulk.run(
                Messages.text("window.settingStatus", next.label()),
                chosen,
                some -> deeds.setStatus(some, next),
                done -> Messages.text("window.statusSet", done, next.label()));
    }

    @Override
    public void assignToMe(Chosen<Incident> chosen) {
        bulk.run(
                Messages.text("window.assigning"),
                chosen,
                deeds::assignToMe,
                done -> Messages.text("window.assigned", done));
    }

    @Override
    public void merge(List<Incident> incidents) {
        if (incidents.size() < 2) {
            frame.toasts().warn(Messages.text("merge.choose"));
            return;
        }
        MergeDialog.ask(
                frame,
                incidents,
                (into, reason) -> {
                    List<String> from =
                            incidents.stream().map(Incident::id).filter(id -> !id.equals(into.id())).toList();
                    frame.run(
                            () -> deeds.merge(from, into.id(), reason),
                            Messages.text("merge.done", from.size(), into.id()));
                });
    }

    @Override
    public void unmerge(Incident incident) {
        if (incident.status() != Incident.Status.REDIRECTED) {
            frame.toasts().warn(Messages.text("merge.notMerged", incident.id()));
            return;
        }
        frame.run(() -> deeds.unmerge(incident.id(), ""), Messages.text("merge.undone", incident.id()));
    }

    @Override
    public void chooseImport() {
        chooseImport.run();
    }
}
