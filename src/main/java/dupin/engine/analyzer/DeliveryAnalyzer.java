package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;

/// Where files and links came from: the process that wrote the file, the page and the mail that brought it, who clicked.
final class DeliveryAnalyzer implements Analyzer {
    static final String NAME = "Delivery";
    private static final int MOST = 60;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String entityType() {
        return "Files and URLs";
    }

    @Override
    public String description() {
        return "Asks which process, page or mail brought the files and links";
    }

    @Override
    public void run(Work work) {
        work.fresh(Entity.File.class).forEach(file -> file(work, file));
        work.fresh(Entity.Url.class).forEach(url -> url(work, url));
    }

    private static void file(Work work, Entity.File file) {
        if (Binaries.systemBinary(file)
                || work.facts().seen(file.key()).devices().size() > work.inquiry().policy().expansionGate()) {
            return;
        }
        int joined = 0;
        for (TelemetryEvent row : work.inquiry().rows(file.key())) {
            boolean target =
                    Rows.entity(row, LinkRole.TARGET, Entity.File.class)
                            .filter(f -> work.inquiry().scope().resolve(f).equals(file.key()))
                            .isPresent();
            if (!target || joined > MOST) {
                continue;
            }
            boolean written = row.kind() == EventKind.FILE_CREATED || row.kind() == EventKind.FILE_RENAMED;
            if (written) {
                joined++;
                row.actor()
                        .filter(a -> !Binaries.ROOTS.contains(Binaries.name(a)))
                        .ifPresent(a ->
                                work.join(
                                        file.key(),
                                        a,
                                        "Process that wrote the file",
                                        "%s wrote %s".formatted(a.label(), file.label())));
                String origin = Rows.origin(row);
                if (origin.startsWith("http")) {
                    work.join(
                            file.key(),
                            new Entity.Url(origin),
                            "Where the file was downloaded from",
                            "%s came from %s".formatted(file.label(), origin));
                }
            } else if (row.kind() == EventKind.MAIL_ATTACHMENT) {
                message(work, file.key(), row, "Mail that carried the file");
            }
        }
    }

    private static void url(Work work, Entity.Url url) {
        int joined = 0;
        for (TelemetryEvent row : work.inquiry().rows(url.key())) {
            if (joined++ > MOST) {
                return;
            }
            if (row.kind() == EventKind.MAIL_URL) {
                message(work, url.key(), row, "Mail with the link");
            } else if (row.kind() == EventKind.FILE_CREATED) {
                Rows.entity(row, LinkRole.TARGET, Entity.File.class)
                        .ifPresent(file ->
                                work.join(
                                        url.key(),
                                        file,
                                        "Downloaded from the URL",
                                        "%s came from %s".formatted(file.label(), url.url())));
            } else if (row.kind() == EventKind.URL_CLICKED) {
                Rows.entity(row, LinkRole.ACCOUNT, Entity.User.class)
                        .ifPresent(user ->
                                work.join(
                                        url.key(),
                                        user,
                                        "Clicked the link",
                                        "%s clicked %s".formatted(user.label(), url.url())));
            }
        }
    }

    /// Rows of links and attachments often know the mail's id but not its recipients; the delivery rows know both.
    private static void message(Work work, EntityKey from, TelemetryEvent row, String rule) {
        Rows.entity(row, LinkRole.MESSAGE, Entity.MailMessage.class)
                .ifPresent(mail -> {
                    if (!mail.recipientEmailAddress().isEmpty()) {
                        work.join(from, mail, rule, "%s: %s".formatted(rule, mail.label()));
                        return;
                    }
                    for (TelemetryEvent delivery : work.inquiry().deliveries(row.time())) {
                        Rows.entity(delivery, LinkRole.MESSAGE, Entity.MailMessage.class)
                                .filter(m ->
                                        Canonical.lower(m.networkMessageId())
                                                .equals(Canonical.lower(mail.networkMessageId())))
                                .ifPresent(m ->
                                        work.join(
                                                from,
                                                m,
                                                rule,
                                                "%s: %s to %s".formatted(rule, m.label(), m.recipientEmailAddress())));
                    }
                });
    }
}
