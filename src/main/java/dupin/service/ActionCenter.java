package dupin.service;

import dupin.engine.Approvals;
import dupin.engine.CaseState;
import dupin.engine.Grounds;
import dupin.engine.RemediationPlanner;
import dupin.engine.Transitions;
import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Ground;
import dupin.model.RemediationAction;
import dupin.respond.Responder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Decides about remediation actions: approve, reject, cancel, undo, expire. An approval binds what it rests on and the
/// responder that it was given to. Commands return when the decision is durable; [Dispatch] carries out in the background.
public final class ActionCenter {
    private final CaseWrites live;
    private final Supplier<Responder> armed;
    private final Function<Entity.MailCluster, List<Entity.MailMessage>> mails;
    private final Dispatch dispatch;

    ActionCenter(CaseWrites live, Responder responder, Executor hands) {
        this(live, () -> responder, _ -> List.of(), hands);
    }

    /// @param armed who acts at the moment
    /// @param mails those of a cluster that the case knows at the moment; blocks
    ActionCenter(
            CaseWrites live,
            Supplier<Responder> armed,
            Function<Entity.MailCluster, List<Entity.MailMessage>> mails,
            Executor hands) {
        this.live = live;
        this.armed = armed;
        this.mails = mails;
        this.dispatch = new Dispatch(live, armed, mails, hands);
    }

    /// Who goes on investigating once a scope expansion is approved; set while the case is wired.
    void whenScopeIsApproved(Consumer<RemediationAction> listener) {
        dispatch.whenScopeIsApproved(listener);
    }

    /// Approves pending actions, and has failed ones tried again; each item says whether it was done and, if not, why.
    public List<ItemResult> approve(List<String> actionIds, String actor, String comment) {
        var clusters = new HashMap<String, List<Entity.MailMessage>>();
        for (String id : actionIds) {
            if (live.<Entity>read(state -> state.action(id).map(RemediationAction::target).orElse(null))
                    instanceof Entity.MailCluster cluster) {
                clusters.put(id, mails.apply(cluster));
            }
        }
        return each(
                actionIds,
                new Wish(Wish.Kind.APPROVE, actor, comment),
                (state, action) ->
                        voided(state, action)
                                .map(reason -> List.<Entry>of(new Entry.ActionSkipped(action.id(), reason)))
                                .orElseGet(() -> approval(state, action, clusters.get(action.id()), actor, comment)));
    }

    private List<Entry> approval(
            CaseState state,
            RemediationAction action,
            @Nullable List<Entity.MailMessage> mailsOfCluster,
            String actor,
            String comment) {
        List<Ground> known = Grounds.of(state, action);
        List<Ground> grounds = mailsOfCluster == null ? known : Grounds.withMails(known, mailsOfCluster);
        var approval = new Entry.ActionApproved(action.id(), comment, Grounds.digest(grounds), grounds);
        Entry approved = Approvals.counted(approval, action, state.policy(), actor);
        return approved instanceof Entry.ActionEndorsed || action.type() == ActionType.EXPAND_SCOPE
                ? List.of(approved)
                : List.of(approved, new Entry.ActionQueued(action.id(), armed.get().name()));
    }

    /// Rejects pending actions: they are not taken.
    public List<ItemResult> reject(List<String> actionIds, String actor, String comment) {
        return each(
                actionIds,
                new Wish(Wish.Kind.REJECT, actor, comment),
                (_, action) -> List.of(new Entry.ActionRejected(action.id(), comment)));
    }

    /// Calls off approved actions that were not dispatched yet.
    public List<ItemResult> cancel(List<String> actionIds, String actor, String comment) {
        return each(
                actionIds,
                new Wish(Wish.Kind.CANCEL, actor, comment),
                (_, action) -> List.of(new Entry.ActionCancelled(action.id(), comment)));
    }

    /// Restores what completed actions changed.
    public List<ItemResult> undo(List<String> actionIds, String actor, String comment) {
        return each(
                actionIds,
                new Wish(Wish.Kind.UNDO, actor, comment),
                (_, action) -> List.of(new Entry.UndoStarted(action.id(), comment)));
    }

    /// What holds automatic actions back now.
    public Brakes brakes() {
        return live.read(state -> Brakes.of(state, live.clock().instant()));
    }

    private List<ItemResult> each(
            List<String> ids, Wish wish, BiFunction<CaseState, RemediationAction, List<Entry>> command) {
        var results = new ArrayList<ItemResult>();
        for (String id : ids) {
            ItemResult result = live.decide(wish.actor(), state -> one(state, id, wish, command));
            results.add(result);
            if (result.done()) {
                dispatch.carryOn(id);
            }
        }
        return results;
    }

    private LiveCase.Decision<ItemResult> one(
            CaseState state, String id, Wish wish, BiFunction<CaseState, RemediationAction, List<Entry>> command) {
        Optional<RemediationAction> found = state.action(id);
        if (found.isEmpty()) {
            return refused(new ItemResult(id, id, false, "No such action in this case."));
        }
        RemediationAction action = found.get();
        String label = action.type().label() + " " + action.subject();
        List<Entry> entries = command.apply(state, action);
        Optional<String> why =
                Transitions.refuse(action, entries.getFirst())
                        .or(() -> elsewhere(action, wish.kind()))
                        .or(() -> Approvals.refuse(state, action, entries.getFirst(), wish.actor()));
        if (why.isPresent()) {
            return refused(new ItemResult(id, label, false, why.get()));
        }
        boolean voided = entries.getFirst() instanceof Entry.ActionSkipped;
        String message =
                switch (entries.getFirst()) {
                    case Entry.ActionSkipped skipped -> skipped.reason();
                    case Entry.ActionEndorsed _ -> Approvals.waits(action, state.policy());
                    default -> "";
                };
        return new LiveCase.Decision<>(entries, Map.of(), new ItemResult(id, label, !voided, message));
    }

    /// Only who did it can take it back.
    private Optional<String> elsewhere(RemediationAction action, Wish.Kind kind) {
        String owner = Dispatch.owner(action);
        String now = armed.get().name();
        return kind != Wish.Kind.UNDO || owner.isEmpty() || owner.equals(now)
                ? Optional.empty()
                : Optional.of(
                        "It was carried out by \""
                                + owner
                                + "\", and \""
                                + now
                                + "\" is armed: arm \""
                                + owner
                                + "\" to undo it.");
    }

    private static LiveCase.Decision<ItemResult> refused(ItemResult result) {
        return new LiveCase.Decision<>(List.of(), Map.of(), result);
    }

    /// Nothing is done about what is no threat any more, whoever says so. What a person asked for rests on no verdict.
    private static Optional<String> voided(CaseState state, RemediationAction action) {
        return state.ledger(action.target().key())
                .filter(ledger -> !action.evidenceDigest().isEmpty() && action.requestedBy().isEmpty())
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

    /// Takes the next step of an action that is approved or being undone.
    void carryOn(String id) {
        dispatch.carryOn(id);
    }

    /// Whether no action is being carried out or waits for a hand.
    boolean idle() {
        return dispatch.idle();
    }

    /// Expires pending actions whose time is up, and asks for those that take long. Called by the case's clock and when a
    /// case is opened.
    void tick() {
        expire();
        dispatch.resume();
    }

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

    /// Goes on with what a crash, a closed window or another responder interrupted.
    void resume() {
        dispatch.resume();
    }
}
