package dupin.service;

import dupin.engine.CaseState;
import dupin.engine.Grounds;
import dupin.engine.NeverTouch;
import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.RemediationAction;
import dupin.respond.Responder;
import dupin.respond.SimulatedEstate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Carries decided actions out, reads the estate back and takes actions back. An intent entry stands before each call of
/// the responder and an outcome entry after it, so that a crash in between is seen and nothing is done twice. Never two
/// hands on one action; what belongs to a responder that is not armed waits for it.
final class Dispatch {
    private final CaseWrites live;
    private final Supplier<Responder> armed;
    private final Function<Entity.MailCluster, List<Entity.MailMessage>> mails;
    private final Executor hands;
    private volatile Consumer<RemediationAction> onScopeApproved = _ -> {};
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    /// When this process began to undo what a responder has not undone yet.
    private final Map<String, Instant> undoing = new ConcurrentHashMap<>();

    /// @param mails those of a cluster that the case knows at the moment; blocks
    Dispatch(
            CaseWrites live,
            Supplier<Responder> armed,
            Function<Entity.MailCluster, List<Entity.MailMessage>> mails,
            Executor hands) {
        this.live = live;
        this.armed = armed;
        this.mails = mails;
        this.hands = hands;
    }

    void whenScopeIsApproved(Consumer<RemediationAction> listener) {
        onScopeApproved = listener;
    }

    /// Who was given the action; "" for nobody yet. Journals of earlier versions knew the simulated estate only.
    static String owner(RemediationAction action) {
        boolean begun = action.startedDateTime() != null && action.type() != ActionType.EXPAND_SCOPE;
        return action.responder().isEmpty() && begun ? SimulatedEstate.NAME : action.responder();
    }

    boolean idle() {
        return inHand.isEmpty();
    }

    void resume() {
        live.read(CaseState::actions).stream()
                .filter(a -> a.state().underWay() || a.state() == ActionState.UNDOING)
                .map(RemediationAction::id)
                .toList()
                .forEach(this::carryOn);
    }

    /// Takes the next step of an action; used after decisions, after a restart and by the clock.
    void carryOn(String id) {
        Optional<RemediationAction> found = live.read(s -> s.action(id));
        boolean due = found.filter(a -> a.state().underWay() || a.state() == ActionState.UNDOING).isPresent();
        if (!due || !inHand.add(id)) {
            return;
        }
        hands.execute(() -> {
            try {
                step(id);
            } finally {
                inHand.remove(id);
            }
        });
    }

    private void step(String id) {
        Optional<RemediationAction> found = live.read(state -> state.action(id));
        if (found.isEmpty()) {
            return;
        }
        RemediationAction action = found.get();
        Responder responder = armed.get();
        String owner = owner(action);
        if (!owner.isEmpty() && !owner.equals(responder.name())) {
            giveUp(action, owner);
            return;
        }
        switch (action.state()) {
            case APPROVED, QUEUED, RUNNING -> carryOut(action, responder);
            case VERIFYING -> check(action, action.statusDetails(), responder);
            case UNDOING -> takeBack(action, responder);
            default -> {
                // Somebody else was faster.
            }
        }
    }

    /// The responder is not armed and the time of what it had begun is up.
    private void giveUp(RemediationAction action, String owner) {
        boolean begun = action.state() == ActionState.RUNNING || action.state() == ActionState.VERIFYING;
        if (begun && late(action)) {
            live.commit(
                    RemediationAction.AUTOMATION,
                    new Entry.ActionTimedOut(
                            action.id(), "\"" + owner + "\" was not armed to ask it how far this has come."));
        }
    }

    private boolean late(RemediationAction action) {
        Instant started = action.startedDateTime();
        return started != null && !live.clock().instant().isBefore(started.plus(action.type().retryWindow()));
    }

    private void carryOut(RemediationAction found, Responder responder) {
        String id = found.id();
        Optional<String> others = othersThanApproved(found);
        Optional<RemediationAction> begun =
                live.decide(RemediationAction.AUTOMATION, state -> begin(state, id, others, responder));
        if (begun.isEmpty()) {
            return;
        }
        RemediationAction action = begun.get();
        if (action.type() == ActionType.EXPAND_SCOPE) {
            finish(id, true, true, "The investigation continues on the devices.");
            onScopeApproved.accept(action);
            return;
        }
        Responder.Outcome outcome = responder.execute(action);
        switch (outcome.status()) {
            case DONE -> {
                live.commit(
                        RemediationAction.AUTOMATION, new Entry.ActionExecuted(id, outcome.details(), outcome.items()));
                check(action, outcome.details(), responder);
            }
            case UNDER_WAY -> waitOrTimeOut(action, outcome, responder);
            case FAILED, UNKNOWN ->
                    live.commit(
                            RemediationAction.AUTOMATION,
                            new Entry.ActionFinished(id, false, false, outcome.details().strip(), outcome.items()));
        }
    }

