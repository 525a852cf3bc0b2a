package dupin.service;

import dupin.model.Weights;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;

/// An open case and everything that can be asked of it. Opened by one process at a time. Close it on a background
/// thread: running steps are given a moment, nothing committed is lost.
public final class CaseSession implements AutoCloseable {
    private final CaseFolder folder;
    private final CaseParts parts;
    private final GraphShelf views;

    CaseSession(CaseFolder folder, CaseParts parts) {
        this.folder = folder;
        this.parts = parts;
        views = new GraphShelf(folder.view());
    }

    public Path folder() {
        return folder.root();
    }

    public String name() {
        return folder.name();
    }

    public Clock clock() {
        return parts.live().clock();
    }

    public ChangeFeed changes() {
        return parts.feed();
    }

    public Jobs jobs() {
        return parts.jobs();
    }

    /// Where views run their queries.
    public Executor readers() {
        return parts.workers().readers();
    }

    /// Where views lay out and paint pictures: nobody who drags a graph waits for a query.
    public Executor painters() {
        return parts.workers().painters();
    }

    public Desk desk() {
        return parts.desk();
    }

    /// The case as it stood after any entry.
    public Replay replay() {
        return parts.replay();
    }

    /// How the analyst arranged the pictures of the case.
    public GraphShelf views() {
        return views;
    }

    /// The analyst's own queries.
    public Hunting hunting() {
        return parts.hunting();
    }

    /// Devices and users.
    public Assets assets() {
        return parts.assets();
    }

    /// Everything of an incident, device or user on one axis of time.
    public Timelines timelines() {
        return parts.timelines();
    }

    /// What has come about since it was last asked.
    public CaseNews news() {
        return parts.news();
    }

    /// Corrections of devices' clocks.
    public HostClocks hostClocks() {
        return parts.hostClocks();
    }

    public Imports imports() {
        return parts.imports();
    }

    public Detection detection() {
        return parts.detection();
    }

    public Packs packs() {
        return parts.packs();
    }

    public IntelPacks intel() {
        return parts.intel();
    }

    public Playbooks playbooks() {
        return parts.playbooks();
    }

    /// Alerts that rules raise on the case's own telemetry.
    public RaisedAlerts raised() {
        return parts.raised();
    }

    public Investigations investigations() {
        return parts.investigations();
    }

    public ActionCenter actions() {
        return parts.actions();
    }

    /// Which responder the actions go to.
    public Arming arming() {
        return parts.arming();
    }

    public PolicyDesk policies() {
        return parts.policies();
    }

    /// Rules that hide or resolve alerts.
    public Tuning tuning() {
        return parts.tuning();
    }

    /// The operators of the console that opened the case; empty where no person did.
    public Optional<People> people() {
        return parts.live().access().people();
    }

    /// Signatures of the journal.
    public Signing signing() {
        return parts.signing();
    }

    /// What is said about the policy: decisions, trials, recommendations, faults, history.
    public PolicyReview review() {
        return parts.review();
    }

    /// What verdicts are summed from; with the two thresholds that scores are shown against.
    public Weights weights() {
        return parts.weights();
    }

    public Notes notes() {
        return parts.notes();
    }

    /// What persons do with single alerts.
    public AlertWork alertWork() {
        return parts.alertWork();
    }

    /// Who may approve an action; empty when the case does not know it.
    public Optional<Deciders> deciders(String actionId) {
        return Deciders.of(parts.live(), people(), actionId);
    }

    public Requests requests() {
        return parts.requests();
    }

    public Overrides overrides() {
        return parts.overrides();
    }

    LiveCase live() {
        return parts.live();
    }

    String storeDigest() {
        return parts.store().digest();
    }

    /// Waits until no investigation and no action is under way.
    ///
    /// @throws InterruptedException when the waiting thread is interrupted
    public void awaitIdle() throws InterruptedException {
        while (!(parts.investigations().idle() && parts.actions().idle() && parts.investigations().idle())) {
            Thread.sleep(5);
        }
    }

    @Override
    public void close() {
        parts.close();
    }
}
