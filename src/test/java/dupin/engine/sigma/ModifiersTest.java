package dupin.engine.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModifiersTest {

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "F: abc; ABC; true",
                "F: abc; abcd; false",
                "F: a*c; a-long-c; true",
                "F: a?c; abc; true",
                "F: a?c; ac; false",
                "F: 'a\\*c'; a*c; true",
                "F: 'a\\*c'; abc; false",
                "F: 'a\\\\*c'; a\\bc; true",
                "F: 'C:\\Windows\\\\*'; c:\\windows\\x.exe; true",
                "F|contains: bc; abcd; true",
                "F|startswith: ab; abc; true",
                "F|startswith: bc; abc; false",
                "F|endswith: bc; abc; true",
                "F|contains|all: [a, c]; abc; true",
                "F|contains|all: [a, z]; abc; false",
                "F|contains: [a, z]; abc; true",
                "F|cased: abc; ABC; false",
                "F|contains|cased: BC; aBCd; true",
                "F|re: ^a.c$; abc; true",
                "F|re: ^A.C$; abc; false",
                "F|re|i: ^A.C$; abc; true",
                "F|re: b; abc; true",
                "F|re: '[[a]b'; [b; true",
                "F|re: 'x{y'; x{y; true",
                "F|cidr: 10.0.0.0/8; 10.2.3.4; true",
                "F|cidr: 10.0.0.0/8; 11.2.3.4; false",
                "F|cidr: 192.168.1.128/25; 192.168.1.127; false",
                "F|cidr: 2001:db8::/32; 2001:db8::1; true",
                "F|cidr: 10.0.0.0/8; ::ffff:10.1.1.1; true",
                "F|cidr: 10.0.0.0/8; host; false",
                "F|gt: 5; 6; true",
                "F|gte: 6; 6; true",
                "F|lt: 5; 6; false",
                "F|lte: 16; 0x10; true",
                "F|gt: 5; text; false",
                "F|neq: abc; abc; false",
                "F|neq: abc; abd; true",
                "F|contains|neq: b; abc; false",
                "F|exists: true; x; true",
                "F|exists: false; x; false",
                "F: ''; x; false",
                "F: null; x; false",
                "F|contains|windash: ' -enc'; powershell /enc x; true",
                "F|windash|contains: ' -enc'; powershell –enc x; true",
                "F|contains: ' -enc'; powershell /enc x; false",
                "F|contains|windash: 'a-b'; a/b; false",
                "F|base64: foobar; Zm9vYmFy; true",
                "F|base64offset|contains: foobar; eGZvb2Jhcg==; true",
                "F|base64offset|contains: foobar; eHhmb29iYXI=; true",
                "F|base64offset|contains: foobar; Zm9vYmFyeA==; true",
                "F|wide|base64offset|contains: foo; ZgBvAG8A; true",
                "F|utf16le|base64: foo; ZgBvAG8A; true",
                "F|utf16be|base64: foo; AGYAbwBv; true",
                "F|utf16|base64: foo; //5mAG8AbwA=; true",
                "F|hour: 13; 2024-03-04T13:05:00Z; true",
                "F|hour|gte: 14; 2024-03-04T13:05:00Z; false",
                "F|minute: 5; 2024-03-04 13:05:00; true",
                "F|day: 4; 2024-03-04T13:05:00Z; true",
                "F|week: 10; 2024-03-04T13:05:00Z; true",
                "F|month: 3; 2024-03-04; true",
                "F|year: 2024; 2024-03-04T13:05:00Z; true",
                "F: 0x10; 0x10; true",
                "F: no; no; true"
            })
    void modifiersInOrder(String item, String value, boolean expected) {
        RuleSet set = Rules.set(Rules.rule("r", "sel:\n    " + item + "\ncondition: sel"));
        assertThat(set.refused()).isEmpty();
        assertThat(set.rules()).hasSize(1);
        assertThat(set.matcher().match(Rules.started("F", value)).isEmpty()).isNotEqualTo(expected);
    }

    @Test
    void nothingEmptyAndAbsentAreThreeThings() {
        RuleSet set =
                Rules.set(
                        Rules.rule("absent", "sel:\n    F: null\n    G: x\ncondition: sel")
                                + "---\n"
                                + Rules.rule("empty", "sel:\n    F: ''\n    G: x\ncondition: sel")
                                + "---\n"
                                + Rules.rule("exists", "sel:\n    F|exists: yes\n    G: x\ncondition: sel"));
        assertThat(Rules.ids(set.matcher().match(Rules.started("G", "x")))).containsExactly("absent");
        assertThat(Rules.ids(set.matcher().match(Rules.started("G", "x", "F", "")))).containsExactly("empty", "exists");
        assertThat(Rules.ids(set.matcher().match(Rules.started("G", "x", "F", "v")))).containsExactly("exists");
    }

    @Test
    void fieldsMayBeComparedWithEachOther() {
        RuleSet set =
                Rules.set(
                        Rules.rule("same", "sel:\n    A|fieldref: B\ncondition: sel")
                                + "---\n"
                                + Rules.rule("starts", "sel:\n    A|fieldref|startswith: B\ncondition: sel")
                                + "---\n"
                                + Rules.rule("differs", "sel:\n    A|fieldref|neq: B\ncondition: sel"));
        assertThat(Rules.ids(set.matcher().match(Rules.started("A", "x", "B", "X")))).containsExactly("same", "starts");
        assertThat(Rules.ids(set.matcher().match(Rules.started("A", "xy", "B", "x"))))
                .containsExactly("starts", "differs");
        assertThat(Rules.ids(set.matcher().match(Rules.started("A", "x")))).containsExactly("differs");
    }

    @Test
    void placeholdersNeedValues() {
        String rule = Rules.rule("r", "sel:\n    F|expand: '%admins%'\ncondition: sel");
        assertThat(Rules.set(rule).refused())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).contains("%admins%"));
        RuleSet set = RuleSet.of(List.of(Rules.pack(rule)), Map.of("admins", List.of("root", "adm*")));
        assertThat(set.matcher().match(Rules.started("F", "admin"))).hasSize(1);
        assertThat(set.matcher().match(Rules.started("F", "guest"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "F|contain: x; contain",
                "F|re: '('; regular expression",
                "F|cidr: 10.0.0.0/99; network",
                "F|gt: many; number",
                "F|exists: perhaps; exists",
                "F|i: x; re",
                "F|contains|base64: x; before",
                "F|base64: 'a*'; wildcards",
                "F|contains: null; null",
                "F: []; empty"
            })
    void whatIsNotUnderstoodIsRefusedWithAReason(String item, String word) {
        String rule = Rules.rule("r", "sel:\n    " + item + "\ncondition: sel");
        List<String> reasons =
                java.util.stream.Stream.concat(Rules.pack(rule).refused().stream(), Rules.set(rule).refused().stream())
                        .map(refusal -> refusal.reason())
                        .toList();
        assertThat(reasons).singleElement().satisfies(reason -> assertThat(reason).contains(word));
    }

    @Test
    void aHostileExpressionIsGivenUp() {
        RuleSet set =
                Rules.set(
                        Rules.rule("r", "sel:\n    F|re: '^(a+)+$'\ncondition: sel")
                                + "---\n"
                                + Rules.rule("deep", "sel:\n    F|re: '^(a|b|c)*z'\ncondition: sel"));
        Matcher matcher = set.matcher();
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    assertThat(matcher.match(Rules.started("F", "a".repeat(200) + "b"))).isEmpty();
                    assertThat(matcher.match(Rules.started("F", "abc".repeat(100_000)))).isEmpty();
                });
        assertThat(matcher.givenUp()).isPositive();
    }
}
