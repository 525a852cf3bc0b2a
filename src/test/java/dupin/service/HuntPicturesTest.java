package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.InvestigationGraph;
import dupin.model.LinkRole;
import dupin.model.hunt.HuntField;
import dupin.model.hunt.HuntQuery;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HuntPicturesTest {
    private static final Instant START = Instant.parse("2026-11-18T06:00:00Z");
    private static final EntityKey DEVICE = new EntityKey(EntityKind.DEVICE, "ws-1");
    private static final String QUERY = "events where device = \"ws-1\"";

    private static HuntRow row(int i) {
        return new HuntRow(
                "row:" + i,
                START.plusSeconds(i * 60L),
                "10.0.0." + i,
                Map.of(HuntField.DEVICE, "ws-1", HuntField.ACTION, "Connected"),
                Map.of(),
                List.of(
                        new HuntRow.Part(LinkRole.DEVICE, DEVICE, "ws-1"),
                        new HuntRow.Part(
                                LinkRole.DESTINATION,
                                new EntityKey(EntityKind.IP_ADDRESS, "10.0.0." + i % 400),
                                "10.0.0." + i)),
                null);
    }

    private static Hunt hunt(int rows) {
        List<HuntRow> all = IntStream.range(0, rows).mapToObj(HuntPicturesTest::row).toList();
        return new Hunt(QUERY, HuntQuery.parse(QUERY), all, Window.of(all, HuntRow::id), rows, false, rows, List.of());
    }

    @Test
    void rowsAreCountedByLaneAndTime() {
        var source = new HuntTimeline(hunt(10));
        Timeline timeline = source.of(new Timeline.Subject.OfHunt(QUERY)).orElseThrow();
        assertThat(timeline.lanes().get(1).key()).isEqualTo(DEVICE);
        TimelineCounts counts = source.counts(timeline, START, START.plusSeconds(600), 10, Progress.NONE);
        assertThat(counts.all()).containsOnly(1);
        assertThat(Arrays.stream(counts.lanes()[1]).sum()).isEqualTo(10);
        var listed =
                source.rows(
                        timeline,
                        timeline.lanes().get(2),
                        EnumSet.of(Timeline.Clock.EVENT),
                        START,
                        START.plusSeconds(600),
                        Progress.NONE);
        assertThat(listed.rows(0, listed.size())).singleElement().matches(row -> row.what().startsWith("Connected: "));
    }

    @Test
    void gapsAreTold() {
        var source = new HuntTimeline(hunt(2));
        Timeline timeline = source.of(new Timeline.Subject.OfHunt(QUERY)).orElseThrow();
        TimelineCounts counts = source.counts(timeline, START, START.plusSeconds(61), 61, Progress.NONE);
        assertThat(counts.gaps(0.5))
                .singleElement()
                .matches(gap -> gap.length().toSeconds() > 50 && gap.length().toSeconds() < 61);
    }

    @Test
    void ofManyEntitiesThoseThatMostRowsNameAreDrawn() {
        InvestigationGraph graph = HuntGraph.of(hunt(1_000));
        assertThat(graph.nodes()).hasSize(HuntGraph.MOST).anyMatch(node -> DEVICE.equals(node.entity()));
        assertThat(graph.edges())
                .hasSize(HuntGraph.MOST - 1)
                .allMatch(edge -> edge.from().equals(DEVICE.toString()) && edge.communication());
        assertThat(HuntGraph.of(hunt(1_000))).isEqualTo(graph);
    }
}
