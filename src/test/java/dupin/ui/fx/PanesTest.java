package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class PanesTest extends UiTest {
    private final Region left = new Region();
    private final Region right = new Region();
    private Panes panes;

    @Override
    protected Parent view() {
        panes = new Panes(Orientation.HORIZONTAL, left, 260, new Region(), right, 300);
        return panes;
    }

    @Test
    void sidesHaveTheirSizeFoldAwayAndComeBack() {
        assertThat(left.getWidth()).isCloseTo(260, within(2.0));
        assertThat(right.getWidth()).isCloseTo(300, within(2.0));
        onFx(() -> panes.foldLeft(true));
        assertThat(panes.leftFolded()).isTrue();
        assertThat(right.getWidth()).isCloseTo(300, within(2.0));
        onFx(() -> panes.foldLeft(false));
        assertThat(left.getWidth()).isCloseTo(260, within(4.0));
        assertThat(right.getWidth()).isCloseTo(300, within(4.0));
    }
}
