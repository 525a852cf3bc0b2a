package dupin.engine.analyzer;

import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.Technique;
import dupin.model.Telemetry;
import dupin.model.TelemetryEvent;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/// How accounts sign in, and addresses with them: guessing, storms of prompts, impossible journeys, hops over machines.
final class AccountAnalyzer implements Analyzer {
    static final String NAME = "Accounts";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Technique ACCOUNTS = new Technique("T1078", "Valid Accounts");
    private static final Technique GUESSING = new Technique("T1110", "Brute Force");
    private static final Technique PROMPTS = new Technique("T1621", "Multi-Factor Authentication Request Generation");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String entityType() {
        return "Users";
    }

    @Override
    public String description() {
        return "Weighs sign-ins: guessing, storms of prompts, journeys, hops";
    }

    @Override
    public void run(Work work) {
        for (Entity.User user : work.fresh(Entity.User.class)) {
            if (user.wellKnown()) {
                work.find(
                        user.key(),
                        "account.well-known",
                        "known",
                        "Is an account that every Windows has",
                        Technique.NONE,
                        List.of());
                continue;
            }
            work.has(user, "", Telemetry.IDENTITY, Telemetry.LOGON, Telemetry.CLOUD, Telemetry.PROCESS);
            SignIns signIns = SignIns.of(work.facts(), user.key());
            guessed(work, user.key(), signIns);
            journeys(work, user.key(), signIns);
            hops(work, user.key(), signIns);
            risk(work, user.key(), signIns);
            AccountHabits.judge(work, user.key(), signIns);
            DirectoryRights.judge(work, user);
            CloudDeeds.judge(work, user.key());
        }
        for (Entity.IpAddress ip : work.fresh(Entity.IpAddress.class)) {
            if (!Addresses.nobody(ip.key().value())) {
                source(work, ip.key());
            }
        }
    }

    private static void guessed(Work work, EntityKey key, SignIns signIns) {
        List<SignIns.Attempt> prompts = signIns.failuresThenSuccess(4, HOUR, true);
        if (!prompts.isEmpty()) {
            SignIns.Attempt last = prompts.getLast();
            work.find(
                    key,
                    "account.prompt-storm",
                    "guessing",
                    "%d prompts for a second factor were refused or ran out before one was granted from %s"
                            .formatted(prompts.size() - 1, last.source()),
                    PROMPTS,
                    cite(prompts));
            return;
        }
        List<SignIns.Attempt> guesses = signIns.failuresThenSuccess(10, HOUR, false);
        if (!guesses.isEmpty()) {
            SignIns.Attempt last = guesses.getLast();
            boolean inside = last.source().isEmpty() || Addresses.internal(last.source());
            work.find(
                    key,
                    inside ? "account.guessed-inside" : "account.guessed",
                    "guessing",
                    "%d failures within an hour, then a success from %s".formatted(guesses.size() - 1, last.source()),
                    GUESSING,
                    cite(guesses));
        }
    }

    private static void journeys(Work work, EntityKey key, SignIns signIns) {
        List<SignIns.Attempt> journey = signIns.impossibleTravel(Duration.ofMinutes(150));
        for (SignIns.Attempt attempt : journey) {
            boolean strange =
                    !signIns.usedBefore(attempt.source(), attempt.time())
                            && othersAt(work, attempt.source()) <= 1
                            && !managed(attempt);
            if (strange && attempt == journey.getLast()) {
                work.find(
                        key,
                        "account.journey",
                        "journey",
                        "Signed in from %s and, %d minutes later, from %s (%s), where it never was before"
                                .formatted(
                                        journey.getFirst().country(),
                                        Duration.between(journey.getFirst().time(), attempt.time()).toMinutes(),
                                        attempt.country(),
                                        attempt.source()),
                        ACCOUNTS,
                        cite(journey));
                work.find(
                        Entity.IpAddress.of(attempt.source()).key(),
                        "ip.journey",
                        "journey",
                        "An account signed in from it too soon after a sign-in from another country",
                        ACCOUNTS,
                        cite(journey));
            }
        }
        for (SignIns.Attempt attempt : signIns.attempts()) {
            boolean outside = attempt.success() && !attempt.source().isEmpty() && !Addresses.internal(attempt.source());
            if (outside && signIns.newCountry(attempt) && othersAt(work, attempt.source()) <= 1 && !managed(attempt)) {
                work.find(
                        key,
                        "account.new-country",
                        "journey",
                        "Signed in from %s (%s) for the first time".formatted(attempt.country(), attempt.source()),
                        ACCOUNTS,
                        cite(List.of(attempt)));
                work.find(
                        Entity.IpAddress.of(attempt.source()).key(),
                        "ip.new-country",
                        "journey",
                        "An account signed in from it out of a country that it never used before",
                        ACCOUNTS,
                        cite(List.of(attempt)));
                return;
            }
        }
    }

