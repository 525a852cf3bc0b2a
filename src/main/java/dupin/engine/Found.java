package dupin.engine;

import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.Finding;
import dupin.model.ScopeExpansion;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What an investigation found: scope, expansions, findings and verdicts. Indexed while it runs; [#close] puts it into
/// plain lists, of which the index is made anew should more be found.
final class Found {
    /// @param judged keys of the entities that have a verdict, sorted
    /// @param verdicts one for each of them
    private record Kept(
            List<EntityKey> scope,
            List<ScopeExpansion> expansions,
            List<Finding> findings,
            List<EntityKey> judged,
            List<Entry.VerdictReached> verdicts) {}

    private Kept kept = new Kept(List.of(), List.of(), List.of(), List.of(), List.of());
    private @Nullable Index index;

    private static final class Index {
        final LinkedHashSet<EntityKey> scope = new LinkedHashSet<>();
        final LinkedHashSet<ScopeExpansion> expansions = new LinkedHashSet<>();
        final Map<String, Finding> findings = new LinkedHashMap<>();
        final Map<EntityKey, TreeMap<String, Finding>> findingsOf = new HashMap<>();
        final TreeMap<EntityKey, Entry.VerdictReached> verdicts = new TreeMap<>();

        void find(Finding finding) {
            Finding old = findings.put(finding.id(), finding);
            if (old != null && !old.entity().equals(finding.entity())) {
                of(old.entity()).remove(old.id());
            }
            of(finding.entity()).put(finding.id(), finding);
        }

        private TreeMap<String, Finding> of(EntityKey entity) {
            return findingsOf.computeIfAbsent(entity, _ -> new TreeMap<>());
        }
    }

    Found(Collection<EntityKey> seeds) {
        index().scope.addAll(seeds);
    }

    private Found(Kept kept) {
        this.kept = kept;
    }

    Found copy() {
        return new Found(kept());
    }

    private Kept kept() {
        Index known = index;
        return known == null
                ? kept
                : new Kept(
                        List.copyOf(known.scope),
                        List.copyOf(known.expansions),
                        List.copyOf(known.findings.values()),
                        List.copyOf(known.verdicts.keySet()),
                        List.copyOf(known.verdicts.values()));
    }

    private Index index() {
        Index known = index;
        if (known == null) {
            known = new Index();
            known.scope.addAll(kept.scope);
            known.expansions.addAll(kept.expansions);
            kept.findings.forEach(known::find);
            for (int i = 0; i < kept.judged.size(); i++) {
                known.verdicts.put(kept.judged.get(i), kept.verdicts.get(i));
            }
            index = known;
        }
        return known;
    }

    /// Nothing more is likely to be found.
    void close() {
        kept = kept();
        index = null;
    }

    /// @return false when the expansion is known from an earlier run
    boolean expand(ScopeExpansion expansion, EntityKey entity) {
        boolean fresh = index().expansions.add(expansion);
        if (fresh) {
            index().scope.add(entity);
        }
        return fresh;
    }

    void find(Finding finding) {
        index().find(finding);
    }

    void judge(Entry.VerdictReached verdict, EntityKey entity) {
        index().verdicts.put(entity, verdict);
        index().scope.add(entity);
    }

    List<EntityKey> scope() {
        return index == null ? kept.scope : List.copyOf(index.scope);
    }

    List<ScopeExpansion> expansions() {
        return index == null ? kept.expansions : List.copyOf(index.expansions);
    }

    /// In the order in which they were recorded.
    List<Finding> findings() {
        return index == null ? kept.findings : List.copyOf(index.findings.values());
    }

    List<Finding> findings(EntityKey entity) {
        TreeMap<String, Finding> found = index().findingsOf.get(entity);
        return found == null ? List.of() : List.copyOf(found.values());
    }

    /// Keys of the entities that have a verdict, sorted.
    List<EntityKey> judged() {
        return index == null ? kept.judged : List.copyOf(index.verdicts.keySet());
    }

    /// One for each of [#judged].
    List<Entry.VerdictReached> verdicts() {
        return index == null ? kept.verdicts : List.copyOf(index.verdicts.values());
    }
}
