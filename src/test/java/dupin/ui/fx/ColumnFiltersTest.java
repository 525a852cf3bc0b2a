package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnFiltersTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private record Row(String kind, List<String> devices, @Nullable Instant at) {}

    private static final List<Row> ROWS =
            List.of(
                    new Row("Comment", List.of("pc1", "pc2"), NOW.minusSeconds(60)),
                    new Row("Status", List.of("pc2"), NOW.minus(Duration.ofDays(2))),
                    new Row("Status", List.of(), null));

    private final DataColumn<Row, ?> kind = Columns.text("kind", "Kind", 100, Row::kind);
    private final DataColumn<Row, ?> devices = Columns.list("devices", "Devices", 100, Row::devices);
    private final DataColumn<Row, ?> at = Columns.time("at", "Time", Row::at);
    private final DataColumn<Row, ?> other = Columns.text("other", "Other", 100, Row::kind);
    private final ColumnFilters<Row> filters =
            new ColumnFilters<>(
                    Columns.filters(List.of(kind, devices, at, other), "kind", "devices", "at"),
                    InstantSource.fixed(NOW));

    private List<Row> kept() {
        Predicate<Row> test = filters.test();
        return test == null ? ROWS : ROWS.stream().filter(test).toList();
    }

    @Test
    void onlyColumnsThatAreOfferedAreFilters() {
        assertThat(filters.columns()).containsExactly(kind, devices, at);
        assertThat(filters.test()).isNull();
    }

    @Test
    void wordsOfOneColumnAddUpAndColumnsNarrow() {
        filters.toggle(kind, "Status");
        assertThat(kept()).containsExactly(ROWS.get(1), ROWS.get(2));
        filters.toggle(kind, "Comment");
        assertThat(kept()).hasSize(3);
        filters.toggle(devices, "pc1");
        assertThat(kept()).containsExactly(ROWS.get(0));
        filters.toggle(devices, "pc1");
        filters.toggle(devices, "");
        assertThat(kept()).as("says no device").containsExactly(ROWS.get(2));
        assertThat(filters.chips())
                .extracting(FilterParts.Chip::label)
                .containsExactly("Kind: Comment", "Kind: Status", "Devices: Not set");
        filters.chips().forEach(chip -> chip.remove().run());
        assertThat(filters.test()).isNull();
    }

    @Test
    void aTimeReachesBackFromNowAndWhatSaysNoneIsOutside() {
        filters.since(at, Duration.ofDays(1));
        assertThat(kept()).containsExactly(ROWS.get(0));
        filters.since(at, Duration.ofDays(3));
        assertThat(kept()).containsExactly(ROWS.get(0), ROWS.get(1));
        assertThat(filters.chips()).extracting(FilterParts.Chip::label).containsExactly("Time: Last 3 days");
        filters.since(at, null);
        assertThat(kept()).hasSize(3);
    }

    @Test
    void aTypedStretchBoundsATimeAtBothEnds() {
        var stretch = new Stretch(NOW.minus(Duration.ofDays(3)), NOW.minus(Duration.ofDays(1)));
        filters.within(at, stretch);
        assertThat(kept()).containsExactly(ROWS.get(1));
        assertThat(filters.stretch(at)).isEqualTo(stretch);
        assertThat(filters.chips())
                .extracting(FilterParts.Chip::label)
                .containsExactly("Time: 2026-11-18 12:00 Z to 2026-11-20 12:00 Z");
        Map<String, List<String>> saved = filters.chosenProperty().get();
        filters.clear();
        filters.set(saved);
        assertThat(filters.stretch(at)).isEqualTo(stretch);
        filters.within(at, Stretch.ANY);
        assertThat(filters.test()).isNull();
    }

    @Test
    void whatWasSavedComesBackAsFarAsItIsStillThere() {
        filters.set(Map.of("kind", List.of("Status"), "at", List.of("yesterday"), "gone", List.of("x")));
        assertThat(filters.chosenProperty().get()).isEqualTo(Map.of("kind", List.of("Status")));
    }

    @Test
    void theMostFrequentWordsComeFirst() {
        assertThat(ColumnFilters.counts(devices, ROWS))
                .containsExactly(Map.entry("pc2", 2), Map.entry("", 1), Map.entry("pc1", 1));
    }
}
