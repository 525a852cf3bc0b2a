package dupin.engine;

import dupin.model.Comment;
import dupin.model.Entry;
import dupin.model.JournalEntry;
import dupin.model.LinkReason;
import dupin.model.RemediationAction;
import dupin.model.row.LogLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Merging of incidents, its inverse and the moving of one alert, as the fold does them. The source remembers what went over with it: that, and
/// nothing that came later, comes back.
final class MergeFold {
    private static final String REDIRECTED = "redirected";

    private final CaseState state;
    private final Touched.Marks marks;

    MergeFold(CaseState state, Touched.Marks marks) {
        this.state = state;
        this.marks = marks;
    }

    /// An alert that was taken out of an incident.
    ///
    /// @param seq of the entry that did so
    record Left(String into, List<LinkReason> reasons, long seq) {}

    /// What a merge took along.
    ///
    /// @param status of the source before, as the analyst had set it; null when nobody had
    /// @param managed what the analyst had set on the target before
    /// @param log lines that the target had not
    /// @param seq of the entry that merged
    record Taken(
            String into,
            long seq,
            Map<String, List<LinkReason>> links,
            List<String> investigations,
            List<String> actions,
            @Nullable String status,
            Map<String, String> managed,
            List<LogLine> log,
            List<Comment> comments) {}

    /// What was done in the source is shown and counted in the target; the source keeps its log.
    ///
    /// @param seq of the entry that merges: the alerts that moved right before it moved for it
    void merge(IncidentFold from, IncidentFold into, long seq) {
        var known = into.log.lines().stream().map(LogLine::id).collect(Collectors.toSet());
        List<LogLine> log = from.log.lines().stream().filter(line -> !known.contains(line.id())).toList();
        List<Comment> comments = List.copyOf(state.comments.getOrDefault(subject(from), List.of()));
        List<String> investigations = List.copyOf(from.investigations);
        String status = from.managed.put(IncidentField.STATUS.word(), REDIRECTED);
        from.redirectedTo = into.id;
        investigations.forEach(id -> move(id, from, into));
        List<RemediationAction> actions = state.actions.move(from.id, into.id);
        actions.forEach(this::mark);
        from.taken =
                new Taken(
                        into.id,
                        seq,
                        moved(from, into.id, seq),
                        investigations,
                        actions.stream().map(RemediationAction::id).toList(),
                        status,
                        Map.copyOf(into.managed),
                        log,
                        comments);
        into.log.addAll(log);
        state.comments.computeIfAbsent(subject(into), _ -> new ArrayList<>()).addAll(comments);
    }

    private static Map<String, List<LinkReason>> moved(IncidentFold from, String into, long seq) {
        var bySeq = new TreeMap<Long, String>();
        from.left.forEach((alert, left) -> {
            if (left.into().equals(into)) {
                bySeq.put(left.seq(), alert);
            }
        });
        var links = new TreeMap<String, List<LinkReason>>();
        for (long at = seq - 1; bySeq.containsKey(at); at--) {
            String alert = bySeq.get(at);
            Optional.ofNullable(from.left.get(alert)).ifPresent(left -> links.put(alert, left.reasons()));
        }
        return links;
    }

    /// The inverse of [#merge].
    ///
    /// @return whether there was such a merge
    boolean part(Entry.IncidentUnmerged it) {
        IncidentFold from = state.incidents.get(it.incidentId());
        IncidentFold into = state.incidents.get(it.fromIncidentId());
        Taken taken = from == null ? null : from.taken;
        if (from == null || into == null || taken == null || !taken.into().equals(into.id)) {
            return false;
        }
        marks.incidents.add(from.id);
        marks.incidents.add(into.id);
        taken.links()
                .forEach((alert, reasons) -> {
                    // What a person has put somewhere since stays there.
                    if (state.handled.movedAt(alert) < taken.seq() && into.links.remove(alert) != null) {
                        from.links.put(alert, reasons);
                        from.left.remove(alert);
                        state.incidentOf.put(alert, from.id);
                        marks.alerts.add(alert);
                    }
                });
        taken.investigations().stream()
                .filter(id -> into.investigations.contains(id) && !ofOneThatStays(id, taken))
                .forEach(id -> move(id, into, from));
        List<String> actions =
                taken.actions().stream()
                        .filter(id ->
                                state.actions
                                        .get(id)
                                        .filter(a -> !ofOneThatStays(a.investigationId(), taken))
                                        .isPresent())
                        .toList();
        state.actions.move(actions, into.id, from.id).forEach(this::mark);
        restore(from, into, taken);
        into.log.removeAll(new HashSet<>(taken.log()));
        List<Comment> comments = state.comments.getOrDefault(subject(into), List.of());
        taken.comments().forEach(comments::remove);
        from.redirectedTo = "";
        from.taken = null;
        from.apart.add(into.id);
        into.apart.add(from.id);
        return true;
    }

    /// Whether it looks into a single alert, which a person has put where it is since the merge.
    private boolean ofOneThatStays(String investigation, Taken taken) {
        Set<String> alerts = AlertMoves.looksInto(state, investigation);
        return alerts.size() == 1 && state.handled.movedAt(alerts.iterator().next()) > taken.seq();
    }

    /// Takes one alert over, with the investigations that look into nothing else and their actions.
    void take(Entry.AlertMoved it, JournalEntry journal) {
        IncidentFold from = state.incidents.get(it.fromIncidentId());
        IncidentFold into = state.incidents.get(it.intoIncidentId());
        if (from == null || into == null) {
            return;
        }
        List<String> along = AlertMoves.along(state, from, it.alertId());
        state.handled.move(state, it, journal, LogLines.ofAlert(journal, it, along, state));
        from.links.remove(it.alertId());
        into.links.put(it.alertId(), List.of(AlertMoves.reason(it)));
        state.incidentOf.put(it.alertId(), into.id);
        for (String run : along) {
            move(run, from, into);
            List<String> actions = state.actions.ofInvestigation(run).stream().map(RemediationAction::id).toList();
            state.actions.move(actions, from.id, into.id).forEach(this::mark);
        }
        marks.alerts.add(it.alertId());
        marks.incidents.add(from.id);
        marks.incidents.add(into.id);
    }

    /// What the merge has set on the target goes, unless somebody has set something else since.
    private static void restore(IncidentFold from, IncidentFold into, Taken taken) {
        put(from, IncidentField.STATUS.word(), taken.status());
        for (Entry.Change change : IncidentMerges.taken(from.managed, taken.managed())) {
            if (change.after().equals(into.managed.get(change.field()))) {
                put(into, change.field(), taken.managed().get(change.field()));
            }
        }
    }

    private static void put(IncidentFold incident, String field, @Nullable String value) {
        if (value == null) {
            incident.managed.remove(field);
        } else {
            incident.managed.put(field, value);
        }
    }

    private void move(String investigation, IncidentFold from, IncidentFold into) {
        from.investigations.remove(investigation);
        into.investigations.add(investigation);
        Optional.ofNullable(state.investigations.get(investigation)).ifPresent(found -> found.moveTo(into.id));
        marks.investigations.add(investigation);
    }

    private void mark(RemediationAction action) {
        marks.actions.add(action.id());
        marks.entities.add(action.target().key());
    }

    private static String subject(IncidentFold incident) {
        return "incident:" + incident.id;
    }
}
