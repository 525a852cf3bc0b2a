package dupin.engine.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrelationsTest {
    private static final Instant T = Instant.parse("2024-01-01T00:00:00Z");
    private static final String BASE =
            Rules.rule("fail", "sel: {A: f}\ncondition: sel")
                    + "---\n"
                    + Rules.rule("good", "sel: {A: g}\ncondition: sel")
                    + "---\n";

    private static String correlation(String type, String rest) {
        return """
        title: Correlation
        id: corr
        name: corr
        correlation:
            type: %s
            rules: [fail, good]
            timespan: 1m
        %s\
        """
                .formatted(type, rest.strip().indent(4));
    }

    private static Hit hit(String rule, int second, String user, String... more) {
        var values = new java.util.HashMap<>(Map.of("User", user));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return new Hit(rule, T.plusSeconds(second), second, values);
    }

    private static List<Correlated> run(String yaml, Hit... hits) {
        RuleSet set = Rules.set(yaml);
        assertThat(set.refused()).isEmpty();
        assertThat(set.correlations()).isNotEmpty();
        return new Correlations(set).run(List.of(hits));
    }

    @Test
    void eventsAreCountedInAGroupWithinTheTime() {
        String rule = BASE + correlation("event_count", "group-by: [User]\ncondition: {gte: 3}");
        assertThat(run(rule, hit("fail", 0, "a"), hit("fail", 10, "a"), hit("fail", 20, "b"))).isEmpty();
        assertThat(run(rule, hit("fail", 0, "a"), hit("fail", 10, "a"), hit("fail", 61, "a"))).isEmpty();
        assertThat(run(rule, hit("fail", 20, "a"), hit("fail", 0, "a"), hit("fail", 60, "a")))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.group()).containsExactly("a");
                    assertThat(found.hits()).hasSize(3);
                });
    }

    @Test
    void aLongRunIsReportedOncePerWindow() {
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < 9; i++) {
            hits.add(hit("fail", i, "a"));
        }
        assertThat(
                        run(
                                BASE + correlation("event_count", "group-by: [User]\ncondition: {gte: 3}"),
                                hits.toArray(Hit[]::new)))
                .hasSize(3);
    }

    @Test
    void differentValuesAreCounted() {
        String rule = BASE + correlation("value_count", "group-by: [User]\ncondition: {field: Host, gt: 1}");
        assertThat(run(rule, hit("fail", 0, "a", "Host", "h"), hit("fail", 1, "a", "Host", "h"))).isEmpty();
        assertThat(run(rule, hit("fail", 0, "a", "Host", "h"), hit("fail", 1, "a", "Host", "i"))).hasSize(1);
    }

    @Test
    void orderMattersOnlyWhereTheRuleSaysSo() {
        Hit[] reversed = {hit("good", 0, "a"), hit("fail", 5, "a")};
        Hit[] ordered = {hit("fail", 0, "a"), hit("good", 5, "a")};
        Hit[] apart = {hit("fail", 0, "a"), hit("good", 5, "b")};
        String any = BASE + correlation("temporal", "group-by: [User]");
        String strict = BASE + correlation("temporal_ordered", "group-by: [User]");
        assertThat(run(any, reversed)).hasSize(1);
        assertThat(run(any, ordered)).hasSize(1);
        assertThat(run(any, apart)).isEmpty();
        assertThat(run(strict, ordered)).hasSize(1);
        assertThat(run(strict, reversed)).isEmpty();
    }

    @Test
    void aliasesNameOneThingInTwoEvents() {
        String rule =
                BASE
                        + correlation(
                                "temporal",
                                "group-by: [ip]\naliases:\n    ip:\n        fail: Source\n        good: Target");
        assertThat(run(rule, hit("fail", 0, "a", "Source", "1"), hit("good", 1, "b", "Target", "1"))).hasSize(1);
        assertThat(run(rule, hit("fail", 0, "a", "Source", "1"), hit("good", 1, "b", "Target", "2"))).isEmpty();
    }

    @Test
    void sumsAndMeansAreTaken() {
        Hit[] hits = {hit("fail", 0, "a", "N", "10"), hit("fail", 1, "a", "N", "30"), hit("fail", 2, "a", "N", "20")};
        String form = "group-by: [User]\ncondition: {field: N, gte: %s}";
        assertThat(run(BASE + correlation("value_sum", form.formatted(60)), hits)).hasSize(1);
        assertThat(run(BASE + correlation("value_sum", form.formatted(61)), hits)).isEmpty();
        assertThat(run(BASE + correlation("value_avg", form.formatted(20)), hits)).isNotEmpty();
        assertThat(run(BASE + correlation("value_median", form.formatted(21)), hits)).hasSize(0);
    }

    @Test
    void fewIsToldAtTheEndOfTheWindow() {
        String rule = BASE + correlation("event_count", "group-by: [User]\ncondition: {lt: 2}");
        assertThat(run(rule, hit("fail", 0, "a"), hit("fail", 1, "a"), hit("fail", 200, "a"))).hasSize(1);
    }

    @Test
    void rulesOverRulesMayBeChained() {
        String chain =
                """
                ---
                title: Chain
                id: chain
                correlation:
                    type: temporal_ordered
                    rules: [corr, good]
                    group-by: [User]
                    timespan: 1h
                """;
        String many =
                correlation("event_count", "group-by: [User]\ncondition: {gte: 2}").replace("[fail, good]", "[fail]");
        List<Correlated> found =
                run(BASE + many + chain, hit("fail", 0, "a"), hit("fail", 1, "a"), hit("good", 900, "a"));
        assertThat(found).extracting(each -> each.rule().head().id()).containsExactly("corr", "chain");
    }

    @Test
    void rulesThatOthersRestOnAreSilentUnlessTheySpeakToo() {
        RuleSet quiet = Rules.set(BASE + correlation("temporal", "group-by: [User]"));
        RuleSet loud = Rules.set(BASE + correlation("temporal", "group-by: [User]\ngenerate: true"));
        assertThat(new Correlations(quiet).silent(quiet.rules().getFirst().head())).isTrue();
        assertThat(new Correlations(loud).silent(loud.rules().getFirst().head())).isFalse();
        assertThat(new Correlations(quiet).kept(quiet.rules().getFirst())).contains("User");
    }

    @Test
    void whatRestsOnNothingIsRefused() {
        RuleSet set = Rules.set(correlation("temporal", "group-by: [User]"));
        assertThat(set.correlations()).isEmpty();
        assertThat(set.refused()).singleElement().satisfies(refusal -> assertThat(refusal.reason()).contains("`fail`"));
    }
}
