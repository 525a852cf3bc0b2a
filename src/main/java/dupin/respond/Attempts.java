package dupin.respond;

import dupin.model.ActionType;
import dupin.model.EntityKey;
import dupin.model.RemediationAction;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a responder remembers of its attempts, on disk, and which actions hold which effect up. An effect is what was done
/// to what, not who had it done: it lasts until the last action that holds it is undone. Not thread-safe.
public final class Attempts implements AutoCloseable {
    public static final String EXECUTE = EstateLedger.EXECUTE;
    public static final String UNDO = EstateLedger.UNDO;

    /// Ordered, and not at its end.
    public static final String BEGIN = "begin";

    public static final String BEGIN_UNDO = "beginUndo";

    private final EstateLedger ledger;
    private final Map<String, EstateLedger.Line> executed = new HashMap<>();
    private final Map<String, EstateLedger.Line> undone = new HashMap<>();
    private final Map<String, EstateLedger.Line> begun = new HashMap<>();
    private final Map<String, EstateLedger.Line> begunUndo = new HashMap<>();

    /// Effect to the actions that hold it.
    private final Map<Effect, Set<String>> inEffect = new HashMap<>();

    /// Action to what was chosen of what its type leaves open; see [Effect#choice].
    private final Map<String, String> choices = new HashMap<>();

    /// @param owner name of the responder, for messages
    /// @throws EstateException when the ledger is damaged
    public Attempts(Path file, String owner) {
        ledger = new EstateLedger(file, owner);
        ledger.lines().forEach(this::take);
    }

    private void take(EstateLedger.Line line) {
        Map<String, EstateLedger.Line> lines =
                switch (line.effect()) {
                    case BEGIN -> begun;
                    case BEGIN_UNDO -> begunUndo;
                    case EXECUTE -> executed;
                    default -> undone;
                };
        lines.put(line.action(), line);
        boolean execute = lines == executed;
        if (!line.completed() || !(execute || lines == undone)) {
            return;
        }
        for (Effect effect : Effect.all(line.type(), line.target(), line.covered(), line.device())) {
            Set<String> holders = inEffect.computeIfAbsent(effect, _ -> new LinkedHashSet<>());
            if (execute) {
                holders.add(line.owner());
                choices.put(line.owner(), line.choice());
            } else {
                holders.remove(line.owner());
            }
            if (holders.isEmpty()) {
                inEffect.remove(effect);
            }
        }
    }

    /// The last line about the carrying out of this attempt.
    Optional<EstateLedger.Line> executed(RemediationAction action) {
        return Optional.ofNullable(executed.get(action.attemptId()));
    }

    Optional<EstateLedger.Line> executed(String attemptId) {
        return Optional.ofNullable(executed.get(attemptId));
    }

    Optional<EstateLedger.Line> undone(RemediationAction action) {
        return Optional.ofNullable(undone.get(action.attemptId()));
    }

    /// How the attempt ended; empty when it has not.
    public Optional<Responder.Outcome> outcome(RemediationAction action) {
        return executed(action).map(Attempts::outcome);
    }

    private static Responder.Outcome outcome(EstateLedger.Line line) {
        return new Responder.Outcome(
                line.completed() ? Responder.Status.DONE : Responder.Status.FAILED, line.details(), line.items());
    }

    /// That it was undone; empty when it was not, or not with success.
    public Optional<Responder.Outcome> undoOutcome(RemediationAction action) {
        return undone(action)
                .filter(EstateLedger.Line::completed)
                .map(line -> new Responder.Outcome(true, line.details()));
    }

    /// What is known of an order that was given for the attempt, or for its undo.
    public Optional<Map<String, String>> begun(RemediationAction action, boolean undo) {
        return Optional.ofNullable((undo ? begunUndo : begun).get(action.attemptId())).map(EstateLedger.Line::before);
    }

    /// What the target was like before the attempt took effect; empty when it did not.
    public Optional<Map<String, String>> before(RemediationAction action) {
        return executed(action).filter(EstateLedger.Line::completed).map(EstateLedger.Line::before);
    }