    /// A sign-in from a device that the organization manages.
    private static boolean managed(SignIns.Attempt attempt) {
        String trust = Rows.lowerAttribute(attempt.row(), "DeviceTrustType", "DeviceTrust", "TrustType");
        return trust.contains("hybrid")
                || trust.contains("joined")
                || Rows.lowerAttribute(attempt.row(), "IsCompliant").matches("true|1")
                || Rows.lowerAttribute(attempt.row(), "IsManaged").matches("true|1");
    }

    /// Accounts that signed in from the address.
    private static int othersAt(Work work, String source) {
        return source.isEmpty() ? 0 : SignIns.of(work.facts(), Entity.IpAddress.of(source).key()).accounts(true).size();
    }

    private static void hops(Work work, EntityKey key, SignIns signIns) {
        var devices = new TreeSet<String>();
        TelemetryEvent last = null;
        for (SignIns.Attempt attempt : signIns.attempts()) {
            String type = Rows.lowerAttribute(attempt.row(), "LogonType");
            boolean remote = type.equals("network") || type.contains("remote") || type.equals("3") || type.equals("10");
            if (attempt.row().kind() == EventKind.LOGON && remote) {
                attempt.row().device().ifPresent(d -> devices.add(d.key().value()));
                last = attempt.row();
            }
        }
        if (devices.size() >= 5 && last != null) {
            work.find(
                    key,
                    "account.hops",
                    "hops",
                    "Signed in over the network to %d devices".formatted(devices.size()),
                    new Technique("T1021", "Remote Services"),
                    last);
        }
    }

    private static void risk(Work work, EntityKey key, SignIns signIns) {
        if (work.inquiry().policy().blindReview()) {
            return;
        }
        for (SignIns.Attempt attempt : signIns.attempts()) {
            String level = Rows.lowerAttribute(attempt.row(), "RiskLevelAggregated", "RiskLevelDuringSignIn");
            if (attempt.success() && (level.equals("high") || level.equals("100"))) {
                work.find(
                        key,
                        "account.risk",
                        "provider",
                        "The provider judged one of its sign-ins a high risk",
                        ACCOUNTS,
                        cite(List.of(attempt)));
                return;
            }
        }
    }

    private static void source(Work work, EntityKey key) {
        SignIns signIns = SignIns.of(work.facts(), key);
        if (signIns.attempts().isEmpty()) {
            return;
        }
        boolean inside = Addresses.internal(key.value());
        var failed = signIns.accounts(false);
        var succeeded = signIns.accounts(true);
        if (failed.size() >= 8 && failed.size() > 2 * succeeded.size()) {
            work.find(
                    key,
                    inside ? "ip.spray-inside" : "ip.spray",
                    "guessing",
                    "%d accounts failed to sign in from it, %d succeeded".formatted(failed.size(), succeeded.size()),
                    new Technique("T1110.003", "Password Spraying"),
                    cite(signIns.attempts()));
            for (SignIns.Attempt attempt : signIns.attempts()) {
                if (attempt.success() && failed.contains(attempt.account()) && !inside) {
                    attempt.row().links().stream()
                            .map(l -> l.entity())
                            .filter(Entity.User.class::isInstance)
                            .forEach(u ->
                                    work.find(
                                            work.inquiry().scope().resolve(u),
                                            "account.sprayed",
                                            "guessing",
                                            "Its password was found from %s, where %d accounts failed"
                                                    .formatted(key.value(), failed.size()),
                                            GUESSING,
                                            attempt.row()));
                }
            }
        } else if (!inside && !signIns.failuresThenSuccess(4, HOUR, true).isEmpty()) {
            List<SignIns.Attempt> prompts = signIns.failuresThenSuccess(4, HOUR, true);
            work.find(
                    key,
                    "ip.prompt-storm",
                    "guessing",
                    "%d prompts for a second factor came from it before one was granted".formatted(prompts.size() - 1),
                    PROMPTS,
                    cite(prompts));
        } else if (!inside && !signIns.failuresThenSuccess(10, HOUR, false).isEmpty()) {
            work.find(
                    key,
                    "ip.guessed",
                    "guessing",
                    "Many failures and then a success came from it",
                    GUESSING,
                    cite(signIns.attempts()));
        }
        if (succeeded.size() >= 3 && failed.size() <= succeeded.size()) {
            work.find(
                    key,
                    "ip.shared-exit",
                    "shared",
                    "%d accounts sign in from it as a matter of course".formatted(succeeded.size()),
                    Technique.NONE,
                    cite(signIns.attempts()));
        }
    }

    private static List<Citation> cite(List<SignIns.Attempt> attempts) {
        return attempts.stream()
                .limit(12)
                .map(a -> Rows.cite(a.row(), a.row().actionType() + " of " + a.account() + " from " + a.source()))
                .toList();
    }
}
