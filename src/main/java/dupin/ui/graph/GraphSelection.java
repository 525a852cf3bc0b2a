package dupin.ui.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Which marks are selected, in the order in which they were, and which stand out. FX thread.
final class GraphSelection {
    private final Set<String> chosen = new LinkedHashSet<>();
    private final ReadOnlyStringWrapper last = new ReadOnlyStringWrapper("");
    private Set<String> lit = Set.of();

    void clear() {
        chosen.clear();
        last.set("");
        lit = Set.of();
    }

    /// Selects those that are there.
    void choose(Collection<String> ids, GraphPositions at) {
        var wanted = List.copyOf(ids);
        chosen.clear();
        wanted.stream().filter(id -> at.indexOf(id) >= 0).forEach(chosen::add);
        last.set(chosen.stream().reduce("", (_, next) -> next));
    }

    /// The selected marks with one more, or with one less if it is among them.
    List<String> toggled(String id) {
        var next = new ArrayList<>(chosen);
        if (!next.remove(id)) {
            next.add(id);
        }
        return next;
    }

    Set<String> chosen() {
        return Collections.unmodifiableSet(chosen);
    }

    /// The mark that was selected last; "" for none.
    ReadOnlyStringWrapper last() {
        return last;
    }

    /// @return whether that changes anything
    boolean light(Set<String> ids) {
        boolean changes = !ids.equals(lit);
        lit = Set.copyOf(ids);
        return changes;
    }

    GraphPainter.Attention attention(GraphPositions at, int hovered, int link, Set<String> pinned) {
        return new GraphPainter.Attention(
                hovered, at.indexOf(last.get()), link, at.indices(chosen), at.indices(lit), at.indices(pinned));
    }
}
