package dupin.service;

import dupin.engine.CaseState;
import dupin.engine.Transitions;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.RemediationAction;
import dupin.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The analyst's last word on verdicts. It stands before the engine's own over all later runs, until it is withdrawn; what
/// was proposed because the entity seemed a threat is withdrawn with it. All commands block: background only.
public final class Overrides {
    /// Longest reason that is taken, in characters.
    public static final int MAX_REASON = 2_000;

    private final LiveCase live;
    private final CaseFacts facts;

    Overrides(LiveCase live, CaseFacts facts) {
        this.live = live;
        this.facts = facts;
    }

    /// Sets the entity's verdict.
    ///
    /// @param reason why, for the log and for whoever looks next
    /// @return how many actions that waited were withdrawn
    /// @throws Problem when the reason is missing or too long, the verdict is none, or the case does not know the entity
    public int override(EntityKey key, Verdict verdict, String reason, String actor) {
        checked(reason);
        if (verdict == Verdict.NOT_EVALUABLE) {
            throw new Problem(
                    "\"" + verdict.label() + "\" is no verdict that an analyst can give.",
                    "Nothing was changed.",
                    "Choose one of the other three.");
        }
        Entity stored =
                facts.entity(key).or(() -> live.read(state -> state.entity(key))).orElseThrow(() -> unknown(key));
        return live.decide(
                actor,
                state -> {
                    Entity entity = state.entity(key).orElse(stored);
                    var entries = new ArrayList<Entry>();
                    entries.add(new Entry.VerdictOverridden(entity, verdict, reason.strip()));
                    List<Entry> withdrawn =
                            verdict.incriminates()
                                    ? List.of()
                                    : withdrawn(
                                            state,
                                            action -> action.target().key().equals(key),
                                            "Withdrawn: judged "
                                                    + verdict.label()
                                                    + " by "
                                                    + actor
                                                    + ": "
                                                    + reason.strip());
                    entries.addAll(withdrawn);
                    return new LiveCase.Decision<>(entries, Map.of(), withdrawn.size());
                });
    }

    /// Gives the engine's own verdict its place back.
    ///
    /// @throws Problem when there is no override
    public void withdraw(EntityKey key, String reason, String actor) {
        checked(reason);
        live.<Boolean>decide(
                actor,
                state -> {
                    if (state.override(key).isEmpty()) {
                        throw new Problem(
                                "No analyst's verdict stands on " + key.value() + ".", "Nothing was changed.", "");
                    }
                    return new LiveCase.Decision<>(
                            List.of(new Entry.OverrideWithdrawn(key, reason.strip())), Map.of(), true);
                });
    }

    /// What ends actions that wait or are approved and not begun.
    static List<Entry> withdrawn(CaseState state, Predicate<RemediationAction> which, String why) {
        return state.actions().stream()
                .filter(which)
                .<Entry>mapMulti((action, take) -> {
                    var rejected = new Entry.ActionRejected(action.id(), why);
                    if (Transitions.next(action, rejected).isPresent()) {
                        take.accept(rejected);
                    }
                })
                .toList();
    }

    private static void checked(String reason) {
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            throw new Problem(
                    "An override needs a reason of 1 to 2,000 characters.",
                    "Nothing was changed.",
                    "Say in a few words what you know that the engine does not.");
        }
    }

    private static Problem unknown(EntityKey key) {
        return new Problem("The case does not know " + key.value() + ".", "Nothing was changed.", "");
    }
}
