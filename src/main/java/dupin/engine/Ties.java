package dupin.engine;

import dupin.model.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What ties alerts to one another: shared traits within their time. Built over alerts one by one; one thread.
final class Ties {
    /// From so many alerts on, a group stands by itself.
    static final int STANDS = 3;

    /// An alert that shares something with another one.
    ///
    /// @param sure whether it was shared soon enough to make one story of whatever hangs together on either side
    record Tie(Alert other, boolean sure, Duration gap) {}

    private static final Comparator<Alert> BY_TIME =
            Comparator.comparing(Alert::time, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Alert::id);

    private final Map<String, List<Alert>> showing = new HashMap<>();
    private final Map<String, Map<String, Telling>> traits = new HashMap<>();

    void add(Alert alert) {
        var of = new LinkedHashMap<String, Telling>();
        Telling.of(alert).forEach(trait -> of.putIfAbsent(trait.key(), trait));
        if (traits.putIfAbsent(alert.id(), of) == null) {
            of.keySet().forEach(key -> showing.computeIfAbsent(key, _ -> new ArrayList<>()).add(alert));
        }
    }

    Collection<Telling> traits(Alert alert) {
        return traits.getOrDefault(alert.id(), Map.of()).values();
    }

    /// How many alerts show the trait.
    int rarity(Telling trait) {
        return showing.getOrDefault(trait.key(), List.of()).size();
    }

    /// Other alerts that show the trait within its window; none when too many show it.
    List<Alert> sharing(Alert alert, Telling trait) {
        List<Alert> all = showing.getOrDefault(trait.key(), List.of());
        if (all.size() > trait.most()) {
            return List.of();
        }
        return all.stream()
                .filter(other -> !other.id().equals(alert.id()) && near(alert.time(), other.time(), trait.window()))
                .toList();
    }

    /// Everything that an alert is tied to, by alert id.
    Collection<Tie> of(Alert alert) {
        var ties = new TreeMap<String, Tie>();
        for (Telling trait : traits(alert)) {
            for (Alert other : sharing(alert, trait)) {
                Telling theirs = traits.getOrDefault(other.id(), Map.of()).getOrDefault(trait.key(), trait);
                Duration sure = trait.sure().compareTo(theirs.sure()) >= 0 ? trait.sure() : theirs.sure();
                boolean soon = near(alert.time(), other.time(), sure);
                ties.merge(
                        other.id(),
                        new Tie(other, soon, gap(alert, other)),
                        (a, b) -> new Tie(other, a.sure() || b.sure(), a.gap()));
            }
        }
        return ties.values();
    }

    private static Duration gap(Alert one, Alert other) {
        Instant a = one.time();
        Instant b = other.time();
        return a == null || b == null ? Duration.ofDays(7) : Duration.between(a, b).abs();
    }

    private static boolean near(@Nullable Instant one, @Nullable Instant two, Duration window) {
        if (one == null || two == null) {
            return window.toDays() >= 7;
        }
        return Duration.between(one, two).abs().compareTo(window) <= 0;
    }

    private record Loose(String one, String other, Duration gap) {}

    /// Alerts that hang together, each group by time, groups by their first alert. What is tied surely is one group; then,
    /// the nearest first, loose ties join what does not stand by itself yet.
    List<List<Alert>> groups(Collection<Alert> alerts) {
        var byId = new TreeMap<String, Alert>();
        alerts.forEach(alert -> byId.put(alert.id(), alert));
        var root = new HashMap<String, String>();
        var size = new HashMap<String, Integer>();
        var loose = new ArrayList<Loose>();
        byId.values()
                .forEach(alert -> {
                    for (Tie tie : of(alert)) {
                        String other = tie.other().id();
                        if (byId.containsKey(other) && alert.id().compareTo(other) < 0) {
                            if (tie.sure()) {
                                join(root, size, alert.id(), other);
                            } else {
                                loose.add(new Loose(alert.id(), other, tie.gap()));
                            }
                        }
                    }
                });
        loose.sort(Comparator.comparing(Loose::gap).thenComparing(Loose::one).thenComparing(Loose::other));
        for (Loose tie : loose) {
            int one = size.getOrDefault(find(root, tie.one()), 1);
            int other = size.getOrDefault(find(root, tie.other()), 1);
            if (Math.max(one, other) < STANDS) {
                join(root, size, tie.one(), tie.other());
            }
        }
        var groups = new LinkedHashMap<String, List<Alert>>();
        byId.values().stream()
                .sorted(BY_TIME)
                .forEach(a -> groups.computeIfAbsent(find(root, a.id()), _ -> new ArrayList<>()).add(a));
        return List.copyOf(groups.values());
    }

    private static void join(Map<String, String> root, Map<String, Integer> size, String one, String other) {
        String a = find(root, one);
        String b = find(root, other);
        if (!a.equals(b)) {
            root.put(b, a);
            size.put(a, size.getOrDefault(a, 1) + size.getOrDefault(b, 1));
        }
    }

    private static String find(Map<String, String> root, String id) {
        String at = id;
        String next = root.getOrDefault(at, at);
        while (!next.equals(at)) {
            root.put(at, root.getOrDefault(next, next));
            at = next;
            next = root.getOrDefault(at, at);
        }
        return at;
    }
}
