package dupin.engine.analyzer;

import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import java.time.Instant;
import java.util.HashSet;

/// The addresses that accounts of the alerts signed in from around that time.
final class SignInSourceAnalyzer implements Analyzer {
    static final String NAME = "Sign-in source";
    private static final int MOST = 12;

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
        return "Asks from which addresses the accounts signed in";
    }

    @Override
    public void run(Work work) {
        for (Entity.User user : work.fresh(Entity.User.class)) {
            if (user.wellKnown() || work.inquiry().sightings(user.key()).isEmpty()) {
                continue;
            }
            Instant from = work.inquiry().from();
            Instant to = work.inquiry().to();
            var joined = new HashSet<String>();
            for (TelemetryEvent row : work.inquiry().rows(user.key())) {
                Instant time = row.time();
                boolean signIn =
                        row.kind() == EventKind.SIGN_IN
                                || row.kind() == EventKind.CLOUD_ACTIVITY
                                || row.kind() == EventKind.INBOX_RULE;
                boolean near =
                        time != null && (from == null || time.isAfter(from)) && (to == null || time.isBefore(to));
                if (signIn && near && joined.size() < MOST) {
                    Rows.entity(row, LinkRole.SOURCE, Entity.IpAddress.class)
                            .filter(ip -> !Addresses.internal(ip.key().value()) && joined.add(ip.key().value()))
                            .ifPresent(ip ->
                                    work.join(
                                            user.key(),
                                            ip,
                                            "Signed in from",
                                            "%s signed in from %s".formatted(user.label(), ip.label())));
                }
            }
        }
    }
}
