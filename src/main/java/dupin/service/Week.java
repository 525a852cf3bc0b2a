package dupin.service;

import dupin.engine.CaseState;
import dupin.model.Investigation;
import dupin.model.InvestigationState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What automated investigation did in seven days.
///
/// @param investigated ids of the investigations whose steps were done in that time
/// @param remediated ids of those of them that ended with all threats remediated
/// @param pended ids of those that waited for a decision
/// @param meanPending how long those waited on average; null where none did
/// @param meanRemediation from the start of an investigation to its end, on average over the remediated; null where there are none
/// @param automated time that investigations worked without anybody
public record Week(
        Instant from,
        Instant to,
        Set<String> investigated,
        Set<String> remediated,
        Set<String> pended,
        @Nullable Duration meanPending,
        @Nullable Duration meanRemediation,
        Duration automated) {
    private static final Duration LENGTH = Duration.ofDays(7);

    public Week {
        investigated = Set.copyOf(investigated);
        remediated = Set.copyOf(remediated);
        pended = Set.copyOf(pended);
    }

    static Week of(CaseState state, Instant to) {
        Instant from = to.minus(LENGTH);
        List<Investigation> done = state.investigations().stream().filter(run -> within(run, from, to)).toList();
        List<Investigation> remediated =
                done.stream()
                        .filter(run ->
                                run.state() == InvestigationState.SUCCESSFULLY_REMEDIATED
                                        && run.startedDateTime() != null
                                        && run.endedDateTime() != null)
                        .toList();
        List<Investigation> pended = done.stream().filter(run -> !pending(run, to).isZero()).toList();
        return new Week(
                from,
                to,
                ids(done, _ -> true),
                ids(done, run -> run.state() == InvestigationState.SUCCESSFULLY_REMEDIATED),
                ids(pended, _ -> true),
                mean(pended.stream().map(run -> pending(run, to)).toList()),
                mean(remediated.stream().map(run -> between(run.startedDateTime(), run.endedDateTime())).toList()),
                done.stream()
                        .map(run -> between(run.startedDateTime(), run.analysedDateTime()))
                        .reduce(Duration.ZERO, Duration::plus));
    }

    private static boolean within(Investigation run, Instant from, Instant to) {
        Instant at = run.analysedDateTime();
        return at != null && !at.isBefore(from) && !at.isAfter(to);
    }

    private static Set<String> ids(List<Investigation> runs, Predicate<Investigation> which) {
        return runs.stream().filter(which).map(Investigation::id).collect(Collectors.toSet());
    }

    private static Duration pending(Investigation run, Instant now) {
        return run.totalPending().plus(between(run.pendingSince(), now));
    }

    private static Duration between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null || to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    private static @Nullable Duration mean(List<Duration> spans) {
        return spans.isEmpty() ? null : spans.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(spans.size());
    }
}
