package dupin.engine.sigma;

import dupin.model.sigma.CorrelationRule;
import dupin.model.sigma.Refusal;
import dupin.model.sigma.RuleHead;
import dupin.model.sigma.RulePack;
import dupin.model.sigma.SigmaRule;
import java.util.ArrayList;
import java.util.List;

/// Puts rules over rules behind those that they rest on; refuses those that rest on what is not there, or on themselves.
final class CorrelationOrder {
    private CorrelationOrder() {}

    static List<CorrelationRule> of(List<RulePack> packs, List<SigmaRule> rules, List<Refusal> refused) {
        var known = new ArrayList<RuleHead>();
        rules.forEach(rule -> known.add(rule.head()));
        var waiting = new ArrayList<CorrelationRule>();
        packs.forEach(pack -> waiting.addAll(pack.correlations()));
        var ordered = new ArrayList<CorrelationRule>();
        boolean progress = true;
        while (progress) {
            progress = false;
            for (CorrelationRule rule : List.copyOf(waiting)) {
                if (rule.rules().stream().allMatch(name -> answered(known, name))) {
                    waiting.remove(rule);
                    known.add(rule.head());
                    ordered.add(rule);
                    progress = true;
                }
            }
        }
        for (CorrelationRule rule : waiting) {
            String missing = rule.rules().stream().filter(name -> !answered(known, name)).findFirst().orElse("");
            refused.add(
                    new Refusal(
                            rule.head().place(),
                            rule.head().title(),
                            "It rests on the rule `" + missing + "`, which is not loaded or rests on this one"));
        }
        return ordered;
    }

    private static boolean answered(List<RuleHead> known, String name) {
        return known.stream().anyMatch(head -> head.answersTo(name));
    }
}
