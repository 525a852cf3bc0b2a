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
import java.util.concurrent.ConcurrentHashMap;

/// The case-wide ledger of an entity: the union of what all investigations found of it, each cause counted once by its
/// strongest finding. Sums of whole numbers over sets, so neither the order of entries nor of investigations matters.
final class LedgerBook {
    private static final Comparator<Finding> STRONGEST =
            Comparator.<Finding>comparingInt(f -> -Math.abs(f.weight())).thenComparing(Finding::id).thenComparing(Finding::toString);

    private final Weights weights;
    private final Map<EntityKey, TreeMap<String, InvestigationFold>> looked = new HashMap<>();
    /// Filled by readers, several of which may come at once.
    private final Map<EntityKey, Ledger> sums = new ConcurrentHashMap<>();

    LedgerBook(Weights weights) {
        this.weights = weights;
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

    /// A sum that every investigation reached bears its verdict and prior, as recorded; the sum of several is weighed anew.
    private Ledger sum(EntityKey entity, List<Entry.VerdictReached> verdicts, Collection<Finding> union) {
        var missing = new TreeSet<String>();
        verdicts.forEach(v -> missing.addAll(v.missing()));
        Ledger fresh = VerdictWeigher.sum(entity, entity.kind(), List.copyOf(union), missing, weights);
        int prior = verdicts.stream().mapToInt(Entry.VerdictReached::prior).max().orElse(fresh.prior());
        int score = fresh.score() - fresh.prior() + prior;
        Verdict first = verdicts.getFirst().verdict();
        boolean agreed = verdicts.stream().allMatch(v -> v.score() == score && v.verdict() == first);
        return new Ledger(entity, agreed ? first : fresh.verdict(), prior, score, fresh.counted(), fresh.uncounted(), fresh.missing());
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
