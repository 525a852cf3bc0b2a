package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Technique;
import dupin.model.TelemetryEvent;
import java.util.List;
import java.util.Optional;

/// What mail, links, files and addresses say of each other.
final class MessageBonds {
    private static final Technique LINK = new Technique("T1566.002", "Spearphishing Link");
    private static final Technique ATTACHMENT = new Technique("T1566.001", "Spearphishing Attachment");

    private final Work work;
    private final Inquiry inquiry;

    MessageBonds(Work work) {
        this.work = work;
        this.inquiry = work.inquiry();
    }

    void run() {
        inquiry.scope().of(Entity.MailMessage.class).forEach(this::mail);
        inquiry.scope().of(Entity.MailCluster.class).forEach(this::cluster);
        inquiry.scope().of(Entity.Url.class).forEach(this::url);
        inquiry.scope().of(Entity.File.class).forEach(this::file);
    }

    private void mail(Entity.MailMessage mail) {
        List<TelemetryEvent> rows = inquiry.rows(mail.key());
        boolean bad = inquiry.malicious(mail.key());
        mail.urls().forEach(url -> link(mail, new Entity.Url(url), null, bad));
        for (TelemetryEvent row : rows) {
            if (row.kind() == EventKind.MAIL_URL) {
                row.links().stream()
                        .map(l -> l.entity())
                        .filter(Entity.Url.class::isInstance)
                        .map(Entity.Url.class::cast)
                        .forEach(url -> link(mail, url, row, bad));
            } else if (row.kind() == EventKind.MAIL_ATTACHMENT) {
                Rows.entity(row, LinkRole.TARGET, Entity.File.class)
                        .ifPresent(file -> {
                            EntityKey key = inquiry.scope().resolve(file);
                            if (in(key) && inquiry.maliciousWithout(key, "delivered")) {
                                work.find(
                                        mail.key(),
                                        "mail.malicious-file",
                                        "content",
                                        "Carries %s, which is malicious".formatted(file.label()),
                                        ATTACHMENT,
                                        row);
                            }
                            if (bad) {
                                work.find(
                                        key,
                                        "file.in-malicious-mail",
                                        "delivered",
                                        "Came with “%s”, which is malicious".formatted(mail.label()),
                                        ATTACHMENT,
                                        row);
                            }
                        });
            } else if (row.kind() == EventKind.MAIL_DELIVERED && bad) {
                Rows.entity(row, LinkRole.SOURCE, Entity.IpAddress.class).ifPresent(ip -> sender(mail, ip, row));
            }
        }
        if (bad && !mail.senderIp().isEmpty()) {
            sender(mail, Entity.IpAddress.of(mail.senderIp()), null);
        }
    }

    private void sender(
            Entity.MailMessage mail, Entity.IpAddress ip, @org.jspecify.annotations.Nullable TelemetryEvent row) {
        boolean ours = Addresses.internal(ip.key().value());
        if (!ours) {
            work.find(
                    inquiry.scope().resolve(ip),
                    "ip.sent-malicious",
                    "sent",
                    "Sent “%s”, which is malicious".formatted(mail.label()),
                    new Technique("T1566", "Phishing"),
                    row == null ? inquiry.alertCitations(mail.key()) : List.of(Rows.cite(row, "delivery")));
        }
    }

    private void link(
            Entity.MailMessage mail,
            Entity.Url url,
            @org.jspecify.annotations.Nullable TelemetryEvent row,
            boolean bad) {
        EntityKey key = inquiry.scope().resolve(url);
        var cite = row == null ? inquiry.alertCitations(mail.key()) : List.of(Rows.cite(row, "link of the mail"));
        // What a link is blamed for only because this mail is bad says nothing new of the mail.
        if (in(key) && inquiry.maliciousWithout(key, "delivered")) {
            work.find(
                    mail.key(),
                    "mail.malicious-url",
                    "content",
                    "Links to %s, which is malicious".formatted(url.url()),
                    LINK,
                    cite);
        }
        if (bad && inquiry.facts().knownBenign(key).isEmpty()) {
            work.find(
                    key,
                    "url.in-malicious-mail",
                    "delivered",
                    "“%s”, which is malicious, links to it".formatted(mail.label()),
                    LINK,
                    cite);
        }
    }

