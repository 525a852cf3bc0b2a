package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.engine.Scope;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What an inquiry has read of the case's telemetry: each question is asked once, and again when alerts have joined.
/// One thread.
final class CachedRows {
    private static final Duration MAIL_CLOCKS = Duration.ofMinutes(5);
    private static final int ROWS_PER_ENTITY = 1_500;

    private final BoundedFacts facts;
    private final Scope scope;
    private final AlertEvidence evidence;
    private final Map<EntityKey, List<TelemetryEvent>> rows = new HashMap<>();
    private final Map<EntityKey, List<TelemetryEvent>> starts = new HashMap<>();
    private final Map<Instant, List<TelemetryEvent>> deliveries = new HashMap<>();
    private final Map<String, List<TelemetryEvent>> acts = new HashMap<>();
    private final Map<EntityKey, Optional<Lineage.Node>> nodes = new HashMap<>();
    private final Map<EntityKey, Set<String>> paths = new HashMap<>();
    private final Map<String, Lineage> lineages = new HashMap<>();

    CachedRows(BoundedFacts facts, Scope scope, AlertEvidence evidence) {
        this.facts = facts;
        this.scope = scope;
        this.evidence = evidence;
    }

    /// An alert has joined: its time and entities may lead to other rows. Starts and deliveries are asked for by file and
    /// time alone.
    void forget() {
        lineages.clear();
        nodes.clear();
        rows.clear();
        acts.clear();
        paths.clear();
    }

    /// Rows in which the member takes part under any of its keys, oldest first, bounded; read once a run.
    List<TelemetryEvent> rows(EntityKey key) {
        EntityKey own = scope.resolve(key);
        return rows.computeIfAbsent(own, _ -> read(spellings(own)));
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
        return lineages.computeIfAbsent(
                Canonical.host(device), host -> Lineage.read(facts, host, evidence.from(), evidence.to()));
    }

    /// The process in its device's trees: as it is named, else by its PID at the time of its alerts.
    Optional<Lineage.Node> node(Entity.Process process) {
        return nodes.computeIfAbsent(
                scope.keys(process).getFirst(), key -> lineage(process.device()).find(process, sightingTime(key)));
    }

    private @Nullable Instant sightingTime(EntityKey key) {
        return evidence.sightings(key).stream()
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
}