    /// What the target was like before the first of the other actions that hold its effect up.
    public Map<String, String> beforeOthers(RemediationAction action) {
        Set<String> holders = holders(Effect.of(action));
        return executed.values().stream()
                .filter(line -> line.completed() && holders.contains(line.owner()))
                .min(Comparator.comparing(EstateLedger.Line::time))
                .map(EstateLedger.Line::before)
                .orElse(Map.of());
    }

    /// What the target was like before the first attempt that still holds; empty when none does.
    public Optional<Map<String, String>> beforeEarlier(RemediationAction action) {
        for (int attempt = 0; attempt < action.attempt(); attempt++) {
            EstateLedger.Line earlier = executed.get(attempt == 0 ? action.id() : action.id() + "#" + attempt);
            if (earlier != null && earlier.completed() && !undone.containsKey(earlier.action())) {
                return Optional.of(earlier.before());
            }
        }
        return Optional.empty();
    }

    /// What is known of attempts that did a part and failed, or are not at their end; one that succeeded settles those
    /// before it.
    public Map<String, String> partly(RemediationAction action) {
        var done = new TreeMap<String, String>();
        for (int attempt = 0; attempt <= action.attempt(); attempt++) {
            String id = attempt == 0 ? action.id() : action.id() + "#" + attempt;
            EstateLedger.Line order = begun.get(id);
            EstateLedger.Line end = executed.get(id);
            if (end != null && end.completed()) {
                done.clear();
                continue;
            }
            if (order != null) {
                done.putAll(order.before());
            }
            if (end != null) {
                done.putAll(end.before());
            }
        }
        return done;
    }

    /// Ids of the actions that hold the effect up, oldest first.
    Set<String> holders(Effect effect) {
        return inEffect.getOrDefault(effect, Set.of());
    }

    /// Whether the action alone holds all of its effects (where they should be), or any of them.
    public boolean holds(RemediationAction action, boolean all) {
        var effects = Effect.all(action.type(), action.target().key(), action.covered(), action.device()).stream();
        return all
                ? effects.allMatch(effect -> holders(effect).contains(action.id()))
                : effects.anyMatch(effect -> holders(effect).contains(action.id()));
    }

    /// How many other actions hold its effect up.
    public int others(RemediationAction action) {
        return (int) holders(Effect.of(action)).stream().filter(owner -> !owner.equals(action.id())).count();
    }

    /// How many other actions hold the very same up, so that nothing needs to be ordered: a warning is no block. A deed that
    /// does not last, like a scan or an end of sessions, is done each time it is asked for.
    public int same(RemediationAction action) {
        String choice = Effect.choice(action);
        return action.type().undoLabel().isEmpty()
                ? 0
                : (int)
                        holders(Effect.of(action)).stream()
                                .filter(owner -> !owner.equals(action.id()))
                                .filter(owner -> choices.getOrDefault(owner, "").equals(choice))
                                .count();
    }

    public Responder.Outcome write(
            RemediationAction action,
            String effect,
            Instant time,
            Responder.Outcome outcome,
            Map<String, String> before) {
        write(
                new EstateLedger.Line(
                        action.attemptId(),
                        effect,
                        action.type(),
                        action.target().key(),
                        action.device(),
                        time,
                        outcome.completed(),
                        outcome.details(),
                        before,
                        action.covered(),
                        outcome.items(),
                        Effect.choice(action)));
        return outcome;
    }

    private void write(EstateLedger.Line line) {
        ledger.append(line);
        take(line);
    }

    List<String> heldBy(ActionType type, EntityKey target, @Nullable EntityKey device) {
        return List.copyOf(holders(Effect.of(type, target, device)));
    }

    /// Why the effect stays although this action is undone: `stays as it is, because 2 other actions hold it`.
    public static String kept(int others) {
        return "stays as it is, because "
                + others
                + (others == 1 ? " other action holds" : " other actions hold")
                + " it.";
    }

    /// `stage2.exe on fin-14`
    public static String place(RemediationAction action) {
        EntityKey device = action.device();
        return device == null || device.equals(action.target().key())
                ? action.subject()
                : action.subject() + " on " + device.value();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
