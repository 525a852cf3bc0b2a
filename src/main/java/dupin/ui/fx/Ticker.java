package dupin.ui.fx;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.util.Duration;

/// Repeats an act for as long as a node is in a window: countdowns must go on though nothing in the case changes. FX thread.
public final class Ticker {
    private Ticker() {}

    public static void install(Node node, java.time.Duration period, Runnable act) {
        var timeline = new Timeline(new KeyFrame(Duration.millis(period.toMillis()), _ -> act.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        node.sceneProperty()
                .addListener((_, _, scene) -> {
                    if (scene == null) {
                        timeline.stop();
                    } else {
                        timeline.play();
                    }
                });
    }
}
