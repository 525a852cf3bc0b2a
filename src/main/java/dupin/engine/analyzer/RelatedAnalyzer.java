package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lets in what members stand for: a process's image and account, the host of a link, the links and attachments of a mail.
final class RelatedAnalyzer implements Analyzer {
    static final String NAME = "Related entities";
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>|;,)]{4,400}", Pattern.CASE_INSENSITIVE);
    private static final int PER_MAIL = 30;

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
        return "Lets in what the entities stand for: images, accounts, hosts, links, attachments";
    }

    @Override
    public void run(Work work) {
        work.fresh(Entity.MailMessage.class).forEach(mail -> mail(work, mail));
        work.fresh(Entity.Process.class).forEach(process -> process(work, process));
        work.fresh(Entity.Url.class).forEach(url -> host(work, url));
        work.fresh(Entity.Mailbox.class)
                .forEach(box ->
                        account(
                                work,
                                box.key(),
                                box.upn().isEmpty() ? box.primaryAddress() : box.upn(),
                                "Account of the mailbox"));
        work.fresh(Entity.SignInSession.class)
                .forEach(session -> {
                    account(work, session.key(), session.account(), "Account of the session");
                    ip(work, session.key(), session.ipAddress(), "Source of the session");
                });
        work.fresh(Entity.File.class).forEach(file -> device(work, file.key(), file.device()));
        work.fresh(Entity.Service.class).forEach(service -> device(work, service.key(), service.device()));
        work.fresh(Entity.MailSubmission.class)
                .forEach(report -> {
                    account(work, report.key(), report.submitter(), "Who reported the mail");
                    ip(work, report.key(), report.senderIp(), "Sender of the reported mail");
                });
    }

    private static void process(Work work, Entity.Process process) {
        boolean named = !work.inquiry().sightings(process.key()).isEmpty();
        Entity.Process full = work.inquiry().node(process).map(n -> n.process).orElse(process);
        work.inquiry()
                .node(process)
                .ifPresent(n ->
                        n.spellings()
                                .forEach(key ->
                                        work.inquiry().scope().learn(work.inquiry().scope().resolve(process), key)));
        Entity.File image = full.imageFile();
        if (!image.fullPath().isEmpty() && (named || !Binaries.systemBinary(image))) {
            work.join(
                    process.key(),
                    image,
                    "Image file of a process",
                    "%s runs from %s".formatted(process.label(), image.fullPath()));
        }
        if (named || !Binaries.ofWindows(Binaries.name(full))) {
            device(work, process.key(), process.device());
            user(work, process.key(), full.account());
        }
        for (String link : links(full.processCommandLine())) {
            work.join(
                    process.key(),
                    new Entity.Url(link),
                    "URL in a command line",
                    "%s names %s".formatted(process.label(), link));
        }
    }

    /// Links in all layers of a command line, at most eight; in the line's own spelling where it shows them openly, because
    /// the letters of a path count.
    static Set<String> links(String commandLine) {
        CommandLine command = CommandLine.of(commandLine);
        String lower = commandLine.toLowerCase(Locale.ROOT);
        var links = new LinkedHashSet<String>();
        Matcher matcher = LINK.matcher(command.text());
        while (matcher.find() && links.size() < 8) {
            int open = lower.indexOf(matcher.group());
            links.add(open < 0 ? matcher.group() : commandLine.substring(open, open + matcher.group().length()));
        }
        return links;
    }

    private static void mail(Work work, Entity.MailMessage mail) {
        ip(work, mail.key(), mail.senderIp(), "Sender's address");
        int at = mail.recipientEmailAddress().indexOf('@');
        if (at > 0) {
            String to = mail.recipientEmailAddress();
            work.join(
                    mail.key(),
                    new Entity.Mailbox(to, "", to),
                    "Recipient of the mail",
                    "%s received “%s”".formatted(to, mail.subject()));
        }
        mail.urls().stream()
                .limit(PER_MAIL)
                .forEach(url ->
                        work.join(
                                mail.key(),
                                new Entity.Url(url),
                                "Link in the mail",
                                "“%s” links to %s".formatted(mail.subject(), url)));
        int joined = 0;
        for (TelemetryEvent row : work.inquiry().rows(mail.key())) {
            if (row.kind() == EventKind.MAIL_URL && joined++ < PER_MAIL) {
                row.links().stream()
                        .map(l -> l.entity())
                        .filter(Entity.Url.class::isInstance)
                        .forEach(url ->
                                work.join(
                                        mail.key(),
                                        url,
                                        "Link in the mail",
                                        "“%s” links to %s".formatted(mail.subject(), url.label())));
            } else if (row.kind() == EventKind.MAIL_ATTACHMENT) {
                Rows.entity(row, LinkRole.TARGET, Entity.File.class)
                        .ifPresent(file ->
                                work.join(
                                        mail.key(),
                                        file,
                                        "Attachment of the mail",
                                        "“%s” carries %s".formatted(mail.subject(), file.label())));
            } else if (row.kind() == EventKind.MAIL_DELIVERED) {
                Rows.entity(row, LinkRole.SOURCE, Entity.IpAddress.class)
                        .ifPresent(ip -> ip(work, mail.key(), ip.ipAddress(), "Sender's address"));
            }
        }
    }

    private static void host(Work work, Entity.Url url) {
        String host = Canonical.urlHost(url.url());
        if (Canonical.isIpLiteral(host)) {
            ip(work, url.key(), host, "Host of the URL");
        } else if (host.indexOf('.') > 0) {
            work.join(
                    url.key(), new Entity.Domain(host), "Host of the URL", "%s lies on %s".formatted(url.url(), host));
        }
    }

    private static void ip(Work work, EntityKey from, String address, String rule) {
        String value = Canonical.ip(address);
        if (Canonical.isIpLiteral(value) && !Addresses.nobody(value)) {
            work.join(from, Entity.IpAddress.of(value), rule, "%s: %s".formatted(rule, value));
        }
    }

    private static void account(Work work, EntityKey from, String upn, String rule) {
        if (upn.indexOf('@') > 0) {
            work.join(from, Entity.User.ofUpn(upn), rule, "%s: %s".formatted(rule, upn));
        }
    }

    static void user(Work work, EntityKey from, String account) {
        int cut = account.indexOf('\\');
        var user =
                account.contains("@")
                        ? Entity.User.ofUpn(account)
                        : Entity.User.ofAccount(cut < 0 ? "" : account.substring(0, cut), account.substring(cut + 1));
        String name = account.toLowerCase(Locale.ROOT);
        boolean nobody =
                account.isBlank()
                        || user.wellKnown()
                        || name.endsWith("$")
                        || name.contains("window manager")
                        || name.contains("font driver host");
        if (!nobody) {
            Entity known = work.facts().entity(user.key()).orElse(user);
            work.join(from, known, "Account of a process", "The process ran as %s".formatted(account));
        }
    }

    private static void device(Work work, EntityKey from, String host) {
        if (!host.isBlank()) {
            Entity named = Entity.Device.named(host);
            work.join(
                    from,
                    work.facts().entity(named.key()).orElse(named),
                    "Device of the entity",
                    "It was seen on %s".formatted(host));
        }
    }
}
