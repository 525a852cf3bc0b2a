package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.engine.Journey;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// The sign-ins of one account or from one address, oldest first.
///
/// @param attempts that bear a time and a source
record SignIns(List<Attempt> attempts) {

    /// @param source address, "" when the row tells none
    /// @param prompt whether a second factor was asked for and not given
    record Attempt(
            TelemetryEvent row,
            Instant time,
            String account,
            String source,
            String country,
            boolean success,
            boolean prompt) {}

    private static final int ROWS = 4_000;

    /// Kilometres that the places of addresses may be wrong by, and kilometres an hour that no airliner makes.
    private static final double NEAR = 500;

    private static final double FASTEST = 1_000;

    static SignIns of(Facts facts, EntityKey key) {
        var query =
                Facts.Query.of(key)
                        .kinds(EventKind.SIGN_IN, EventKind.SIGN_IN_FAILED, EventKind.LOGON, EventKind.LOGON_FAILED)
                        .limit(ROWS);
        var attempts = new ArrayList<Attempt>();
        for (TelemetryEvent row : facts.events(query)) {
            Instant time = row.time();
            if (time != null) {
                attempts.add(attempt(row, time));
            }
        }
        return new SignIns(List.copyOf(attempts));
    }

    private static Attempt attempt(TelemetryEvent row, Instant time) {
        String source =
                Rows.entity(row, LinkRole.SOURCE, Entity.IpAddress.class).map(ip -> ip.key().value()).orElse("");
        String account = Rows.entity(row, LinkRole.ACCOUNT, Entity.User.class).map(u -> u.key().value()).orElse("");
        boolean success = row.kind() == EventKind.SIGN_IN || row.kind() == EventKind.LOGON;
        String reason =
                (Rows.attribute(row, "FailureReason", "ResultDescription", "ActionFailureReason")
                                + " "
                                + Rows.attribute(row, "ErrorCode", "ResultType"))
                        .toLowerCase(Locale.ROOT);
        boolean prompt =
                !success
                        && (reason.contains("mfa")
                                || reason.contains("multi-factor")
                                || reason.contains("multifactor")
                                || reason.contains("strong auth")
                                || reason.contains("second factor")
                                || reason.contains("500121")
                                || reason.contains("50074")
                                || reason.contains("50076"));
        return new Attempt(
                row, time, account, source, Rows.attribute(row, "Country", "CountryCode", "Location"), success, prompt);
    }

    /// Failures from one source that end in a success from it.
    ///
    /// @param prompts whether only refused prompts count
    List<Attempt> failuresThenSuccess(int atLeast, Duration within, boolean prompts) {
        for (Attempt success : attempts) {
            if (!success.success() || success.source().isEmpty()) {
                continue;
            }
            var before = new ArrayList<Attempt>();
            for (Attempt failure : attempts) {
                Duration ago = Duration.between(failure.time(), success.time());
                boolean counts =
                        !failure.success()
                                && failure.source().equals(success.source())
                                && (!prompts || failure.prompt())
                                && !ago.isNegative()
                                && ago.compareTo(within) <= 0;
                if (counts && (failure.account().equals(success.account()) || success.account().isEmpty())) {
                    before.add(failure);
                }
            }
            if (before.size() >= atLeast) {
                before.add(success);
                return before;
            }
        }
        return List.of();
    }

    /// Two successes from two countries, too close in time for a journey: too fast where the places are known, else within
    /// the time. The later one is the last of the pair.
    List<Attempt> impossibleTravel(Duration journey) {
        Attempt last = null;
        for (Attempt attempt : attempts) {
            if (!attempt.success() || attempt.country().isEmpty() || Addresses.internal(attempt.source())) {
                continue;
            }
            if (last != null
                    && !last.country().equalsIgnoreCase(attempt.country())
                    && Journey.between(last.row(), attempt.row()).impossible(NEAR, FASTEST, journey)) {
                return List.of(last, attempt);
            }
            last = attempt;
        }
        return List.of();
    }

    /// Successes before the time, from any country but this one.
    boolean newCountry(Attempt attempt) {
        long before =
                attempts.stream()
                        .filter(a -> a.success() && a.time().isBefore(attempt.time()) && !a.country().isEmpty())
                        .count();
        return before >= 5
                && attempts.stream()
                        .noneMatch(a ->
                                a.success()
                                        && a.time().isBefore(attempt.time())
                                        && a.country().equalsIgnoreCase(attempt.country()));
    }

    boolean usedBefore(String source, Instant time) {
        return attempts.stream().anyMatch(a -> a.success() && a.source().equals(source) && a.time().isBefore(time));
    }

    TreeSet<String> accounts(boolean success) {
        var names = new TreeSet<String>();
        attempts.stream()
                .filter(a -> a.success() == success && !a.account().isEmpty())
                .forEach(a -> names.add(a.account()));
        return names;
    }
}
