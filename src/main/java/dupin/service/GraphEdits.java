package dupin.service;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What an analyst made of the picture of one incident: a view, never evidence. Immutable.
///
/// @param layout name of the arrangement; "" for the usual one
/// @param centre id of the mark that the rings lie around; "" for none
/// @param hidden marks that are not shown
/// @param pins marks that stay where they were put
/// @param focus marks of which only the neighbourhood is shown; empty for all
/// @param reach steps from the focus that are shown
/// @param unfolded folded marks whose things are shown one by one
/// @param off words of the legend that are switched off
public record GraphEdits(
        String layout,
        String centre,
        Set<String> hidden,
        Map<String, Place> pins,
        Set<String> focus,
        int reach,
        Set<String> unfolded,
        Set<String> off) {
    public static final GraphEdits NONE = new GraphEdits("", "", Set.of(), Map.of(), Set.of(), 1, Set.of(), Set.of());

    /// In the units of the picture.
    public record Place(double x, double y) {}

    public GraphEdits {
        layout = Objects.requireNonNullElse(layout, "");
        centre = Objects.requireNonNullElse(centre, "");
        hidden = Set.copyOf(Objects.requireNonNullElse(hidden, Set.of()));
        pins = Map.copyOf(Objects.requireNonNullElse(pins, Map.of()));
        focus = Set.copyOf(Objects.requireNonNullElse(focus, Set.of()));
        reach = Math.clamp(reach, 1, 100);
        unfolded = Set.copyOf(Objects.requireNonNullElse(unfolded, Set.of()));
        off = Set.copyOf(Objects.requireNonNullElse(off, Set.of()));
    }

    public GraphEdits withLayout(String next, String around) {
        return new GraphEdits(next, around, hidden, pins, focus, reach, unfolded, off);
    }

    public GraphEdits hiding(Set<String> more) {
        return new GraphEdits(layout, centre, union(hidden, more), pins, focus, reach, unfolded, off);
    }

    public GraphEdits pinning(Map<String, Place> more) {
        var all = new HashMap<>(pins);
        all.putAll(more);
        return new GraphEdits(layout, centre, hidden, all, focus, reach, unfolded, off);
    }

    public GraphEdits releasing(Set<String> ids) {
        var all = new HashMap<>(pins);
        all.keySet().removeAll(ids);
        return new GraphEdits(layout, centre, hidden, all, focus, reach, unfolded, off);
    }

    public GraphEdits focusing(Set<String> on, int steps) {
        return new GraphEdits(layout, centre, hidden, pins, on, steps, unfolded, off);
    }

    public GraphEdits unfolding(Set<String> more) {
        return new GraphEdits(layout, centre, hidden, pins, focus, reach, union(unfolded, more), off);
    }

    public GraphEdits switching(String word) {
        var next = new LinkedHashSet<>(off);
        if (!next.remove(word)) {
            next.add(word);
        }
        return new GraphEdits(layout, centre, hidden, pins, focus, reach, unfolded, next);
    }

    /// Nothing hidden, nothing left out.
    public GraphEdits withEverything() {
        return new GraphEdits(layout, centre, Set.of(), pins, Set.of(), 1, unfolded, Set.of());
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }
}
