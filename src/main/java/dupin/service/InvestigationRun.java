package dupin.service;

import dupin.engine.CaseState;
import dupin.engine.Facts;
import dupin.engine.Plan;
import dupin.engine.PlaybookRun;
import dupin.engine.RemediationPlanner;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Finding;
import dupin.model.Investigation;
import dupin.model.InvestigationState;
import dupin.model.Judged;
import dupin.model.Playbook;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.ScopeExpansion;
import dupin.model.StepRecord;
import dupin.model.Verdict;
import dupin.model.Weights;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Runs one investigation on an investigator thread: its steps are committed a few times a second, so that a cancelled or
/// interrupted run keeps what it found. After a restart the steps are computed again (they are pure) and those that the
/// journal holds are not written twice.
final class InvestigationRun {
    private static final System.Logger LOG = System.getLogger(InvestigationRun.class.getName());

    private static final long WRITE_EVERY_NANOS = 250_000_000;

    /// @param facts asked once for each run, so that a run has one set of answers
    /// @param onProposed told of each action that policy lets run by itself, after the commit
    record Tools(Supplier<? extends Facts> facts, Weights weights, Consumer<String> onProposed) {}

    private final LiveCase live;
    private final Tools tools;
    private final Facts facts;
    private final Investigation investigation;
    private final Playbook playbook;
    private final BooleanSupplier cancelled;
    private final BooleanSupplier stopping;
    private final List<Entry> waiting = new ArrayList<>();
    private long lastWrite = System.nanoTime();

    InvestigationRun(
            LiveCase live,
            Tools tools,
            Investigation investigation,
            Playbook playbook,
            BooleanSupplier cancelled,
            BooleanSupplier stopping) {
        this.live = live;
        this.tools = tools;
        this.facts = tools.facts().get();
        this.investigation = investigation;
        this.playbook = playbook;
        this.cancelled = cancelled;
        this.stopping = stopping;
    }

    void run() {
        try {
            investigate();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Investigation " + investigation.id() + " failed", e);
            write();
            live.commit(
                    RemediationAction.AUTOMATION,
                    new Entry.InvestigationFailed(
                            investigation.id(),
                            "A step failed: " + e + ". Its findings so far are kept; details are in the log file."));
        }
    }

    private void investigate() {
        String id = investigation.id();
        if (live.read(state -> state.investigation(id)).map(Investigation::state).orElseThrow()
                == InvestigationState.QUEUED) {
            live.looking(() -> live.commit(RemediationAction.AUTOMATION, new Entry.InvestigationStarted(id)));
        }
        Policy policy = live.read(CaseState::policy);
        var known = new HashSet<String>();
        PlaybookRun run = new PlaybookRun(start(known), policy, tools.weights(), facts);
        int written = live.read(state -> state.stepsOfRun(id));
        for (int index = 0; !run.done(); index++) {
            if (stopping.getAsBoolean()) {
                write();
                return;
            }
            if (cancelled.getAsBoolean()) {
                write();
                cancelled(live, id, "the analyst");
                return;
            }
            freshAlerts(known).forEach(run::join);
            Instant begun = live.clock().instant();
            PlaybookRun.Outcome outcome = run.next();
            waiting.addAll(index >= written ? entries(id, outcome, index, begun) : fresh(id, outcome));
            if (System.nanoTime() - lastWrite > WRITE_EVERY_NANOS) {
                write();
            }
        }
        if (!propose(run, policy, known)) {
            write();
            investigate();
        }
    }

    /// Steps are short and many, and each commit waits for the disk: what some of them found is written together.
    private void write() {
        live.commit(RemediationAction.AUTOMATION, List.copyOf(waiting));
        waiting.clear();
        lastWrite = System.nanoTime();
    }

    /// The indicators are those that applied when the investigation began: a run that is resumed later sees the same ones.
    private PlaybookRun.Start start(Set<String> known) {
        return live.read(state -> {
            Optional<Investigation> own = state.investigation(investigation.id());
            List<String> ids = own.map(Investigation::alertIds).orElse(List.of());
            Instant begun = own.map(Investigation::startedDateTime).orElseGet(live.clock()::instant);
            known.addAll(ids);
            List<Alert> alerts = ids.stream().map(state::alert).flatMap(Optional::stream).toList();
            List<Entity> seeds = Investigations.seeds(state, state.seeds(investigation.id()));
            return new PlaybookRun.Start(investigation.id(), alerts, seeds, playbook, begun);
        });
    }

