package dupin.engine;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Policy;
import dupin.model.policy.CriticalRule;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which assets are worth more than others, and how the case knows: the policy's list of what must not be touched, then
/// its rule on tags, names, domains and server systems. Reads the rule once; immutable.
final class CriticalAssets {
    /// Attributes of more are not read: an action that reaches so many is looked at anyway.
    private static final int LOOKED_AT = 200;

    private static final Set<EntityKind> ASSETS = Set.of(EntityKind.DEVICE, EntityKind.USER, EntityKind.MAILBOX);

    /// @param rank 0 for what matters most
    private record Asset(int rank, String text) {}

    /// A name as it stands in the rule, and what it means.
    private record Glob(String text, PathPattern pattern) {}

    private final List<Pattern> tags;
    private final List<Glob> names;
    private final List<String> domains;
    private final boolean servers;

    private CriticalAssets(CriticalRule rule) {
        tags = rule.tags().stream().flatMap(CriticalAssets::tag).toList();
        names = rule.names().stream().flatMap(CriticalAssets::name).toList();
        domains = rule.domains().stream().map(Canonical::domain).filter(domain -> !domain.isEmpty()).toList();
        servers = rule.servers();
    }

    /// Name and reason of each critical one, what matters most first.
    static List<String> among(Collection<EntityKey> assets, Facts facts, Policy policy) {
        var rule = new CriticalAssets(policy.critical());
        Stream<Asset> listed =
                assets.stream()
                        .filter(policy.neverTouch()::contains)
                        .map(key -> new Asset(0, key.value() + " (never to be touched)"));
        Stream<Asset> told =
                assets.stream()
                        .filter(key -> !policy.neverTouch().contains(key))
                        .limit(LOOKED_AT)
                        .flatMap(key -> rule.of(key, facts).stream());
        return Stream.concat(listed, told)
                .sorted(Comparator.comparingInt(Asset::rank).thenComparing(Asset::text))
                .map(Asset::text)
                .toList();
    }

    private static Stream<Pattern> tag(String word) {
        String bare = bare(word);
        if (bare.isEmpty()) {
            return Stream.empty();
        }
        String letters = Arrays.stream(bare.split("\\s+")).map(Pattern::quote).collect(Collectors.joining(".?"));
        String before = word.strip().startsWith("*") ? "" : "(?<!\\w)";
        String after = word.strip().endsWith("*") ? "" : "(?!\\w)";
        return Stream.of(
                Pattern.compile(
                        "(?<!non.)(?<!not )" + before + letters + after,
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    private static String bare(String word) {
        return word.replace("*", " ").strip();
    }

    private static Stream<Glob> name(String glob) {
        // A folder pattern compares in linear time whatever a policy from elsewhere holds, and ends with a slash.
        return bare(glob).isEmpty()
                ? Stream.empty()
                : Stream.of(new Glob(glob, new PathPattern(Canonical.lower(glob) + "/", false)));
    }

    private Optional<Asset> of(EntityKey key, Facts facts) {
        Optional<Entity.Device> device =
                facts.entity(key).filter(Entity.Device.class::isInstance).map(Entity.Device.class::cast);
        return device.flatMap(it -> tagged(key, it))
                .or(() -> ASSETS.contains(key.kind()) ? named(key).or(() -> placed(key, device)) : Optional.empty())
                .or(() -> device.filter(it -> servers && server(it)).map(_ -> new Asset(2, key.value() + " (server)")));
    }

    private Optional<Asset> tagged(EntityKey key, Entity.Device device) {
        return device.tags().stream()
                .filter(tag -> tags.stream().anyMatch(wanted -> wanted.matcher(tag).find()))
                .sorted()
                .findFirst()
                .map(tag -> new Asset(1, key.value() + " (tagged " + tag + ")"));
    }

    private Optional<Asset> named(EntityKey key) {
        return names.stream()
                .filter(wanted -> wanted.pattern().matches(key.value()))
                .findFirst()
                .map(wanted -> new Asset(1, key.value() + " (named like " + wanted.text() + ")"));
    }

    private Optional<Asset> placed(EntityKey key, Optional<Entity.Device> device) {
        List<String> where =
                Stream.concat(
                                Stream.of(key.value()),
                                device.stream().flatMap(it -> Stream.of(it.deviceDnsName(), it.hostName())))
                        .map(CriticalAssets::domain)
                        .toList();
        return domains.stream()
                .filter(wanted -> where.stream().anyMatch(it -> it.equals(wanted) || it.endsWith("." + wanted)))
                .findFirst()
                .map(wanted -> new Asset(1, key.value() + " (in " + wanted + ")"));
    }

    /// `contoso.example` of `ann@contoso.example` and of `ws1.contoso.example`.
    private static String domain(String name) {
        String lower = Canonical.domain(name.substring(name.indexOf('@') + 1));
        int dot = lower.indexOf('.');
        return name.indexOf('@') >= 0 ? lower : dot < 0 ? "" : lower.substring(dot + 1);
    }

    private static boolean server(Entity.Device device) {
        return Canonical.lower(device.osPlatform()).contains("server");
    }
}
