package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StretchTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2026-11-20T23:00:00Z",
        "2026-11-21 17:24, 2026-11-21T16:24:00Z",
        "' 2026-11-21  7:24 ', 2026-11-21T06:24:00Z",
        "2026-11-21T17:24:05, 2026-11-21T16:24:05Z",
        "2026-11-21 17:24:05.123 Z, 2026-11-21T17:24:05.123Z",
        "2026-11-21 17:24 +03:00, 2026-11-21T14:24:00Z",
        "2026-07-01 12:00, 2026-07-01T10:00:00Z"
    })
    void aTimeIsReadInTheZoneOfTheScreenUnlessItSaysItsOwn(String typed, Instant time) {
        assertThat(TypedTime.start(typed, BERLIN)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-02-30",
                "2026-11-21 25:00",
                "2026-11-21 12:00:75",
                "21.11.2026",
                "2026-11-21 12:00 +99:00"
            })
    void whatIsNoTimeIsNone(String typed) {
        assertThat(TypedTime.start(typed, BERLIN)).isEmpty();
    }

    @Test
    void aDateAtTheEndIsMeantWithItsWholeDay() {
        assertThat(TypedTime.end("2026-11-21", ZoneOffset.UTC)).contains(Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(TypedTime.end("2026-11-21 10:00", ZoneOffset.UTC)).contains(Instant.parse("2026-11-21T10:00:00Z"));
    }

    /// In Berlin 02:00 to 03:00 is left out on 2026-03-29 and comes twice on 2026-10-25.
    @Test
    void whenClocksAreSetTheSentenceSaysWhatIsMeant() {
        StretchDialog.Said gap = StretchDialog.said("2026-03-29 02:30", "2026-03-29 03:45", BERLIN);
        assertThat(gap.stretch())
                .contains(new Stretch(Instant.parse("2026-03-29T01:30:00Z"), Instant.parse("2026-03-29T01:45:00Z")));
        StretchDialog.Said twice = StretchDialog.said("2026-10-25 02:00", "2026-10-25 03:00", BERLIN);
        assertThat(twice.stretch())
                .contains(new Stretch(Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T02:00:00Z")));
        assertThat(StretchDialog.said("2026-10-25 02:30", "2026-10-25 02:30", BERLIN).stretch())
                .as("the hour between the first and the second of them")
                .contains(new Stretch(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z")));
        assertThat(StretchDialog.said("2026-10-25", "2026-10-25", BERLIN).stretch())
                .contains(new Stretch(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z")));
        assertThat(StretchDialog.said("2026-03-29 03:10", "2026-03-29 02:30", BERLIN).stretch())
                .as("02:30 is 03:30 on that day")
                .contains(new Stretch(Instant.parse("2026-03-29T01:10:00Z"), Instant.parse("2026-03-29T01:30:00Z")));
    }

    @Test
    void whatIsChosenCanBeReadBackFromItsFields() {
        for (String last : List.of("9999-12-31", "9999-12-30", "0001-01-01", "2026-10-25")) {
            Stretch chosen =
                    StretchDialog.said("2026-10-25 02:30 +01:00", last, ZoneOffset.UTC).stretch().orElse(Stretch.ANY);
            if (chosen.to() != null) {
                assertThat(TypedTime.end(Times.brief(chosen.to()), BERLIN)).as(last).contains(chosen.to());
                assertThat(Stretch.parse(chosen.word())).isEqualTo(chosen);
            }
        }
        assertThat(TypedTime.start("10000-01-01", ZoneOffset.UTC)).isEmpty();
        assertThat(TypedTime.start("2026-11-21T17:24:05.1234567+05:30", BERLIN))
                .contains(Instant.parse("2026-11-21T11:54:05.1234567Z"));
    }

    @Test
    void theSentenceSaysWhatWillBeShownOrWhatIsWrong() {
        StretchDialog.Said day = StretchDialog.said("2026-11-20", "2026-11-21", ZoneOffset.UTC);
        assertThat(day.stretch())
                .contains(new Stretch(Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-22T00:00:00Z")));
        assertThat(day.sentence()).isEqualTo("Will show: 2026-11-20 00:00 Z to 2026-11-22 00:00 Z");
        assertThat(StretchDialog.said("", "2026-11-21 10:00", ZoneOffset.UTC).sentence())
                .isEqualTo("Will show: before 2026-11-21 10:00 Z");
        assertThat(StretchDialog.said(" ", "", ZoneOffset.UTC))
                .isEqualTo(new StretchDialog.Said(Optional.of(Stretch.ANY), "Will show: Any time"));
        assertThat(StretchDialog.said("2026-11-21 9:00", "2026-11-21 10:00:30", ZoneOffset.UTC).sentence())
                .isEqualTo("Will show: 2026-11-21 09:00 to 10:00:30 Z");
        StretchDialog.Said wrong = StretchDialog.said("last tuesday", "", ZoneOffset.UTC);
        assertThat(wrong.stretch()).isEmpty();
        assertThat(wrong.sentence()).startsWith("From: “last tuesday” is no date and time.");
        StretchDialog.Said backwards = StretchDialog.said("2026-11-21 10:00", "2026-11-21 10:00", ZoneOffset.UTC);
        assertThat(backwards.stretch()).isEmpty();
        assertThat(backwards.sentence()).contains("is not after the beginning");
    }

    @Test
    void itComesBackFromItsWord() {
        Instant one = Instant.parse("2026-11-20T00:00:00Z");
        for (var stretch : new Stretch[] {new Stretch(one, null), new Stretch(null, one), new Stretch(one, one)}) {
            assertThat(Stretch.parse(stretch.word())).isEqualTo(stretch);
        }
        assertThat(Stretch.parse("../..")).isNull();
        assertThat(Stretch.parse("PT24H")).isNull();
        assertThat(Stretch.parse("x/y")).isNull();
    }

    @Test
    void itsBeginningIsInItAndItsEndIsNot() {
        Instant one = Instant.parse("2026-11-20T00:00:00Z");
        Instant two = one.plusSeconds(1);
        var stretch = new Stretch(one, two);
        assertThat(stretch.holds(one)).isTrue();
        assertThat(stretch.holds(two)).isFalse();
        assertThat(stretch.holds(null)).isFalse();
        assertThat(Stretch.ANY.holds(null)).isTrue();
    }
}
