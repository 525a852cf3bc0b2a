package dupin.engine.sigma;

import dupin.model.sigma.CorrelationRule;
import dupin.model.sigma.LogSource;
import dupin.model.sigma.Refusal;
import dupin.model.sigma.RuleException;
import dupin.model.sigma.RulePack;
import dupin.model.sigma.SigmaFilter;
import dupin.model.sigma.SigmaRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Compiled rules, ready to match. Immutable; any number of threads may each have a [Matcher] of it.
public final class RuleSet {
    private final List<SigmaRule> rules;
    private final List<CorrelationRule> correlations;
    private final List<Refusal> refused;
    private final Map<String, Integer> slots;
    private final Map<String, Bucket> buckets;

    private RuleSet(
            List<SigmaRule> rules,
            List<CorrelationRule> correlations,
            List<Refusal> refused,
            Map<String, Integer> slots,
            Map<String, Bucket> buckets) {
        this.rules = List.copyOf(rules);
        this.correlations = List.copyOf(correlations);
        this.refused = List.copyOf(refused);
        this.slots = Map.copyOf(slots);
        this.buckets = Map.copyOf(buckets);
    }

    /// @param placeholders values for the modifier `expand`, by placeholder, for packs that give none of their own
    public static RuleSet of(List<RulePack> packs, Map<String, List<String>> placeholders) {
        return compile(packs, placeholders, true);
    }

    /// The same without an index within buckets: slow, and what the index is checked and measured against.
    public static RuleSet plain(List<RulePack> packs, Map<String, List<String>> placeholders) {
        return compile(packs, placeholders, false);
    }

    private static RuleSet compile(List<RulePack> packs, Map<String, List<String>> placeholders, boolean indexed) {
        var compiler = new RuleCompiler();
        var refused = new ArrayList<Refusal>();
        var rules = new ArrayList<SigmaRule>();
        var ids = new HashSet<String>();
        var byPlace = new LinkedHashMap<String, List<Bucket.Compiled>>();
        List<SigmaFilter> filters = packs.stream().flatMap(pack -> pack.filters().stream()).toList();
        for (RulePack pack : packs) {
            var values = new HashMap<>(placeholders);
            values.putAll(pack.placeholders());
            compiler.expandWith(values);
            for (SigmaRule rule : pack.rules()) {
                try {
                    if (!ids.add(rule.head().id())) {
                        throw new RuleException("Another rule has the same id " + rule.head().id());
                    }
                    place(rule, rules.size(), filtersOf(rule, filters), compiler)
                            .forEach((key, compiled) ->
                                    byPlace.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(compiled));
                    rules.add(rule);
                } catch (RuleException e) {
                    refused.add(refusal(rule, e));
                }
            }
        }
        var correlations = CorrelationOrder.of(packs, rules, refused);
        int id = compiler.slot("EventID");
        int channel = compiler.slot("Channel");
        int provider = compiler.slot("Provider_Name");
        var buckets = new HashMap<String, Bucket>();
        byPlace.forEach((key, compiled) ->
                buckets.put(
                        key, Bucket.of(compiled, slot -> slot != id && slot != channel && slot != provider, indexed)));
        return new RuleSet(rules, correlations, refused, compiler.slots(), buckets);
    }

    private static Refusal refusal(SigmaRule rule, RuleException e) {
        return new Refusal(rule.head().place(), rule.head().title(), String.valueOf(e.getMessage()));
    }

    private static List<SigmaFilter> filtersOf(SigmaRule rule, List<SigmaFilter> filters) {
        return filters.stream()
                .filter(filter -> agrees(filter.logSource(), rule.logSource()))
                .filter(filter -> filter.rules().isEmpty() || filter.rules().stream().anyMatch(rule.head()::answersTo))
                .toList();
    }

    private static boolean agrees(LogSource filter, LogSource rule) {
        return (filter.product().isEmpty() || filter.product().equals(rule.product()))
                && (filter.category().isEmpty() || filter.category().equals(rule.category()))
                && (filter.service().isEmpty() || filter.service().equals(rule.service()));
    }

    private static Map<String, List<Bucket.Compiled>> place(
            SigmaRule rule, int number, List<SigmaFilter> filters, RuleCompiler compiler) throws RuleException {
        var places = new LinkedHashMap<String, List<Bucket.Compiled>>();
        for (LogSources.View view : LogSources.views(rule.logSource())) {
            var compiled = new Bucket.Compiled(number, compiler.compile(rule, filters, view.names()));
            boolean numbered = !view.key().startsWith("log ");
            Set<Integer> ids = view.ids();
            if (numbered && ids.isEmpty()) {
                Set<Integer> demanded = compiler.eventIds(compiled.node());
                ids = demanded == null ? Set.of() : demanded;
            }
            if (ids.isEmpty()) {
                places.computeIfAbsent(view.key(), _ -> new ArrayList<>()).add(compiled);
            } else {
                ids.forEach(
                        each -> places.computeIfAbsent(view.key() + '#' + each, _ -> new ArrayList<>()).add(compiled));
            }
        }
        return places;
    }

    /// The rules over single events that are matched.
    public List<SigmaRule> rules() {
        return rules;
    }

    /// The rules over rules, those that others rest on first.
    public List<CorrelationRule> correlations() {
        return correlations;
    }

    /// What was read but could not be compiled, and why.
    public List<Refusal> refused() {
        return refused;
    }

    public Matcher matcher() {
        return new Matcher(this);
    }

    Map<String, Integer> slots() {
        return slots;
    }

    Map<String, Bucket> buckets() {
        return buckets;
    }
}
