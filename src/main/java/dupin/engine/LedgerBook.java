package dupin.engine;

import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.Finding;
import dupin.model.Ledger;
import dupin.model.Verdict;
import dupin.model.VerdictOverride;
import dupin.model.Weights;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The case-wide ledger of an entity: the union of what all investigations found of it, each cause counted once by its
/// strongest finding. Sums of whole numbers over sets, so neither the order of entries nor of investigations matters.
final class LedgerBook {
    private static final Comparator<Finding> STRONGEST =
            Comparator.<Finding>comparingInt(f -> -Math.abs(f.weight()))
                    .thenComparing(Finding::id)
                    .thenComparing(Finding::toString);
    private static final Comparator<Judgement> WORST =
            Comparator.comparing((Judgement j) -> j.verdict().verdict()).thenComparingInt(j -> j.verdict().score());

    /// @param explained the investigation's own findings add up to its score
    private record Judgement(Entry.VerdictReached verdict, boolean explained) {}

    /// What is known of one entity.
    ///
    /// @param union findings by id
    /// @param judgements by investigation
    private record Page(TreeMap<String, Finding> union, TreeMap<String, Judgement> judgements, TreeSet<String> looked) {
        Page copy() {
            return new Page(new TreeMap<>(union), new TreeMap<>(judgements), new TreeSet<>(looked));
        }
    }

    private final Weights weights;
    private final Map<EntityKey, Page> pages = new HashMap<>();

    private final Map<EntityKey, VerdictOverride> overrides = new HashMap<>();

    /// Filled by readers, several of which may come at once.
    private final Map<EntityKey, Ledger> sums = new ConcurrentHashMap<>();

    LedgerBook(Weights weights) {
        this.weights = weights;
    }

    LedgerBook copy() {
        var copy = new LedgerBook(weights);
        pages.forEach((key, page) -> copy.pages.put(key, page.copy()));
        copy.overrides.putAll(overrides);
        copy.sums.putAll(sums);
        return copy;
    }

    /// @return whether the entity's verdict is another one now
    boolean find(String investigationId, Finding finding) {
        Page page = page(finding.entity(), investigationId);
        Optional<Verdict> before = ledger(finding.entity()).map(Ledger::verdict);
        page.union.merge(finding.id(), finding, (a, b) -> STRONGEST.compare(a, b) <= 0 ? a : b);
        return changed(finding.entity(), before);
    }

    /// @param own findings of the same investigation on the entity
    /// @return whether the entity's verdict is another one now
    boolean judge(String investigationId, Entry.VerdictReached verdict, Collection<Finding> own) {
        EntityKey entity = verdict.entity().key();
        Page page = page(entity, investigationId);
        Optional<Verdict> before = ledger(entity).map(Ledger::verdict);
        Ledger sum = VerdictWeigher.sum(entity, entity.kind(), List.copyOf(own), verdict.missing(), weights);
        boolean explained = sum.score() - sum.prior() + verdict.prior() == verdict.score();
        page.judgements.put(investigationId, new Judgement(verdict, explained));
        return changed(entity, before);
    }

    private boolean changed(EntityKey entity, Optional<Verdict> before) {
        sums.remove(entity);
        return !ledger(entity).map(Ledger::verdict).equals(before);
    }

    private Page page(EntityKey entity, String investigationId) {
        Page page = pages.computeIfAbsent(entity, _ -> new Page(new TreeMap<>(), new TreeMap<>(), new TreeSet<>()));
        page.looked.add(investigationId);
        return page;
    }

    /// Investigations that found or judged something of the entity, sorted.
    Set<String> lookedAt(EntityKey entity) {
        Page page = pages.get(entity);
        return page == null ? Set.of() : page.looked;
    }

    /// Keys of entities that have a finding or a verdict, sorted.
    TreeSet<EntityKey> keys() {
        var keys = new TreeSet<>(pages.keySet());
        keys.addAll(overrides.keySet());
        return keys;
    }

    /// Puts the analyst's verdict before the engine's; null gives the engine's its place back.
    ///
    /// @return whether the entity's verdict is another one now
    boolean override(EntityKey entity, @Nullable VerdictOverride override) {
        Optional<Verdict> before = ledger(entity).map(Ledger::verdict);
        if (override == null) {
            overrides.remove(entity);
        } else {
            overrides.put(entity, override);
        }
        return !ledger(entity).map(Ledger::verdict).equals(before);
    }

    Optional<VerdictOverride> override(EntityKey entity) {
        return Optional.ofNullable(overrides.get(entity));
    }

    /// What holds: the analyst's verdict where there is one, else the engine's. Empty while neither has judged.
    Optional<Ledger> ledger(EntityKey entity) {
        VerdictOverride override = overrides.get(entity);
        if (override == null) {
            return own(entity);
        }
        return Optional.of(
                own(entity)
                        .orElseGet(() -> VerdictWeigher.sum(entity, entity.kind(), List.of(), List.of(), weights))
                        .under(override.verdict()));
    }

    /// The engine's own. Empty while no investigation has judged the entity.
    Optional<Ledger> own(EntityKey entity) {
        Page page = pages.get(entity);
        if (page == null || page.judgements.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(sums.computeIfAbsent(entity, key -> sum(key, page)));
    }

    /// The sum of the union, when every verdict that was reached can be retraced. Otherwise what was recorded stands, the
    /// worst of it: part of its grounds is not in the journal.
    private Ledger sum(EntityKey entity, Page page) {
        var missing = new TreeSet<String>();
        page.judgements.values().forEach(j -> missing.addAll(j.verdict().missing()));
        Ledger fresh = VerdictWeigher.sum(entity, entity.kind(), List.copyOf(page.union.values()), missing, weights);
        Judgement worst = page.judgements.values().stream().max(WORST).orElseThrow();
        int prior = page.judgements.values().stream().mapToInt(j -> j.verdict().prior()).max().orElseThrow();
        int score = fresh.score() - fresh.prior() + prior;
        boolean retraced = page.judgements.values().stream().allMatch(Judgement::explained);
        boolean agreed =
                page.judgements.values().stream()
                        .allMatch(j ->
                                j.verdict().score() == score && j.verdict().verdict() == worst.verdict().verdict());
        return new Ledger(
                entity,
                retraced && !agreed ? fresh.verdict() : worst.verdict().verdict(),
                prior,
                retraced ? score : worst.verdict().score(),
                fresh.counted(),
                fresh.uncounted(),
                fresh.missing());
    }

    /// SHA-256 (hex) over every verdict of the case: equal exactly when two runs came to the same conclusions on the same
    /// grounds, whatever the clock, the ids of investigations and the order of workers.
    String digest() {
        var digest = new Digests();
        for (EntityKey key : keys()) {
            own(key).ifPresent(sum -> grounds(digest, sum));
        }
        return digest.hex();
    }

    /// The lines that a verdict and its grounds consist of.
    static void grounds(Digests digest, Ledger ledger) {
        digest.line(ledger.entity().toString()).line(ledger.verdict().word()).line(Integer.toString(ledger.score()));
        ledger.counted().stream().map(f -> f.id() + "=" + f.weight()).sorted().forEach(digest::line);
    }
}
