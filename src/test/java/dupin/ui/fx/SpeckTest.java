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
    void changesInTheFrameOfALayoutAndTheFewAfterIt() throws Exception {
        Speck speck = fx(() -> (Speck) scene.getRoot().getChildrenUnmodifiable().getLast());
        Label label = fx(() -> (Label) scene.getRoot().lookup(".label"));
        frames(speck, 5, () -> {});
        List<Paint> quiet = frames(speck, 4, () -> {});
        assertThat(quiet.stream().distinct()).as("nothing is laid out").hasSize(1);

        List<Paint> busy = frames(speck, 8, () -> label.setText("a longer text"));
        assertThat(busy.getFirst()).as("the frame of the layout").isNotEqualTo(quiet.getLast());
        assertThat(busy.get(1)).as("the frame after it").isNotEqualTo(busy.getFirst());
        assertThat(busy.get(2)).as("and the one that its styles cause").isNotEqualTo(busy.get(1));
        assertThat(busy.subList(4, 8).stream().distinct()).as("then it rests").hasSize(1);
    }

    /// What the speck looked like in frames that follow each other.
    ///
    /// @param first done before the first frame
    private List<Paint> frames(Speck speck, int many, Runnable first) throws InterruptedException {
        List<Paint> seen = new ArrayList<>();
        var drawn = new CountDownLatch(many);
        Runnable look =
                () -> {
                    seen.add(speck.getFill());
                    drawn.countDown();
                    Platform.requestNextPulse();
                };
        onFx(() -> {
            scene.addPostLayoutPulseListener(look);
            first.run();
            Platform.requestNextPulse();
        });
        assertThat(drawn.await(10, TimeUnit.SECONDS)).isTrue();
        onFx(() -> scene.removePostLayoutPulseListener(look));
        return List.copyOf(seen.subList(0, many));
    }
}
