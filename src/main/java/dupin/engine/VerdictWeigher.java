package dupin.engine;

import dupin.model.Citation;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Finding;
import dupin.model.Indicator;
import dupin.model.Ledger;
import dupin.model.Policy;
import dupin.model.Technique;
import dupin.model.Telemetry;
import dupin.model.Verdict;
import dupin.model.Weights;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Sums findings into a verdict: prior of the entity's kind + strongest finding of each cause. Whole decibans, so the
/// order of the findings never matters.
public final class VerdictWeigher {

    /// Name that findings of the analyst's allow and block list bear as their analyzer.
    public static final String INDICATORS = "Indicators";

    /// Weight of an entry that blocks and asks for no more.
    static final String BLOCK = "indicator.block";

    private static final Comparator<Finding> STRONGEST =
            Comparator.comparingInt((Finding f) -> Math.abs(f.weight())).reversed().thenComparing(Finding::id);

    private VerdictWeigher() {}

    /// @param findings any order; doubles by id count once
    /// @param missing readable names of the telemetry that the verdict needs and the case lacks
    public static Ledger weigh(
            EntityKey entity,
            EntityKind kind,
            List<Finding> findings,
            Collection<String> missing,
            Policy policy,
            Weights weights) {
        return weigh(
                entity, kind, findings, missing, new AllowAndBlock(policy.indicators()).of(List.of(entity)), weights);
    }

    /// As above, with the entry of the allow and block list that applies to the entity, if any.
    public static Ledger weigh(
            EntityKey entity,
            EntityKind kind,
            List<Finding> findings,
            Collection<String> missing,
            Optional<Indicator> override,
            Weights weights) {
        var all = new ArrayList<Finding>(findings);
        override.ifPresent(indicator -> all.add(listed(entity, indicator, weights)));
        return sum(entity, kind, all, missing, weights);
    }

    /// As [#weigh], with the indicator's finding (if any) already among the findings.
    static Ledger sum(
            EntityKey entity, EntityKind kind, List<Finding> findings, Collection<String> missing, Weights weights) {
        boolean allowed = has(findings, "indicator.allow");
        boolean blocked = !allowed && (has(findings, BLOCK) || has(findings, "indicator.remediate"));
        var seen = new HashSet<String>();
        var causes = new TreeMap<String, Finding>();
        var uncounted = new ArrayList<Finding>();
        for (Finding finding : findings.stream().sorted(STRONGEST).toList()) {
            if (!seen.add(finding.id())) {
                continue;
            }
            boolean overridden = (allowed && finding.weight() > 0) || (blocked && finding.weight() < 0);
            if (overridden || causes.putIfAbsent(finding.cause(), finding) != null) {
                uncounted.add(finding);
            }
        }
        var counted = causes.values().stream().sorted(STRONGEST).toList();
        int prior = weights.of("prior." + kind.word());
        int score = prior + counted.stream().mapToInt(Finding::weight).sum();
        boolean looked = missing.stream().allMatch(Telemetry::isGap) || counted.stream().anyMatch(f -> f.weight() < 0);
        return new Ledger(
                entity,
                verdict(score, looked, weights),
                prior,
                score,
                counted,
                uncounted,
                List.copyOf(new TreeSet<>(missing)));
    }

    private static boolean has(List<Finding> findings, String weightId) {
        return findings.stream().anyMatch(f -> f.weightId().equals(weightId));
    }

    private static Verdict verdict(int score, boolean looked, Weights weights) {
        if (score >= weights.of("threshold.malicious")) {
            return Verdict.MALICIOUS;
        }
        if (score >= weights.of("threshold.suspicious")) {
            return Verdict.SUSPICIOUS;
        }
        return looked ? Verdict.NO_THREATS_FOUND : Verdict.NOT_EVALUABLE;
    }

    /// What an entry says that applied once: it counts nothing, and the ledger shows why.
    public static Finding expired(EntityKey entity, Indicator indicator, Weights weights) {
        String weightId = "indicator.expired";
        return finding(
                weightId + "|" + entity,
                entity,
                indicator,
                weightId,
                weights,
                "Stood on the " + list(indicator.action()),
                "; it has expired and does not count");
    }

    private static Finding listed(EntityKey entity, Indicator indicator, Weights weights) {
        Indicator.Action action = indicator.action();
        String weightId =
                switch (action) {
                    case ALLOW -> "indicator.allow";
                    case BLOCK -> BLOCK;
                    case BLOCK_AND_REMEDIATE -> "indicator.remediate";
                    case WARN -> "indicator.warn";
                    case AUDIT -> "indicator.audit";
                };
        String meaning =
                switch (action) {
                    case ALLOW -> "; incriminating findings are not counted";
                    case BLOCK -> "; exonerating findings are not counted";
                    case BLOCK_AND_REMEDIATE -> ", to be remediated; exonerating findings are not counted";
                    case WARN, AUDIT -> "; the verdict is not changed by it";
                };
        return finding(
                "indicator|" + entity, entity, indicator, weightId, weights, "Stands on the " + list(action), meaning);
    }

    private static String list(Indicator.Action action) {
        return switch (action) {
            case ALLOW -> "allow list";
            case BLOCK, BLOCK_AND_REMEDIATE -> "block list";
            case WARN -> "warn list";
            case AUDIT -> "audit list";
        };
    }

    private static Finding finding(
            String id,
            EntityKey entity,
            Indicator indicator,
            String weightId,
            Weights weights,
            String stands,
            String meaning) {
        String through = indicator.entity().equals(entity) ? "" : " through " + indicator.entity().value();
        String until = indicator.expires() == null ? "" : " until " + indicator.expires();
        String reason = indicator.reason().isEmpty() ? "" : ": " + indicator.reason();
        return new Finding(
                id,
                INDICATORS,
                entity,
                weightId,
                weights.of(weightId),
                "indicator",
                stands + " of this case" + through + until + reason + meaning,
                List.of(new Citation(Citation.Kind.POLICY, list(indicator.action()), indicator.entity().toString())),
                Technique.NONE);
    }
}