    private List<Alert> freshAlerts(Set<String> known) {
        return live.read(state ->
                state.investigation(investigation.id()).map(Investigation::alertIds).orElse(List.of()).stream()
                        .filter(known::add)
                        .map(state::alert)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /// What a step that was written before an interruption finds now and did not find then: an alert may have joined.
    private List<Entry> fresh(String id, PlaybookRun.Outcome outcome) {
        Set<Finding> known = live.read(state -> new HashSet<>(state.latestFindings(id)));
        return outcome.findings().stream()
                .filter(finding -> !known.contains(finding))
                .<Entry>map(finding -> new Entry.FindingRecorded(id, finding))
                .toList();
    }

    private List<Entry> entries(String id, PlaybookRun.Outcome outcome, int index, Instant begun) {
        var entries = new ArrayList<Entry>();
        for (ScopeExpansion expansion : outcome.expansions()) {
            entries.add(new Entry.ScopeExpanded(id, expansion));
        }
        for (Finding finding : outcome.findings()) {
            entries.add(new Entry.FindingRecorded(id, finding));
        }
        for (Judged judged : outcome.judged()) {
            entries.add(
                    new Entry.VerdictReached(
                            id,
                            judged.entity(),
                            judged.ledger().verdict(),
                            judged.ledger().prior(),
                            judged.ledger().score(),
                            judged.ledger().missing()));
        }
        StepRecord step = outcome.step();
        entries.add(
                new Entry.StepFinished(
                        id,
                        new StepRecord(
                                index,
                                step.action(),
                                step.entityType(),
                                step.device(),
                                step.description(),
                                step.status(),
                                step.entities(),
                                step.findings(),
                                begun,
                                live.clock().instant(),
                                step.playbookStep())));
        return entries;
    }

    /// Writes what the last steps found, the plan and that the steps are done, as one group.
    ///
    /// @return false when an alert joined after the last step, so that they have to be gone through again; nothing was written
    private boolean propose(PlaybookRun run, Policy policy, Set<String> known) {
        String id = investigation.id();
        Instant now = live.clock().instant();
        List<Judged> verdicts = live.read(state -> run.verdicts().stream().map(state::inForce).toList());
        Plan planned =
                RemediationPlanner.draft(
                        new RemediationPlanner.PlanRequest(id, investigation.incidentId(), verdicts, run.gates()),
                        policy,
                        tools.weights(),
                        facts,
                        now);
        Optional<List<RemediationAction>> proposed =
                live.decide(
                        RemediationAction.AUTOMATION,
                        state -> {
                            List<String> alerts =
                                    state.investigation(id).map(Investigation::alertIds).orElse(List.of());
                            if (!known.containsAll(alerts)) {
                                return new LiveCase.Decision<>(List.of(), Map.of(), Optional.empty());
                            }
                            Plan plan = planned.inCase(state);
                            var entries = new ArrayList<>(waiting);
                            plan.actions().forEach(action -> entries.add(new Entry.ActionProposed(action)));
                            if (!plan.spared().isEmpty()) {
                                entries.add(new Entry.ActionsSpared(id, plan.spared()));
                            }
                            entries.add(
                                    new Entry.InvestigationAnalysed(
                                            id, outcome(verdicts), note(verdicts, plan.actions())));
                            return new LiveCase.Decision<>(entries, Map.of(), Optional.of(plan.actions()));
                        });
        if (proposed.isPresent()) {
            waiting.clear();
        }
        proposed.stream()
                .flatMap(List::stream)
                .filter(action -> action.state().underWay())
                .map(RemediationAction::id)
                .forEach(tools.onProposed());
        return proposed.isPresent();
    }

    private static InvestigationState outcome(List<Judged> verdicts) {
        boolean threats = verdicts.stream().anyMatch(j -> j.ledger().verdict().incriminates());
        boolean judged = verdicts.stream().anyMatch(j -> j.ledger().verdict() != Verdict.NOT_EVALUABLE);
        return threats
                ? InvestigationState.SUCCESSFULLY_REMEDIATED
                : judged ? InvestigationState.BENIGN : InvestigationState.PARTIALLY_INVESTIGATED;
    }

    private static String note(List<Judged> verdicts, List<RemediationAction> actions) {
        long malicious = count(verdicts, Verdict.MALICIOUS);
        long suspicious = count(verdicts, Verdict.SUSPICIOUS);
        return verdicts.size()
                + (verdicts.size() == 1 ? " entity" : " entities")
                + " analysed: "
                + malicious
                + " malicious, "
                + suspicious
                + " suspicious; "
                + actions.size()
                + (actions.size() == 1 ? " action" : " actions")
                + " proposed.";
    }

    private static long count(List<Judged> verdicts, Verdict verdict) {
        return verdicts.stream().filter(j -> j.ledger().verdict() == verdict).count();
    }

    static void cancelled(LiveCase live, String id, String actor) {
        live.commit(
                actor,
                new Entry.InvestigationCancelled(id, "Cancelled by " + actor + ". What was found before is kept."));
    }
}
