package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Technique;
import dupin.model.Telemetry;
import dupin.model.TelemetryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a mail says of itself: who sent it, whether that can be proven, whom it imitates, what the filter found.
final class MailAnalyzer implements Analyzer {
    static final String NAME = "Mail";
    private static final Technique PHISHING = new Technique("T1566", "Phishing");

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
        return "Weighs senders, authentication, imitation and the filter's findings";
    }

    @Override
    public void run(Work work) {
        Brands brands = Brands.of(work.inquiry());
        for (Entity.MailMessage mail : work.fresh(Entity.MailMessage.class)) {
            // The message itself is telemetry of a kind: sender, subject, threats.
            if (mail.senderAddress().isEmpty() && mail.subject().isEmpty()) {
                work.has(mail, "", Telemetry.MAIL);
            }
            List<TelemetryEvent> rows =
                    work.inquiry().rows(mail.key()).stream()
                            .filter(r ->
                                    r.kind() == EventKind.MAIL_DELIVERED || r.kind() == EventKind.MAIL_POST_DELIVERY)
                            .filter(r -> recipient(r, mail))
                            .toList();
            List<Citation> cite =
                    rows.isEmpty()
                            ? work.inquiry().alertCitations(mail.key())
                            : List.of(Rows.cite(rows.getFirst(), "delivery"));
            threats(work, mail, rows, cite);
            authentication(work, mail, rows);
            sender(work, mail, brands, cite);
            Letter letter = Letter.of(work, mail, work.inquiry().rows(mail.key()));
            if (letter != null) {
                LetterHead.judge(letter);
                LetterBody.judge(letter);
            }
            reported(work, mail, cite);
        }
        for (Entity.MailSubmission report : work.fresh(Entity.MailSubmission.class)) {
            boolean junk =
                    report.reportType().toLowerCase(Locale.ROOT).contains("phish")
                            || report.reportType().toLowerCase(Locale.ROOT).contains("malware");
            work.find(
                    report.key(),
                    junk ? "mail.reported" : "mail.reported-other",
                    "reported",
                    "%s reported it as %s".formatted(report.submitter(), Text.quote(report.reportType())),
                    PHISHING,
                    work.inquiry().alertCitations(report.key()));
        }
    }

    private static boolean recipient(TelemetryEvent row, Entity.MailMessage mail) {
        return Rows.entity(row, LinkRole.MESSAGE, Entity.MailMessage.class)
                .filter(m ->
                        m.recipientEmailAddress().isEmpty()
                                || mail.recipientEmailAddress().isEmpty()
                                || m.recipientEmailAddress().equalsIgnoreCase(mail.recipientEmailAddress()))
                .isPresent();
    }

    private static void threats(Work work, Entity.MailMessage mail, List<TelemetryEvent> rows, List<Citation> cite) {
        if (work.inquiry().policy().blindReview()) {
            return;
        }
        var words = new ArrayList<String>(mail.threats());
        rows.forEach(r -> words.add(Rows.attribute(r, "ThreatTypes") + " " + Rows.attribute(r, "ThreatNames")));
        rows.stream().filter(r -> r.kind() == EventKind.MAIL_POST_DELIVERY).forEach(r -> words.add(r.actionType()));
        String weightId = threat(String.join(" ", words));
        if (!weightId.isEmpty()) {
            work.find(
                    mail.key(),
                    weightId,
                    "provider",
                    "The mail filter found %s in it".formatted(Text.quote(String.join(", ", words).strip())),
                    PHISHING,
                    cite);
        }
    }

    /// Weight of the filter's words; "" when they say nothing.
    static String threat(String words) {
        String text = words.toLowerCase(Locale.ROOT).replace(" ", "");
        if (text.contains("malware")
                || text.contains("highconfphish")
                || text.contains("maliciousurl")
                || text.contains("maliciousfile")
                || text.contains("highconfidencephish")
                || text.contains("zapphish")
                || text.contains("phishzap")
                || text.contains("malwarezap")) {
            return "mail.threat-high";
        }
        return text.contains("phish") ? "mail.threat-phish" : text.contains("spam") ? "mail.threat-spam" : "";
    }

    private static void authentication(Work work, Entity.MailMessage mail, List<TelemetryEvent> rows) {
        EntityKey key = mail.key();
        for (TelemetryEvent row : rows) {
            String text =
                    Rows.lowerAttribute(row, "AuthenticationDetails", "AuthenticationResults")
                            .replace("\"", "")
                            .replace(" ", "");
            boolean dmarc = text.contains("dmarc:fail") || text.contains("dmarc=fail");
            boolean spf =
                    text.contains("spf:fail")
                            || text.contains("spf=fail")
                            || text.contains("spf:softfail")
                            || text.contains("spf=softfail");
            boolean dkim = text.contains("dkim:fail") || text.contains("dkim=fail");
            if (dmarc || spf || dkim) {
                work.find(
                        key,
                        dmarc || spf && dkim ? "mail.authentication" : "mail.authentication-part",
                        "authentication",
                        "Its sender cannot be proven: %s"
                                .formatted(
                                        Text.quote(
                                                Rows.attribute(row, "AuthenticationDetails", "AuthenticationResults"))),
                        new Technique("T1656", "Impersonation"),
                        row);
            } else if ((text.contains("dmarc:pass") || text.contains("dmarc=pass")) && vouches(mail, row)) {
                work.find(
                        key,
                        "mail.authenticated",
                        "authentication",
                        "Its sender is proven: %s"
                                .formatted(
                                        Text.quote(
                                                Rows.attribute(row, "AuthenticationDetails", "AuthenticationResults"))),
                        Technique.NONE,
                        row);
            }
        }
    }

    /// Whether a proven sender speaks for the mail: not when it calls itself by another's name, nor when it only passes on
    /// what somebody else wrote.
    private static boolean vouches(Entity.MailMessage mail, TelemetryEvent row) {
        String domain = mail.senderAddress().substring(mail.senderAddress().lastIndexOf('@') + 1);
        return KnownNames.claimed(mail.senderDisplayName(), Canonical.domain(domain)).isEmpty()
                && Forwarded.of(mail.subject(), Rows.attribute(row, "BodyText")).isEmpty();
    }

    private static void sender(Work work, Entity.MailMessage mail, Brands brands, List<Citation> cite) {
        String address = mail.senderAddress().toLowerCase(Locale.ROOT);
        String domain = Canonical.domain(address.substring(address.lastIndexOf('@') + 1));
        brands.imitated(domain)
                .ifPresent(brand ->
                        work.find(
                                mail.key(),
                                "mail.look-alike",
                                "imitation",
                                "The sender's domain %s looks like %s and is not"
                                        .formatted(Text.quote(domain), Text.quote(brand)),
                                new Technique("T1583.001", "Domains"),
                                cite));
        String name = mail.senderDisplayName().toLowerCase(Locale.ROOT);
        int at = name.indexOf('@');
        if (at > 0 && !domain.isEmpty() && !name.contains(domain)) {
            work.find(
                    mail.key(),
                    "mail.display-name",
                    "imitation",
                    "The sender shows the address %s but writes from %s"
                            .formatted(Text.quote(mail.senderDisplayName()), Text.quote(address)),
                    new Technique("T1656", "Impersonation"),
                    cite);
        }
    }

    private static void reported(Work work, Entity.MailMessage mail, List<Citation> cite) {
        for (Entity.MailSubmission report : work.inquiry().scope().of(Entity.MailSubmission.class)) {
            if (!report.networkMessageId().isEmpty()
                    && report.networkMessageId().equalsIgnoreCase(mail.networkMessageId())) {
                boolean submitted = report.reportType().isEmpty() && report.submitter().isEmpty();
                if (!submitted) {
                    work.find(
                            mail.key(),
                            "mail.reported",
                            "reported",
                            "%s reported it as %s".formatted(report.submitter(), Text.quote(report.reportType())),
                            PHISHING,
                            cite);
                }
            }
        }
    }
}