    private void cluster(Entity.MailCluster cluster) {
        String by = Canonical.lower(cluster.clusterByValue());
        for (Entity.Url url : inquiry.scope().of(Entity.Url.class)) {
            if (url.url().length() > 10 && by.contains(Canonical.lower(url.url())) && inquiry.malicious(url.key())) {
                work.find(
                        cluster.key(),
                        "cluster.malicious-url",
                        "indicator",
                        "Its mails share the link %s, which is malicious".formatted(url.url()),
                        LINK,
                        inquiry.alertCitations(cluster.key()));
            }
        }
        for (Entity.MailMessage mail : inquiry.scope().of(Entity.MailMessage.class)) {
            boolean member =
                    cluster.networkMessageIds().stream().anyMatch(id -> id.equalsIgnoreCase(mail.networkMessageId()));
            if (member && inquiry.malicious(mail.key())) {
                work.find(
                        cluster.key(),
                        "cluster.malicious-mail",
                        "member",
                        "Holds “%s”, which is malicious".formatted(mail.label()),
                        new Technique("T1566", "Phishing"),
                        inquiry.alertCitations(cluster.key()));
            }
            if (member && inquiry.malicious(cluster.key())) {
                work.find(
                        mail.key(),
                        "mail.in-malicious-cluster",
                        "cluster",
                        "Belongs to the cluster %s, which is malicious".formatted(cluster.label()),
                        new Technique("T1566", "Phishing"),
                        inquiry.alertCitations(cluster.key()));
            }
        }
    }

    private void url(Entity.Url url) {
        String host = Canonical.urlHost(url.url());
        if (inquiry.malicious(url.key()) && !host.isEmpty()) {
            if (Canonical.isIpLiteral(host)) {
                work.find(
                        inquiry.scope().resolve(Entity.IpAddress.of(host)),
                        "ip.hosts-malicious",
                        "hosts",
                        "Hosts %s, which is malicious".formatted(url.url()),
                        LINK,
                        inquiry.alertCitations(url.key()));
            } else {
                work.find(
                        inquiry.scope().resolve(new Entity.Domain(host)),
                        "domain.hosts-malicious",
                        "hosts",
                        "Hosts %s, which is malicious".formatted(url.url()),
                        LINK,
                        inquiry.alertCitations(url.key()));
            }
        }
        for (TelemetryEvent row : inquiry.rows(url.key())) {
            boolean click = row.kind() == EventKind.URL_CLICKED && inquiry.malicious(url.key());
            Optional<Entity.User> user = Rows.entity(row, LinkRole.ACCOUNT, Entity.User.class);
            if (click && user.isPresent()) {
                boolean blocked = row.actionType().toLowerCase(java.util.Locale.ROOT).contains("block");
                if (!blocked) {
                    work.find(
                            inquiry.scope().resolve(user.get()),
                            "user.clicked",
                            "clicked",
                            "Clicked %s, which is malicious".formatted(url.url()),
                            LINK,
                            row);
                }
            }
        }
    }

    private void file(Entity.File file) {
        boolean bad = inquiry.malicious(file.key());
        for (TelemetryEvent row : inquiry.rows(file.key())) {
            String origin = Rows.origin(row);
            boolean target =
                    !origin.isEmpty()
                            && Rows.entity(row, LinkRole.TARGET, Entity.File.class)
                                    .filter(f -> inquiry.scope().resolve(f).equals(inquiry.scope().resolve(file)))
                                    .isPresent();
            if (target) {
                EntityKey url = inquiry.scope().resolve(new Entity.Url(origin));
                if (bad) {
                    work.find(
                            url,
                            "url.served-malicious",
                            "served",
                            "Served %s, which is malicious".formatted(file.label()),
                            new Technique("T1105", "Ingress Tool Transfer"),
                            row);
                }
                if (in(url) && inquiry.malicious(url)) {
                    work.find(
                            file.key(),
                            "file.from-malicious-url",
                            "delivered",
                            "Came from %s, which is malicious".formatted(origin),
                            new Technique("T1105", "Ingress Tool Transfer"),
                            row);
                }
            }
        }
    }

    private boolean in(EntityKey key) {
        return inquiry.scope().member(key).isPresent();
    }
}
