package dupin.engine;

import dupin.model.Canonical;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Indicator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which allow or block entry of the analyst overrides an entity's verdict. An entry for a domain stands for its hosts and
/// their links. The most specific entry wins: the longer digest of a file, the link before its host, the host before the
/// domains above it; of two that are equally specific *allow* wins, then *warn*, then what blocks. Immutable; look-ups do not grow with the list.
public final class AllowAndBlock {
    private final Map<EntityKey, Indicator> byKey = new HashMap<>();

    public AllowAndBlock(List<Indicator> indicators) {
        for (Indicator indicator : indicators) {
            byKey.merge(indicator.entity(), indicator, (a, b) -> b.action().compareTo(a.action()) < 0 ? b : a);
        }
    }

    /// @param spellings all keys that the entity goes by
    public Optional<Indicator> of(Collection<EntityKey> spellings) {
        return byKey.isEmpty() ? Optional.empty() : found(spellings);
    }

    private record Candidate(int distance, Indicator indicator) {}

    private Optional<Indicator> found(Collection<EntityKey> spellings) {
        var candidates = new ArrayList<Candidate>();
        for (EntityKey key : spellings) {
            take(candidates, key, digest(key));
            switch (key.kind()) {
                case DOMAIN -> hosts(candidates, above(key.value()), 1);
                case URL -> {
                    String host = Canonical.urlHost(key.value());
                    take(candidates, new EntityKey(EntityKind.IP_ADDRESS, host), 1);
                    hosts(candidates, host, 1);
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

    private void hosts(List<Candidate> candidates, String host, int from) {
        int distance = from;
        for (String rest = host; rest.indexOf('.') > 0; rest = above(rest)) {
            take(candidates, new EntityKey(EntityKind.DOMAIN, rest), distance++);
        }
    }

    private static String above(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? "" : host.substring(dot + 1);
    }

    private void take(List<Candidate> candidates, EntityKey key, int distance) {
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
