package dupin.ui.fx;

import java.time.Duration;

/// Does something once, a while after it was set; set anew it forgets the earlier while. Unlike an animation it lets the
/// screen rest until then. FX thread.
public final class Alarm {
    private final FxThread fx = new FxThread();
    private final Runnable act;
    private long set;

    public Alarm(Runnable act) {
        this.act = act;
    }

    public void set(Duration wait) {
        long mine = ++set;
        fx.after(
                wait,
                () -> {
                    if (mine == set) {
                        act.run();
                    }
                });
    }

    public void stop() {
        set++;
    }
}
