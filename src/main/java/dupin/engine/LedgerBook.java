package dupin.engine;

import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.Finding;
import dupin.model.Ledger;
import dupin.model.Verdict;
import dupin.model.VerdictOverride;
import dupin.model.Weights;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
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

    private static final Comparator<Finding> BY_ID = Comparator.comparing(Finding::id);
    private static final Comparator<Judgement> BY_INVESTIGATION =
            Comparator.comparing(j -> j.verdict().investigationId());
    private static final Comparator<String> NATURAL = Comparator.naturalOrder();

    /// @param explained the investigation's own findings add up to its score
    private record Judgement(Entry.VerdictReached verdict, boolean explained) {}

    /// What is known of one entity.
    private static final class Page {
        /// Findings by id, of one id the strongest.
        final SortedArray<Finding> union;

        /// By investigation.
        final SortedArray<Judgement> judgements;

        /// Investigations that found or judged something.
        final SortedArray<String> looked;

        /// Made by readers, several of which may come at once.
        volatile @Nullable Ledger sum;

        Page() {
            this(new SortedArray<>(BY_ID), new SortedArray<>(BY_INVESTIGATION), new SortedArray<>(NATURAL));
        }

        private Page(SortedArray<Finding> union, SortedArray<Judgement> judgements, SortedArray<String> looked) {
            this.union = union;
            this.judgements = judgements;
            this.looked = looked;
        }

        Page copy() {
            var copy = new Page(union.copy(), judgements.copy(), looked.copy());
            copy.sum = sum;
            return copy;
        }
    }

    private final Weights weights;
    private final Map<EntityKey, Page> pages = new HashMap<>();

    private final Map<EntityKey, VerdictOverride> overrides = new HashMap<>();

    LedgerBook(Weights weights) {
        this.weights = weights;
    }

    Weights weights() {
        return weights;
    }

    LedgerBook copy() {
        var copy = new LedgerBook(weights);
        pages.forEach((key, page) -> copy.pages.put(key, page.copy()));
        copy.overrides.putAll(overrides);
        return copy;
    }

    /// @return whether the entity's verdict is another one now
    boolean find(String investigationId, Finding finding) {
        Page page = page(finding.entity(), investigationId);
        Optional<Verdict> before = ledger(finding.entity()).map(Ledger::verdict);
        page.union.put(finding, LedgerBook::stronger);
        return changed(finding.entity(), page, before);
    }

    /// @param own findings of the same investigation on the entity
    /// @return whether the entity's verdict is another one now
    boolean judge(EntityKey entity, Entry.VerdictReached verdict, List<Finding> own) {
        Page page = page(entity, verdict.investigationId());
        Optional<Verdict> before = ledger(entity).map(Ledger::verdict);
        Ledger sum = VerdictWeigher.sum(entity, entity.kind(), own, verdict.missing(), weights);
        boolean explained = sum.score() - sum.prior() + verdict.prior() == verdict.score();
        page.judgements.put(new Judgement(verdict, explained), (_, latest) -> latest);
        return changed(entity, page, before);
    }

    /// An investigation has looked again: the union is made anew, and its verdict goes when it has none any more.
    ///
    /// @param found what all investigations found of the entity
    /// @return whether the entity's verdict is another one now
    boolean foundAgain(EntityKey entity, List<Finding> found, String investigationId, boolean judged) {
        Page page = page(entity, investigationId);
        Optional<Verdict> before = ledger(entity).map(Ledger::verdict);
        page.union.clear();
        found.forEach(finding -> page.union.put(finding, LedgerBook::stronger));
        if (!judged) {
            page.judgements.removeIf(it -> it.verdict.investigationId().equals(investigationId));
        }
        return changed(entity, page, before);
    }

    private static Finding stronger(Finding one, Finding other) {
        return STRONGEST.compare(one, other) <= 0 ? one : other;
    }

    private boolean changed(EntityKey entity, Page page, Optional<Verdict> before) {
        page.sum = null;
        return !ledger(entity).map(Ledger::verdict).equals(before);
    }

    private Page page(EntityKey entity, String investigationId) {
        Page page = pages.computeIfAbsent(entity, _ -> new Page());
        page.looked.add(investigationId);
        return page;
    }

    /// Investigations that found or judged something of the entity, sorted.
    List<String> lookedAt(EntityKey entity) {
        Page page = pages.get(entity);
        return page == null ? List.of() : page.looked.list();
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
        Ledger known = page.sum;
        if (known == null) {
            known = sum(entity, page);
            page.sum = known;
        }
        return Optional.of(known);
    }

    /// The sum of the union, when every verdict that was reached can be retraced. Otherwise what was recorded stands, the
    /// worst of it: part of its grounds is not in the journal.
    private Ledger sum(EntityKey entity, Page page) {
        List<Judgement> judgements = page.judgements.list();
        var missing = new TreeSet<String>();
        judgements.forEach(j -> missing.addAll(j.verdict().missing()));
        Ledger fresh = VerdictWeigher.sum(entity, entity.kind(), page.union.list(), missing, weights);
        Judgement worst = judgements.stream().max(WORST).orElseThrow();
        int prior = judgements.stream().mapToInt(j -> j.verdict().prior()).max().orElseThrow();
        int score = fresh.score() - fresh.prior() + prior;
        boolean retraced = judgements.stream().allMatch(Judgement::explained);
        boolean agreed =
                judgements.stream()
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
