package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import dupin.service.GraphEdits;
import dupin.ui.fx.Messages;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What the analyst does to the picture, each step to be undone and redone: hide, pin, focus, unfold, arrange. Where one
/// looks (camera) and what is selected are no edits. FX thread.
final class GraphEditing {
    private static final int MOST = 200;

    private final GraphCanvas graph;
    private final Deque<GraphEdits> undone = new ArrayDeque<>();
    private final Deque<GraphEdits> done = new ArrayDeque<>();
    private GraphEdits now = GraphEdits.NONE;
    private InvestigationGraph whole = InvestigationGraph.EMPTY;
    private Consumer<GraphEdits> onChange = _ -> {};

    GraphEditing(GraphCanvas graph) {
        this.graph = graph;
    }

    void onChange(Consumer<GraphEdits> told) {
        onChange = told;
    }

    /// Begins anew with what was kept.
    void open(GraphEdits kept) {
        now = kept;
        done.clear();
        undone.clear();
    }

    void whole(InvestigationGraph next) {
        whole = next;
    }

    InvestigationGraph whole() {
        return whole;
    }

    InvestigationGraph shown() {
        return EditedGraph.of(whole, now);
    }

    GraphEdits now() {
        return now;
    }

    LayoutKind layout() {
        return Arrays.stream(LayoutKind.values())
                .filter(kind -> kind.name().equals(now.layout()))
                .findFirst()
                .orElse(LayoutKind.STORY);
    }

    boolean canUndo() {
        return !done.isEmpty();
    }

    boolean canRedo() {
        return !undone.isEmpty();
    }

    void undo() {
        if (canUndo()) {
            undone.push(now);
            turn(done.pop());
        }
    }

    void redo() {
        if (canRedo()) {
            done.push(now);
            turn(undone.pop());
        }
    }

    /// Marks that are there but not shown.
    int hidden() {
        return whole.nodes().size() - graph.picture().positions().size();
    }

    void arrange(LayoutKind kind) {
        edit(
                now.withLayout(
                        kind == LayoutKind.STORY ? "" : kind.name(),
                        kind == LayoutKind.RADIAL ? graph.getSelected() : ""));
    }

    void nextLayout() {
        arrange(layout().next());
    }

    void hide() {
        Set<String> chosen = graph.chosen();
        if (!chosen.isEmpty()) {
            edit(now.hiding(chosen));
        }
    }

    /// Shows everything that was hidden, left out or switched off.
    void everything() {
        edit(now.withEverything());
    }

    /// Pins what is chosen, or lets it go when all of it is pinned.
    void pin() {
        Set<String> chosen = graph.chosen();
        if (now.pins().keySet().containsAll(chosen)) {
            edit(now.releasing(chosen));
        } else {
            edit(now.pinning(places(chosen)));
        }
    }

    private Map<String, GraphEdits.Place> places(Set<String> ids) {
        GraphPositions at = graph.picture().positions();
        var places = new HashMap<String, GraphEdits.Place>();
        for (String id : ids) {
            int i = at.indexOf(id);
            if (i >= 0) {
                places.put(id, new GraphEdits.Place(at.x(i), at.y(i)));
            }
        }
        return places;
    }

    /// A mark was dragged somewhere, and others that were chosen with it.
    void moved(Set<String> ids) {
        edit(now.pinning(places(ids)));
    }

    /// Shows only the neighbourhood of what is chosen; once more, a step further.
    void focus() {
        Set<String> chosen = graph.chosen();
        if (!now.focus().isEmpty() && (chosen.isEmpty() || chosen.equals(now.focus()))) {
            edit(now.focusing(now.focus(), now.reach() + 1));
        } else if (!chosen.isEmpty()) {
            edit(now.focusing(chosen, 1));
        }
    }

    /// Chooses the marks on a shortest way between the two that were chosen first and last.
    void path() {
        List<String> chosen = List.copyOf(graph.chosen());
        if (chosen.size() < 2) {
            graph.say(Messages.text("graph.pathNeeds"));
            return;
        }
        List<String> way = EditedGraph.path(graph.picture().graph(), chosen.getFirst(), chosen.getLast());
        if (way.isEmpty()) {
            graph.say(Messages.text("graph.pathNone"));
        } else {
            graph.choose(way);
            graph.say(Messages.text("graph.pathSteps", way.size() - 1));
        }
    }

    /// Shows the things of the chosen folded marks one by one, as far as there is room.
    void unfold() {
        Set<String> folds =
                whole.nodes().stream()
                        .filter(node ->
                                node.kind() == InvestigationGraph.Kind.FOLD && graph.chosen().contains(node.id()))
                        .map(InvestigationGraph.Node::id)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (folds.isEmpty()) {
            graph.say(Messages.text("graph.unfoldNeeds"));
        } else if (now.unfolded().containsAll(folds)) {
            graph.say(Messages.text("graph.unfoldFull"));
        } else {
            edit(now.unfolding(folds));
        }
    }

    /// Switches what a row of the legend stands for off or on.
    void toggle(String word) {
        edit(now.switching(word));
    }

    private void edit(GraphEdits next) {
        if (next.equals(now)) {
            return;
        }
        done.push(now);
        if (done.size() > MOST) {
            done.removeLast();
        }
        undone.clear();
        turn(next);
    }

    private void turn(GraphEdits next) {
        boolean arranged = !next.layout().equals(now.layout()) || !next.centre().equals(now.centre());
        boolean released = !next.pins().keySet().containsAll(now.pins().keySet());
        now = next;
        graph.edited(arranged || released);
        onChange.accept(next);
    }
}
