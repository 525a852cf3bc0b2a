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
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.Evidence;
import dupin.model.Finding;
import dupin.model.Ledger;
import dupin.model.LinkRole;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one investigation knows: its alerts, its scope, and the findings so far. One thread.
public final class Inquiry {

    /// An entity as one alert of the investigation shows it.
    public record Sighting(Alert alert, Evidence evidence) {}

    private static final Duration AROUND = Duration.ofDays(2);
    private static final Duration MAIL_CLOCKS = Duration.ofMinutes(5);
    private static final int ROWS_PER_ENTITY = 1_500;

    private final BoundedFacts facts;
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
    private final Map<EntityKey, List<TelemetryEvent>> starts = new HashMap<>();
    private final Map<Instant, List<TelemetryEvent>> deliveries = new HashMap<>();
    private final Map<String, List<TelemetryEvent>> acts = new HashMap<>();
    private final Map<EntityKey, Optional<Lineage.Node>> nodes = new HashMap<>();
    private final Map<EntityKey, Set<String>> paths = new HashMap<>();
    private final Map<String, Lineage> lineages = new HashMap<>();
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
        this.overrides = lists;
        this.excluded = policy.excludedFolders().stream().map(PathPattern::of).toList();
    }

    /// @return whether the alert is new here
    public boolean add(Alert alert) {
        if (alerts.putIfAbsent(alert.id(), alert) != null) {
            return false;
        }
        lineages.clear();
        nodes.clear();
        rows.clear();
        acts.clear();
        paths.clear();
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
        return rows.computeIfAbsent(own, _ -> read(spellings(own)));
    }

    /// Questions whose bound left rows out since this was asked last, for the log.
    public List<String> takeCuts() {
        return facts.takeCuts();
    }

    /// All keys to ask for: links and attachments of a mail are told without its recipient.
    private List<EntityKey> spellings(EntityKey own) {
        Entity entity = scope.member(own).map(Scope.Member::entity).orElse(null);
        if (!(entity instanceof Entity.MailMessage mail) || mail.networkMessageId().isEmpty()) {
            return scope.spellings(own);
        }
        var keys = new ArrayList<EntityKey>(scope.spellings(own));
        keys.add(new EntityKey(own.kind(), Canonical.lower(mail.networkMessageId())));
        return keys;
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
    Lineage lineage(String device) {
        return lineages.computeIfAbsent(Canonical.host(device), host -> Lineage.read(facts, host, from(), to()));
    }

    /// The process in its device's trees: as it is named, else by its PID at the time of its alerts.
    Optional<Lineage.Node> node(Entity.Process process) {
        return nodes.computeIfAbsent(
                scope.keys(process).getFirst(), key -> lineage(process.device()).find(process, sightingTime(key)));
    }

    private @Nullable Instant sightingTime(EntityKey key) {
        return sightings(key).stream()
                .map(s -> s.alert().time())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// Rows in which the process acted.
    List<TelemetryEvent> acts(EntityKey process) {
        EntityKey own = scope.resolve(process);
        List<EntityKey> keys = scope.spellings(own);
        // More spellings may be learnt later, so they are part of the question.
        return acts.computeIfAbsent(
                own + " " + keys.size(),
                _ ->
                        rows(own).stream()
                                .filter(row ->
                                        row.links().stream()
                                                .anyMatch(l ->
                                                        l.role() == LinkRole.ACTOR
                                                                && scope.keys(l.entity()).stream()
                                                                        .anyMatch(keys::contains)))
                                .toList());
    }

    /// Delivery rows around a time; rows of links and attachments bear the time of their mail's delivery.
    List<TelemetryEvent> deliveries(@Nullable Instant around) {
        if (around == null) {
            return List.of();
        }
        var query =
                new Facts.Query(
                        null,
                        Set.of(),
                        Set.of(EventKind.MAIL_DELIVERED),
                        around.minus(MAIL_CLOCKS),
                        around.plus(MAIL_CLOCKS),
                        2_000);
        return deliveries.computeIfAbsent(around, _ -> facts.events(query));
    }

    /// Where a file was seen, canonical.
    Set<String> paths(Entity.File file) {
        return paths.computeIfAbsent(
                file.key(),
                key -> {
                    var found = new TreeSet<String>();
                    found.add(Canonical.path(file.fullPath()));
                    for (TelemetryEvent row : rows(key)) {
                        for (EventLink link : row.links()) {
                            if (link.entity() instanceof Entity.File other
                                    && scope.resolve(other).equals(scope.resolve(key))) {
                                found.add(Canonical.path(other.fullPath()));
                            }
                        }
                    }
                    found.remove("");
                    return found;
                });
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
        String account = node(process).map(n -> n.process.account()).orElse(process.account());
        int cut = account.indexOf('\\');
        var user =
                account.contains("@")
                        ? Entity.User.ofUpn(account)
                        : Entity.User.ofAccount(cut < 0 ? "" : account.substring(0, cut), account.substring(cut + 1));
        if (account.isBlank() || user.wellKnown()) {
            return Optional.empty();
        }
        EntityKey key =
                scope.contains(user)
                        ? scope.resolve(user)
                        : facts.entity(user.key()).map(scope::resolve).orElse(user.key());
        return scope.member(key).map(Scope.Member::key);
    }

    /// Starts of an image anywhere in the case, oldest first, bounded; read once a run.
    List<TelemetryEvent> starts(Entity.File image) {
        return starts.computeIfAbsent(image.key(), key -> Recurrence.starts(facts, key));
    }

    /// The alerts that name the member.
    List<Citation> alertCitations(EntityKey key) {
        return sightings(key).stream()
                .map(s -> new Citation(Citation.Kind.ALERT, s.alert().id(), s.alert().title()))
                .distinct()
                .toList();
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
