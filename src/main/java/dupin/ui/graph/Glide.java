package dupin.ui.graph;

import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Lets marks move from where they are to where they belong, quick at first. FX thread.
final class Glide extends AnimationTimer {
    private static final double NANOS = 420e6;

    /// Larger pictures jump: a frame of them takes longer than a frame lasts.
    private static final int MOST = 300;

    /// So do pictures whose frames come later than this one after the other: drawing them would hold up the window.
    private static final double SLOW = 40e6;

    /// One state on the way; the last one is the goal itself.
    record Frame(Picture picture, GraphViewport view) {}

    private final Consumer<Frame> show;
    private GraphPositions from = GraphPositions.EMPTY;
    private Frame start = new Frame(Picture.EMPTY, GraphViewport.sized(0, 0));
    private Frame goal = start;
    private long began;
    private long before;
    private boolean running;

    Glide(Consumer<Frame> show) {
        this.show = show;
    }

    /// Goes from one state of the same graph to another; at once where movement is not wanted or nobody looks.
    void go(Frame now, Frame next, boolean seen) {
        stop();
        goal = next;
        if (!seen || next.picture().positions().size() > MOST || Platform.getPreferences().isReducedMotion()) {
            show.accept(goal);
            return;
        }
        start = now;
        from = now.picture().positions();
        began = 0;
        before = 0;
        running = true;
        start();
    }

    boolean running() {
        return running;
    }

    /// Jumps to the goal if on the way.
    void finish() {
        if (running) {
            stop();
            show.accept(goal);
        }
    }

    @Override
    public void stop() {
        running = false;
        super.stop();
    }

    @Override
    public void handle(long now) {
        began = began == 0 ? now : began;
        boolean slow = before > 0 && now - before > SLOW;
        before = now;
        double t = Math.min(1, (now - began) / NANOS);
        if (t >= 1 || slow) {
            finish();
            return;
        }
        double part = 1 - Math.pow(1 - t, 3);
        var between = new Picture(goal.picture().graph(), from.towards(goal.picture().positions(), part));
        show.accept(new Frame(between, start.view().towards(goal.view(), part)));
    }
}
