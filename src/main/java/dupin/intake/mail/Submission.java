package dupin.intake.mail;

import dupin.intake.Json;
import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.Evidence;
import dupin.model.Imported;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.Severity;
import dupin.model.TelemetryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One imported mail as rows and a reported message.
///
/// The row `MAIL_DELIVERED` bears what the mail shows as attributes: addresses of its header, results of authentication
/// (`AuthenticationResults`, `ArcResults`, `DkimDomains`), list headers, how much of it is hidden, forms, the visible text.
/// Then one `MAIL_URL` a link (`UrlText` what it shows, `UrlLocation` where it stands) and one `MAIL_ATTACHMENT` a file.
final class Submission {
    static final String TABLE = "Mail";
    private static final int MOST_URLS = 60;
    private static final int MOST_FILES = 60;
    private static final int LONGEST_TEXT = 6_000;
    private static final int LONGEST_VALUE = 1_000;

    private final Mail mail;
    private final Mail carrier;
    private final Trace trace;
    private final Look look;
    private final String digest;
    private final Entity.MailMessage message;
    private final @Nullable Instant received;

    private Submission(Mail carrier, String digest) {
        this.carrier = carrier;
        this.mail = carrier.meant();
        this.digest = digest;
        this.trace = Trace.of(mail);
        this.look = Look.of(mail);
        this.received = received(mail);
        this.message = message();
    }

    /// @param digest SHA-256 of the message's bytes
    /// @param row gives the reference of the n-th row of this mail
    static List<Imported> read(Mail carrier, String digest, LongFunction<RowRef> row) {
        return new Submission(carrier, digest).records(row);
    }

    private List<Imported> records(LongFunction<RowRef> row) {
        var records = new ArrayList<Imported>();
        long at = 0;
        records.add(new Imported.OfEvent(delivered(row.apply(at++))));
        for (HtmlView.Link link : look.urls(MOST_URLS)) {
            records.add(new Imported.OfEvent(url(link, row.apply(at++))));
        }
        for (Mail.Attachment file : mail.attachments().stream().limit(MOST_FILES).toList()) {
            records.add(new Imported.OfEvent(attachment(file, row.apply(at++))));
        }
        records.add(new Imported.OfAlert(alert(row.apply(0)), ""));
        return records;
    }

    private static @Nullable Instant received(Mail mail) {
        for (String header : mail.all("Received")) {
            Instant time = MailTime.of(header);
            if (time != null) {
                return time;
            }
        }
        return MailTime.of(mail.first("Date"));
    }

    private Entity.MailMessage message() {
        Address from = Address.first(mail.first("From"));
        String network = mail.first("X-MS-Exchange-Organization-Network-Message-Id");
        return new Entity.MailMessage(
                network.isEmpty() ? "eml-" + digest.substring(0, 20) : network,
                bounded(mail.first("Message-ID").replace("<", "").replace(">", "").strip(), LONGEST_VALUE),
                recipient(),
                bounded(from.address(), 320),
                bounded(from.name(), LONGEST_VALUE),
                trace.senderIp(),
                bounded(mail.first("Subject"), LONGEST_VALUE),
                received,
                "",
                "",
                look.urls(MOST_URLS).stream().map(HtmlView.Link::url).toList(),
                List.of());
    }

    private String recipient() {
        for (String name : new String[] {"Delivered-To", "X-Original-To", "To", "Cc"}) {
            Address to = Address.first(mail.first(name));
            if (to.address().contains("@")) {
                return bounded(to.address(), 320);
            }
        }
        return "";
    }

    private TelemetryEvent delivered(RowRef ref) {
        var links = new ArrayList<EventLink>();
        links.add(new EventLink(LinkRole.MESSAGE, message));
        if (!message.recipientEmailAddress().isEmpty()) {
            String to = message.recipientEmailAddress();
            links.add(new EventLink(LinkRole.MAILBOX, new Entity.Mailbox(to, "", to)));
        }
        if (!trace.senderIp().isEmpty()) {
            links.add(new EventLink(LinkRole.SOURCE, Entity.IpAddress.of(trace.senderIp())));
        }
        String domain = Canonical.domain(Address.first(mail.first("From")).domain());
        if (domain.indexOf('.') > 0) {
            links.add(new EventLink(LinkRole.SOURCE, new Entity.Domain(domain)));
        }
        return event(EventKind.MAIL_DELIVERED, "Delivered", links, attributes(), raw(), ref);
    }

    private TelemetryEvent url(HtmlView.Link link, RowRef ref) {
        var values = new TreeMap<String, String>();
        put(values, "UrlText", bounded(link.shown(), 300));
        put(values, "UrlLocation", link.part());
        put(values, "NetworkMessageId", message.networkMessageId());
        return event(
                EventKind.MAIL_URL,
                "Url",
                List.of(
                        new EventLink(LinkRole.MESSAGE, message),
                        new EventLink(LinkRole.DESTINATION, new Entity.Url(link.url()))),
                values,
                "",
                ref);
    }

