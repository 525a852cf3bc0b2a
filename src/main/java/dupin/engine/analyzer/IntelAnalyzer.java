package dupin.engine.analyzer;

import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Technique;
import dupin.model.intel.Basis;
import dupin.model.intel.IntelMatch;
import dupin.model.intel.LandBinary;
import dupin.model.intel.Listing;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the case's intel packs say: indicators that name an entity, and known other uses of programs that systems bring
/// along. All that one pack says of an entity is one cause. What stands on a list of harmless things is not incriminated.
final class IntelAnalyzer implements Analyzer {
    static final String NAME = "Threat intelligence";
    private static final Duration AGED = Duration.ofDays(365);
    private static final int DOUBTFUL = 30;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String entityType() {
        return "Entities";
    }

    @Override
    public String description() {
        return "Looks entities up in the intel packs of the case";
    }

    @Override
    public void run(Work work) {
        for (Entity entity : work.fresh(Entity.class)) {
            List<IntelMatch> matches = work.facts().intel(entity);
            if (!matches.isEmpty()) {
                matched(work, entity, matches);
            }
            if (entity instanceof Entity.Process process) {
                livingOffTheLand(work, process);
            }
        }
    }

    private static void matched(Work work, Entity entity, List<IntelMatch> matches) {
        EntityKey key = entity.key();
        Instant seen = seen(work, key);
        Optional<Listing> listing = work.facts().listing(entity);
        for (IntelMatch match : matches) {
            if (!match.validAt(seen)) {
                continue;
            }
            boolean harmless = listing.filter(l -> l.standing() == Listing.Standing.HARMLESS).isPresent();
            String weight = harmless ? "intel.blocked" : weight(work, match, seen, listing.isPresent());
            work.find(
                    key,
                    weight,
                    "intel:" + match.pack(),
                    sentence(work, match, seen) + listing.map(l -> aside(l, harmless)).orElse(""),
                    Technique.NONE,
                    List.of(new Citation(Citation.Kind.INTEL, match.pack(), match.what())));
        }
    }

    /// The least of what speaks about the indicator: a doubt, its age, its neighbours.
    private static String weight(Work work, IntelMatch match, @Nullable Instant seen, boolean shared) {
        String own = "intel." + match.basis().word();
        var weights = work.inquiry().weights();
        return java.util.stream.Stream.of(
                        own,
                        match.confidence() >= 0 && match.confidence() < DOUBTFUL ? "intel.doubtful" : own,
                        aged(match, seen) ? "intel.aged" : own,
                        shared && match.basis() != Basis.HASH && match.basis() != Basis.URL ? "intel.shared" : own)
                .min(Comparator.comparingInt(weights::of))
                .orElse(own);
    }

    private static boolean aged(IntelMatch match, @Nullable Instant seen) {
        Instant from = match.validFrom();
        return match.basis().ages() && from != null && seen != null && from.plus(AGED).isBefore(seen);
    }

    private static String sentence(Work work, IntelMatch match, @Nullable Instant seen) {
        String threats =
                match.threats().stream()
                        .map(name -> known(work, name))
                        .map(Text::quote)
                        .collect(Collectors.joining(", "));
        String since =
                match.validFrom() == null ? "" : ", known since " + match.validFrom().toString().substring(0, 10);
        return "The pack %s names its %s %s%s%s%s"
                .formatted(
                        Text.quote(match.pack()),
                        match.basis().label(),
                        Text.quote(match.what()),
                        threats.isEmpty() ? "" : " as " + threats,
                        since,
                        aged(match, seen) ? " and so too old to tell much" : "");
    }

    private static String known(Work work, String threat) {
        String name = work.facts().attackName(threat.toUpperCase(Locale.ROOT));
        return name.isEmpty() ? threat : threat + " " + name;
    }

    private static String aside(Listing listing, boolean harmless) {
        return harmless
                ? "; not counted, because it stands on the list " + Text.quote(listing.list())
                : "; it stands on the list %s, which many share".formatted(Text.quote(listing.list()));
    }

    /// When the case first shows the entity; null when nothing tells.
    private static @Nullable Instant seen(Work work, EntityKey key) {
        Instant first = work.facts().seen(key).first();
        return first != null
                ? first
                : work.inquiry().sightings(key).stream()
                        .map(s -> s.alert().time())
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    private static void livingOffTheLand(Work work, Entity.Process process) {
        Optional<LandBinary> listed = work.facts().livingOffTheLand(Binaries.name(process));
        if (listed.isEmpty()) {
            return;
        }
        var options = new HashSet<String>();
        Arrays.stream(CommandLine.of(process.processCommandLine()).text().toLowerCase(Locale.ROOT).split("[\\s:=\"]+"))
                .filter(word -> word.startsWith("-") || word.startsWith("/"))
                .forEach(word -> options.add(word.substring(1)));
        listed.get().uses().stream()
                .filter(use -> options.containsAll(use.options()))
                .max(
                        Comparator.comparingInt((LandBinary.Use use) -> use.options().size())
                                .thenComparing(LandBinary.Use::category))
                .ifPresent(use ->
                        work.find(
                                process.key(),
                                "intel.lolbas",
                                "intel:" + listed.get().pack(),
                                "The pack %s lists this use of %s: %s"
                                        .formatted(
                                                Text.quote(listed.get().pack()),
                                                listed.get().name(),
                                                use.category().isEmpty() ? "unnamed" : use.category()),
                                use.technique().isEmpty()
                                        ? Technique.NONE
                                        : new Technique(use.technique(), work.facts().attackName(use.technique())),
                                List.of(
                                        new Citation(
                                                Citation.Kind.INTEL,
                                                listed.get().pack(),
                                                String.join(" ", use.options())))));
    }
}