    /// Whether the cluster has other mails than those that were approved.
    private Optional<String> othersThanApproved(RemediationAction action) {
        return action.state() != ActionState.RUNNING && action.target() instanceof Entity.MailCluster cluster
                ? Grounds.mails(action)
                        .map(List::of)
                        .flatMap(was -> Grounds.difference(was, Grounds.withMails(List.of(), mails.apply(cluster))))
                        .map(words -> "What the approval rests on has changed: " + words)
                : Optional.empty();
    }

    private void check(RemediationAction action, String done, Responder responder) {
        Responder.Outcome seen = responder.verify(action, true);
        switch (seen.status()) {
            case DONE -> finish(action.id(), true, true, done);
            case UNKNOWN -> finish(action.id(), true, false, done + " " + seen.details());
            case FAILED ->
                    finish(
                            action.id(),
                            false,
                            false,
                            done + " Reading the estate back did not show it. " + seen.details());
            case UNDER_WAY -> waitOrTimeOut(action, seen, responder);
        }
    }

    private void waitOrTimeOut(RemediationAction action, Responder.Outcome outcome, Responder responder) {
        if (late(action)) {
            Responder.Outcome off = responder.cancel(action);
            live.commit(
                    RemediationAction.AUTOMATION,
                    new Entry.ActionTimedOut(action.id(), outcome.details() + " " + off.details()));
        }
    }

    private void finish(String id, boolean completed, boolean verified, String details) {
        live.commit(RemediationAction.AUTOMATION, new Entry.ActionFinished(id, completed, verified, details.strip()));
    }

    /// The intent, unless something forbids the action at this last moment.
    private LiveCase.Decision<Optional<RemediationAction>> begin(
            CaseState state, String id, Optional<String> others, Responder responder) {
        Optional<RemediationAction> found =
                state.action(id).filter(a -> a.state().cancellable() || a.state() == ActionState.RUNNING);
        if (found.isEmpty()) {
            return nothing(List.of());
        }
        RemediationAction action = found.get();
        boolean begun = action.state() == ActionState.RUNNING;
        boolean widens = action.type() == ActionType.EXPAND_SCOPE;
        Optional<String> forbidden =
                NeverTouch.refuses(action, state.policy())
                        .or(() ->
                                widens || responder.supports(action.type())
                                        ? Optional.empty()
                                        : Optional.of(responder.name() + " cannot do this."));
        if (forbidden.isPresent() && !begun) {
            return nothing(List.of(new Entry.ActionSkipped(id, forbidden.get())));
        }
        if (forbidden.isPresent()) {
            // Whether the responder was reached before the crash is not known: it is not asked again for what is
            // forbidden.
            return nothing(List.of(new Entry.ActionFinished(id, false, false, forbidden.get())));
        }
        if (begun) {
            return new LiveCase.Decision<>(List.of(), Map.of(), found);
        }
        Optional<String> held =
                action.automatic() ? Brakes.of(state, live.clock().instant()).hold(action.type()) : Optional.empty();
        Optional<String> changed = held.or(() -> Grounds.changed(state, action)).or(() -> others);
        if (changed.isPresent()) {
            return nothing(
                    List.of(new Entry.ApprovalVoided(id, changed.get() + " Nothing was done; please decide again.")));
        }
        var intent = new ArrayList<Entry>();
        if (action.state() == ActionState.APPROVED && !widens) {
            intent.add(new Entry.ActionQueued(id, responder.name()));
        }
        intent.add(new Entry.ActionStarted(id));
        return new LiveCase.Decision<>(intent, Map.of(), Optional.of(action.started(ActionState.RUNNING, now())));
    }

    private Instant now() {
        return live.clock().instant();
    }

    private static LiveCase.Decision<Optional<RemediationAction>> nothing(List<Entry> entries) {
        return new LiveCase.Decision<>(entries, Map.of(), Optional.empty());
    }

    private void takeBack(RemediationAction action, Responder responder) {
        Responder.Outcome outcome = responder.undo(action);
        if (outcome.status() == Responder.Status.UNDER_WAY) {
            Instant since = undoing.computeIfAbsent(action.id(), _ -> now());
            if (now().isBefore(since.plus(action.type().retryWindow()))) {
                return;
            }
        }
        undoing.remove(action.id());
        Responder.Outcome check = outcome.completed() ? responder.verify(action, false) : outcome;
        live.commit(
                RemediationAction.AUTOMATION,
                new Entry.UndoFinished(
                        action.id(),
                        outcome.completed(),
                        check.completed(),
                        outcome.details() + (check.completed() || check == outcome ? "" : " " + check.details())));
    }
}
