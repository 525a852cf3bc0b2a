package dupin.ui.investigation;

import dupin.model.ActionState;
import dupin.model.Finding;
import dupin.model.Incident;
import dupin.model.RemediationAction;
import dupin.model.Severity;
import dupin.model.Technique;
import dupin.model.Verdict;
import dupin.model.row.AlertRow;
import dupin.model.row.EntityRow;
import dupin.model.row.KeyFinding;
import dupin.service.IncidentDetails;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an incident comes to, counted from the rows of its tabs. Pure.
///
/// @param activeAlerts alerts that nobody has resolved, by severity, the highest first; severities without one are left out
/// @param categories of all alerts, with how many are of each, the most frequent first
/// @param techniques that alerts or findings point to, with how many do, the most frequent first
/// @param verdicts how many entities have each; all verdicts that occur
/// @param unjudged entities without one
/// @param actions how many are in each state; all states that occur
/// @param first the earliest activity of its alerts; null when none tells
/// @param last the latest one
record IncidentSummary(
        Incident incident,
        int alerts,
        Map<Severity, Integer> activeAlerts,
        List<Counted<String>> categories,
        List<Counted<Technique>> techniques,
        Map<Verdict, Integer> verdicts,
        int unjudged,
        Map<ActionState, Integer> actions,
        int devices,
        int users,
        int mailboxes,
        int others,
        @Nullable Instant first,
        @Nullable Instant last,
        @Nullable Instant investigated,
        @Nullable Instant ended) {

    /// One of a list, and how often it occurs.
    record Counted<T>(T what, int count) {}

    static IncidentSummary of(IncidentDetails details) {
        Map<Severity, Integer> active = new TreeMap<>(Comparator.reverseOrder());
        details.alerts().stream()
                .filter(AlertRow::open)
                .forEach(row -> active.merge(row.alert().severity(), 1, Integer::sum));
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        details.entities().stream()
                .map(EntityRow::verdict)
                .filter(Objects::nonNull)
                .forEach(verdict -> verdicts.merge(verdict, 1, Integer::sum));
        Map<ActionState, Integer> actions = new EnumMap<>(ActionState.class);
        details.actions().stream().map(RemediationAction::state).forEach(s -> actions.merge(s, 1, Integer::sum));
        int judged = verdicts.values().stream().mapToInt(Integer::intValue).sum();
        boolean open = details.runs().stream().anyMatch(row -> row.run().endedDateTime() == null);
        int assets = details.devices().size() + details.users().size() + details.mailboxes().size();
        return new IncidentSummary(
                details.incident(),
                details.alerts().size(),
                active,
                counted(details.alerts().stream().map(row -> row.alert().category()).filter(c -> !c.isEmpty())),
                techniques(details),
                verdicts,
                details.entities().size() - judged,
                actions,
                details.devices().size(),
                details.users().size(),
                details.mailboxes().size(),
                Math.max(0, details.entities().size() - assets),
                end(details.alerts().stream().map(row -> row.alert().time()), Comparator.naturalOrder()),
                end(details.alerts().stream().map(AlertRow::lastActivity), Comparator.reverseOrder()),
                end(details.runs().stream().map(row -> row.run().startedDateTime()), Comparator.naturalOrder()),
                open
                        ? null
                        : end(
                                details.runs().stream().map(row -> row.run().endedDateTime()),
                                Comparator.reverseOrder()));
    }

    /// Alerts that nobody has resolved.
    int active() {
        return activeAlerts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static @Nullable Instant end(Stream<@Nullable Instant> times, Comparator<Instant> order) {
        return times.flatMap(Stream::ofNullable).min(order).orElse(null);
    }

    /// Findings know the names; an alert that points to a technique counts once, however it is spelled.
    private static List<Counted<Technique>> techniques(IncidentDetails details) {
        Map<String, String> names = new HashMap<>();
        details.keyFindings().stream()
                .map(KeyFinding::finding)
                .map(Finding::technique)
                .forEach(t -> names.putIfAbsent(t.id(), t.name()));
        Stream<String> ofAlerts =
                details.alerts().stream().flatMap(row -> Set.copyOf(row.alert().mitreTechniques()).stream());
        // A finding is told once, however many actions or tabs show it.
        Set<String> told = new HashSet<>();
        Stream<String> ofFindings =
                details.keyFindings().stream()
                        .map(KeyFinding::finding)
                        .filter(finding -> told.add(finding.id()))
                        .map(finding -> finding.technique().id());
        return counted(Stream.concat(ofAlerts, ofFindings).map(String::strip).filter(id -> !id.isEmpty())).stream()
                .map(one -> new Counted<>(new Technique(one.what(), names.getOrDefault(one.what(), "")), one.count()))
                .toList();
    }

    private static List<Counted<String>> counted(Stream<String> all) {
        Map<String, Integer> counts = all.collect(Collectors.toMap(Function.identity(), _ -> 1, Integer::sum));
        return counts.entrySet().stream()
                .map(e -> new Counted<>(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing((Counted<String> c) -> -c.count()).thenComparing(Counted::what))
                .toList();
    }
}
