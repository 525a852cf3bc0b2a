package dupin.engine;

import dupin.model.Alert;
import dupin.model.Entry;
import dupin.model.Incident;
import dupin.model.LinkReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Groups alerts into incidents. A provider's grouping is kept; alerts that came alone join the incident with which they
/// share a telling thing within its time, or open one together. Every join says by which rule, over what, and how many
/// alerts of the case show it. Alerts of one call are grouped independently of their order; what came in earlier calls
/// stays where it is, unless nobody has touched its incident yet.
public final class Correlator {
    /// An incident that grows beyond that tells no story any more.
    static final int MAX_ALERTS = 500;

    private static final int MAX_REASONS = 5;
    private static final Comparator<Alert> BY_TIME =
            Comparator.comparing(Alert::time, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Alert::id);

    private final CaseState state;
    private final Ties ties = new Ties();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> opened = new HashSet<>();

    /// Alert → incident as the entries so far would have it; the state does not know them yet.
    private final Map<String, String> placed = new HashMap<>();

    /// Alerts that a provider's incident names.
    private final Map<String, String> named = new HashMap<>();

    private final Map<String, TreeSet<String>> members = new HashMap<>();

    private Correlator(CaseState state) {
        this.state = state;
        for (Incident incident : state.incidents()) {
            state.providerIncident(incident.id())
                    .ifPresent(p -> p.alertIds().forEach(alert -> named.putIfAbsent(state.alertId(alert), p.id())));
        }
    }

    /// @param fresh alerts that belong to no incident yet, in any order
    /// @return what to write: incidents opened and alerts linked
    public static List<Entry> correlate(CaseState state, List<Alert> fresh) {
        var correlator = new Correlator(state);
        List<Alert> ordered = fresh.stream().sorted(BY_TIME).toList();
        ordered.stream().filter(a -> !correlator.home(a).isEmpty()).forEach(correlator::keep);
        List<Alert> alone = ordered.stream().filter(a -> correlator.home(a).isEmpty()).toList();
        if (!alone.isEmpty()) {
            correlator.index(ordered);
            correlator.ties.groups(alone).forEach(correlator::place);
        }
        return List.copyOf(correlator.entries);
    }

    /// The provider's incident: the alert names it, or it names the alert; "" when neither does.
    private String home(Alert alert) {
        return alert.providerIncidentId().isEmpty() ? named.getOrDefault(alert.id(), "") : alert.providerIncidentId();
    }

    private void keep(Alert alert) {
        String id = IncidentMerges.follow(state, home(alert));
        if (state.incident(id).isEmpty() && opened.add(id)) {
            entries.add(new Entry.IncidentOpened(id, alert.title()));
        }
        placed.put(alert.id(), id);
        members(id).add(alert.id());
        boolean redirected = !id.equals(home(alert));
        String text =
                "Its source reports it in incident "
                        + home(alert)
                        + (redirected ? ", which was merged into " + id : "")
                        + ".";
        entries.add(new Entry.AlertLinked(alert.id(), id, List.of(new LinkReason("Provider incident", "", 0, text))));
    }

    private void index(List<Alert> fresh) {
        var all = new TreeMap<String, Alert>();
        state.alerts().forEach(alert -> all.put(alert.id(), alert));
        fresh.forEach(alert -> all.put(alert.id(), alert));
        all.values().forEach(ties::add);
    }

    /// Puts a group into the incident that it hangs together with most, else into one of its own.
    private void place(List<Alert> group) {
        Map<String, Integer> tied = tied(group, true);
        if (tied.isEmpty() && group.size() < Ties.STANDS) {
            tied = tied(group, false);
            tied.keySet().removeIf(id -> members(id).size() >= Ties.STANDS);
        }
        Optional<String> best =
                tied.entrySet().stream()
                        .filter(tie -> members(tie.getKey()).size() + group.size() <= MAX_ALERTS)
                        .min(
                                Comparator.comparing((Map.Entry<String, Integer> tie) -> !provided(tie.getKey()))
                                        .thenComparing(tie -> -tie.getValue())
                                        .thenComparing(
                                                tie -> first(tie.getKey()),
                                                Comparator.nullsLast(Comparator.naturalOrder()))
                                        .thenComparing(Map.Entry::getKey))
                        .map(Map.Entry::getKey);
        if (best.isPresent()) {
            link(group, best.get());
            tied.keySet().stream()
                    .filter(other -> !other.equals(best.get()))
                    .forEach(other -> merge(other, best.get(), group.getFirst()));
            return;
        }
        for (int from = 0; from < group.size(); from += MAX_ALERTS) {
            List<Alert> part = group.subList(from, Math.min(group.size(), from + MAX_ALERTS));
            Alert first = part.getFirst();
            String id = "D-" + new Digests().line(first.id()).hex().substring(0, 10);
            opened.add(id);
            entries.add(new Entry.IncidentOpened(id, first.title()));
            link(part, id);
        }
    }

