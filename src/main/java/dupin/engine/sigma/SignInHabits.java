package dupin.engine.sigma;

import dupin.engine.Journey;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import dupin.model.sigma.HabitRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/// Compares each sign-in of an account with its earlier ones: impossible journeys, new countries, accounts that wake up.
/// Rows may come in any order; of an account's sign-ins within an hour from one place with one browser the first is held.
/// An address that several accounts use is an exit of the organization, and a device that it manages is its own: neither
/// is ever told of. For one thread.
public final class SignInHabits {
    /// Sign-ins that are held; further ones are not looked at.
    private static final int MOST = 500_000;

    private final List<HabitRule> rules;
    private final Map<String, Map<String, Seen>> byAccount = new TreeMap<>();
    private final Map<String, Set<String>> accountsOf = new HashMap<>();
    private int held;

    public SignInHabits(List<HabitRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /// What a rule tells of an account.
    ///
    /// @param rows the sign-in before and the one that is told of
    public record Found(HabitRule rule, String account, List<RowRef> rows) {
        public Found {
            rows = List.copyOf(rows);
        }
    }

    private record Seen(
            Instant time,
            String country,
            String source,
            String browser,
            boolean managed,
            double latitude,
            double longitude,
            RowRef row) {}

    private static final Comparator<Seen> BY_TIME = Comparator.comparing(Seen::time).thenComparing(Seen::row);

    /// Takes a row; what is no successful sign-in from an address outside is passed over.
    public void row(TelemetryEvent event) {
        Instant time = event.time();
        if (rules.isEmpty() || event.kind() != EventKind.SIGN_IN || time == null) {
            return;
        }
        String account =
                event.entity(LinkRole.ACCOUNT)
                        .filter(each -> each instanceof Entity.User user && !user.wellKnown())
                        .map(each -> each.key().value())
                        .orElse("");
        String source = event.entity(LinkRole.SOURCE).map(each -> each.key().value()).orElse("");
        if (account.isEmpty() || source.isEmpty()) {
            return;
        }
        var seen =
                new Seen(
                        time,
                        country(event),
                        source,
                        browser(event),
                        managed(event),
                        Journey.degrees(event, "Latitude"),
                        Journey.degrees(event, "Longitude"),
                        event.row());
        String place =
                source + " " + seen.country + " " + seen.browser + " " + time.getEpochSecond() / 3_600 + seen.managed;
        Map<String, Seen> own = byAccount.computeIfAbsent(account, _ -> new HashMap<>());
        if (own.containsKey(place) || held < MOST) {
            Seen before = own.merge(place, seen, (a, b) -> BY_TIME.compare(a, b) <= 0 ? a : b);
            held += before.equals(seen) ? 1 : 0;
            accountsOf.computeIfAbsent(source, _ -> new HashSet<>()).add(account);
        }
    }

    private static String country(TelemetryEvent event) {
        for (String name : List.of("Country", "CountryCode", "Location")) {
            if (!event.attribute(name).isEmpty()) {
                return event.attribute(name).toUpperCase(Locale.ROOT);
            }
        }
        return "";
    }

    /// The browser without its version, which changes by itself.
    private static String browser(TelemetryEvent event) {
        String browser = event.attribute("Browser") + " " + event.attribute("OSPlatform");
        String words = browser.isBlank() ? event.attribute("UserAgent") : browser;
        return words.replaceAll("[0-9.]+", "").strip().toLowerCase(Locale.ROOT);
    }

    private static boolean managed(TelemetryEvent event) {
        return event.attribute("DeviceTrustType").toLowerCase(Locale.ROOT).contains("join")
                || event.attribute("IsCompliant").equalsIgnoreCase("true")
                || event.attribute("IsManaged").equalsIgnoreCase("true");
    }

    /// What the rules tell of all rows so far, by account, rule and time. More rows may follow.
    public List<Found> found() {
        var found = new ArrayList<Found>();
        byAccount.forEach((account, own) -> {
            List<Seen> all = own.values().stream().sorted(BY_TIME).toList();
            for (HabitRule rule : rules) {
                judge(rule, account, all, found);
            }
        });
        return found;
    }

    private void judge(HabitRule rule, String account, List<Seen> all, List<Found> found) {
        BiPredicate<List<Seen>, Seen> told =
                switch (rule.kind()) {
                    case IMPOSSIBLE_TRAVEL -> (before, seen) -> travels(rule, before, seen);
                    case NEW_COUNTRY -> (before, seen) -> emigrates(rule, before, seen);
                    case DORMANT -> (before, seen) -> wakes(rule, before, seen);
                };
        var sources = new HashSet<String>();
        for (int i = 0; i < all.size(); i++) {
            Seen seen = all.get(i);
            boolean own = sources.add(seen.source) && !seen.managed && accounts(seen) < rule.limit("accountsOfAnExit");
            if (own && i > 0 && told.test(all.subList(0, i), seen)) {
                found.add(new Found(rule, account, List.of(all.get(i - 1).row, seen.row)));
            }
        }
    }

    private int accounts(Seen seen) {
        return accountsOf.getOrDefault(seen.source, Set.of()).size();
    }

    /// The first time in a country, and too soon after another. An exit of the organization in a country where the account
    /// seldom is tells nothing of where its user is.
    private boolean travels(HabitRule rule, List<Seen> before, Seen seen) {
        if (seen.country.isEmpty() || before.stream().anyMatch(each -> each.country.equals(seen.country))) {
            return false;
        }
        String usual = usual(before);
        for (Seen last : before.reversed()) {
            boolean exit = accounts(last) >= rule.limit("accountsOfAnExit") && !last.country.equals(usual);
            if (!last.country.isEmpty() && !exit) {
                double way = Journey.kilometres(last.latitude, last.longitude, seen.latitude, seen.longitude);
                return new Journey(way, Duration.between(last.time, seen.time))
                        .impossible(
                                rule.limit("kilometres"),
                                rule.limit("kilometresPerHour"),
                                Duration.ofMinutes(rule.limit("minutesWithoutPlaces")));
            }
        }
        return false;
    }

    private static String usual(List<Seen> before) {
        var counts = new TreeMap<String, Integer>();
        before.forEach(each -> counts.merge(each.country, 1, Integer::sum));
        counts.remove("");
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
    }

    private static boolean emigrates(HabitRule rule, List<Seen> before, Seen seen) {
        Duration known = Duration.between(before.getFirst().time, seen.time);
        return !seen.country.isEmpty()
                && before.stream().filter(each -> !each.country.isEmpty()).count() >= rule.limit("signInsBefore")
                && known.toDays() >= rule.limit("daysBefore")
                && before.stream().noneMatch(each -> each.country.equals(seen.country))
                && newBrowser(before, seen);
    }

    private static boolean wakes(HabitRule rule, List<Seen> before, Seen seen) {
        return Duration.between(before.getLast().time, seen.time).toDays() >= rule.limit("days")
                && newBrowser(before, seen);
    }

    private static boolean newBrowser(List<Seen> before, Seen seen) {
        return before.stream().noneMatch(each -> each.browser.equals(seen.browser)) || seen.browser.isEmpty();
    }
}
