package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastDayTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:34:56Z");

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    private static LastDay day(List<Instant> incidents, List<Instant> alerts, Instant now, ZoneId zone) {
        return DayTimes.of(incidents.stream(), alerts.stream()).day(now, zone);
    }

    private static int sum(List<Integer> hours) {
        return hours.stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    void aDayEndsWithTheHourOfNowWhileSomethingHappensInIt() {
        LastDay day =
                day(
                        List.of(at("2026-11-21T12:00:00Z"), at("2026-11-20T13:00:00Z"), at("2026-11-20T12:59:59Z")),
                        List.of(at("2026-11-21T11:59:59.999Z"), at("2026-11-21T11:00:00Z"), at("2026-11-21T13:00:00Z")),
                        NOW,
                        ZoneOffset.UTC);
        assertThat(day.current()).isTrue();
        assertThat(day.from()).isEqualTo(at("2026-11-20T13:00:00Z"));
        assertThat(day.hour(LastDay.HOURS)).isEqualTo(at("2026-11-21T13:00:00Z"));
        assertThat(day.incidents()).hasSize(LastDay.HOURS).startsWith(1, 0).endsWith(0, 1);
        assertThat(day.alerts()).endsWith(0, 2, 0);
        assertThat(sum(day.incidents())).isEqualTo(2);
    }

    @Test
    void anOldCaseShowsTheDayOfItsNewestActivityAndSaysSo() {
        LastDay day =
                day(
                        List.of(at("2024-02-29T08:30:00Z")),
                        List.of(at("2024-02-29T09:15:00Z"), at("2024-02-28T10:00:00Z"), at("2024-02-28T09:59:59Z")),
                        NOW,
                        ZoneOffset.UTC);
        assertThat(day.current()).isFalse();
        assertThat(day.from()).isEqualTo(at("2024-02-28T10:00:00Z"));
        assertThat(day.incidents()).endsWith(1, 0);
        assertThat(day.alerts()).startsWith(1).endsWith(0, 1);
    }

    @Test
    void whatClaimsToComeFromTheFutureDoesNotHideThePast() {
        Instant future = at("2099-01-01T00:10:00Z");
        LastDay day = day(List.of(at("2026-10-01T08:30:00Z")), List.of(future), NOW, ZoneOffset.UTC);
        assertThat(day.hour(LastDay.HOURS)).isEqualTo(at("2026-10-01T09:00:00Z"));
        LastDay only = day(List.of(), List.of(future), NOW, ZoneOffset.UTC);
        assertThat(only.hour(LastDay.HOURS)).isEqualTo(at("2099-01-01T01:00:00Z"));
        assertThat(only.current()).isFalse();
    }

    @Test
    void hoursAreWholeInTheZoneOfTheScreen() {
        LastDay day = day(List.of(at("2026-11-21T12:20:00Z")), List.of(), NOW, ZoneId.of("Asia/Kolkata"));
        assertThat(day.hour(LastDay.HOURS)).isEqualTo(at("2026-11-21T13:30:00Z"));
        assertThat(day.incidents()).endsWith(1, 0);
    }

    @Test
    void aCaseWithoutTimesHasNone() {
        assertThat(day(List.of(), List.of(), NOW, ZoneOffset.UTC)).isEqualTo(LastDay.NONE);
        assertThat(LastDay.NONE.isEmpty()).isTrue();
    }

    @Test
    void aCaseInWhichAllHappenedInOneHourHasOneFullHour() {
        List<Instant> all = List.of(at("2026-11-21T12:00:00Z"), at("2026-11-21T12:59:59Z"), at("2026-11-21T12:30:00Z"));
        LastDay day = day(List.of(), all, NOW, ZoneOffset.UTC);
        assertThat(day.alerts()).startsWith(0, 0).endsWith(0, 3);
        assertThat(sum(day.alerts())).isEqualTo(3);
        assertThat(sum(day.incidents())).isZero();
    }

    @Test
    void aDayWithAnHourTwiceHasTwentyFourHoursAllTheSame() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        List<Instant> both = List.of(at("2026-10-25T00:30:00Z"), at("2026-10-25T01:30:00Z"));
        LastDay day = day(both, List.of(), at("2026-10-25T01:45:00Z"), berlin);
        assertThat(day.incidents()).endsWith(1, 1);
        assertThat(day.hour(LastDay.HOURS)).isEqualTo(at("2026-10-25T02:00:00Z"));
    }
}
