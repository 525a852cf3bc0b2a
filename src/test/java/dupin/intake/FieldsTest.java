package dupin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    private static Fields of(String json) {
        return Fields.of(Json.parse(json.replace('\'', '"')));
    }

    @Test
    void textTakesTheFirstNameThatHasOneInAnyCase() {
        Fields fields = of("{'A':'','b':null,'Cc':' x\u200b ','d':7,'e':true,'f':{},'g':NaN}");
        assertThat(fields.text("a", "b", "cC")).isEqualTo("x");
        assertThat(fields.text("d")).isEqualTo("7");
        assertThat(fields.text("e")).isEqualTo("true");
        assertThat(fields.text("f", "missing", "g")).isEmpty();
        assertThat(fields.names("B")).isTrue();
        assertThat(fields.names("z")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'{''n'':5}', 5",
        "'{''n'':''5''}', 5",
        "'{''n'':5.0}', 5",
        "'{''n'':''5.0''}', 5",
        "'{''n'':''Integer''}', 0",
        "'{''n'':NaN}', 0",
        "'{''n'':1e300}', 0",
        "'{''n'':99999999999999999999}', 0",
        "'{''n'':null}', 0",
        "'{''n'':[1]}', 0",
        "'{''n'':-3}', -3"
    })
    void numbersNeverStumble(String json, long expected) {
        assertThat(of(json).number("n")).isEqualTo(expected);
    }

    @Test
    void countsStayWithinAnInt() {
        assertThat(of("{'n':9000000000}").count("n")).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void listsMayBeNestedSingleOrInStrings() {
        Fields fields =
                of("{'a':[['x'],[],[['y',null,'']]],'b':'z','c':'[\\'p\\',\\'q\\']','d':[]}".replace("\\'", "\\\""));
        assertThat(fields.strings("a")).containsExactly("x", "y");
        assertThat(fields.strings("b")).containsExactly("z");
        assertThat(fields.strings("c")).containsExactly("p", "q");
        assertThat(fields.strings("d", "b")).containsExactly("z");
        assertThat(fields.strings("none")).isEmpty();
    }

    @Test
    void objectsMayBeNestedSingleOrInStrings() {
        Fields fields =
                of("{'a':{'i':1},'b':[[{'i':2}],{'i':3}],'c':'{\\'i\\':4}','d':'plain'}".replace("\\'", "\\\""));
        assertThat(fields.objects("a")).extracting(f -> f.text("i")).containsExactly("1");
        assertThat(fields.objects("b")).extracting(f -> f.text("i")).containsExactly("2", "3");
        assertThat(fields.object("c").text("i")).isEqualTo("4");
        assertThat(fields.object("d").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-01-02T03:04:05Z                 | 2026-01-02T03:04:05Z
                    2026-01-02T03:04:05                  | 2026-01-02T03:04:05Z
                    2026-01-02 03:04:05.5                | 2026-01-02T03:04:05.500Z
                    2026-01-02T03:04:05.1234567Z         | 2026-01-02T03:04:05.123456700Z
                    2026-01-02T03:04:05.123456789123Z    | 2026-01-02T03:04:05.123456789Z
                    2026-01-02T03:04:05+02:00            | 2026-01-02T01:04:05Z
                    2026-01-02T03:04:05.1-0530           | 2026-01-02T08:34:05.100Z
                    2026-01-02T03:04                     | 2026-01-02T03:04:00Z
                    2026-01-02                           | 2026-01-02T00:00:00Z
                    2026-01-02T03:04:05 UTC              | 2026-01-02T03:04:05Z
                    10/31/2026 1:31:54 PM                | 2026-10-31T13:31:54Z
                    1/2/2026, 12:00:00.000 AM            | 2026-01-02T00:00:00Z
                    1767323045                           | 2026-01-02T03:04:05Z
                    1767323045.25                        | 2026-01-02T03:04:05.250Z
                    1767323045123                        | 2026-01-02T03:04:05.123Z
                    /Date(1767323045123)/                | 2026-01-02T03:04:05.123Z
                    """)
    void timesInTheSpellingsOfExports(String text, String instant) {
        assertThat(Instants.parse(text)).hasToString(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0001-01-01T00:00:00",
                "0001-01-01T00:00:00Z",
                "1/1/0001 12:00:00 AM",
                "yesterday",
                "2026-13-01T00:00:00Z",
                "2026-02-30T00:00:00Z",
                "2026-01-02T25:00:00Z",
                "2026-01-02T03:04:05+99:00",
                "12",
                "99999999999999999999999",
                "DateTime",
                "NaN"
            })
    void whatIsNoTimeIsUnset(String text) {
        assertThat(Instants.parse(text)).isNull();
    }

    @Test
    void timesMayBeNumbers() {
        assertThat(of("{'t':1767323045123}").instant("t")).hasToString("2026-01-02T03:04:05.123Z");
        assertThat(of("{'t':0,'u':'2026-01-02T00:00:00Z'}").instant("t", "u")).hasToString("2026-01-02T00:00:00Z");
        assertThat(of("{'t':true}").instant("t")).isNull();
    }
}
