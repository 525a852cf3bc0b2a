package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.Test;

/// The frame of a layout and the one after it hold a changed pixel; later frames do not.
class SpeckTest extends UiTest {
    @Override
    protected Parent view() {
        return new Overlay(new StackPane(new Label("a")));
    }

    @Test
    void changesInTheFrameOfALayoutAndTheNext() throws Exception {
        Speck speck = fx(() -> (Speck) scene.getRoot().getChildrenUnmodifiable().getLast());
        Label label = fx(() -> (Label) scene.getRoot().lookup(".label"));
        frames(speck, 5, () -> {});
        List<Paint> quiet = frames(speck, 4, () -> {});
        assertThat(quiet.stream().distinct()).as("nothing is laid out").hasSize(1);

        List<Paint> busy = frames(speck, 5, () -> label.setText("a longer text"));
        assertThat(busy.getFirst()).as("the frame of the layout").isNotEqualTo(quiet.getLast());
        assertThat(busy.get(1)).as("the frame after it").isNotEqualTo(busy.getFirst());
        assertThat(busy.subList(1, 5).stream().distinct()).as("then it rests").hasSize(1);
    }

    /// @param first done before the first frame
    private List<Paint> frames(Speck speck, int many, Runnable first) throws InterruptedException {
        List<Paint> seen = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            var drawn = new CountDownLatch(1);
            onFx(() -> {
                Runnable[] once = new Runnable[1];
                once[0] =
                        () -> {
                            seen.add(speck.getFill());
                            scene.removePostLayoutPulseListener(once[0]);
                            drawn.countDown();
                        };
                scene.addPostLayoutPulseListener(once[0]);
                if (seen.isEmpty()) {
                    first.run();
                }
                Platform.requestNextPulse();
            });
            assertThat(drawn.await(10, TimeUnit.SECONDS)).isTrue();
        }
        return seen;
    }
}
