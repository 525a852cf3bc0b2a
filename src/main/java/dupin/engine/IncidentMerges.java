package dupin.engine;

import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.Entry;
import dupin.model.Entry.Change;
import dupin.model.Incident;
import dupin.model.LinkReason;
import dupin.model.ProviderIncident;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// When one incident goes into another, and what that carries along. The source's alerts, tags, investigations and actions
/// move to the target; the source is closed as *Redirected*. Stateless.
public final class IncidentMerges {
    private static final int MAX_HOPS = 10;
    private static final List<IncidentField> WORDS =
            List.of(IncidentField.ASSIGNED_TO, IncidentField.CLASSIFICATION, IncidentField.DETERMINATION);

    private IncidentMerges() {}

    /// Why two incidents must stay apart: one is closed, or two people, or two judgements, hold them. Empty when they may be
    /// merged; an incident that the state does not know yet stands in nobody's way.
    static Optional<String> obstacle(CaseState state, String from, String into) {
        Incident one = state.incident(from).orElse(null);
        Incident two = state.incident(into).orElse(null);
        if (one == null || two == null) {
            return Optional.empty();
        }
        IncidentFold fold = state.incidents.get(from);
        if (fold != null && apart(state, from, into)) {
            return Optional.of("an analyst has parted them");
        }
        if (closed(state, one) || closed(state, two)) {
            return Optional.of("one of them is closed");
        }
        if (differ(one.assignedTo(), two.assignedTo())) {
            return Optional.of("they are assigned to different people");
        }
        boolean judged =
                differ(one.classification(), two.classification()) || differ(one.determination(), two.determination());
        return judged ? Optional.of("they are classified differently") : Optional.empty();
    }

    /// Whether somebody closed it, the analyst or the provider. That a source had resolved all of the alerts closes
    /// nothing: exports of old alerts would fall apart by the order in which they are read.
    static boolean closed(CaseState state, Incident incident) {
        IncidentFold fold = state.incidents.get(incident.id());
        boolean said =
                fold == null
                        || !fold.redirectedTo.isEmpty()
                        || !fold.managed(IncidentField.STATUS).isEmpty()
                        || !state.providerIncident(incident.id()).map(ProviderIncident::status).orElse("").isEmpty();
        boolean over = incident.status() == Incident.Status.RESOLVED || incident.status() == Incident.Status.REDIRECTED;
        return over && said;
    }

    private static boolean differ(String one, String two) {
        return set(one) && set(two) && !Canonical.lower(one).equals(Canonical.lower(two));
    }

    private static boolean set(String word) {
        String lower = Canonical.lower(word);
        return !lower.isEmpty() && !lower.equals("unknown") && !lower.equals("notset");
    }

    /// The merge itself, after the source's alerts were linked to the target.
    static List<Entry> entries(CaseState state, String from, String into, String reason) {
        var entries = new ArrayList<Entry>(List.of(new Entry.IncidentMerged(from, into, reason)));
        IncidentFold source = state.incidents.get(from);
        IncidentFold target = state.incidents.get(into);
        if (source == null || target == null) {
            return entries;
        }
        List<Change> changes = taken(source.managed, target.managed);
        if (!changes.isEmpty()) {
            entries.add(new Entry.IncidentManaged(into, changes));
        }
        return entries;
    }

    /// What a merge sets on the target, by what the analyst had set on both.
    static List<Change> taken(Map<String, String> source, Map<String, String> target) {
        var changes = new ArrayList<Change>();
        for (IncidentField field : WORDS) {
            String theirs = source.getOrDefault(field.word(), "");
            String own = target.getOrDefault(field.word(), "");
            if (set(theirs) && !set(own)) {
                changes.add(new Change(field.word(), own, theirs));
            }
        }
        String before = target.getOrDefault(IncidentField.TAGS.word(), "");
        String tags = tags(before, source.getOrDefault(IncidentField.TAGS.word(), ""));
        if (!tags.equals(tags(before, ""))) {
            changes.add(new Change(IncidentField.TAGS.word(), before, tags));
        }
        return changes;
    }

    /// What an analyst's merge writes: the alerts move, each with this reason, and the source goes with them.
    public static List<Entry> byAnalyst(CaseState state, String from, String into, String reason) {
        var entries = new ArrayList<Entry>();
        var why = List.of(new LinkReason(AlertMoves.BY_HAND, "", 0, reason));
        state.alertsOf(from).forEach(alert -> entries.add(new Entry.AlertLinked(alert.id(), into, why)));
        entries.addAll(entries(state, from, into, reason));
        return entries;
    }

