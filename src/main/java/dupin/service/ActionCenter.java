package dupin.service;

import dupin.engine.Approvals;
import dupin.engine.CaseState;
import dupin.engine.Grounds;
import dupin.engine.NeverTouch;
import dupin.engine.RemediationPlanner;
import dupin.engine.Transitions;
import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Entry;
import dupin.model.Ground;
import dupin.model.RemediationAction;
import dupin.respond.Responder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// Decides and carries out remediation actions: approve, reject, undo, expire; an intent entry before each call of the
/// responder and an outcome entry after it, so that a crash in between is seen and nothing is done twice. An approval
/// binds what it rests on: when that is another at the moment of acting, the action waits again. Commands return when the decision is durable; carrying out goes on in the background.
public final class ActionCenter {
    private static final Duration HOUR = Duration.ofHours(1);

    private final LiveCase live;
    private final Responder responder;
    private final Executor hands;
    private volatile Consumer<RemediationAction> onScopeApproved = _ -> {};
    private final AtomicInteger underWay = new AtomicInteger();

    ActionCenter(LiveCase live, Responder responder, Executor hands) {
        this.live = live;
        this.responder = responder;
        this.hands = hands;
    }

    /// Who goes on investigating once a scope expansion is approved; set while the case is wired.
    void whenScopeIsApproved(Consumer<RemediationAction> listener) {
        onScopeApproved = listener;
    }

    /// Approves pending actions; each item says whether it was done and, if not, why.
    public List<ItemResult> approve(List<String> actionIds, String actor, String comment) {
        return each(
                actionIds,
                actor,
                (state, action) ->
                        voided(state, action)
                                .map(reason -> (Entry) new Entry.ActionSkipped(action.id(), reason))
                                .orElseGet(() -> {
                                    List<Ground> grounds = Grounds.of(state, action);
                                    var approval =
                                            new Entry.ActionApproved(
                                                    action.id(), comment, Grounds.digest(grounds), grounds);
                                    return Approvals.counted(approval, action, state.policy(), actor);
                                }));
    }

    /// Rejects pending actions: they are not taken.
    public List<ItemResult> reject(List<String> actionIds, String actor, String comment) {
        return each(actionIds, actor, (_, action) -> new Entry.ActionRejected(action.id(), comment));
    }

    /// Restores what completed actions changed.
    public List<ItemResult> undo(List<String> actionIds, String actor, String comment) {
        return each(actionIds, actor, (_, action) -> new Entry.UndoStarted(action.id(), comment));
    }

    private List<ItemResult> each(
            List<String> ids, String actor, BiFunction<CaseState, RemediationAction, Entry> command) {
        var results = new ArrayList<ItemResult>();
        for (String id : ids) {
            ItemResult result =
                    live.decide(
                            actor,
                            state -> {
                                Optional<RemediationAction> found = state.action(id);
                                if (found.isEmpty()) {
                                    return refused(new ItemResult(id, id, false, "No such action in this case."));
                                }
                                RemediationAction action = found.get();
                                String label = action.type().label() + " " + action.subject();
                                Entry entry = command.apply(state, action);
                                Optional<String> why =
                                        Transitions.refuse(action, entry)
                                                .or(() -> Approvals.refuse(state, action, entry, actor));
                                if (why.isPresent()) {
                                    return refused(new ItemResult(id, label, false, why.get()));
                                }
                                boolean voided = entry instanceof Entry.ActionSkipped;
                                String message =
                                        switch (entry) {
                                            case Entry.ActionSkipped skipped -> skipped.reason();
                                            case Entry.ActionEndorsed _ -> Approvals.waits(action, state.policy());
                                            default -> "";
                                        };
                                return new LiveCase.Decision<>(
                                        List.of(entry), Map.of(), new ItemResult(id, label, !voided, message));
                            });
            results.add(result);
            if (result.done()) {
                carryOn(id);
            }
        }
        return results;
    }

    private static LiveCase.Decision<ItemResult> refused(ItemResult result) {
        return new LiveCase.Decision<>(List.of(), Map.of(), result);
    }

    /// Nothing is done about what is no threat any more, whoever says so.
    private static Optional<String> voided(CaseState state, RemediationAction action) {
        return state.ledger(action.target().key())
                .filter(ledger -> !action.evidenceDigest().isEmpty())
                .filter(ledger ->
                        !action.covered().isEmpty()
                                || !RemediationPlanner.digest(ledger).equals(action.evidenceDigest()))
                .filter(ledger -> !ledger.verdict().incriminates())
                .map(ledger ->
                        "The evidence changed after this was proposed: the verdict is now "
                                + ledger.verdict().label()
                                + " ("
                                + ledger.score()
                                + " dB). Nothing was done.");
    }

    /// Takes the next step of an action that is approved or being undone; used after decisions and after a restart.
    void carryOn(String id) {
        ActionState state = live.read(s -> s.action(id)).map(RemediationAction::state).orElse(ActionState.SKIPPED);
        if (state != ActionState.QUEUED && state != ActionState.RUNNING && state != ActionState.UNDOING) {
            return;
        }
        underWay.incrementAndGet();
        hands.execute(() -> {
            try {
                if (state == ActionState.UNDOING) {
                    takeBack(id);
                } else {
                    carryOut(id);
                }
            } finally {
                underWay.decrementAndGet();
            }
        });
    }

