package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Technique;
import dupin.model.TelemetryEvent;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the verdicts of addresses and processes say of accounts, and those of accounts of what they sent and granted.
final class AccountBonds {
    private static final Technique ACCOUNTS = new Technique("T1078", "Valid Accounts");

    private final Work work;
    private final Inquiry inquiry;

    AccountBonds(Work work) {
        this.work = work;
        this.inquiry = work.inquiry();
    }

    void run() {
        addresses();
        several();
        inquiry.scope().of(Entity.MailMessage.class).forEach(this::sent);
        inquiry.scope().of(Entity.OAuthApplication.class).forEach(this::granted);
    }

    private void addresses() {
        for (Entity.IpAddress ip : inquiry.scope().of(Entity.IpAddress.class)) {
            if (!inquiry.incriminated(ip.key()) || Addresses.internal(ip.key().value())) {
                continue;
            }
            var query =
                    Facts.Query.of(ip.key()).in(LinkRole.SOURCE).kinds(EventKind.SIGN_IN, EventKind.LOGON).limit(500);
            for (TelemetryEvent row : work.facts().events(query)) {
                Rows.entity(row, LinkRole.ACCOUNT, Entity.User.class)
                        .ifPresent(user ->
                                work.find(
                                        inquiry.scope().resolve(user),
                                        "account.bad-address",
                                        "address",
                                        "Signed in from %s, which is incriminated".formatted(ip.label()),
                                        ACCOUNTS,
                                        row));
            }
        }
    }

    /// Accounts under which malicious processes ran on several devices.
    private void several() {
        var devices = new TreeMap<EntityKey, TreeSet<String>>();
        for (Entity.Process process : inquiry.scope().of(Entity.Process.class)) {
            if (inquiry.maliciousItself(process.key())) {
                inquiry.account(process)
                        .ifPresent(user ->
                                devices.computeIfAbsent(user, _ -> new TreeSet<>())
                                        .add(Canonical.host(process.device())));
            }
        }
        devices.forEach((user, hosts) -> {
            if (hosts.size() >= 2) {
                work.find(
                        user,
                        "user.ran-on-several",
                        "ran-several",
                        "Malicious processes ran as this account on %d devices".formatted(hosts.size()),
                        ACCOUNTS,
                        java.util.List.of());
            }
        });
    }

    private void sent(Entity.MailMessage mail) {
        Entity.User sender = Entity.User.ofUpn(mail.senderAddress());
        boolean ours = inquiry.scope().contains(sender) && inquiry.incriminated(inquiry.scope().resolve(sender));
        EntityKey ip = inquiry.scope().resolve(Entity.IpAddress.of(mail.senderIp()));
        if (ours && !mail.senderIp().isEmpty() && inquiry.scope().member(ip).isPresent() && inquiry.incriminated(ip)) {
            work.find(
                    mail.key(),
                    "mail.bad-source",
                    "source",
                    "An incriminated account sent it from %s, which is incriminated".formatted(mail.senderIp()),
                    new Technique("T1534", "Internal Spearphishing"),
                    inquiry.rows(mail.key()).stream().limit(1).map(r -> Rows.cite(r, "sent")).toList());
        }
    }

    private void granted(Entity.OAuthApplication app) {
        for (TelemetryEvent row : inquiry.rows(app.key())) {
            boolean consent = row.actionType().toLowerCase(java.util.Locale.ROOT).contains("consent");
            Entity.User user = Rows.entity(row, LinkRole.ACCOUNT, Entity.User.class).orElse(null);
            if (consent
                    && user != null
                    && inquiry.scope().contains(user)
                    && inquiry.malicious(inquiry.scope().resolve(user))) {
                work.find(
                        app.key(),
                        "app.bad-account",
                        "granted",
                        "%s, which is malicious, granted it access".formatted(user.label()),
                        new Technique("T1528", "Steal Application Access Token"),
                        row);
                return;
            }
        }
    }
}
