package dupin.engine;

import dupin.model.EntityKind;
import dupin.model.Finding;
import dupin.model.Ledger;
import dupin.model.Telemetry;
import dupin.model.Verdict;
import dupin.model.Weight;
import dupin.model.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a source of telemetry that the case lacks could at most add: the one finding that would move the verdict farthest.
///
/// @param source the missing source as the ledger names it
/// @param fact what would have to be seen there
/// @param verdict what the verdict would be with it
public record MissingFact(String source, Weight fact, int score, Verdict verdict) {

    /// Weights by the entity that they speak of and the source that they are read from. Those of alerts, lists and
    /// providers are no telemetry.
    private static final Map<EntityKind, Map<Telemetry, Set<String>>> READ = new EnumMap<>(EntityKind.class);

    static {
        READ.put(
                EntityKind.PROCESS,
                Map.of(
                        Telemetry.PROCESS, Set.of("command", "parent", "process", "lineage", "access"),
                        Telemetry.FILE, Set.of("process"),
                        Telemetry.NETWORK, Set.of("process"),
                        Telemetry.REGISTRY, Set.of("process")));
        READ.put(EntityKind.FILE, Map.of(Telemetry.FILE, Set.of("file"), Telemetry.PROCESS, Set.of("file")));
        READ.put(EntityKind.SERVICE, Map.of(Telemetry.DEVICE, Set.of("service", "persistence")));
        READ.put(EntityKind.DRIVER, Map.of(Telemetry.DEVICE, Set.of("driver", "persistence")));
        READ.put(EntityKind.SCHEDULED_TASK, Map.of(Telemetry.DEVICE, Set.of("task", "persistence")));
        READ.put(EntityKind.REGISTRY_VALUE, Map.of(Telemetry.REGISTRY, Set.of("registry", "persistence")));
        READ.put(EntityKind.REGISTRY_KEY, Map.of(Telemetry.REGISTRY, Set.of("registry", "persistence")));
        READ.put(
                EntityKind.IP_ADDRESS,
                Map.of(
                        Telemetry.NETWORK, Set.of("ip"),
                        Telemetry.IDENTITY, Set.of("ip"),
                        Telemetry.LOGON, Set.of("ip")));
        READ.put(EntityKind.URL, Map.of(Telemetry.MAIL, Set.of("url"), Telemetry.NETWORK, Set.of("url")));
        READ.put(
                EntityKind.USER,
                Map.of(
                        Telemetry.IDENTITY, Set.of("account"),
                        Telemetry.LOGON, Set.of("account"),
                        Telemetry.PROCESS, Set.of("user")));
        READ.put(EntityKind.DOMAIN, Map.of(Telemetry.NETWORK, Set.of("domain"), Telemetry.MAIL, Set.of("domain")));
        READ.put(EntityKind.DEVICE, Map.of(Telemetry.PROCESS, Set.of("device")));
        READ.put(EntityKind.MAILBOX, Map.of(Telemetry.CLOUD, Set.of("mailbox")));
        READ.put(EntityKind.OAUTH_APPLICATION, Map.of(Telemetry.CLOUD, Set.of("app")));
        READ.put(EntityKind.MAIL_MESSAGE, Map.of(Telemetry.MAIL, Set.of("mail")));
        READ.put(EntityKind.MAIL_CLUSTER, Map.of(Telemetry.MAIL, Set.of("cluster")));
    }

    /// Sources that can say something of the kind, in a fixed order.
    static Set<Telemetry> sources(EntityKind kind) {
        return new TreeSet<>(READ.getOrDefault(kind, Map.of()).keySet());
    }

    /// The fact that would raise the score most and the one that would lower it most, in this order; fewer when the case
    /// lacks nothing that this entity's analyzers read.
    public static List<MissingFact> of(Ledger ledger, Weights weights) {
        Set<String> had =
                Stream.concat(ledger.counted().stream(), ledger.uncounted().stream())
                        .map(Finding::weightId)
                        .collect(Collectors.toSet());
        var possible = new ArrayList<MissingFact>();
        READ.getOrDefault(ledger.entity().kind(), Map.of())
                .forEach((telemetry, prefixes) ->
                        ledger.missing().stream()
                                .filter(name -> name.startsWith(telemetry.label()))
                                .forEach(name ->
                                        weights.byId().values().stream()
                                                .filter(w -> prefixes.contains(prefix(w.id())) && !had.contains(w.id()))
                                                .forEach(w -> possible.add(with(name, w, ledger, weights)))));
        Comparator<MissingFact> byWeight =
                Comparator.comparingInt((MissingFact m) -> m.fact().decibans())
                        .thenComparing(m -> m.fact().id(), Comparator.reverseOrder())
                        .thenComparing(MissingFact::source, Comparator.reverseOrder());
        Optional<MissingFact> raise = possible.stream().filter(m -> m.fact().decibans() > 0).max(byWeight);
        Optional<MissingFact> lower = possible.stream().filter(m -> m.fact().decibans() < 0).min(byWeight);
        return Stream.of(raise, lower).flatMap(Optional::stream).toList();
    }

    private static MissingFact with(String source, Weight fact, Ledger ledger, Weights weights) {
        int score = ledger.score() + fact.decibans();
        Verdict verdict =
                score >= weights.of("threshold.malicious")
                        ? Verdict.MALICIOUS
                        : score >= weights.of("threshold.suspicious") ? Verdict.SUSPICIOUS : Verdict.NO_THREATS_FOUND;
        return new MissingFact(source, fact, score, verdict);
    }

    private static String prefix(String id) {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }
}
