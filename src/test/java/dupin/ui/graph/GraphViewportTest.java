package dupin.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.InvestigationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphViewportTest {
    /// Where the bar at the top of the graph ends.
    private static final double BAR = 12 + GraphBar.HEIGHT;

    private static GraphPositions story(int marks) {
        InvestigationGraph graph = MadeGraphs.of(marks, 1);
        return new StoryLayout().place(graph, GraphPositions.EMPTY);
    }

    private static void seenWhole(GraphViewport view, GraphPositions marks) {
        GraphPositions.Bounds all = marks.bounds();
        assertThat(view.screenY(all.top())).as("below the bar").isGreaterThanOrEqualTo(BAR);
        assertThat(view.screenY(all.bottom())).isLessThanOrEqualTo(view.height());
        assertThat(view.screenX(all.left())).isNotNegative();
        assertThat(view.screenX(all.right())).isLessThanOrEqualTo(view.width());
    }

    @ParameterizedTest
    @CsvSource({"60, 580, 250", "60, 1200, 700", "200, 580, 330"})
    void nothingOfAPictureThatIsShownWholeLiesBeneathTheBar(int marks, double width, double height) {
        GraphPositions at = story(marks);
        seenWhole(GraphViewport.sized(width, height).fitted(at.bounds()), at);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 4", "3, -4"})
    void whoSawAllSeesAllInALowerPane(double right, double down) {
        GraphPositions at = story(60);
        GraphViewport whole = GraphViewport.sized(580, 330).fitted(at.bounds().grown(30));
        seenWhole(whole.panned(right, down).resized(580, 254, at), at);
    }
}
