package dupin.service;

import dupin.journal.Journal;
import dupin.model.Weights;
import dupin.respond.Responder;
import dupin.store.CaseStore;

/// The parts of an open case, built by [CaseOpening]; closed in the order of the flow, the journal last.
record CaseParts(
        LiveCase live,
        ChangeFeed feed,
        Workers workers,
        Jobs jobs,
        Desk desk,
        Replay replay,
        Hunting hunting,
        Assets assets,
        Timelines timelines,
        HostClocks hostClocks,
        CaseNews news,
        Imports imports,
        Packs packs,
        Detection detection,
        IntelPacks intel,
        Playbooks playbooks,
        RaisedAlerts raised,
        Investigations investigations,
        ActionCenter actions,
        Arming arming,
        PolicyDesk policies,
        Tuning tuning,
        PolicyReview review,
        Signing signing,
        Notes notes,
        AlertWork alertWork,
        Requests requests,
        Overrides overrides,
        Weights weights,
        Responder responder,
        CaseStore store,
        Journal journal) {

    void close() {
        investigations.stop();
        store.stopIndexing();
        workers.close();
        signing.signOnClose();
        arming.close();
        responder.close();
        store.close();
        journal.close();
    }
}