    private TelemetryEvent attachment(Mail.Attachment file, RowRef ref) {
        var values = new TreeMap<String, String>();
        put(values, "FileType", file.type());
        put(values, "FileSize", Long.toString(file.size()));
        put(values, "IsInline", Boolean.toString(file.inline()));
        put(values, "NetworkMessageId", message.networkMessageId());
        if (!file.text().isEmpty()) {
            HtmlView inside = HtmlView.of(file.text());
            put(values, "HasForm", inside.forms().isEmpty() ? "" : "true");
            put(values, "HasPasswordField", inside.password() ? "true" : "");
            put(values, "HasScript", file.text().toLowerCase(Locale.ROOT).contains("<script") ? "true" : "");
        }
        String name = bounded(file.name(), 300);
        return event(
                EventKind.MAIL_ATTACHMENT,
                "Attachment",
                List.of(
                        new EventLink(LinkRole.MESSAGE, message),
                        new EventLink(
                                LinkRole.TARGET,
                                new Entity.File(name, "", file.sha256(), "", "", file.size(), "", "", "", ""))),
                values,
                "",
                ref);
    }

    private TelemetryEvent event(
            EventKind kind, String action, List<EventLink> links, Map<String, String> values, String raw, RowRef ref) {
        return new TelemetryEvent(kind, TABLE, action, received, links, Collections.unmodifiableMap(values), raw, ref);
    }

    private Map<String, String> attributes() {
        var values = new TreeMap<String, String>();
        put(values, "NetworkMessageId", message.networkMessageId());
        put(values, "Subject", message.subject());
        put(values, "SenderFromAddress", message.senderAddress());
        put(values, "SenderDisplayName", message.senderDisplayName());
        put(values, "SenderMailFromAddress", bounded(trace.mailFrom(), 320));
        put(values, "AuthenticationResults", trace.words());
        put(values, "ArcResults", trace.arc());
        put(values, "DkimDomains", String.join(", ", trace.dkimDomains()));
        put(values, "ReplyTo", bounded(Address.first(mail.first("Reply-To")).address(), 320));
        for (String name :
                new String[] {"List-Id", "List-Unsubscribe", "Precedence", "In-Reply-To", "X-Mailer", "Sender"}) {
            put(values, name, bounded(mail.first(name), LONGEST_VALUE));
        }
        put(values, "MessageIdHeader", mail.has("Message-ID") ? bounded(mail.first("Message-ID"), 400) : "absent");
        put(values, "DateHeader", bounded(mail.first("Date"), 100));
        Instant written = MailTime.of(mail.first("Date"));
        if (written != null && received != null) {
            put(values, "DateSkewHours", Long.toString(Duration.between(written, received).toHours()));
        }
        put(values, "Hops", Integer.toString(trace.hops()));
        put(values, "ToHeader", bounded(mail.first("To") + " " + mail.first("Cc"), 4_000).strip());
        put(values, "Recipients", Integer.toString(Address.all(mail.first("To")).size()));
        put(values, "AttachmentCount", Integer.toString(mail.attachments().size()));
        look.put(values);
        put(values, "BodyText", bounded(look.text(), LONGEST_TEXT));
        put(values, "ThreatTypes", filterWords(mail));
        put(values, "SubmittedBy", carrier == mail ? "" : Address.first(carrier.first("From")).address());
        return values;
    }

    /// What the receiving filter wrote into the header; a witness like any provider.
    private static String filterWords(Mail mail) {
        String report = mail.first("X-Forefront-Antispam-Report").toUpperCase(Locale.ROOT);
        String level = mail.first("X-MS-Exchange-Organization-SCL").strip();
        if (report.contains("CAT:HPHISH") || report.contains("CAT:HPHSH")) {
            return "HighConfPhish";
        }
        if (report.contains("CAT:PHSH") || report.contains("CAT:PHISH")) {
            return "Phish";
        }
        if (report.contains("CAT:MALW")) {
            return "Malware";
        }
        return report.contains("CAT:SPM") || report.contains("CAT:HSPM") || level.matches("[5-9]") ? "Spam" : "";
    }

    /// Header as a JSON object, for the flyout and for search: values of one name on lines.
    private String raw() {
        var joined = new LinkedHashMap<String, String>();
        for (Mail.Header header : mail.headers()) {
            joined.merge(header.name(), bounded(header.value(), 4_000), (a, b) -> bounded(a + "\n" + b, 20_000));
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        joined.forEach(object::put);
        return Json.text(object);
    }

    private Alert alert(RowRef ref) {
        String submitter = carrier == mail ? "" : Address.first(carrier.first("From")).address();
        var report =
                new Entity.MailSubmission(
                        "submission-" + digest.substring(0, 32),
                        message.networkMessageId(),
                        message.recipientEmailAddress(),
                        message.senderAddress(),
                        trace.senderIp(),
                        message.subject(),
                        submitter,
                        "",
                        received);
        var evidence = new ArrayList<>(List.of(Evidence.of(message), Evidence.of(report)));
        if (!message.recipientEmailAddress().isEmpty()) {
            String to = message.recipientEmailAddress();
            evidence.add(Evidence.of(new Entity.Mailbox(to, "", to)));
        }
        return new Alert(
                "mail-" + digest.substring(0, 32),
                "",
                "Email submitted for analysis",
                "The mail “" + message.subject() + "” was imported to be judged.",
                "",
                Severity.INFORMATIONAL,
                "new",
                "InitialAccess",
                "microsoftDefenderForOffice365",
                "manual",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                List.of("T1566"),
                List.of(),
                List.of(),
                received,
                received,
                received,
                null,
                null,
                evidence,
                ref);
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (!value.isEmpty()) {
            values.put(name, value);
        }
    }

    private static String bounded(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
