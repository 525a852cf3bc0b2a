package dupin.service;

import dupin.engine.CaseState;
import dupin.intake.Content;
import dupin.intake.formats.Formats;
import dupin.journal.Journal;
import dupin.journal.JournalBrokenException;
import dupin.journal.JournalLockedException;
import dupin.model.ActionState;
import dupin.model.Entry;
import dupin.model.Playbook;
import dupin.model.RemediationAction;
import dupin.respond.Responder;
import dupin.respond.SimulatedEstate;
import dupin.store.CaseStore;
import dupin.store.EntryCopy;
import dupin.store.Position;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/// Opens a case: takes the journal, checks its chain, folds it, brings the store up to it (or builds the store anew) and
/// wires the services. The one place where they meet.
final class CaseOpening {
    private static final System.Logger LOG = System.getLogger(CaseOpening.class.getName());

    private CaseOpening() {}

    static CaseSession open(CaseFolder folder, Clock clock, int width, Access access, Progress progress) {
        folder.create();
        Journal journal = journal(folder);
        try {
            // The journal is folded while the database comes up: both take about as long.
            var entries = EntryCopy.in(folder.store());
            var opening = CompletableFuture.supplyAsync(() -> rows(folder, entries), Thread::startVirtualThread);
            Content content;
            CaseState state;
            try {
                content = Content.shipped();
                state = fold(journal, entries, content);
            } catch (RuntimeException e) {
                opening.thenAccept(CaseStore::close).exceptionally(_ -> null).join();
                throw e;
            }
            CaseStore store = fitting(folder, journal, opening);
            try {
                // A store that was built anew has an empty copy of its own, which the fold fills.
                if (store.entries() != entries) {
                    state = fold(journal, store.entries(), content);
                }
                return wire(folder, journal, state, store, content, clock, width, access, progress);
            } catch (RuntimeException e) {
                store.close();
                throw e;
            }
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /// What the journal's entries mean. The store's copy of them reads faster; what it lacks is read from the journal.
    private static CaseState fold(Journal journal, EntryCopy entries, Content content) {
        var state = new CaseState(content.weights());
        entries.read(journal, state::latest, state::applyMade);
        journal.read(
                state.seq() + 1,
                entry -> {
                    state.apply(entry);
                    entries.add(entry);
                });
        return state;
    }

    /// Builds the store of a closed case from journal and originals.
    static String rebuild(CaseFolder folder, Clock clock, Progress progress) {
        Journal held = journal(folder);
        held.close();
        folder.deleteStore();
        try (CaseSession session = open(folder, clock, 1, Access.open(), progress)) {
            return session.storeDigest();
        }
    }

    static Journal journal(CaseFolder folder) {
        try {
            return Journal.open(folder.journal());
        } catch (JournalLockedException e) {
            throw new Problem(
                    "Case " + folder.name() + " is open in another Dupin process.",
                    "Nothing was changed.",
                    "Close it there, or open another case.",
                    e);
        } catch (JournalBrokenException e) {
            throw new Problem(
                    "The journal of case " + folder.name() + " is broken: " + e.getMessage() + ".",
                    "Nothing was changed.",
                    "Keep a copy of the folder and compare it with a backup; `dupin journal check` names the first broken line.",
                    e);
        }
    }

    /// The rows that a store holds, and the names in them: a case of a million rows knows hundreds of thousands. Fails when it
    /// is damaged.
    private static CaseStore rows(CaseFolder folder, EntryCopy entries) {
        CaseStore store = CaseStore.open(folder.store(), entries);
        try {
            store.aliases().load();
            // Read here as well: what cannot be read is found while the store can still be built anew.
            store.position();
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /// The store when it is whole and not ahead of the journal; otherwise an empty one, which [#catchUp] fills.
    private static CaseStore fitting(CaseFolder folder, Journal journal, CompletableFuture<CaseStore> opening) {
        try {
            CaseStore store = opening.join();
            Position reached = store.position();
            if (reached.seq() < 0 || journal.holds(reached.seq(), reached.head())) {
                return store;
            }
            LOG.log(Level.WARNING, "The store of {0} does not belong to its journal; it is built anew", folder.name());
            store.close();
        } catch (CompletionException e) {
            LOG.log(Level.WARNING, "The store of " + folder.name() + " is damaged; it is built anew", e);
        }
        return anew(folder);
    }

    private static CaseStore anew(CaseFolder folder) {
        folder.deleteStore();
        folder.create();
        return CaseStore.open(folder.store());
    }

    private static CaseSession wire(
            CaseFolder folder,
            Journal journal,
            CaseState state,
            CaseStore store,
            Content content,
            Clock clock,
            int width,
            Access access,
            Progress progress) {
        var feed = new ChangeFeed();
        var workers = new Workers(width);
        var live = new LiveCase(journal, store, state, feed, clock, access);
        if (journal.size() == 0) {
            live.commit(
                    RemediationAction.AUTOMATION,
                    new Entry.CaseCreated(folder.name(), "Dupin " + Product.VERSION),
                    new Entry.PolicyChanged(content.policy(), List.of(), "Policy that Dupin ships with"));
        }
        state.alerts().forEach(alert -> alert.evidence().forEach(e -> store.aliases().learn(e.entity())));
        Path ledger = folder.store().resolve("estate.ndjson");
        boolean lost = !Files.exists(ledger);
        var estate = new SimulatedEstate(ledger, clock);
        if (lost) {
            restore(estate, state);
        }

        var originals = new Originals(folder.originals());
        var packs = new Packs(live, originals);
        var intel = new IntelPacks(live, packs);
        intel.load(progress);
        var playbooks = new Playbooks(packs, content.playbooks());
        playbooks.load();
        var mails = new ClusterMails(live, intel::facts);
        var arming = new Arming(live, estate, folder.root().resolve("responders"), mails::of);
        var actions = new ActionCenter(live, arming::responder, mails::of, workers.hands());
        arming.whenChanged(() -> {
            actions.resume();
            // The entry was told of before the responder was the armed one: whoever shows it looks again.
            feed.publish(Change.nothing(live.read(CaseState::seq)));
        });
        var tools = new InvestigationRun.Tools(intel::facts, content.weights(), actions::carryOn);
        var investigations = new Investigations(live, playbooks::byId, tools, workers.investigators());
        actions.whenScopeIsApproved(investigations::expand);
        var detection = new Detection(live, packs, investigations::settle);
        var imports =
                new Imports(
                        live,
                        originals,
                        Formats.all(),
                        store.aliases(),
                        progressOfImport -> {
                            detection.catchUp(progressOfImport);
                            investigations.settle();
                        });
        var raised = new RaisedAlerts(live, store.aliases(), investigations::settle);
        catchUp(live, imports, progress);
        var alerts = new AlertList(live);
        var _ = feed.subscribe(alerts::changed);
        var parts =
                new CaseParts(
                        live,
                        feed,
                        workers,
                        new Jobs(workers.jobs(), clock),
                        new CaseDesk(live, intel.facts(), content.weights(), arming, alerts),
                        new Replay(
                                journal,
                                store,
                                content.weights(),
                                then ->
                                        new CaseDesk(
                                                then,
                                                intel.facts(then),
                                                content.weights(),
                                                arming,
                                                new AlertList(then))),
                        new Hunting(live, clock),
                        new Assets(live, intel.facts()),
                        new Timelines(live),
                        new HostClocks(live),
                        new CaseNews(live),
                        imports,
                        packs,
                        detection,
                        intel,
                        playbooks,
                        raised,
                        investigations,
                        actions,
                        arming,
                        new PolicyDesk(live),
                        new Tuning(live),
                        new PolicyReview(
                                live, new PolicyHistory(journal), content, () -> ids(playbooks), access::staff),
                        new Signing(live, journal),
                        new Notes(live),
                        new AlertWork(live, investigations::settle),
                        new Requests(live, intel::facts),
                        new Overrides(live, intel.facts()),
                        content.weights(),
                        estate,
                        store,
                        journal);
        actions.expire();
        actions.resume();
        investigations.settle();
        workers.every(20, actions::tick);
        return new CaseSession(folder, parts);
    }

    private static Set<String> ids(Playbooks playbooks) {
        return playbooks.list().stream().map(Playbook::id).collect(Collectors.toSet());
    }

    /// Rows and telemetry that the store lacks against the journal.
    private static void catchUp(LiveCase live, Imports imports, Progress progress) {
        live.bringStoreUp();
        imports.reload(progress);
    }

    /// The simulated estate after its ledger was lost: what the journal says was done, is done.
    private static void restore(Responder estate, CaseState state) {
        state.actions().stream()
                .filter(a -> a.state() == ActionState.COMPLETED && Dispatch.owner(a).equals(SimulatedEstate.NAME))
                .forEach(estate::execute);
    }
}
