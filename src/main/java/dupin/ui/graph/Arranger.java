package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import dupin.service.GraphEdits;
import dupin.ui.fx.Alarm;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Live;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Has the layouts computed in the background and decides when marks may move: those that are known stay where they are while
/// others come. When more than a twentieth has come and nothing more for a moment, all are laid out from their data alone, so
/// that equal data end in the equal picture, however it grew. FX thread.
final class Arranger {
    /// So long nothing must be added before the picture is laid out from its data alone.
    private static final Duration QUIET = Duration.ofMillis(900);

    private static final int MUCH = 20;

    private final GraphCanvas canvas;
    private final Live<Picture> laidOut;
    private final Alarm quiet = new Alarm(this::settle);

    /// Which layout is waited for; older ones stop.
    private final AtomicLong question = new AtomicLong();

    private InvestigationGraph asked = InvestigationGraph.EMPTY;

    /// The places that the data alone gave last.
    private GraphPositions settled = GraphPositions.EMPTY;

    private boolean grown;
    private boolean fresh;

    /// Whether the picture that is waited for is another one.
    private boolean opening;

    private boolean fromData;

    Arranger(GraphCanvas canvas, ChangePump pump) {
        this.canvas = canvas;
        laidOut = pump.live(() -> Picture.EMPTY, this::arrived);
    }

    /// The next graph is another one, whatever marks it shares with this.
    void another() {
        fresh = true;
    }

    InvestigationGraph asked() {
        return asked;
    }

    /// Whether the marks lie where they will stay.
    boolean atRest() {
        return !grown && canvas.picture().graph().equals(asked);
    }

    /// @param anew whether all marks are to be placed again
    void draw(InvestigationGraph graph, boolean anew) {
        if (graph.equals(asked) && !anew && !fresh) {
            Picture now = canvas.picture();
            if (now.graph().equals(graph)) {
                canvas.makeRoom(new Picture(graph, EditedGraph.pinned(now.positions(), canvas.editing().now())));
            }
            return;
        }
        boolean other = fresh;
        fresh = false;
        asked = graph;
        canvas.finishMoving();
        GraphPositions before = canvas.picture().positions();
        opening |= other;
        if (anew || other) {
            layOut(GraphPositions.EMPTY);
            return;
        }
        long added = graph.nodes().stream().filter(node -> settled.indexOf(node.id()) < 0).count();
        grown |= before.size() > 0 && added * MUCH > graph.nodes().size();
        layOut(before);
        if (grown) {
            quiet.set(QUIET);
        }
    }

    /// Lays the graph out from its data alone; waits while a mark or the picture is held with the mouse.
    void settle() {
        if (canvas.isPressed()) {
            quiet.set(QUIET);
        } else {
            layOut(GraphPositions.EMPTY);
        }
    }

    private void layOut(GraphPositions before) {
        InvestigationGraph graph = asked;
        GraphEdits edits = canvas.editing().now();
        long mine = question.incrementAndGet();
        GraphLayout layout = canvas.editing().layout().layout(edits.centre(), () -> question.get() != mine);
        if (before.size() == 0) {
            grown = false;
            quiet.stop();
        }
        fromData = before.size() == 0;
        laidOut.replace(() -> new Picture(graph, EditedGraph.pinned(layout.place(graph, before), edits)));
    }

    private void arrived(Picture next) {
        if (fromData) {
            settled = next.positions();
        }
        boolean opened = opening;
        opening = false;
        canvas.show(next, opened);
    }
}