    /// Whether no action is being carried out or waits for a hand.
    boolean idle() {
        return underWay.get() == 0;
    }

    private void carryOut(String id) {
        Optional<RemediationAction> begun = live.decide(RemediationAction.AUTOMATION, state -> begin(state, id));
        if (begun.isEmpty()) {
            return;
        }
        RemediationAction action = begun.get();
        if (action.type() == ActionType.EXPAND_SCOPE) {
            finish(id, new Responder.Outcome(true, "The investigation continues on the devices."), true);
            onScopeApproved.accept(action);
            return;
        }
        Responder.Outcome outcome = responder.execute(action);
        Responder.Outcome check = outcome.completed() ? responder.verify(action, true) : outcome;
        finish(id, outcome, check.completed());
    }

    private void finish(String id, Responder.Outcome outcome, boolean verified) {
        String details =
                verified || !outcome.completed()
                        ? outcome.details()
                        : outcome.details() + " Reading the estate back did not show it.";
        live.commit(
                RemediationAction.AUTOMATION,
                new Entry.ActionFinished(id, outcome.completed() && verified, verified, details));
    }

    /// The intent, unless something forbids the action at this last moment.
    private LiveCase.Decision<Optional<RemediationAction>> begin(CaseState state, String id) {
        Optional<RemediationAction> found = state.action(id);
        if (found.isEmpty()
                || (found.get().state() != ActionState.QUEUED && found.get().state() != ActionState.RUNNING)) {
            return new LiveCase.Decision<>(List.of(), Map.of(), Optional.empty());
        }
        RemediationAction action = found.get();
        Optional<String> forbidden =
                NeverTouch.refuses(action, state.policy())
                        .or(() ->
                                action.automatic() && action.state() == ActionState.QUEUED
                                        ? breaker(state, action)
                                        : Optional.empty())
                        .or(() ->
                                action.type() == ActionType.EXPAND_SCOPE || responder.supports(action.type())
                                        ? Optional.empty()
                                        : Optional.of(responder.name() + " cannot do this."));
        if (forbidden.isPresent()) {
            return new LiveCase.Decision<>(
                    List.of(new Entry.ActionSkipped(id, forbidden.get())), Map.of(), Optional.empty());
        }
        Optional<String> changed =
                action.state() == ActionState.QUEUED ? Grounds.changed(state, action) : Optional.empty();
        if (changed.isPresent()) {
            return new LiveCase.Decision<>(
                    List.of(new Entry.ApprovalVoided(id, changed.get() + " Nothing was done; please decide again.")),
                    Map.of(),
                    Optional.empty());
        }
        List<Entry> intent = action.state() == ActionState.RUNNING ? List.of() : List.of(new Entry.ActionStarted(id));
        return new LiveCase.Decision<>(intent, Map.of(), Optional.of(action));
    }

    private Optional<String> breaker(CaseState state, RemediationAction action) {
        if (state.policy().automationStopped()) {
            return Optional.of("Automation is stopped.");
        }
        Instant since = live.clock().instant().minus(HOUR);
        long recent =
                state.actions().stream()
                        .filter(a -> a.automatic() && a.type() == action.type())
                        .filter(a -> {
                            Instant started = a.startedDateTime();
                            return started != null && started.isAfter(since);
                        })
                        .count();
        int limit = state.policy().maxAutomaticPerHour();
        return recent < limit
                ? Optional.empty()
                : Optional.of(
                        "Circuit breaker: "
                                + recent
                                + " automatic actions of this type in the last hour (limit "
                                + limit
                                + ").");
    }

    private void takeBack(String id) {
        Optional<RemediationAction> found = live.read(state -> state.action(id));
        if (found.isEmpty() || found.get().state() != ActionState.UNDOING) {
            return;
        }
        Responder.Outcome outcome = responder.undo(found.get());
        Responder.Outcome check = outcome.completed() ? responder.verify(found.get(), false) : outcome;
        live.commit(
                RemediationAction.AUTOMATION,
                new Entry.UndoFinished(
                        id,
                        outcome.completed(),
                        check.completed(),
                        outcome.details() + (check.completed() ? "" : " " + check.details())));
    }

    /// Expires pending actions whose time is up. Called by the case's clock and when a case is opened.
    void expire() {
        Instant now = live.clock().instant();
        live.<Boolean>decide(
                RemediationAction.AUTOMATION,
                state -> {
                    List<Entry> due =
                            state.actions().stream()
                                    .filter(a -> a.state() == ActionState.PENDING)
                                    .filter(a -> {
                                        Instant end = a.expiresDateTime();
                                        return end != null && !end.isAfter(now);
                                    })
                                    .<Entry>map(a -> new Entry.ActionExpired(a.id()))
                                    .toList();
                    return new LiveCase.Decision<>(due, Map.of(), !due.isEmpty());
                });
    }

    /// Goes on with what a crash or a closed window interrupted.
    void resume() {
        live.read(CaseState::actions).stream()
                .filter(a ->
                        a.state() == ActionState.QUEUED
                                || a.state() == ActionState.RUNNING
                                || a.state() == ActionState.UNDOING)
                .map(RemediationAction::id)
                .toList()
                .forEach(this::carryOn);
    }
}
