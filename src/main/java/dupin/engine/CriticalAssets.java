package dupin.engine;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Policy;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which assets are worth more than others, and how the case knows: the policy's list of what must not be touched, tags of
/// the source, server systems. Stateless.
final class CriticalAssets {
    /// Attributes of more are not read: an action that reaches so many is looked at anyway.
    private static final int LOOKED_AT = 200;

    private static final Pattern TAG =
            Pattern.compile(
                    "(?<!non.)(?<!not )\\bcritical|high.?value|\\bhva\\b|tier.?0|domain.?controller|crown.?jewel",
                    Pattern.CASE_INSENSITIVE);

    /// @param rank 0 for what matters most
    private record Asset(int rank, String text) {}

    private CriticalAssets() {}

    /// Name and reason of each critical one, what matters most first.
    static List<String> among(Collection<EntityKey> assets, Facts facts, Policy policy) {
        Stream<Asset> listed =
                assets.stream()
                        .filter(policy.neverTouch()::contains)
                        .map(key -> new Asset(0, key.value() + " (never to be touched)"));
        Stream<Asset> told =
                assets.stream()
                        .filter(key -> !policy.neverTouch().contains(key))
                        .limit(LOOKED_AT)
                        .flatMap(key -> of(key, facts).stream());
        return Stream.concat(listed, told)
                .sorted(Comparator.comparingInt(Asset::rank).thenComparing(Asset::text))
                .map(Asset::text)
                .toList();
    }

    private static Optional<Asset> of(EntityKey key, Facts facts) {
        if (!(facts.entity(key).orElse(null) instanceof Entity.Device device)) {
            return Optional.empty();
        }
        Optional<String> tag = device.tags().stream().filter(it -> TAG.matcher(it).find()).sorted().findFirst();
        if (tag.isPresent()) {
            return Optional.of(new Asset(1, key.value() + " (tagged " + tag.get() + ")"));
        }
        return Canonical.lower(device.osPlatform()).contains("server")
                ? Optional.of(new Asset(2, key.value() + " (server)"))
                : Optional.empty();
    }
}
