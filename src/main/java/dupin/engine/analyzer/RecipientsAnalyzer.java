package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import java.time.Duration;
import java.time.Instant;

/// Lets in who received the mail of the case and who clicked its links, bounded: a cluster of thousands stays a cluster.
final class RecipientsAnalyzer implements Analyzer {
    static final String NAME = "Mail recipients";
    private static final int MOST = 80;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String entityType() {
        return "Emails";
    }

    @Override
    public String description() {
        return "Asks who received the mail, who clicked, and what accounts sent from hostile addresses";
    }

    @Override
    public void run(Work work) {
        int joined = 0;
        for (Entity.Url url : work.fresh(Entity.Url.class)) {
            for (TelemetryEvent row : work.inquiry().rows(url.key())) {
                if (row.kind() == EventKind.URL_CLICKED && joined < MOST && work.inquiry().incriminated(url.key())) {
                    joined++;
                    Rows.entity(row, LinkRole.ACCOUNT, Entity.User.class)
                            .ifPresent(u ->
                                    work.join(
                                            url.key(),
                                            u,
                                            "Clicked the link",
                                            "%s clicked %s".formatted(u.label(), url.url())));
                }
            }
        }
        for (Entity.User user : work.fresh(Entity.User.class)) {
            if (work.inquiry().incriminated(user.key()) && !user.wellKnown()) {
                sent(work, user);
            }
        }
    }

    /// Mail that an incriminated account sent outside around the time of the alerts.
    private static void sent(Work work, Entity.User user) {
        EntityKey key = user.key();
        Instant from = work.inquiry().from();
        Instant to = work.inquiry().to();
        var query =
                Facts.Query.of(key)
                        .in(LinkRole.ACCOUNT)
                        .kinds(EventKind.MAIL_DELIVERED)
                        .between(from == null ? null : from.plus(Duration.ofHours(36)), to)
                        .limit(MOST);
        for (TelemetryEvent row : work.facts().events(query)) {
            Rows.entity(row, LinkRole.MESSAGE, Entity.MailMessage.class)
                    .filter(m -> !Canonical.lower(m.senderIp()).isEmpty() && bad(work, m.senderIp()))
                    .ifPresent(m ->
                            work.join(
                                    key,
                                    m,
                                    "Sent from an incriminated address",
                                    "%s was sent from %s".formatted(m.label(), m.senderIp())));
        }
    }

    private static boolean bad(Work work, String ip) {
        EntityKey key = Entity.IpAddress.of(ip).key();
        return work.inquiry().scope().member(key).isPresent() && work.inquiry().incriminated(key);
    }
}
