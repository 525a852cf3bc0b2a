package dupin.engine.sigma;

import dupin.model.sigma.CorrelationRule;
import dupin.model.sigma.CorrelationRule.Type;
import dupin.model.sigma.RuleHead;
import dupin.model.sigma.SigmaRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Runs rules over rules on the hits of a whole case. A window slides over a group's hits; when the rule holds, its hits
/// are reported once and the window starts anew.
public final class Correlations {
    private final RuleSet set;
    private final Map<String, RuleHead> heads = new HashMap<>();

    public Correlations(RuleSet set) {
        this.set = set;
        set.rules().forEach(rule -> heads.put(rule.head().id(), rule.head()));
        set.correlations().forEach(rule -> heads.put(rule.head().id(), rule.head()));
    }

    /// The fields of a rule's events that must be kept in its hits; empty when no rule rests on it.
    public Set<String> kept(SigmaRule rule) {
        var fields = new HashSet<String>();
        for (CorrelationRule correlation : set.correlations()) {
            if (correlation.rules().stream().anyMatch(rule.head()::answersTo)) {
                correlation.groupBy().forEach(name -> fields.add(field(correlation, name, rule.head())));
                correlation.threshold().fields().forEach(name -> fields.add(field(correlation, name, rule.head())));
            }
        }
        // A rule over rules over this one may group by other fields.
        if (!fields.isEmpty() || rested(rule)) {
            set.correlations().forEach(other -> fields.addAll(other.groupBy()));
        }
        return fields;
    }

    /// Whether some rule rests on it.
    public boolean rested(SigmaRule rule) {
        return set.correlations().stream().anyMatch(each -> each.rules().stream().anyMatch(rule.head()::answersTo));
    }

    /// Whether the rule's own matches are kept from becoming alerts, because only the rules over it should tell.
    public boolean silent(RuleHead head) {
        boolean rested = false;
        for (CorrelationRule each : set.correlations()) {
            if (each.rules().stream().anyMatch(head::answersTo)) {
                if (each.generate()) {
                    return false;
                }
                rested = true;
            }
        }
        return rested;
    }

    /// @param hits matches of rules that others rest on, in any order
    public List<Correlated> run(List<Hit> hits) {
        var found = new ArrayList<Correlated>();
        var all = new ArrayList<>(hits);
        for (CorrelationRule rule : set.correlations()) {
            List<Correlated> own = run(rule, all);
            found.addAll(own);
            for (Correlated each : own) {
                Hit last = each.hits().getLast();
                var values = new HashMap<>(last.values());
                for (int i = 0; i < each.group().size(); i++) {
                    values.put(rule.groupBy().get(i), each.group().get(i));
                }
                all.add(new Hit(rule.head().id(), last.time(), last.row(), values));
            }
        }
        return found;
    }

    private List<Correlated> run(CorrelationRule rule, List<Hit> hits) {
        var groups = new TreeMap<List<String>, List<Hit>>(Comparator.comparing(Object::toString));
        for (Hit hit : hits) {
            RuleHead head = heads.get(hit.ruleId());
            if (head != null && rule.rules().stream().anyMatch(head::answersTo)) {
                List<String> group = group(rule, head, hit);
                if (group != null) {
                    groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(hit);
                }
            }
        }
        var found = new ArrayList<Correlated>();
        groups.forEach((group, own) -> slide(rule, group, own, found));
        return found;
    }

    /// Null when the event lacks a field that the groups are made of.
    private static @Nullable List<String> group(CorrelationRule rule, RuleHead head, Hit hit) {
        var group = new ArrayList<String>();
        for (String name : rule.groupBy()) {
            String value = hit.values().get(field(rule, name, head));
            if (value == null) {
                return null;
            }
            group.add(value);
        }
        return group;
    }

    private static String field(CorrelationRule rule, String name, RuleHead head) {
        Map<String, String> alias = rule.aliases().getOrDefault(name, Map.of());
        return alias.getOrDefault(head.name(), alias.getOrDefault(head.id(), name));
    }

