package dupin.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Times, numbers and strings of cells.
class CellsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-07-04T22:35:00.5938401Z | 2024-07-04T22:35:00.5938401Z",
                "2024-07-04 22:35:00.593840+00:00 | 2024-07-04T22:35:00.593840Z",
                "2024-07-04T22:35:00 | 2024-07-04T22:35:00Z",
                "2024-07-04T22:35:00+02:00 | 2024-07-04T20:35:00Z",
                "2024-07-04 22:35 | 2024-07-04T22:35:00Z",
                "'7/4/2024, 10:35:00.593 PM' | 2024-07-04T22:35:00.593Z",
                "2024-02-29T23:59:59.999999999Z | 2024-02-29T23:59:59.999999999Z"
            })
    void timesKeepTheirPrecision(String text, String expected) {
        assertThat(Times.parse(text)).isEqualTo(Instant.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "null",
                "0001-01-01T00:00:00",
                "0001-01-01T00:00:00Z",
                "2024-13-01T00:00:00Z",
                "2024-02-30T00:00:00Z",
                "2024-07-04Tzz:35:00Z",
                "yesterday evening",
                "2024-07-04T22:35:00.Zx"
            })
    void whatIsNoTimeIsNone(String text) {
        assertThat(Times.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "4242,4242",
        "4242.0,4242",
        "0x1092,4242",
        "-7,-7",
        "'',0",
        "x,0",
        "12x,0",
        "1.5,0",
        "99999999999999999999,0",
        "NaN,0"
    })
    void numbers(String text, long expected) {
        assertThat(Numbers.parse(text)).isEqualTo(expected);
    }

    @Test
    void stringsAreTheBytesAndMostlyTheSameOnes() {
        var strings = new ByteStrings();
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String text = "value-é-".repeat(random.nextInt(4)) + random.nextInt(500);
            byte[] bytes = ("xx" + text + "yy").getBytes(StandardCharsets.UTF_8);
            assertThat(strings.get(bytes, 2, bytes.length - 2)).isEqualTo(text);
        }
        byte[] twice = "host-17host-17".getBytes(StandardCharsets.UTF_8);
        assertThat(strings.get(twice, 0, 7)).isSameAs(strings.get(twice, 7, 14));
    }
}
