package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Technique;
import dupin.model.TelemetryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What an account does that it should not: one session in two places, a return after long silence, downloads by the
/// hundred, new administrators.
final class AccountHabits {
    private static final Duration SESSION = Duration.ofHours(12);
    private static final Duration SILENCE = Duration.ofDays(45);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MANY = 150;

    private AccountHabits() {}

    static void judge(Work work, EntityKey key, SignIns signIns) {
        sessions(work, key, signIns);
        silence(work, key, signIns);
        deeds(work, key);
    }

    /// A stolen token is used beside its owner's browser: country and browser both differ.
    private static void sessions(Work work, EntityKey key, SignIns signIns) {
        Map<String, SignIns.Attempt> first = new HashMap<>();
        for (SignIns.Attempt attempt : signIns.attempts()) {
            String session = Rows.attribute(attempt.row(), "SessionId");
            if (!attempt.success() || session.isEmpty() || Addresses.internal(attempt.source())) {
                continue;
            }
            SignIns.Attempt before = first.putIfAbsent(session, attempt);
            if (before == null || before.source().equals(attempt.source())) {
                continue;
            }
            boolean country =
                    !before.country().isEmpty()
                            && !attempt.country().isEmpty()
                            && !before.country().equalsIgnoreCase(attempt.country());
            String agent = Rows.attribute(attempt.row(), "UserAgent");
            String other = Rows.attribute(before.row(), "UserAgent");
            boolean browser = !agent.isEmpty() && !other.isEmpty() && !agent.equals(other);
            boolean soon = Duration.between(before.time(), attempt.time()).compareTo(SESSION) <= 0;
            if (soon && country && browser) {
                work.find(
                        key,
                        "account.session-reuse",
                        "session",
                        "One session was used from %s (%s) and from %s (%s) with another browser"
                                .formatted(before.country(), before.source(), attempt.country(), attempt.source()),
                        new Technique("T1550.004", "Web Session Cookie"),
                        List.of(cite(before), cite(attempt)));
                return;
            }
        }
    }

    private static void silence(Work work, EntityKey key, SignIns signIns) {
        SignIns.Attempt last = null;
        for (SignIns.Attempt attempt : signIns.attempts()) {
            if (!attempt.success()) {
                continue;
            }
            boolean strange =
                    last != null
                            && !attempt.source().isEmpty()
                            && !Addresses.internal(attempt.source())
                            && !signIns.usedBefore(attempt.source(), attempt.time());
            if (last != null && strange && Duration.between(last.time(), attempt.time()).compareTo(SILENCE) >= 0) {
                work.find(
                        key,
                        "account.dormant",
                        "dormant",
                        "Signed in from %s after %d days of silence"
                                .formatted(attempt.source(), Duration.between(last.time(), attempt.time()).toDays()),
                        new Technique("T1078", "Valid Accounts"),
                        List.of(cite(attempt)));
                return;
            }
            last = attempt;
        }
    }

    private static void deeds(Work work, EntityKey key) {
        var downloads = new ArrayDeque<Instant>();
        var query = Facts.Query.of(key).kinds(EventKind.CLOUD_ACTIVITY, EventKind.IDENTITY_CHANGED).limit(4_000);
        for (TelemetryEvent row : work.facts().events(query)) {
            String action = row.actionType().toLowerCase(Locale.ROOT).replace(" ", "");
            Instant time = row.time();
            boolean own = plays(work, row, LinkRole.ACCOUNT, key);
            if (own && time != null && action.matches("file(sync)?downloaded(full|partial)?|downloadfile|getobject")) {
                downloads.addLast(time);
                while (Duration.between(downloads.getFirst(), time).compareTo(HOUR) > 0) {
                    downloads.removeFirst();
                }
                if (downloads.size() == MANY) {
                    work.find(
                            key,
                            "account.mass-download",
                            "download",
                            "Downloaded %d files within an hour".formatted(MANY),
                            new Technique("T1530", "Data from Cloud Storage"),
                            row);
                }
            }
            if (action.startsWith("addmembertorole") || action.startsWith("addeligiblemembertorole")) {
                administrator(work, key, row, own);
            }
        }
    }

    private static void administrator(Work work, EntityKey key, TelemetryEvent row, boolean own) {
        String role = Rows.attribute(row, "Role.DisplayName");
        if (!role.toLowerCase(Locale.ROOT).contains("admin")) {
            return;
        }
        boolean target = plays(work, row, LinkRole.TARGET_ACCOUNT, key);
        if (own || target) {
            work.find(
                    key,
                    own ? "account.grants-admin" : "account.became-admin",
                    "privilege",
                    (own ? "Gave somebody the role %s" : "Was given the role %s").formatted(role.strip()),
                    new Technique("T1098.003", "Additional Cloud Roles"),
                    row);
        }
    }

    static boolean plays(Work work, TelemetryEvent row, LinkRole role, EntityKey key) {
        return row.links().stream()
                .anyMatch(l ->
                        l.role() == role
                                && l.entity() instanceof Entity.User user
                                && work.inquiry().scope().resolve(user).equals(work.inquiry().scope().resolve(key)));
    }

    private static Citation cite(SignIns.Attempt attempt) {
        return Rows.cite(attempt.row(), attempt.row().actionType() + " from " + attempt.source());
    }
}