    private void slide(CorrelationRule rule, List<String> group, List<Hit> hits, List<Correlated> found) {
        hits.sort(Comparator.comparing(Hit::time).thenComparing(Hit::row).thenComparing(Hit::ruleId));
        boolean rising = rule.threshold().bounds().keySet().stream().allMatch(op -> op.startsWith("gt"));
        var window = new ArrayDeque<Hit>();
        for (Hit hit : hits) {
            if (!rising && !window.isEmpty() && late(rule, window.getFirst(), hit)) {
                // Few, exactly so many, a small sum: only a whole window can tell.
                report(rule, group, window, found);
                window.clear();
            }
            window.addLast(hit);
            while (late(rule, window.getFirst(), hit)) {
                window.removeFirst();
            }
            if (rising && report(rule, group, window, found)) {
                window.clear();
            }
        }
        if (!rising && !window.isEmpty()) {
            report(rule, group, window, found);
        }
    }

    private static boolean late(CorrelationRule rule, Hit first, Hit last) {
        return first.time().plus(rule.timespan()).isBefore(last.time());
    }

    private boolean report(CorrelationRule rule, List<String> group, ArrayDeque<Hit> window, List<Correlated> found) {
        if (holds(rule, window)) {
            found.add(new Correlated(rule, group, List.copyOf(window)));
            return true;
        }
        return false;
    }

    private boolean holds(CorrelationRule rule, ArrayDeque<Hit> window) {
        if (rule.type() == Type.TEMPORAL_ORDERED && !inOrder(rule, window)) {
            return false;
        }
        double value =
                switch (rule.type()) {
                    case EVENT_COUNT -> window.size();
                    case VALUE_COUNT -> distinct(rule, window);
                    case TEMPORAL, TEMPORAL_ORDERED -> kinds(rule, window);
                    default -> figure(rule, window);
                };
        return !Double.isNaN(value) && rule.threshold().holds(value);
    }

    private boolean is(Hit hit, String reference) {
        RuleHead head = heads.get(hit.ruleId());
        return head != null && head.answersTo(reference);
    }

    private double kinds(CorrelationRule rule, ArrayDeque<Hit> window) {
        return rule.rules().stream().filter(name -> window.stream().anyMatch(hit -> is(hit, name))).count();
    }

    /// Whether the rules occur one after the other as listed.
    private boolean inOrder(CorrelationRule rule, ArrayDeque<Hit> window) {
        int next = 0;
        for (Hit hit : window) {
            if (next < rule.rules().size() && is(hit, rule.rules().get(next))) {
                next++;
            }
        }
        return next == rule.rules().size();
    }

    private List<String> values(CorrelationRule rule, Hit hit) {
        RuleHead head = heads.get(hit.ruleId());
        var values = new ArrayList<String>();
        for (String name : rule.threshold().fields()) {
            String value = head == null ? null : hit.values().get(field(rule, name, head));
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private double distinct(CorrelationRule rule, ArrayDeque<Hit> window) {
        var seen = new HashSet<List<String>>();
        for (Hit hit : window) {
            List<String> values = values(rule, hit);
            if (values.size() == rule.threshold().fields().size()) {
                seen.add(values);
            }
        }
        return seen.size();
    }

    private double figure(CorrelationRule rule, ArrayDeque<Hit> window) {
        double[] numbers =
                window.stream()
                        .flatMap(hit -> values(rule, hit).stream())
                        .mapToDouble(DatePart::number)
                        .filter(number -> !Double.isNaN(number))
                        .sorted()
                        .toArray();
        if (numbers.length == 0) {
            return Double.NaN;
        }
        return switch (rule.type()) {
            case VALUE_SUM -> Arrays.stream(numbers).sum();
            case VALUE_AVG -> Arrays.stream(numbers).sum() / numbers.length;
            case VALUE_MEDIAN -> percentile(numbers, 50);
            default -> percentile(numbers, rule.threshold().percentile());
        };
    }

    private static double percentile(double[] sorted, double percent) {
        double at = percent / 100 * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