    /// The incident that it was merged into and can be parted from; empty when it stands for itself, or when that one was
    /// merged on.
    public static Optional<String> mergedInto(CaseState state, String incidentId) {
        IncidentFold fold = state.incidents.get(incidentId);
        if (fold == null || fold.taken == null) {
            return Optional.empty();
        }
        IncidentFold into = state.incidents.get(fold.taken.into());
        return into == null || !into.redirectedTo.isEmpty() ? Optional.empty() : Optional.of(into.id);
    }

    private static String tags(String one, String two) {
        return Stream.of(one, two)
                .flatMap(tags -> Arrays.stream(tags.split(",")))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }

    /// What providers say later of alerts that the case holds: incidents that they merged, and incidents of theirs that
    /// name alerts which stood in one of ours.
    public static List<Entry> provided(CaseState state) {
        var entries = new ArrayList<Entry>();
        Map<String, String> named = named(state);
        for (Incident incident : state.incidents()) {
            if (incident.alertIds().isEmpty()) {
                elsewhere(state, incident)
                        .ifPresent(into ->
                                entries.addAll(
                                        entries(
                                                state,
                                                incident.id(),
                                                into,
                                                "Its alerts are those of incident "
                                                        + into
                                                        + ", as another product exports them.")));
                continue;
            }
            String target = follow(state, incident.id());
            if (!target.equals(incident.id())) {
                if (apart(state, incident.id(), target)) {
                    continue;
                }
                move(entries, state, incident, target, "Its source merged it into incident " + target + ".");
            } else if (incident.id().startsWith("D-") && !closed(state, incident)) {
                String home = home(state, incident, named);
                if (!home.isEmpty() && obstacle(state, incident.id(), home).isEmpty()) {
                    move(entries, state, incident, home, "Its source reports its alerts in incident " + home + ".");
                }
            }
        }
        return entries;
    }

    /// Whether a person has parted the two, or has taken an alert of the one out of the other.
    private static boolean apart(CaseState state, String one, String other) {
        IncidentFold fold = state.incidents.get(one);
        return fold != null && (fold.apart.contains(other) || state.handled.parts(state, one, other));
    }

    /// The one incident that holds all alerts of a provider's incident, each under another product's id.
    private static Optional<String> elsewhere(CaseState state, Incident incident) {
        IncidentFold fold = state.incidents.get(incident.id());
        List<String> named = state.providerIncident(incident.id()).map(ProviderIncident::alertIds).orElse(List.of());
        if (fold == null || !fold.redirectedTo.isEmpty() || named.isEmpty()) {
            return Optional.empty();
        }
        var homes = new TreeSet<String>();
        for (String id : named) {
            String held = state.alertId(id);
            homes.add(held.equals(id) ? "" : state.incidentOf(held).orElse(""));
        }
        return homes.size() == 1 && !homes.first().isEmpty() && !homes.first().equals(incident.id())
                ? Optional.of(homes.first())
                : Optional.empty();
    }

    private static Map<String, String> named(CaseState state) {
        var named = new TreeMap<String, String>();
        for (Incident incident : state.incidents()) {
            state.providerIncident(incident.id())
                    .ifPresent(p -> p.alertIds().forEach(alert -> named.putIfAbsent(state.alertId(alert), p.id())));
        }
        return named;
    }

    /// The one incident that providers report the incident's alerts in; "" when there is none, or several.
    private static String home(CaseState state, Incident incident, Map<String, String> named) {
        var homes = new TreeSet<String>();
        for (Alert alert : state.alertsOf(incident.id())) {
            if (state.handled.takenOut(alert.id())) {
                continue;
            }
            String id =
                    alert.providerIncidentId().isEmpty()
                            ? named.getOrDefault(alert.id(), "")
                            : alert.providerIncidentId();
            if (!id.isEmpty()) {
                homes.add(follow(state, id));
            }
        }
        return homes.size() == 1 ? homes.first() : "";
    }

    /// The incident that a provider's redirects lead to.
    static String follow(CaseState state, String incidentId) {
        String id = incidentId;
        for (int hops = 0; hops < MAX_HOPS; hops++) {
            String next = state.providerIncident(id).map(ProviderIncident::redirectIncidentId).orElse("");
            if (next.isEmpty() || next.equals(id)) {
                break;
            }
            id = next;
        }
        return id;
    }

    private static void move(List<Entry> entries, CaseState state, Incident from, String into, String reason) {
        if (state.incident(into).isEmpty()) {
            entries.add(new Entry.IncidentOpened(into, from.name()));
        }
        var why = List.of(new LinkReason("Provider incident", "", 0, reason));
        from.alertIds().forEach(alert -> entries.add(new Entry.AlertLinked(alert, into, why)));
        entries.addAll(entries(state, from.id(), into, reason));
    }
}
