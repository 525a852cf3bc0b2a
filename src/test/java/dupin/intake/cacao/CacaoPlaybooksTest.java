package dupin.intake.cacao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.intake.BadRecordException;
import dupin.engine.Variables;
import dupin.engine.analyzer.Analyzers;
import dupin.intake.Content;
import dupin.model.Pack;
import dupin.model.Playbook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacaoPlaybooksTest {
    private static final Path DATA = Path.of("../shared/data/rules/cacao");

    private final CacaoPlaybooks reader =
            new CacaoPlaybooks(Set.copyOf(new Analyzers().names()), Set.copyOf(Variables.ALL));

    private static String playbook(String id, String more, String... steps) {
        return """
        {
         "type": "playbook",
         "spec_version": "cacao-2.0",
         "id": "playbook--00000000-0000-4000-8000-00000000000%s",
         "name": "Test %s",
         "created_by": "identity--00000000-0000-4000-8000-000000000001",
         "created": "2026-01-01T00:00:00Z",
         "modified": "2026-01-01T00:00:00Z",%s
         "workflow_start": "start--1",
         "workflow": {
          "start--1": {"type": "start", "on_completion": "first--1"},
          %s,
          "end--1": {"type": "end"}
         },
         "agent_definitions": {"group--1": {"type": "group", "name": "ours"}}
        }
        """
                .formatted(id, id, more, String.join(",\n  ", steps));
    }

    private static String action(String id, String next, String analyzer) {
        return "\"%s\": {\"type\": \"action\", \"name\": \"%s\", \"on_completion\": \"%s\", \"agent\": \"group--1\", \"commands\": [{\"type\": \"dupin-analysis\", \"command\": \"%s\"}]}"
                .formatted(id, id, next, analyzer);
    }

    private Map<String, Playbook> read(String... documents) {
        int n = 1;
        for (String document : documents) {
            reader.add("p" + n++ + ".json", document.getBytes(StandardCharsets.UTF_8), true);
        }
        return reader.playbooks();
    }

    private String fault() {
        assertThat(reader.refusals()).isNotEmpty();
        Pack.Refusal first = reader.refusals().getFirst();
        return first.place() + ": " + first.reason();
    }

    @Test
    void conditionsAndLoopsBecomeAProgram() {
        Playbook playbook =
                read(playbook(
                                "1",
                                "",
                                "\"first--1\": {\"type\": \"if-condition\", \"condition\": \"__dupin_malicious__:value > 0\", \"on_true\": \"a\", \"on_false\": \"b\", \"on_completion\": \"w\"}",
                                action("a", "end--1", "Files"),
                                action("b", "end--1", "Network"),
                                "\"w\": {\"type\": \"while-condition\", \"condition\": \"__dupin_news__:value > 0\", \"on_true\": \"c\", \"on_completion\": \"par\"}",
                                action("c", "end--1", "Propagation"),
                                "\"par\": {\"type\": \"parallel\", \"next_steps\": [\"d\", \"e\"], \"on_completion\": \"end--1\"}",
                                action("d", "end--1", "Mail"),
                                action("e", "end--1", "Accounts")))
                        .values()
                        .iterator()
                        .next();
        assertThat(reader.refusals()).isEmpty();
        assertThat(playbook.flow().outline())
                .extracting(l -> l.depth() + " " + l.type())
                .containsExactly(
                        "0 if-condition",
                        "1 action",
                        "0 else",
                        "1 action",
                        "0 while-condition",
                        "1 action",
                        "0 parallel",
                        "1 action",
                        "1 action",
                        "0 action");
        assertThat(playbook.flow().program()).filteredOn(Playbook.Branch.class::isInstance).hasSize(2);
        assertThat(playbook.steps().getLast().phase()).isEqualTo(Playbook.Phase.WEIGH);
        assertThat(playbook.flow().notes()).anyMatch(n -> n.contains("summed at its end"));
    }

    @Test
    void faultsNameFileLineAndPointer() {
        read(playbook("1", "", action("first--1", "nowhere", "Files")));
        assertThat(fault())
                .isEqualTo("p1.json, line 12, /workflow/first--1/on_completion: the workflow has no step “nowhere”");
    }

    @Test
    void theSchemaIsHeldAgainstTheDocument() {
        read(playbook("1", "\n \"priority\": 200, \"colour\": \"red\",", action("first--1", "end--1", "Files")));
        assertThat(reader.refusals())
                .anyMatch(r -> r.place().contains("line 9, /priority"))
                .anyMatch(r -> r.reason().contains("colour"));
        assertThat(read()).isEmpty();
    }

    @Test
    void circlesUnreachableStepsAndUnknownNamesAreFaults() {
        read(playbook("1", "", action("first--1", "b", "Files"), action("b", "first--1", "Files")));
        assertThat(fault()).contains("without a while-condition");
        var second = new CacaoPlaybooks(Set.of("Files"), Set.of());
        second.add(
                "x.json",
                playbook(
                                "2",
                                "",
                                action("first--1", "end--1", "Nobody"),
                                action("lost", "end--1", "Files"),
                                "\"c\": {\"type\": \"if-condition\", \"condition\": \"__x__:value = 'a'\", \"on_true\": \"lost\"}")
                        .getBytes(StandardCharsets.UTF_8),
                true);
        assertThat(second.playbooks()).isEmpty();
        assertThat(second.refusals())
                .extracting(Pack.Refusal::reason)
                .anyMatch(r -> r.contains("no analyzer is named “Nobody”"))
                .anyMatch(r -> r.contains("no way leads to this step"));
    }

    @Test
    void aPlaybookMayCallAnotherButNotInACircle() {
        String call =
                "\"first--1\": {\"type\": \"playbook-action\", \"playbook_id\": \"playbook--00000000-0000-4000-8000-00000000000%s\", \"on_completion\": \"end--1\"}";
        Map<String, Playbook> both =
                read(playbook("1", "", call.formatted("2")), playbook("2", "", action("first--1", "end--1", "Files")));
        assertThat(reader.refusals()).isEmpty();
        assertThat(both.get("playbook--00000000-0000-4000-8000-000000000001"))
                .satisfies(
                        p -> assertThat(p.flow().outline()).extracting(Playbook.Line::depth).containsExactly(0, 1, 0));
        var circle = new CacaoPlaybooks(Set.of(), Set.of());
        circle.add("a.json", playbook("1", "", call.formatted("1")).getBytes(StandardCharsets.UTF_8), true);
        assertThat(circle.playbooks()).isEmpty();
        assertThat(circle.refusals()).isNotEmpty();
    }

    @Test
    void theShippedOnesFitTheSchemaAndNameAnalyzersThatExist() throws IOException {
        for (String id : Content.shipped().playbooks().keySet()) {
            try (InputStream in = Content.class.getResourceAsStream("/dupin/intake/playbooks/" + id + ".json")) {
                reader.add(id, java.util.Objects.requireNonNull(in).readAllBytes(), true);
            }
        }
        assertThat(reader.playbooks().keySet()).isEqualTo(Content.shipped().playbooks().keySet());
        assertThat(reader.refusals()).isEmpty();
    }

    @Test
    void documentsOfOthersLoadOrSayWhyNotAndNothingOfThemIsRun() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "Skipped: the shared data is not here");
        List<Path> files;
        try (var list = Files.list(DATA)) {
            files = list.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            assertThat(CacaoPlaybooks.isPlaybook(bytes)).isTrue();
            var one = new CacaoPlaybooks(Set.copyOf(new Analyzers().names()), Set.of());
            one.add(file.getFileName().toString(), bytes, true);
            Map<String, Playbook> read = one.playbooks();
            assertThat(one.refusals()).as(file.toString()).isEmpty();
            assertThat(read.values())
                    .singleElement()
                    .satisfies(p ->
                            assertThat(p.steps().stream().filter(s -> s.phase() != Playbook.Phase.WEIGH))
                                    .isNotEmpty()
                                    .allSatisfy(s -> {
                                        assertThat(s.byHand()).isNotEmpty();
                                        assertThat(s.analyzers()).isEmpty();
                                    }));
        }
    }

    @Test
    void conditionsCompareNumbersAsNumbers() {
        Map<String, String> values = Map.of("__n__", "10", "__t__", "abc");
        assertThat(Conditions.read("__n__:value > 9").condition().holds(values)).isTrue();
        assertThat(Conditions.read("[__n__:value < '9' OR __t__:value LIKE 'a_c']").condition().holds(values)).isTrue();
        assertThat(Conditions.read("__t__:value NOT IN ('x', 'abc')").condition().holds(values)).isFalse();
        assertThat(Conditions.read("__none__:value != 'x'").condition().holds(values)).isFalse();
    }

    @Test
    void conditionsReadTextsAsPatternsDo() {
        Map<String, String> values = Map.of("__t__", "it's \\ here");
        assertThat(Conditions.read("__t__:value = 'it\\'s \\\\ here'").condition().holds(values)).isTrue();
        assertThat(
                        Conditions.read("(__t__:value = 'x' OR __t__:value != 'y') AND __t__:value NOT LIKE 'z%'")
                                .variables())
                .containsExactly("__t__");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "__t__:value = abc | for a value; texts stand in single quotes",
                "__t__:other = 'a' | asks for a variable's “other”",
                "__t__:value MATCHES 'a' | compares with MATCHES",
                "EXISTS __t__:value | compares with EXISTS",
                "__t__:value = 'a' OR | ends too early",
                "__t__:value = 'a' 'b' | goes on after its end",
                "[__t__:value = 'a' | ends too early",
                "__t__:value LIKE '%a%b%c%' | more than three",
                "__t__:value = 'a | cannot be read at character",
                "((((((((((((((((((((((__t__:value = 1 | nested more than 20 deep"
            })
    void whatIsNoConditionSaysWhy(String text, String reason) {
        assertThatThrownBy(() -> Conditions.read(text))
                .isInstanceOf(BadRecordException.class)
                .hasMessageStartingWith("the condition ")
                .hasMessageContaining(reason);
    }
}
