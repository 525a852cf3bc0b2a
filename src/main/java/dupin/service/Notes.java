package dupin.service;

import dupin.engine.IncidentField;
import dupin.engine.IncidentMerges;
import dupin.model.Canonical;
import dupin.model.Entry;
import dupin.model.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Comments and the management of incidents: name, severity, status, assignee, classification, determination, tags.
public final class Notes {
    /// Longest comment that is taken, in characters.
    public static final int MAX_COMMENT = 30_000;

    private static final int MAX_MERGED = 5;

    private final LiveCase live;

    Notes(LiveCase live) {
        this.live = live;
    }

    /// @param subject `incident:ID`, `alert:ID`, `investigation:ID` or `action:ID`
    /// @throws Problem when the comment is empty or too long
    public void comment(String subject, String text, String actor) {
        live.commit(actor, said(subject, text));
    }

    /// @throws Problem when the comment is empty or too long
    static Entry.CommentAdded said(String subject, String text) {
        if (text.isBlank() || text.length() > MAX_COMMENT) {
            throw new Problem(
                    "A comment has 1 to 30,000 characters; this one has " + text.length() + ".",
                    "Nothing was written.",
                    "Shorten it.");
        }
        return new Entry.CommentAdded(subject, text);
    }

    /// Classifying an incident as *false positive* withdraws its actions that wait.
    ///
    /// @param changes fields `name`, `severity`, `status`, `assignedTo`, `classification`, `determination`, `tags` (tags
    ///     separated by commas)
    public void manage(String incidentId, List<Entry.Change> changes, String actor) {
        if (changes.isEmpty()) {
            return;
        }
        live.<Boolean>decide(
                actor,
                state -> {
                    var entries = new ArrayList<Entry>();
                    entries.add(new Entry.IncidentManaged(incidentId, changes));
                    if (changes.stream().anyMatch(Notes::falsePositive)) {
                        entries.addAll(
                                Overrides.withdrawn(
                                        state,
                                        action -> action.incidentId().equals(incidentId),
                                        "Withdrawn: "
                                                + actor
                                                + " classified incident "
                                                + incidentId
                                                + " as false positive."));
                    }
                    return new LiveCase.Decision<>(entries, Map.of(), true);
                });
    }

    /// The same for many incidents, written together: none of them is changed without the others.
    ///
    /// @param changes of one incident as it stands now; none when nothing is to be done
    public List<ItemResult> manageAll(
            List<Incident> incidents, Function<Incident, List<Entry.Change>> changes, String actor) {
        return live.decide(
                actor,
                state -> {
                    var entries = new ArrayList<Entry>();
                    var results = new ArrayList<ItemResult>();
                    for (Incident seen : incidents) {
                        Optional<Incident> now = state.incident(seen.id());
                        if (now.isEmpty()) {
                            results.add(new ItemResult(seen.id(), seen.name(), false, "It is no longer in the case."));
                            continue;
                        }
                        List<Entry.Change> wanted = changes.apply(now.get());
                        if (!wanted.isEmpty()) {
                            entries.add(new Entry.IncidentManaged(seen.id(), wanted));
                        }
                        results.add(new ItemResult(seen.id(), now.get().name(), true, ""));
                    }
                    return new LiveCase.Decision<>(entries, Map.of(), List.copyOf(results));
                });
    }

    /// Takes incidents into another one, with all that was done in them; [#unmerge] is the inverse.
    ///
    /// @throws Problem when there are more than five of them in all, or one was merged before
    public void merge(List<String> from, String into, String reason, String actor) {
        if (from.isEmpty() || from.size() >= MAX_MERGED || from.contains(into)) {
            throw new Problem(
                    "Two to five incidents can be merged at once; these are " + (from.size() + 1) + ".",
                    "Nothing was changed.",
                    "Choose fewer.");
        }
        live.<Boolean>decide(
                actor,
                state -> {
                    var entries = new ArrayList<Entry>();
                    Stream.concat(from.stream(), Stream.of(into)).forEach(id -> mergeable(state.incident(id), id));
                    from.forEach(id -> entries.addAll(IncidentMerges.byAnalyst(state, id, into, reason)));
                    return new LiveCase.Decision<>(entries, Map.of(), true);
                });
    }

    private static void mergeable(Optional<Incident> incident, String id) {
        if (incident.map(i -> i.status() == Incident.Status.REDIRECTED).orElse(true)) {
            throw new Problem(
                    "Incident " + id + " was merged into another one.", "Nothing was changed.", "Choose that one.");
        }
    }

    /// Takes an incident that was merged out again, with what went along; what came later stays.
    ///
    /// @throws Problem when it is not merged, or the one that it went into was merged on
    public void unmerge(String incidentId, String reason, String actor) {
        live.<Boolean>decide(
                actor,
                state -> {
                    String into =
                            IncidentMerges.mergedInto(state, incidentId)
                                    .orElseThrow(() ->
                                            new Problem(
                                                    "Incident " + incidentId + " cannot be taken out of another one.",
                                                    "Nothing was changed.",
                                                    "If the incident that it went into was merged as well, take that one out first."));
                    return new LiveCase.Decision<>(
                            List.of(new Entry.IncidentUnmerged(incidentId, into, reason)), Map.of(), true);
                });
    }

    private static boolean falsePositive(Entry.Change change) {
        return change.field().equals(IncidentField.CLASSIFICATION.word())
                && Canonical.lower(change.after()).replace(" ", "").equals("falsepositive");
    }
}
