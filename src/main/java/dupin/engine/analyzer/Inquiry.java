package dupin.engine.analyzer;

import dupin.engine.AllowAndBlock;
import dupin.engine.Facts;
import dupin.engine.PathPattern;
import dupin.engine.Scope;
import dupin.engine.ScopeExpander;
import dupin.engine.VerdictWeigher;
import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.Citation;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one investigation knows: its alerts, its scope, and the findings so far. One thread.
public final class Inquiry {

    /// An entity as one alert of the investigation shows it.
    public record Sighting(Alert alert, Evidence evidence) {}

    private final BoundedFacts facts;
    private final Policy policy;
    private final Weights weights;
    private final Scope scope;
    private final ScopeExpander expander;
    private final AlertEvidence evidence;
    private final CachedRows rows;
    private final Map<EntityKey, LinkedHashMap<String, Finding>> findings = new HashMap<>();
    private final Map<EntityKey, TreeSet<String>> missing = new HashMap<>();
    private final Map<EntityKey, Ledger> ledgers = new HashMap<>();
    private final Map<String, Set<EntityKey>> looked = new HashMap<>();
    private final List<PathPattern> excluded;
    private final AllowAndBlock overrides;

    /// @param lists the policy's entries, as they apply to this investigation
    public Inquiry(
            Facts facts, Policy policy, AllowAndBlock lists, Weights weights, Scope scope, ScopeExpander expander) {
        this.facts = new BoundedFacts(facts);
        this.policy = policy;
        this.weights = weights;
        this.scope = scope;
        this.expander = expander;
        evidence = new AlertEvidence(scope);
        rows = new CachedRows(this.facts, scope, evidence);
        this.overrides = lists;
        this.excluded = policy.excludedFolders().stream().map(PathPattern::of).toList();
    }

    /// @return whether the alert is new here
    public boolean add(Alert alert) {
        boolean fresh = evidence.add(alert);
        if (fresh) {
            rows.forget();
        }
        return fresh;
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
        return evidence.alerts();
    }

    /// The member as the alerts of this investigation show it, by alert id.
    public List<Sighting> sightings(EntityKey key) {
        return evidence.sightings(key);
    }

    /// Start of the time that matters: two days before the alerts; null when they bear no time.
    public @Nullable Instant from() {
        return evidence.from();
    }

    /// End of the time that matters: two days after the alerts; null when they bear no time.
    public @Nullable Instant to() {
        return evidence.to();
    }

    /// Rows in which the member takes part under any of its keys, oldest first, bounded; read once a run.
    public List<TelemetryEvent> rows(EntityKey key) {
        return rows.rows(key);
    }

    /// Questions whose bound left rows out since this was asked last, for the log.
    public List<String> takeCuts() {
        return facts.takeCuts();
    }

    /// Process starts of a device around the alerts, as trees.
    Lineage lineage(String device) {
        return rows.lineage(device);
    }

    /// The process in its device's trees: as it is named, else by its PID at the time of its alerts.
    Optional<Lineage.Node> node(Entity.Process process) {
        return rows.node(process);
    }

    /// Rows in which the process acted.
    List<TelemetryEvent> acts(EntityKey process) {
        return rows.acts(process);
    }

    /// Delivery rows around a time; rows of links and attachments bear the time of their mail's delivery.
    List<TelemetryEvent> deliveries(@Nullable Instant around) {
        return rows.deliveries(around);
    }

    /// Where a file was seen, canonical.
    Set<String> paths(Entity.File file) {
        return rows.paths(file);
    }

    /// Incriminated files that are not everybody's: no program of Windows, not known to be benign. By key.
    List<EntityKey> culpritFiles() {
        return incriminated(Entity.File.class).stream()
                .filter(file -> !Binaries.systemBinary(file) && facts.knownBenign(file.key()).isEmpty())
                .map(Entity.File::key)
                .toList();
    }

    /// The member under which a process ran; empty for well-known accounts and those not in scope.
    Optional<EntityKey> account(Entity.Process process) {
        return rows.account(process);
    }

    /// Starts of an image anywhere in the case, oldest first, bounded; read once a run.
    List<TelemetryEvent> starts(Entity.File image) {
        return rows.starts(image);
    }

    /// The alerts that name the member.
    List<Citation> alertCitations(EntityKey key) {
        return evidence.citations(key);
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

    /// The entity's verdict stands without the source, which might have said more.
    public void gap(EntityKey key, Telemetry source) {
        EntityKey own = scope.resolve(key);
        var names = missing.computeIfAbsent(own, _ -> new TreeSet<>());
        if (!names.contains(source.label()) && names.add(source.gap())) {
            ledgers.remove(own);
        }
    }

    public List<Finding> findings(EntityKey key) {
        var own = findings.get(scope.resolve(key));
        return own == null ? List.of() : List.copyOf(own.values());
    }

    /// The sum as it stands now.
    public Ledger ledger(EntityKey key) {
        EntityKey own = scope.resolve(key);
        return ledgers.computeIfAbsent(own, _ -> sum(own, findings(own), missing.getOrDefault(own, new TreeSet<>())));
    }

    private Ledger sum(EntityKey own, List<Finding> found, Set<String> missed) {
        List<EntityKey> spellings = scope.spellings(own);
        var all = new ArrayList<Finding>(found);
        overrides.expired(spellings).ifPresent(entry -> all.add(VerdictWeigher.expired(own, entry, weights)));
        return VerdictWeigher.weigh(own, own.kind(), all, missed, overrides.of(spellings), weights);
    }

    /// Whether it is malicious even without what its ancestors, children and image say of it.
    boolean maliciousItself(EntityKey key) {
        return maliciousWithout(key, "lineage");
    }

    /// Whether it is malicious even without the findings whose cause begins so.
    boolean maliciousWithout(EntityKey key, String cause) {
        EntityKey own = scope.resolve(key);
        if (!malicious(own)) {
            return false;
        }
        List<Finding> rest = findings(own).stream().filter(f -> !f.cause().startsWith(cause)).toList();
        return sum(own, rest, Set.of()).verdict() == Verdict.MALICIOUS;
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
