package dupin.engine;

import dupin.model.Canonical;
import dupin.model.Entry;
import dupin.model.JournalEntry;
import dupin.model.policy.Tuned;
import dupin.model.row.LogLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What persons have said of single alerts, and where they have put them. It stands whatever the sources export later; between the word on an alert and
/// that on its incident the later one holds.
final class AlertBook {
    static final String RESOLVED = "resolved";

    private final Map<String, Handled> alerts = new HashMap<>();

    /// @param seq of the entry that says it
    private record Word(String value, long seq) {}

    /// One alert that a person has had in hand.
    private static final class Handled {
        /// By the word of [IncidentField].
        final TreeMap<String, Word> words = new TreeMap<>();

        /// The incident that it was in before a person took it out; "" while it is there.
        String home = "";

        /// Incidents that persons have taken it out of and not put it back into.
        final TreeSet<String> left = new TreeSet<>();

        /// The entry by which a person last put it elsewhere; -1 before.
        long movedAt = -1;

        final List<LogLine> log = new ArrayList<>();

        /// The tuning rule behind its status; null where there is none.
        @Nullable Tuned tuned;

        Handled copy() {
            var copy = new Handled();
            copy.words.putAll(words);
            copy.home = home;
            copy.left.addAll(left);
            copy.movedAt = movedAt;
            copy.log.addAll(log);
            copy.tuned = tuned;
            return copy;
        }
    }

    void addAll(AlertBook other) {
        other.alerts.forEach((id, handled) -> alerts.put(id, handled.copy()));
    }

    private Handled of(String alertId) {
        return alerts.computeIfAbsent(alertId, _ -> new Handled());
    }

    void manage(Entry.AlertManaged it, JournalEntry journal, LogLine line) {
        Handled handled = of(it.alertId());
        say(handled, it.changes(), journal, line);
        // Whoever sets the status takes it out of the rule's hands; what else a person says outlives taking the rule
        // back.
        Set<String> said = it.changes().stream().map(Entry.Change::field).collect(Collectors.toSet());
        Tuned by = handled.tuned;
        handled.tuned = by == null || said.contains(IncidentField.STATUS.word()) ? null : by.without(said);
    }

    /// A tuning rule speaks in a person's place.
    void tune(Entry.AlertTuned it, JournalEntry journal, LogLine line) {
        Handled handled = of(it.alertId());
        say(handled, it.changes(), journal, line);
        handled.tuned = new Tuned(it.ruleId(), it.rule(), it.effect(), it.changes(), journal.actor(), journal.at());
    }

    private static void say(Handled handled, List<Entry.Change> changes, JournalEntry journal, LogLine line) {
        changes.forEach(change -> handled.words.put(change.field(), new Word(change.after(), journal.seq())));
        handled.log.add(line);
    }

    /// Whoever puts it back where it was takes all of it back.
    void move(CaseState state, Entry.AlertMoved it, JournalEntry journal, LogLine line) {
        Handled handled = of(it.alertId());
        handled.home = handled.home.isEmpty() ? it.fromIncidentId() : handled.home;
        handled.left.add(it.fromIncidentId());
        handled.left.removeIf(id -> stands(state, id).equals(it.intoIncidentId()));
        if (stands(state, handled.home).equals(it.intoIncidentId())) {
            handled.home = "";
            handled.left.clear();
        }
        handled.movedAt = journal.seq();
        handled.log.add(line);
    }

    /// The incident in which it lives on, after all merges.
    private static String stands(CaseState state, String incidentId) {
        String id = incidentId;
        for (IncidentFold at = state.incidents.get(id); at != null && !at.redirectedTo.isEmpty(); ) {
            id = at.redirectedTo;
            at = state.incidents.get(id);
        }
        return id;
    }

    /// Whether an alert of the one was taken out of the other by a person: together they would be as before.
    boolean parts(CaseState state, String one, String other) {
        return alerts.entrySet().stream()
                .filter(e -> !e.getValue().left.isEmpty())
                .anyMatch(e -> {
                    String at = state.incidentOf(e.getKey()).orElse("");
                    String away = at.equals(one) ? other : at.equals(other) ? one : "";
                    return !away.isEmpty() && e.getValue().left.stream().anyMatch(id -> stands(state, id).equals(away));
                });
    }

    /// Whether it is elsewhere than its source and correlation would have it.
    boolean takenOut(String alertId) {
        Handled handled = alerts.get(alertId);
        return handled != null && !handled.left.isEmpty();
    }

    /// The entry by which a person last put it elsewhere; -1 when nobody has.
    long movedAt(String alertId) {
        Handled handled = alerts.get(alertId);
        return handled == null ? -1 : handled.movedAt;
    }

    /// The rule that hid or resolved it; empty where none did, or a person has set its status since.
    Optional<Tuned> tuned(String alertId) {
        return Optional.ofNullable(alerts.get(alertId)).map(handled -> handled.tuned);
    }

    /// Whether a person has set its status or has put it where it is: no rule takes it then.
    boolean inHand(String alertId) {
        return movedAt(alertId) >= 0 || said(alertId, IncidentField.STATUS) != null;
    }

    /// Ids of the alerts that rules hid or resolved, sorted, by the rule's id.
    Map<String, List<String>> byRule() {
        var all = new TreeMap<String, List<String>>();
        for (String id : new TreeSet<>(alerts.keySet())) {
            tuned(id).ifPresent(by -> all.computeIfAbsent(by.ruleId(), _ -> new ArrayList<>()).add(id));
        }
        return all;
    }

    /// What was done with it by hand, oldest first.
    List<LogLine> log(String alertId) {
        return Optional.ofNullable(alerts.get(alertId)).map(h -> List.copyOf(h.log)).orElse(List.of());
    }

    /// Empty where no person has said anything.
    Optional<String> word(String alertId, IncidentField field) {
        return Optional.ofNullable(said(alertId, field)).map(Word::value);
    }

    private @Nullable Word said(String alertId, IncidentField field) {
        Handled handled = alerts.get(alertId);
        return handled == null ? null : handled.words.get(field.word());
    }

    /// A person's word, on the alert or later on its incident; else the source's, unless its investigation left nothing to
    /// do.
    String status(CaseState state, String alertId) {
        String given = state.alert(alertId).map(a -> Canonical.lower(a.status())).orElse("");
        Word own = said(alertId, IncidentField.STATUS);
        IncidentFold incident = state.incidents.get(state.incidentOf.getOrDefault(alertId, ""));
        // Resolving an incident resolves the alerts that it has then.
        long since = Math.max(movedAt(alertId), own == null ? -1 : own.seq());
        if (incident != null && incident.closedHere() && incident.statusAt > since) {
            return RESOLVED;
        }
        if (own != null) {
            return Canonical.lower(own.value()).replace(" ", "");
        }
        InvestigationFold by = state.investigations.get(state.investigationOf.getOrDefault(alertId, ""));
        return given.equals(RESOLVED) || (by != null && by.settled()) ? RESOLVED : given.isEmpty() ? "new" : given;
    }

    /// To whom a person has given it or, later, its incident; empty when neither was given to anybody here.
    Optional<String> assignedHere(String alertId, @Nullable IncidentFold incident) {
        Optional<String> own = word(alertId, IncidentField.ASSIGNED_TO);
        String theirs = incident == null ? "" : incident.managed(IncidentField.ASSIGNED_TO);
        if (incident == null || theirs.isEmpty()) {
            return own;
        }
        Word said = said(alertId, IncidentField.ASSIGNED_TO);
        return said != null && said.seq() > incident.assignedAt ? own : Optional.of(theirs);
    }
}