    /// Incidents that the group is tied to, with the number of ties.
    private Map<String, Integer> tied(List<Alert> group, boolean sure) {
        var tied = new TreeMap<String, Integer>();
        for (Alert alert : group) {
            for (Ties.Tie tie : ties.of(alert)) {
                if (tie.sure() == sure) {
                    incidentOf(tie.other()).filter(this::takes).ifPresent(id -> tied.merge(id, 1, Integer::sum));
                }
            }
        }
        return tied;
    }

    private Optional<String> incidentOf(Alert alert) {
        return Optional.ofNullable(placed.get(alert.id())).or(() -> state.incidentOf(alert.id()));
    }

    private TreeSet<String> members(String incidentId) {
        return members.computeIfAbsent(
                incidentId,
                id -> {
                    var ids = new TreeSet<String>();
                    state.alertsOf(id).forEach(alert -> ids.add(alert.id()));
                    return ids;
                });
    }

    /// An incident that Dupin opened and that new alerts tie to another one goes into that one, with all that was done in it.
    private void merge(String from, String into, Alert bridge) {
        List<Alert> moving = members(from).stream().flatMap(id -> state.alert(id).stream()).toList();
        boolean fits = members(into).size() + moving.size() <= MAX_ALERTS;
        if (fits && !provided(from) && IncidentMerges.obstacle(state, from, into).isEmpty()) {
            members(from).clear();
            link(moving, into);
            entries.addAll(
                    IncidentMerges.entries(
                            state,
                            from,
                            into,
                            "The alert \"" + bridge.title() + "\" shows what the alerts of both incidents show."));
        }
    }

    private void link(List<Alert> group, String incidentId) {
        TreeSet<String> inside = members(incidentId);
        boolean fresh = inside.isEmpty();
        group.forEach(alert -> inside.add(alert.id()));
        for (Alert alert : group) {
            boolean opens = fresh && alert == group.getFirst();
            List<LinkReason> reasons =
                    opens
                            ? List.of(new LinkReason("First alert", "", 0, "It opened the incident."))
                            : reasons(alert, inside);
            entries.add(new Entry.AlertLinked(alert.id(), incidentId, reasons));
            placed.put(alert.id(), incidentId);
        }
    }

    private List<LinkReason> reasons(Alert alert, Set<String> inside) {
        var reasons = new LinkedHashSet<LinkReason>();
        List<Telling> rarest =
                ties.traits(alert).stream()
                        .sorted(Comparator.comparingInt(ties::rarity).thenComparing(Telling::key))
                        .toList();
        for (Telling trait : rarest) {
            Optional<Alert> other =
                    ties.sharing(alert, trait).stream().filter(a -> inside.contains(a.id())).min(BY_TIME);
            if (other.isPresent() && reasons.size() < MAX_REASONS) {
                int rarity = ties.rarity(trait);
                reasons.add(
                        new LinkReason(
                                trait.rule(),
                                trait.shown(),
                                rarity,
                                trait.rule()
                                        + " as \""
                                        + other.get().title()
                                        + "\": "
                                        + trait.shown()
                                        + "; "
                                        + rarity
                                        + " alerts of the case show it."));
            }
        }
        return List.copyOf(reasons);
    }

    private boolean takes(String incidentId) {
        return opened.contains(incidentId)
                || state.incident(incidentId).filter(i -> !IncidentMerges.closed(state, i)).isPresent();
    }

    private boolean provided(String incidentId) {
        return state.providerIncident(incidentId).isPresent() || !incidentId.startsWith("D-");
    }

    private @Nullable Instant first(String incidentId) {
        return state.incident(incidentId).map(Incident::firstActivity).orElse(null);
    }
}
