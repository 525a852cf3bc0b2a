package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Times, elision, defanging and CSV cells.
class WordsTest {
    private static final Instant TIME = Instant.parse("2026-11-21T17:24:05.123456700Z");

    @Test
    void timesCarryTheirZone() {
        assertThat(Times.full(TIME)).isEqualTo("2026-11-21 17:24:05.123 Z");
        assertThat(Times.minute(TIME)).isEqualTo("2026-11-21 17:24 Z");
        assertThat(Times.in(ZoneId.of("Europe/Berlin"), TIME)).isEqualTo("2026-11-21 18:24:05.123 +01:00");
        assertThat(Times.full(null)).isEmpty();
        assertThat(Times.within("High · 2026-11-21T17:24:05.123Z, and 2026-13-41T00:00:00Z"))
                .isEqualTo("High · 2026-11-21 17:24:05.123 Z, and 2026-13-41T00:00:00Z");
        assertThat(Times.zone("Nowhere/Land")).isEqualTo(java.time.ZoneOffset.UTC);
    }

    @ParameterizedTest
    @CsvSource({
        "PT51H10M, 2 d 3 h",
        "PT48H, 2 d",
        "PT14M5S, 14 min 5 s",
        "PT59S, 59 s",
        "PT0.34S, 340 ms",
        "PT0S, 0 ms",
        "PT-2H, 2 h"
    })
    void durationsHaveTwoUnits(Duration span, String text) {
        assertThat(Times.duration(span)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"604800, 7 d", "90061, 1 d 1 h", "61, 1 min", "59, < 1 min", "0, Expired", "-5, Expired"})
    void countdowns(long seconds, String text) {
        assertThat(Times.countdown(TIME.plusSeconds(seconds), TIME)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "CommandAndControl, Command and control, Command and Control",
        "inProgress, In progress, In Progress",
        "azureAdIdentityProtection, Azure ad identity protection, Azure AD Identity Protection",
        "microsoftDefenderForOffice365, Microsoft defender for office 365, Microsoft Defender for Office 365",
        "OATP, OATP, OATP",
        "Inprogress, In progress, In Progress",
        "truepositive, True positive, True Positive",
        "malware-on-device, Malware on device, Malware On Device",
        "Already a sentence, Already a sentence, Already a sentence",
    })
    void wordsThatExportsWriteTogetherAreTakenApart(String word, String sentence, String name) {
        assertThat(CamelCase.sentence(word)).isEqualTo(sentence);
        assertThat(CamelCase.name(word)).isEqualTo(name);
    }

    @Test
    void bothEndsSurviveElision() {
        assertThat(Elide.middle("C:\\Users\\bob\\AppData\\Local\\Temp\\a.exe", 17))
                .isEqualTo("C:\\Users…mp\\a.exe")
                .hasSize(17);
        assertThat(Elide.middle("short", 17)).isEqualTo("short");
        assertThat(Elide.middle("long enough", 1)).isEqualTo("…");
        assertThat(Elide.middle("a\uD83D\uDE00b\uD83D\uDE00c\uD83D\uDE00d", 5))
                .doesNotContainPattern("[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])");
    }

    @Test
    void hostileTextStaysOnItsLine() {
        assertThat(Elide.oneLine("invoice\u202Efdp.exe\r\nApproved\u0000")).isEqualTo("invoice fdp.exe  Approved ");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/a.php?x=1.2, hxxps[:]//evil[.]example/a.php?x=1.2",
        "HTTP://Evil.Example, HxxP[:]//Evil[.]Example",
        "ftp://files.example, fxp[:]//files[.]example",
        "bob.b@mail.example.com, bob[.]b[@]mail[.]example[.]com",
        "10.1.2.3, 10[.]1[.]2[.]3",
        "see evil.example and 10.0.0.1., see evil[.]example and 10[.]0[.]0[.]1.",
        "C:\\temp\\setup.v2.exe, C:\\temp\\setup.v2.exe"
    })
    void addressesAreDefanged(String raw, String defanged) {
        assertThat(Defang.defang(raw)).isEqualTo(defanged);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/a",
                "bob@mail.example",
                "10.1.2.3",
                "ftps://a.example",
                "HTTPS://A.Example",
                "no address at all"
            })
    void refangingGivesTheOriginal(String raw) {
        assertThat(Defang.refang(Defang.defang(raw))).isEqualToIgnoringCase(raw);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'quoted", "''=1", "plain", ""})
    void noCellStartsAFormulaAndEveryCellCanBeReadBack(String text) {
        assertThat(Csv.cell(text))
                .doesNotStartWith("=")
                .doesNotStartWith("+")
                .doesNotStartWith("-")
                .doesNotStartWith("@");
        assertThat(Csv.unguard(Csv.guard(text))).isEqualTo(text);
    }

    @Test
    void cellsWithSeparatorsAreQuoted() {
        assertThat(Csv.cell("a,\"b\"\nc")).isEqualTo("\"a,\"\"b\"\"\nc\"");
    }
}
