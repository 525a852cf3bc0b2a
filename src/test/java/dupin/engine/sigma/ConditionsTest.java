package dupin.engine.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.LogRecord;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {

    /// Which of the selections a1, a2, b, _h hold is said by the letters of the event.
    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        "a1 or a2 and b, 1, true",
        "(a1 or a2) and b, 1, false",
        "not a1 and b, b, true",
        "not a1 or b, 1, false",
        "not (a1 or b), 2, true",
        "1 of a*, 2, true",
        "all of a*, 2, false",
        "all of a*, 12, true",
        "1 of them, h, false",
        "all of them, 12b, true",
        "not 1 of a*, b, true",
        "not all of a*, 1, true",
        "1 of _*, h, true",
        "any of them, b, true",
        "1 of a* and not b, 1b, false",
        "a1 AND NOT b, 1, true"
    })
    void conditionsBindAsTheGrammarSays(String condition, String holding, boolean expected) {
        RuleSet set =
                Rules.set(
                        Rules.rule(
                                "r",
                                """
                                a1: {A: y}
                                a2: {B: y}
                                b: {C: y}
                                _h: {D: y}
                                condition: '%s'
                                """
                                        .formatted(condition)));
        assertThat(set.refused()).isEmpty();
        var fields = new ArrayList<String>();
        Map.of('1', "A", '2', "B", 'b', "C", 'h', "D")
                .forEach((letter, field) -> {
                    fields.add(field);
                    fields.add(holding.indexOf(letter) >= 0 ? "y" : "n");
                });
        assertThat(set.matcher().match(Rules.started(fields.toArray(String[]::new))).isEmpty()).isNotEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "sel and",
        "(sel",
        "sel)",
        "sel sel",
        "2 of sel*",
        "1 of",
        "other",
        "1 of other*",
        "sel | count() > 5",
        "sel & sel",
        "not"
    })
    void whatIsNoConditionIsRefused(String condition) {
        String rule = Rules.rule("r", "sel: {A: y}\ncondition: '" + condition + "'");
        assertThat(Rules.pack(rule).refused().size() + Rules.set(rule).refused().size()).isEqualTo(1);
        assertThat(Rules.set(rule).rules()).isEmpty();
    }

    @Test
    void listsAreAlternativesAndMapsAreNot() {
        RuleSet set =
                Rules.set(
                        Rules.rule(
                                "r",
                                """
                                sel:
                                  - A: x
                                    B: y
                                  - C: [p, q]
                                condition: sel
                                """));
        assertThat(set.matcher().match(Rules.started("A", "x"))).isEmpty();
        assertThat(set.matcher().match(Rules.started("A", "x", "B", "y"))).hasSize(1);
        assertThat(set.matcher().match(Rules.started("C", "q"))).hasSize(1);
    }

    @Test
    void keywordsAreLookedForInTheWholeEvent() {
        RuleSet set =
                Rules.set(
                        Rules.rule("any", "words: [mimi, 'sekur*::']\ncondition: words")
                                + "---\n"
                                + Rules.rule("all", "words:\n    '|all': [mimi, katz]\ncondition: words"));
        assertThat(Rules.ids(set.matcher().match(Rules.started("X", "MIMIkatz")))).containsExactly("any", "all");
        assertThat(Rules.ids(set.matcher().match(Rules.started("X", "mimi", "Y", "katz"))))
                .containsExactly("any", "all");
        assertThat(Rules.ids(set.matcher().match(Rules.started("X", "sekurlsa::x")))).containsExactly("any");
        assertThat(set.matcher().match(Rules.started("X", "other"))).isEmpty();
    }

    @Test
    void theLogSourceIsAlwaysChecked() {
        RuleSet set = Rules.set(Rules.rule("r", "sel:\n    Image|endswith: '\\x.exe'\ncondition: sel"));
        assertThat(set.matcher().match(Rules.started("Image", "c:\\x.exe"))).hasSize(1);
        assertThat(set.matcher().match(Rules.event("Security", 4688, "NewProcessName", "c:\\x.exe"))).hasSize(1);
        assertThat(set.matcher().match(Rules.event("Security", 4689, "NewProcessName", "c:\\x.exe"))).isEmpty();
        assertThat(set.matcher().match(Rules.event("Application", 1, "Image", "c:\\x.exe"))).isEmpty();
        var hunting = new LogRecord("windows", "process_creation", "", "", -1, Map.of("Image", "c:\\x.exe"));
        assertThat(set.matcher().match(hunting)).hasSize(1);
        assertThat(
                        set.matcher()
                                .match(
                                        new LogRecord(
                                                "linux", "process_creation", "", "", -1, Map.of("Image", "c:\\x.exe"))))
                .isEmpty();
    }

    @Test
    void aFilterTakesMatchesAway() {
        String rule = Rules.rule("r", "sel: {A: x}\ncondition: sel");
        String filter =
                """
                title: Not in the laboratory
                logsource: {product: windows, category: process_creation}
                filter:
                    rules: [r]
                    lab: {Computer: lab}
                    condition: %s
                """;
        for (String condition : java.util.List.of("lab", "not lab")) {
            RuleSet set = Rules.set(rule + "---\n" + filter.formatted(condition));
            assertThat(set.matcher().match(Rules.started("A", "x"))).hasSize(1);
            assertThat(set.matcher().match(Rules.started("A", "x", "Computer", "lab"))).isEmpty();
        }
    }
}
