package dupin.service;

import dupin.engine.CaseState;
import dupin.model.ActionType;
import dupin.model.RemediationAction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What holds automatic actions back at this moment: the stop switch, and the circuit breaker of each kind of action.
///
/// @param limit automatic actions of one kind that an hour lets through
/// @param kinds those that ran by themselves within the last hour, the busiest first
public record Brakes(boolean automationStopped, int limit, List<Kind> kinds) {
    private static final Duration HOUR = Duration.ofHours(1);

    public Brakes {
        kinds = List.copyOf(kinds);
    }

    /// @param used automatic actions of the kind within the last hour
    /// @param frees when the oldest of them is an hour old
    public record Kind(ActionType type, int used, boolean tripped, @Nullable Instant frees) {}

    static Brakes of(CaseState state, Instant now) {
        Instant since = now.minus(HOUR);
        var starts = new EnumMap<ActionType, List<Instant>>(ActionType.class);
        for (RemediationAction action : state.actions()) {
            Instant started = action.startedDateTime();
            if (action.automatic() && started != null && started.isAfter(since)) {
                starts.computeIfAbsent(action.type(), _ -> new ArrayList<>()).add(started);
            }
        }
        int limit = state.policy().maxAutomaticPerHour();
        List<Kind> kinds =
                starts.entrySet().stream()
                        .map(entry -> kind(entry, limit))
                        .sorted((a, b) -> Integer.compare(b.used(), a.used()))
                        .toList();
        return new Brakes(state.policy().automationStopped(), limit, kinds);
    }

    private static Kind kind(Map.Entry<ActionType, List<Instant>> starts, int limit) {
        List<Instant> times = starts.getValue();
        Instant oldest = times.stream().min(Instant::compareTo).map(first -> first.plus(HOUR)).orElse(null);
        return new Kind(starts.getKey(), times.size(), times.size() >= limit, oldest);
    }

    /// Kinds of which nothing runs by itself any more until the hour is over.
    public List<Kind> tripped() {
        return kinds.stream().filter(Kind::tripped).toList();
    }

    /// Why an action of that kind does not run by itself now; empty when it may.
    Optional<String> hold(ActionType type) {
        if (automationStopped) {
            return Optional.of("Automation is stopped.");
        }
        int used = kinds.stream().filter(kind -> kind.type() == type).mapToInt(Kind::used).sum();
        return used < limit
                ? Optional.empty()
                : Optional.of(
                        "Circuit breaker: "
                                + used
                                + " automatic actions of this type in the last hour (limit "
                                + limit
                                + ").");
    }
}
