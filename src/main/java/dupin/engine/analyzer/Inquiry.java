package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.engine.PathPattern;
import dupin.engine.Scope;
import dupin.engine.ScopeExpander;
import dupin.engine.VerdictWeigher;
import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Evidence;
import dupin.model.Finding;
import dupin.model.Ledger;
import dupin.model.Policy;
import dupin.model.Telemetry;
import dupin.model.TelemetryEvent;
import dupin.model.Verdict;
import dupin.model.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one investigation knows: its alerts, its scope, and the findings so far. One thread.
public final class Inquiry {

    /// An entity as one alert of the investigation shows it.
    public record Sighting(Alert alert, Evidence evidence) {}

    private static final Duration AROUND = Duration.ofDays(2);
    private static final int ROWS_PER_ENTITY = 1_500;

    private final Facts facts;
    private final Policy policy;
    private final Weights weights;
    private final Scope scope;
    private final ScopeExpander expander;
    private final TreeMap<String, Alert> alerts = new TreeMap<>();
    private final Map<EntityKey, List<Sighting>> sightings = new HashMap<>();
    private final Map<EntityKey, LinkedHashMap<String, Finding>> findings = new HashMap<>();
    private final Map<EntityKey, TreeSet<String>> missing = new HashMap<>();
    private final Map<EntityKey, Ledger> ledgers = new HashMap<>();
    private final Map<EntityKey, List<TelemetryEvent>> rows = new HashMap<>();
    private final Map<String, Lineage> lineages = new HashMap<>();
    private final Map<String, Set<EntityKey>> looked = new HashMap<>();
    private final List<PathPattern> excluded;

    public Inquiry(Facts facts, Policy policy, Weights weights, Scope scope, ScopeExpander expander) {
        this.facts = facts;
        this.policy = policy;
        this.weights = weights;
        this.scope = scope;
        this.expander = expander;
        this.excluded = policy.excludedFolders().stream().map(PathPattern::of).toList();
    }

    /// @return whether the alert is new here
    public boolean add(Alert alert) {
        if (alerts.putIfAbsent(alert.id(), alert) != null) {
            return false;
        }
        lineages.clear();
        rows.clear();
        for (Evidence evidence : alert.evidence()) {
            sightings
                    .computeIfAbsent(scope.resolve(evidence.entity()), _ -> new ArrayList<>())
                    .add(new Sighting(alert, evidence));
        }
        return true;
    }

    public Facts facts() {
        return facts;
    }

    public Policy policy() {
        return policy;
    }

    public Weights weights() {
        return weights;
    }

    public Scope scope() {
        return scope;
    }

    public ScopeExpander expander() {
        return expander;
    }

    /// By id.
    public Collection<Alert> alerts() {
        return alerts.values();
    }

    /// The member as the alerts of this investigation show it, by alert id.
    public List<Sighting> sightings(EntityKey key) {
        var found = new ArrayList<Sighting>();
        for (EntityKey spelling : scope.spellings(key)) {
            found.addAll(sightings.getOrDefault(spelling, List.of()));
        }
        found.sort(
                Comparator.comparing((Sighting s) -> s.alert().id()).thenComparing(s -> s.evidence().entity().key()));
        return found;
    }

    /// Start of the time that matters: two days before the alerts; null when they bear no time.
    public @Nullable Instant from() {
        Instant first = null;
        for (Alert alert : alerts.values()) {
            Instant time = alert.time();
            first = time != null && (first == null || time.isBefore(first)) ? time : first;
        }
        return first == null ? null : first.minus(AROUND);
    }

    /// End of the time that matters: two days after the alerts; null when they bear no time.
    public @Nullable Instant to() {
        Instant last = null;
        for (Alert alert : alerts.values()) {
            for (Instant time : new @Nullable Instant[] {alert.time(), alert.lastActivityDateTime()}) {
                last = time != null && (last == null || time.isAfter(last)) ? time : last;
            }
        }
        return last == null ? null : last.plus(AROUND);
    }

    /// Rows in which the member takes part under any of its keys, oldest first, bounded; read once a run.
    public List<TelemetryEvent> rows(EntityKey key) {
        EntityKey own = scope.resolve(key);
        return rows.computeIfAbsent(own, _ -> read(scope.spellings(own)));
    }

    private List<TelemetryEvent> read(List<EntityKey> keys) {
        if (keys.size() == 1) {
            return facts.events(Facts.Query.of(keys.getFirst()).limit(ROWS_PER_ENTITY));
        }
        var merged = new LinkedHashMap<Object, TelemetryEvent>();
        for (EntityKey key : keys) {
            for (TelemetryEvent row : facts.events(Facts.Query.of(key).limit(ROWS_PER_ENTITY))) {
                merged.putIfAbsent(row.row(), row);
            }
        }
        return merged.values().stream().sorted(Rows.BY_TIME).limit(ROWS_PER_ENTITY).toList();
    }

    /// Process starts of a device around the alerts, as trees.
    public Lineage lineage(String device) {
        return lineages.computeIfAbsent(Canonical.host(device), host -> Lineage.read(facts, host, from(), to()));
    }

    /// Whether the policy keeps analyzers away from the path.
    public boolean excluded(String path) {
        String canonical = Canonical.path(path);
        return !canonical.isEmpty() && excluded.stream().anyMatch(p -> p.matches(canonical));
    }

    /// Marks the entity as looked at by the analyzer.
    ///
    /// @return false when it was before
    boolean firstLook(String analyzer, EntityKey key) {
        return looked.computeIfAbsent(analyzer, _ -> new HashSet<>()).add(key);
    }

    /// @return whether the finding is new
    boolean record(Finding finding) {
        EntityKey key = finding.entity();
        boolean fresh =
                findings.computeIfAbsent(key, _ -> new LinkedHashMap<>()).putIfAbsent(finding.id(), finding) == null;
        if (fresh) {
            ledgers.remove(key);
        }
        return fresh;
    }

    void miss(EntityKey key, Telemetry source) {
        if (missing.computeIfAbsent(scope.resolve(key), _ -> new TreeSet<>()).add(source.label())) {
            ledgers.remove(scope.resolve(key));
        }
    }

    public List<Finding> findings(EntityKey key) {
        var own = findings.get(scope.resolve(key));
        return own == null ? List.of() : List.copyOf(own.values());
    }

    /// The sum as it stands now.
    public Ledger ledger(EntityKey key) {
        EntityKey own = scope.resolve(key);
        return ledgers.computeIfAbsent(
                own,
                _ ->
                        VerdictWeigher.weigh(
                                own,
                                own.kind(),
                                findings(own),
                                missing.getOrDefault(own, new TreeSet<>()),
                                policy,
                                weights));
    }

    public boolean incriminated(EntityKey key) {
        return ledger(key).verdict().incriminates();
    }

    public boolean malicious(EntityKey key) {
        return ledger(key).verdict() == Verdict.MALICIOUS;
    }

    /// Entities of the kind that are incriminated now, by key.
    public <T extends Entity> List<T> incriminated(Class<T> kind) {
        return scope.of(kind).stream().filter(e -> incriminated(e.key())).toList();
    }
}
