package dupin.model.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dupin.model.hunt.HuntClause.And;
import dupin.model.hunt.HuntClause.Compare;
import dupin.model.hunt.HuntClause.Not;
import dupin.model.hunt.HuntClause.Or;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HuntParserTest {

    private static HuntClause where(String conditions) {
        return HuntQuery.parse("events where " + conditions).where();
    }

    private static Compare compare(HuntField field, HuntOperator operator, HuntLiteral... values) {
        return new Compare(HuntTerm.of(field), operator, List.of(values));
    }

    private static HuntLiteral text(String value) {
        return new HuntLiteral.Text(value);
    }

    @Test
    void aQueryIsReadWhole() {
        HuntQuery query =
                HuntQuery.parse(
                        "process where commandLine contains \"-enc\" and device = \"PC1\" and time > ago(2d) | sort time desc | take 200");
        assertThat(query.source().word()).isEqualTo("process");
        assertThat(query.where())
                .isEqualTo(
                        new And(
                                List.of(
                                        compare(HuntField.COMMAND_LINE, HuntOperator.CONTAINS, text("-enc")),
                                        compare(HuntField.DEVICE, HuntOperator.EQUAL, text("PC1")),
                                        compare(
                                                HuntField.TIME,
                                                HuntOperator.MORE,
                                                new HuntLiteral.Ago(Duration.ofDays(2))))));
        assertThat(query.sort()).containsExactly(new HuntQuery.Sort(HuntTerm.of(HuntField.TIME), true));
        assertThat(query.take()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "=, EQUAL",
        "==, EQUAL",
        "!=, NOT_EQUAL",
        "<>, NOT_EQUAL",
        "contains, CONTAINS",
        "STARTSWITH, STARTS",
        "endsWith, ENDS"
    })
    void operatorsOfText(String word, HuntOperator operator) {
        assertThat(where("user " + word + " alice")).isEqualTo(compare(HuntField.USER, operator, text("alice")));
    }

    @ParameterizedTest
    @CsvSource({"<, LESS", "<=, AT_MOST", ">, MORE", ">=, AT_LEAST", "=, EQUAL"})
    void operatorsOfNumbersAndTimes(String word, HuntOperator operator) {
        assertThat(where("port " + word + "443"))
                .isEqualTo(compare(HuntField.PORT, operator, new HuntLiteral.Number(new BigDecimal("443"))));
        assertThat(where("time" + word + "2026-11-20T10:00:00Z"))
                .isEqualTo(
                        compare(HuntField.TIME, operator, new HuntLiteral.Time(Instant.parse("2026-11-20T10:00:00Z"))));
    }

    @Test
    void listsAndTheirOpposite() {
        Compare in = compare(HuntField.PROCESS, HuntOperator.IN, text("a.exe"), text("b c.exe"));
        assertThat(where("process in (a.exe, 'b c.exe')")).isEqualTo(in);
        assertThat(where("process not in (a.exe,\"b c.exe\")")).isEqualTo(new Not(in));
        assertThat(where("file not contains x"))
                .isEqualTo(new Not(compare(HuntField.FILE, HuntOperator.CONTAINS, text("x"))));
    }

    @Test
    void notBindsClosestThenAndThenOr() {
        HuntClause a = compare(HuntField.USER, HuntOperator.EQUAL, text("a"));
        HuntClause b = compare(HuntField.USER, HuntOperator.EQUAL, text("b"));
        HuntClause c = compare(HuntField.USER, HuntOperator.EQUAL, text("c"));
        assertThat(where("user = a or user = b and not user = c"))
                .isEqualTo(new Or(List.of(a, new And(List.of(b, new Not(c))))));
        assertThat(where("(user = a or user = b) and user = c")).isEqualTo(new And(List.of(new Or(List.of(a, b)), c)));
        assertThat(where("not (user = a or user = b)")).isEqualTo(new Not(new Or(List.of(a, b))));
    }

    @Test
    void valuesAreTakenAsTheyStand() {
        assertThat(where("path = C:\\Users\\x.exe"))
                .isEqualTo(compare(HuntField.PATH, HuntOperator.EQUAL, text("C:\\Users\\x.exe")));
        assertThat(where("commandLine contains \"say \"\"hi\"\" '\""))
                .isEqualTo(compare(HuntField.COMMAND_LINE, HuntOperator.CONTAINS, text("say \"hi\" '")));
        assertThat(where("[Logon Type] = 10"))
                .isEqualTo(
                        new Compare(
                                new HuntTerm(HuntField.ATTRIBUTE, "Logon Type"),
                                HuntOperator.EQUAL,
                                List.of(text("10"))));
        assertThat(HuntQuery.parse("EVENTS WHERE LogonType = 10 AND User = x").attributes())
                .containsExactly("LogonType");
        assertThat(where("time >= 2026-11-20")).isEqualTo(where("TIME >= '2026-11-20 00:00'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "evnts where user = a # 0 # Did you mean events?",
                "events where comandLine = a # 13 # Did you mean commandLine?",
                "events where user # 17 # Expected one of =",
                "events where user = # 19 # Expected a value for user",
                "events where user > a # 18 # user is text",
                "events where time contains 3 # 18 # time is a time",
                "events where time > yesterday # 20 # ago(2d)",
                "events where time > ago(2x) # 24 # 30s, 15m",
                "events where port = http # 20 # port is a number",
                "events where (user = a # 22 # )",
                "events where user = 'a # 20 # never closed",
                "events where user in a # 21 # Expected (",
                "events where user = a take 3 # 22 # Expected and, or",
                "events where severity = high # 13 # no field of telemetry",
                "alerts where LogonType = 3 # 13 # only telemetry",
                "events | take many # 14 # from 1 to",
                "events | top 3 # 9 # where, sort or take",
                "events where user ! a # 18 # Expected ="
            })
    void errorsSayWhereAndWhatWasExpected(String text, int position, String part) {
        var error = catchThrowableOfType(HuntSyntaxException.class, () -> HuntQuery.parse(text.strip()));
        assertThat(error.sentence()).contains(part.strip());
        assertThat(error.position()).isEqualTo(position);
        assertThat(error.position() + error.length()).isLessThanOrEqualTo(text.strip().length());
    }

    @Test
    void whatIsTooMuchIsRefused() {
        assertThatThrownBy(() -> where("(".repeat(5_000))).isInstanceOf(HuntSyntaxException.class);
        assertThatThrownBy(() -> where("not ".repeat(2_000) + "user = a")).isInstanceOf(HuntSyntaxException.class);
        assertThatThrownBy(() -> where("user = a" + " or user = a".repeat(500)))
                .isInstanceOf(HuntSyntaxException.class);
        assertThatThrownBy(() -> where("user = " + "a".repeat(20_000))).isInstanceOf(HuntSyntaxException.class);
        assertThatThrownBy(() -> HuntQuery.parse("events | take 99999999999")).isInstanceOf(HuntSyntaxException.class);
    }

    @Test
    void randomTextsThrowNothingElse() {
        var random = new Random(7);
        String[] words = {
            "events",
            "process",
            "where",
            "and",
            "or",
            "not",
            "(",
            ")",
            "time",
            "user",
            "port",
            "=",
            "!=",
            "in",
            ",",
            "ago",
            "2d",
            "\"x\"",
            "'",
            "\"",
            "|",
            "sort",
            "take",
            "5",
            ">",
            "<=",
            "[",
            "]",
            "[A b]",
            "2026-11-20",
            "!",
            "\u0000",
            "\uD83D",
            "contains",
            "kind",
            "-1e999",
            "ago(999999w)",
            "desc",
            "99999-01-01",
            "\n",
            "=\t"
        };
        int understood = 0;
        for (int i = 0; i < 60_000; i++) {
            var text = new StringBuilder(i % 3 == 0 ? "events where user = a " : "");
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(words[random.nextInt(words.length)]).append(random.nextInt(4) == 0 ? "" : " ");
            }
            String query = text.toString();
            try {
                assertThat(HuntQuery.parse(query).source()).isNotNull();
                understood++;
            } catch (HuntSyntaxException e) {
                assertThat(e.sentence()).isNotBlank();
                assertThat(e.position()).isBetween(0, query.length());
            }
            assertThat(HuntCompletion.of(query, List.of("A b")).from()).isBetween(0, query.length());
            boolean _ = HuntQuery.meant(query);
        }
        assertThat(understood).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"process where", "alerts|take 5", " events WHERE(user = a)", "entities where kin"})
    void meantAsAQuery(String text) {
        assertThat(HuntQuery.meant(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "process", "powershell.exe -enc", "where is it", "process whereabouts", "network10 where"})
    void meantAsWords(String text) {
        assertThat(HuntQuery.meant(text)).isFalse();
    }

    @Test
    void completionsKnowWhatMayCome() {
        assertThat(words("")).contains("events", "alerts", "processCreated");
        assertThat(words("proc")).startsWith("process", "processCreated");
        assertThat(words("process ")).containsExactly("where", "|");
        assertThat(words("process where comm")).containsExactly("commandLine", "parentCommandLine");
        assertThat(words("process where lo")).containsExactly("LogonId", "[Logon Type]");
        assertThat(words("process where [lo")).containsExactly("[Logon Type]");
        assertThat(words("process where time ")).contains(">", "in").doesNotContain("contains");
        assertThat(words("process where user ")).contains("contains", "not").doesNotContain(">");
        assertThat(words("process where time > ")).contains("ago(1d)");
        assertThat(words("process where user = a ")).contains("and", "or", "|");
        assertThat(words("process where (user = a ")).contains(")");
        assertThat(words("alerts where severity = h")).containsExactly("high");
        assertThat(words("process | ")).containsExactly("where", "sort", "take");
        assertThat(words("process | sort time ")).contains("desc", "asc");
        assertThat(words("process where user = 'a")).isEmpty();
        assertThat(words("process where user > a an")).as("what stands before is wrong").isEmpty();
    }

    private static List<String> words(String text) {
        return HuntCompletion.of(text, List.of("LogonId", "Logon Type")).items().stream()
                .map(HuntCompletion.Item::word)
                .toList();
    }
}
