package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Technique;
import dupin.model.TelemetryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One mail with the rows that its header and body left, while it is judged.
record Letter(
        Work work,
        Entity.MailMessage mail,
        TelemetryEvent delivery,
        List<Link> links,
        List<TelemetryEvent> attachments) {
    static final Technique PHISHING = new Technique("T1566", "Phishing");
    static final Technique LINK = new Technique("T1566.002", "Spearphishing Link");
    static final Technique ATTACHMENT = new Technique("T1566.001", "Spearphishing Attachment");
    static final Technique IMPERSONATION = new Technique("T1656", "Impersonation");

    /// @param host as it stands in the link, "" when it has none
    /// @param shown words of the link
    record Link(String url, String host, String shown, String place, TelemetryEvent row) {
        /// Whether a reader is meant to click it: not a mere reference in carried or plain text of a list.
        boolean clickable() {
            return place.equals("html") || place.equals("area") || place.equals("form") || place.equals("text");
        }
    }

    /// Null when the case holds no row that shows the mail's header or body.
    static @Nullable Letter of(Work work, Entity.MailMessage mail, List<TelemetryEvent> rows) {
        TelemetryEvent delivery =
                rows.stream()
                        .filter(r -> r.kind() == EventKind.MAIL_DELIVERED && !r.attribute("BodyKind").isEmpty())
                        .findFirst()
                        .orElse(null);
        if (delivery == null) {
            return null;
        }
        var links = new ArrayList<Link>();
        var attachments = new ArrayList<TelemetryEvent>();
        for (TelemetryEvent row : rows) {
            if (row.kind() == EventKind.MAIL_URL) {
                Rows.entity(row, LinkRole.DESTINATION, Entity.Url.class)
                        .ifPresent(url -> links.add(link(url.url(), row)));
            } else if (row.kind() == EventKind.MAIL_ATTACHMENT) {
                attachments.add(row);
            }
        }
        return new Letter(work, mail, delivery, links, attachments);
    }

    private static Link link(String url, TelemetryEvent row) {
        String rest = url.substring(Math.min(url.length(), url.indexOf("://") + 3));
        String authority = rest.split("[/?#]", 2)[0];
        String host = authority.substring(authority.lastIndexOf('@') + 1).replaceAll(":\\d*$", "");
        return new Link(
                url, host.toLowerCase(Locale.ROOT), row.attribute("UrlText"), row.attribute("UrlLocation"), row);
    }

    String value(String name) {
        return delivery.attribute(name);
    }

    long number(String name) {
        String text = delivery.attribute(name);
        return text.matches("-?\\d{1,15}") ? Long.parseLong(text) : 0;
    }

    String fromDomain() {
        String address = mail.senderAddress().toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        return at < 0 ? "" : Canonical.domain(address.substring(at + 1));
    }

    /// The name that the sender's owner registered.
    String fromOwner() {
        String domain = fromDomain();
        return domain.indexOf('.') < 0 ? "" : HostNames.registered(domain);
    }

    /// Whether a signature or check proves that the mail is of the sender that it shows.
    boolean proven() {
        String results = value("AuthenticationResults");
        if (results.contains("dmarc=pass")) {
            return true;
        }
        boolean signed = false;
        for (String domain : value("DkimDomains").split(", ", 20)) {
            signed |= !domain.isEmpty() && HostNames.registered(domain).equals(fromOwner());
        }
        String envelope = value("SenderMailFromAddress").toLowerCase(Locale.ROOT);
        String domain = envelope.substring(envelope.lastIndexOf('@') + 1);
        boolean path =
                results.contains("spf=pass")
                        && domain.indexOf('.') > 0
                        && HostNames.registered(domain).equals(fromOwner());
        return signed || path;
    }

    /// Whether anybody checked the sender.
    boolean checked() {
        return !value("AuthenticationResults").isEmpty();
    }

    void find(String weightId, String cause, String text, Technique technique) {
        find(weightId, cause, text, technique, delivery);
    }

    void find(String weightId, String cause, String text, Technique technique, TelemetryEvent row) {
        Citation cite =
                Rows.cite(
                        row,
                        row.kind() == EventKind.MAIL_DELIVERED ? "header and body of the mail" : "part of the mail");
        work.find(mail.key(), weightId, cause, text, technique, List.of(cite));
    }
}
