package dupin.engine;

import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.Finding;
import dupin.model.ScopeExpansion;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

        /// It is not the first look.
        boolean again;

        /// What this look has not come upon again so far.
        final Set<String> oldFindings = new HashSet<>();

        final Set<EntityKey> oldVerdicts = new HashSet<>();

        /// Of which the latest look found something else than the one before.
        final Set<EntityKey> changed = new TreeSet<>();

        void find(Finding finding) {
            Finding old = findings.put(finding.id(), finding);
            if (oldFindings.remove(finding.id()) && old != null && !old.equals(finding)) {
                changed.add(old.entity());
                changed.add(finding.entity());
            }
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
        var copy = new Found(kept());
        Index known = index;
        if (known != null && known.again) {
            Index same = copy.index();
            same.again = true;
            same.oldFindings.addAll(known.oldFindings);
            same.oldVerdicts.addAll(known.oldVerdicts);
            same.changed.addAll(known.changed);
        }
        return copy;
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

    /// It is gone through once more: what is not found again goes when that look ends.
    void again() {
        Index known = index();
        known.again = true;
        known.oldFindings.addAll(known.findings.keySet());
        known.oldVerdicts.addAll(known.verdicts.keySet());
    }

    /// Nothing more is likely to be found.
    ///
    /// @return entities of which this look found less, or something else, than the one before
    Set<EntityKey> close() {
        Index known = index;
        if (known == null) {
            return Set.of();
        }
        for (String id : known.oldFindings) {
            Finding gone = known.findings.remove(id);
            if (gone != null) {
                known.changed.add(gone.entity());
            }
        }
        known.oldVerdicts.forEach(known.verdicts::remove);
        known.changed.addAll(known.oldVerdicts);
        kept = kept();
        index = null;
        return known.changed;
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
        Index known = index();
        known.oldVerdicts.remove(entity);
        known.verdicts.put(entity, verdict);
        known.scope.add(entity);
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

    /// Those of the latest look.
    List<Finding> latest() {
        Index known = index;
        return known == null || known.oldFindings.isEmpty()
                ? findings()
                : known.findings.values().stream().filter(it -> !known.oldFindings.contains(it.id())).toList();
    }

    List<Finding> findings(EntityKey entity) {
        if (index == null) {
            return kept.findings.stream().filter(it -> it.entity().equals(entity)).toList();
        }
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
