package dupin.engine;

import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.Finding;
import dupin.model.Ledger;
import dupin.model.Verdict;
import dupin.model.Weights;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The case-wide ledger of an entity: the union of what all investigations found of it, each cause counted once by its
/// strongest finding. Sums of whole numbers over sets, so neither the order of entries nor of investigations matters.
final class LedgerBook {
    private static final Comparator<Finding> STRONGEST =
            Comparator.<Finding>comparingInt(f -> -Math.abs(f.weight())).thenComparing(Finding::id).thenComparing(Finding::toString);

    private final int malicious;
    private final int suspicious;
    private final Map<EntityKey, TreeMap<String, InvestigationFold>> looked = new HashMap<>();
    private final Map<EntityKey, Ledger> sums = new HashMap<>();

    LedgerBook(Weights weights) {
        malicious = weights.of("threshold.malicious");
        suspicious = weights.of("threshold.suspicious");
    }

    /// The investigation has a finding or a verdict on the entity.
    void touch(EntityKey entity, InvestigationFold by) {
        looked.computeIfAbsent(entity, _ -> new TreeMap<>()).put(by.queued.investigationId(), by);
        sums.remove(entity);
    }

    Collection<InvestigationFold> lookedAt(EntityKey entity) {
        TreeMap<String, InvestigationFold> by = looked.get(entity);
        return by == null ? List.of() : by.values();
    }

    /// Keys of entities that have a finding or a verdict, sorted.
    TreeSet<EntityKey> keys() {
        return new TreeSet<>(looked.keySet());
    }

    /// Empty while no investigation has judged the entity.
    Optional<Ledger> ledger(EntityKey entity) {
        Ledger known = sums.get(entity);
        if (known != null) {
            return Optional.of(known);
        }
        var verdicts = new ArrayList<Entry.VerdictReached>();
        var union = new TreeMap<String, Finding>();
        for (InvestigationFold by : lookedAt(entity)) {
            Entry.VerdictReached verdict = by.verdicts().get(entity);
            if (verdict != null) {
                verdicts.add(verdict);
            }
            by.findings(entity).forEach(f -> union.merge(f.id(), f, (a, b) -> STRONGEST.compare(a, b) <= 0 ? a : b));
        }
        if (verdicts.isEmpty()) {
            return Optional.empty();
        }
        Ledger sum = sum(entity, verdicts, union.values());
        sums.put(entity, sum);
        return Optional.of(sum);
    }

    private Ledger sum(EntityKey entity, List<Entry.VerdictReached> verdicts, Collection<Finding> union) {
        var byCause = new TreeMap<String, Finding>();
        union.forEach(f -> byCause.merge(f.cause(), f, (a, b) -> STRONGEST.compare(a, b) <= 0 ? a : b));
        var counted = new ArrayList<>(byCause.values());
        counted.sort(STRONGEST);
        var uncounted = new ArrayList<>(union);
        uncounted.removeAll(counted);
        uncounted.sort(STRONGEST);
        int prior = verdicts.stream().mapToInt(Entry.VerdictReached::prior).max().orElse(0);
        int score = prior + counted.stream().mapToInt(Finding::weight).sum();
        var missing = new TreeSet<String>();
        verdicts.forEach(v -> missing.addAll(v.missing()));
        return new Ledger(entity, verdict(verdicts, score), prior, score, counted, uncounted, List.copyOf(missing));
    }

    /// A sum that an investigation reached bears its verdict; the sum of several is held against the thresholds, and never
    /// counts as clean when one of them could not look.
    private Verdict verdict(List<Entry.VerdictReached> verdicts, int score) {
        Optional<Verdict> reached =
                verdicts.stream().filter(v -> v.score() == score).map(Entry.VerdictReached::verdict).max(Comparator.naturalOrder());
        if (reached.isPresent()) {
            return reached.get();
        }
        if (score >= suspicious) {
            return score >= malicious ? Verdict.MALICIOUS : Verdict.SUSPICIOUS;
        }
        boolean blind = verdicts.stream().anyMatch(v -> v.verdict() == Verdict.NOT_EVALUABLE);
        return blind ? Verdict.NOT_EVALUABLE : Verdict.NO_THREATS_FOUND;
    }

    /// SHA-256 (hex) over every verdict of the case: equal exactly when two runs came to the same conclusions on the same
    /// grounds, whatever the clock, the ids of investigations and the order of workers.
    String digest() {
        var digest = new Digests();
        for (EntityKey key : keys()) {
            ledger(key).ifPresent(sum -> {
                digest.line(key.toString()).line(sum.verdict().word()).line(Integer.toString(sum.score()));
                sum.counted().stream()
                        .map(f -> f.id() + "=" + f.weight())
                        .sorted()
                        .forEach(digest::line);
            });
        }
        return digest.hex();
    }
}
