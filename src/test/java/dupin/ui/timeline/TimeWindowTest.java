package dupin.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeWindowTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final TimeWindow HOUR = TimeWindow.around(NOON, Duration.ofMinutes(30));

    @Test
    void aMomentAndItsPlaceAreEachOther() {
        assertThat(HOUR.x(NOON, 800)).isCloseTo(400, within(1e-6));
        assertThat(HOUR.at(400, 800)).isEqualTo(NOON);
        assertThat(HOUR.at(-80, 800)).isEqualTo(NOON.minusSeconds(36 * 60));
    }

    @Test
    void aZoomKeepsTheMomentUnderThePointer() {
        Instant under = HOUR.at(600, 800);
        TimeWindow near = HOUR.zoomed(0.25, under);
        assertThat(near.span()).isEqualTo(Duration.ofMinutes(15));
        assertThat(near.x(under, 800)).isCloseTo(600, within(1e-3));
    }

    @Test
    void itMovesByPartsOfItself() {
        assertThat(HOUR.moved(-0.5).to()).isEqualTo(NOON);
        assertThat(HOUR.moved(0.5).from()).isEqualTo(NOON);
        assertThat(HOUR.middle()).isEqualTo(NOON);
    }

    @Test
    void itIsNeverEmptyAndNeverEndless() {
        assertThat(new TimeWindow(NOON, NOON).span()).isPositive();
        TimeWindow wide = HOUR;
        for (int i = 0; i < 100; i++) {
            wide = wide.zoomed(4, NOON);
        }
        assertThat(wide.span()).isLessThan(Duration.ofDays(100_000));
    }

    @Test
    void ticksStandOnRoundTimesAndFit() {
        for (long seconds : new long[] {1, 60, 3_600, 86_400, 86_400 * 40L, 86_400 * 4_000L}) {
            var window = TimeWindow.around(NOON, Duration.ofSeconds(seconds));
            var ticks = TimeTicks.of(window, 800, 100);
            assertThat(ticks).isNotEmpty().hasSizeLessThanOrEqualTo(10);
            assertThat(ticks).allMatch(tick -> window.holds(tick.at()) && !tick.label().isEmpty());
        }
    }

    @Test
    void amountsAreReadAsPeopleWriteThem() {
        assertThat(ClockShift.parse("+2h")).contains(Duration.ofHours(2));
        assertThat(ClockShift.parse("-7m30s")).contains(Duration.ofSeconds(-450));
        assertThat(ClockShift.parse("1d 4h")).contains(Duration.ofHours(28));
        assertThat(ClockShift.parse("250ms")).contains(Duration.ofMillis(250));
        assertThat(ClockShift.parse("2 fortnights")).isEmpty();
        assertThat(ClockShift.parse("0h")).isEmpty();
        assertThat(ClockShift.parse("")).isEmpty();
    }
}
