package dupin.engine;

import dupin.model.Canonical;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Indicator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which allow or block entry of the analyst overrides an entity's verdict. An entry for a domain stands for its hosts and
/// their links. The most specific entry wins: the longer digest of a file, the link before its host, the host before the
/// domains above it; of two that are equally specific *allow* wins, then *warn*, then what blocks. Immutable; look-ups do not grow with the list.
public final class AllowAndBlock {
    private final Map<EntityKey, Indicator> byKey;
    private final Map<EntityKey, Indicator> old;

    /// Entries of which all apply.
    public AllowAndBlock(List<Indicator> indicators) {
        this(indicators, Instant.MIN);
    }

    /// @param at entries that have expired by then apply no more
    public AllowAndBlock(List<Indicator> indicators, Instant at) {
        byKey = byKey(indicators.stream().filter(it -> it.appliesAt(at)));
        old = byKey(indicators.stream().filter(it -> !it.appliesAt(at)));
    }

    private static Map<EntityKey, Indicator> byKey(Stream<Indicator> indicators) {
        var byKey = new HashMap<EntityKey, Indicator>();
        indicators.forEach(it -> byKey.merge(it.entity(), it, (a, b) -> b.action().compareTo(a.action()) < 0 ? b : a));
        return byKey;
    }

    /// @param spellings all keys that the entity goes by
    public Optional<Indicator> of(Collection<EntityKey> spellings) {
        return byKey.isEmpty() ? Optional.empty() : found(byKey, spellings);
    }

    /// The entry that would apply if none had expired, of those that have.
    public Optional<Indicator> expired(Collection<EntityKey> spellings) {
        return old.isEmpty() ? Optional.empty() : found(old, spellings);
    }

    private record Candidate(int distance, Indicator indicator) {}

    private static Optional<Indicator> found(Map<EntityKey, Indicator> byKey, Collection<EntityKey> spellings) {
        var candidates = new ArrayList<Candidate>();
        for (EntityKey key : spellings) {
            take(byKey, candidates, key, digest(key));
            switch (key.kind()) {
                case DOMAIN -> hosts(byKey, candidates, above(key.value()), 1);
                case URL -> {
                    String host = Canonical.urlHost(key.value());
                    take(byKey, candidates, new EntityKey(EntityKind.IP_ADDRESS, host), 1);
                    hosts(byKey, candidates, host, 1);
                }
                default -> {}
            }
        }
        return candidates.stream()
                .min(
                        Comparator.comparingInt(Candidate::distance)
                                .thenComparing(c -> c.indicator().action())
                                .thenComparing(c -> c.indicator().entity()))
                .map(Candidate::indicator);
    }

    private static void hosts(Map<EntityKey, Indicator> byKey, List<Candidate> candidates, String host, int from) {
        int distance = from;
        for (String rest = host; rest.indexOf('.') > 0; rest = above(rest)) {
            take(byKey, candidates, new EntityKey(EntityKind.DOMAIN, rest), distance++);
        }
    }

    private static String above(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? "" : host.substring(dot + 1);
    }

    private static void take(Map<EntityKey, Indicator> byKey, List<Candidate> candidates, EntityKey key, int distance) {
        Indicator indicator = byKey.get(key);
        if (indicator != null) {
            candidates.add(new Candidate(distance, indicator));
        }
    }

    private static int digest(EntityKey key) {
        boolean file = key.kind() == EntityKind.FILE;
        return !file || key.value().startsWith("sha256-")
                ? 0
                : key.value().startsWith("sha1-") ? 1 : key.value().startsWith("md5-") ? 2 : 3;
    }
}
