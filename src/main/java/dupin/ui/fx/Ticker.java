package dupin.ui.fx;

import java.time.Duration;
import javafx.scene.Node;

/// Repeats an act for as long as a node is in a window: countdowns must go on though nothing in the case changes. FX thread.
public final class Ticker {
    private final Alarm alarm = new Alarm(this::tick);
    private final Duration period;
    private final Runnable act;

    private Ticker(Duration period, Runnable act) {
        this.period = period;
        this.act = act;
    }

    public static void install(Node node, Duration period, Runnable act) {
        var ticker = new Ticker(period, act);
        node.sceneProperty()
                .addListener((_, _, scene) -> {
                    if (scene == null) {
                        ticker.alarm.stop();
                    } else {
                        ticker.alarm.set(period);
                    }
                });
    }

    private void tick() {
        alarm.set(period);
        act.run();
    }
}
