package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Technique;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a mail's header tells: whether its sender can be believed, and whether it came as honest mail does.
final class LetterHead {
    private static final long SKEW_HOURS = 20;
    private static final Pattern SHOWN_DOMAIN =
            Pattern.compile(
                    "\\b[a-z0-9-]{2,40}\\.(?:com|net|org|io|co|de|fr|it|es|nl|pl|uk|br|eu|info|app|shop|online)\\b");

    private LetterHead() {}

    static void judge(Letter letter) {
        authentication(letter);
        sender(letter);
        names(letter);
        forwarded(letter);
        reply(letter);
        subject(letter);
        path(letter);
        addressed(letter);
        lists(letter);
    }

    private static void authentication(Letter letter) {
        String results = letter.value("AuthenticationResults");
        if (!letter.checked() || results.contains("dmarc=fail")) {
            return;
        }
        boolean any = results.contains("=pass");
        if (letter.proven()) {
            if (!results.contains("dmarc=pass")) {
                letter.find(
                        "mail.signed",
                        "authentication",
                        "Its sender's domain vouches for it: %s".formatted(Text.quote(results)),
                        Technique.NONE);
            }
        } else if (!any) {
            boolean thorough = results.contains("dkim=") || results.contains("dmarc=");
            letter.find(
                    thorough ? "mail.unauthenticated" : "mail.path-unauthenticated",
                    "authentication",
                    "Nothing proves its sender: %s".formatted(Text.quote(results)),
                    Letter.IMPERSONATION);
        } else {
            letter.find(
                    "mail.other-authenticated",
                    "authentication",
                    "What was proven is another sender than it shows: %s for %s"
                            .formatted(Text.quote(results), Text.quote(letter.fromDomain())),
                    Letter.IMPERSONATION);
        }
    }

    private static void sender(Letter letter) {
        String domain = letter.fromDomain();
        if (domain.indexOf('.') <= 0) {
            letter.find(
                    "mail.sender-broken",
                    "sender",
                    "It names no sender to whom one could write: %s"
                            .formatted(Text.quote(letter.mail().senderAddress())),
                    Letter.IMPERSONATION);
            return;
        }
        String envelope = letter.value("SenderMailFromAddress").toLowerCase(Locale.ROOT);
        String returns = Canonical.domain(envelope.substring(envelope.lastIndexOf('@') + 1));
        if (HostNames.shared(domain)) {
            letter.find(
                    "mail.shared-host-sender",
                    "sender",
                    "Anybody can send from a place such as %s".formatted(Text.quote(domain)),
                    Letter.PHISHING);
        } else if (HostNames.random(Brands.label(domain))) {
            letter.find(
                    "mail.random-sender",
                    "sender",
                    "The sender's domain looks thrown together: %s".formatted(Text.quote(domain)),
                    Letter.PHISHING);
        } else if (!returns.isEmpty()
                && !HostNames.registered(returns).equals(letter.fromOwner())
                && letter.checked()
                && !letter.proven()) {
            letter.find(
                    "mail.return-elsewhere",
                    "sender",
                    "It shows the sender %s, and returns go to %s".formatted(Text.quote(domain), Text.quote(returns)),
                    Letter.IMPERSONATION);
        }
        if (returns.indexOf('.') > 0
                && !HostNames.registered(returns).equals(letter.fromOwner())
                && HostNames.random(Brands.label(returns))) {
            letter.find(
                    "mail.random-sender",
                    "sender",
                    "Returns go to a domain that looks thrown together: %s".formatted(Text.quote(returns)),
                    Letter.PHISHING);
        }
        mailbox(letter, domain);
        KnownNames.imitated(domain)
                .ifPresent(name ->
                        letter.find(
                                "mail.look-alike",
                                "imitation",
                                "The sender's domain %s looks like %s and is not"
                                        .formatted(Text.quote(domain), Text.quote(name)),
                                new Technique("T1583.001", "Domains")));
    }

    /// A mailbox whose name was thrown together, and a shown name that is no name.
    private static void mailbox(Letter letter, String domain) {
        String address = letter.mail().senderAddress();
        String local = address.substring(0, address.lastIndexOf('@'));
        String name = letter.mail().senderDisplayName();
        boolean free = HostNames.freeMail(domain);
        boolean numbered = free && local.replaceAll("\\D", "").length() >= 6;
        if (numbered
                || HostNames.random(local) && !local.contains(".") && !local.contains("-") && local.length() <= 24) {
            letter.find(
                    "mail.random-mailbox",
                    "mailbox",
                    "The sender's mailbox looks thrown together: %s".formatted(Text.quote(address)),
                    Letter.PHISHING);
        }
        if (name.replaceAll("\\D", "").length() >= 6 || free && name.matches(".*[\\[\\]{}|!].*")) {
            letter.find(
                    "mail.odd-name",
                    "name",
                    "The sender's name is no name: %s".formatted(Text.quote(name)),
                    Letter.PHISHING);
        }
    }

    private static void names(Letter letter) {
        String name = letter.mail().senderDisplayName();
        if (HostNames.freeMail(letter.fromDomain()) && HostNames.office(name)) {
            letter.find(
                    "mail.office-from-free",
                    "name",
                    "It calls itself %s and writes from a free mailbox, %s"
                            .formatted(Text.quote(name), Text.quote(letter.mail().senderAddress())),
                    Letter.IMPERSONATION);
        }
        Matcher shown = SHOWN_DOMAIN.matcher(name.toLowerCase(Locale.ROOT));
        if (shown.find()
                && !name.contains("@")
                && !letter.fromOwner().isEmpty()
                && !HostNames.registered(shown.group()).equals(letter.fromOwner())
                && !Brands.label(shown.group()).equals(Brands.label(letter.fromDomain()))) {
            letter.find(
                    "mail.display-domain",
                    "imitation",
                    "It calls itself %s and writes from %s"
                            .formatted(Text.quote(name), Text.quote(letter.fromDomain())),
                    Letter.IMPERSONATION);
        }
        Optional<String> claimed = KnownNames.claimed(name, letter.fromDomain());
        claimed.ifPresent(brand ->
                letter.find(
                        "mail.display-brand",
                        "imitation",
                        "It calls itself %s and writes from %s"
                                .formatted(Text.quote(name), Text.quote(letter.fromDomain())),
                        Letter.IMPERSONATION));
        if (claimed.isEmpty()) {
            KnownNames.claimed(letter.mail().subject(), letter.fromDomain())
                    .filter(_ -> !letter.value("Subject").toLowerCase(Locale.ROOT).startsWith("re:"))
                    .ifPresent(brand ->
                            letter.find(
                                    Lures.subject(letter.mail().subject()) && letter.value("List-Id").isEmpty()
                                            ? "mail.subject-brand-lure"
                                            : "mail.subject-brand",
                                    "imitation",
                                    "Its subject speaks of %s and it comes from %s"
                                            .formatted(Text.quote(brand), Text.quote(letter.fromDomain())),
                                    Letter.IMPERSONATION));
        }
    }

    /// What a reader passed on is judged by who wrote it.
    private static void forwarded(Letter letter) {
        Forwarded inner = Forwarded.of(letter.mail().subject(), letter.value("BodyText")).orElse(null);
        if (inner == null || HostNames.registered(inner.domain()).equals(letter.fromOwner())) {
            return;
        }
        if (HostNames.random(Brands.label(inner.domain())) || HostNames.shared(inner.domain())) {
            letter.find(
                    "mail.random-sender",
                    "sender-within",
                    "It passes on a mail of %s, which looks thrown together".formatted(Text.quote(inner.address())),
                    Letter.PHISHING);
        }
        KnownNames.claimed(inner.name(), inner.domain())
                .ifPresent(_ ->
                        letter.find(
                                "mail.display-brand",
                                "imitation",
                                "It passes on a mail of %s, who writes from %s"
                                        .formatted(Text.quote(inner.name()), Text.quote(inner.domain())),
                                Letter.IMPERSONATION));
    }

    private static void reply(Letter letter) {
        String reply = letter.value("ReplyTo").toLowerCase(Locale.ROOT);
        String domain = Canonical.domain(reply.substring(reply.lastIndexOf('@') + 1));
        if (domain.indexOf('.') <= 0 || !letter.value("List-Id").isEmpty()) {
            return;
        }
        boolean elsewhere = !HostNames.registered(domain).equals(letter.fromOwner());
        if (elsewhere && HostNames.freeMail(domain)) {
            letter.find(
                    "mail.reply-free",
                    "reply",
                    "Answers go to the free mailbox %s instead of the sender %s"
                            .formatted(Text.quote(reply), Text.quote(letter.mail().senderAddress())),
                    Letter.IMPERSONATION);
        } else if (elsewhere && letter.checked()) {
            letter.find(
                    "mail.reply-elsewhere",
                    "reply",
                    "Answers go to %s instead of the sender %s"
                            .formatted(Text.quote(reply), Text.quote(letter.mail().senderAddress())),
                    Letter.IMPERSONATION);
        }
    }

    private static void subject(Letter letter) {
        String subject = letter.mail().subject();
        String disguise = Disguise.of(subject + " " + letter.mail().senderDisplayName());
        String swapped = Disguise.swapped(subject);
        if (!disguise.isEmpty()) {
            letter.find(
                    "mail.disguised",
                    "disguise",
                    "Its subject or sender hides its words from filters: %s".formatted(disguise),
                    Letter.PHISHING);
        } else if (!swapped.isEmpty()) {
            letter.find(
                    "mail.swapped-letters",
                    "disguise",
                    "Its subject writes I for l or l for I: %s".formatted(Text.quote(swapped)),
                    Letter.PHISHING);
        }
        String last = subject.strip().substring(subject.strip().lastIndexOf(' ') + 1);
        if (last.matches("[A-Z]{8,24}") && last.replaceAll("[AEIOUY]", "").length() * 5 > last.length() * 4) {
            letter.find(
                    "mail.random-subject",
                    "disguise",
                    "Its subject ends in letters that were thrown together: %s".formatted(Text.quote(last)),
                    Letter.PHISHING);
        }
        String to = letter.mail().recipientEmailAddress().toLowerCase(Locale.ROOT);
        String local = to.substring(0, Math.max(0, to.indexOf('@')));
        if (local.length() >= 4
                && subject.toLowerCase(Locale.ROOT)
                        .contains(
                                to.substring(
                                        0,
                                        to.indexOf('.', to.indexOf('@') + 1) > 0
                                                ? to.indexOf('.', to.indexOf('@') + 1)
                                                : to.length()))) {
            letter.find(
                    "mail.address-in-subject",
                    "address",
                    "Its subject shows the address that it was sent to",
                    Letter.PHISHING);
        }
    }

    private static void path(Letter letter) {
        String id = letter.value("MessageIdHeader");
        int at = id.lastIndexOf('@');
        String domain = at < 0 ? "" : Canonical.domain(id.substring(at + 1).replace(">", ""));
        if (letter.checked() && (id.equals("absent") || domain.isEmpty())) {
            letter.find("mail.no-id", "path", "It came without an identifier of its own", Letter.PHISHING);
        } else if (letter.checked()
                && !letter.proven()
                && domain.indexOf('.') > 0
                && domain.endsWith(".outlook.com")
                && !letter.fromDomain().endsWith("outlook.com")) {
            letter.find(
                    "mail.no-id",
                    "path",
                    "Its identifier was given by the receiving server, because it came without one",
                    Letter.PHISHING);
        }
        long skew = letter.number("DateSkewHours");
        if (letter.checked() && Math.abs(skew) >= SKEW_HOURS) {
            letter.find(
                    "mail.date",
                    "date",
                    "Its date is %d hours away from when it arrived".formatted(Math.abs(skew)),
                    Letter.PHISHING);
        }
    }

    /// Honest bulk mail says so; a letter that hides whom it went to does not.
    private static void addressed(Letter letter) {
        boolean list = !letter.value("List-Unsubscribe").isEmpty() || !letter.value("List-Id").isEmpty();
        String to = letter.value("ToHeader").toLowerCase(Locale.ROOT);
        String own = letter.mail().recipientEmailAddress().toLowerCase(Locale.ROOT);
        boolean missing = to.isEmpty() || !to.contains("@") || !own.isEmpty() && !to.contains(own);
        if (letter.checked() && !list && missing && letter.value("In-Reply-To").isEmpty()) {
            letter.find(
                    "mail.not-addressed",
                    "addressed",
                    "It was not addressed to whom it reached: %s".formatted(Text.quote(to)),
                    Letter.PHISHING);
        }
    }

    private static void lists(Letter letter) {
        boolean text = letter.value("BodyKind").equals("text");
        boolean bulk =
                !letter.value("List-Id").isEmpty()
                        || letter.value("Precedence").toLowerCase(Locale.ROOT).matches("bulk|list");
        boolean provable = !letter.checked() || letter.proven();
        String reply = letter.value("ReplyTo").toLowerCase(Locale.ROOT);
        boolean answersElsewhere =
                !reply.isEmpty() && !reply.equals(letter.mail().senderAddress().toLowerCase(Locale.ROOT));
        if (bulk && text && provable) {
            letter.find(
                    "mail.discussion",
                    "kind",
                    "It is plain text of a mailing list: %s"
                            .formatted(Text.quote(letter.value("List-Id") + " " + letter.value("Precedence"))),
                    Technique.NONE);
        } else if (letter.checked() && letter.proven() && !letter.value("List-Unsubscribe").isEmpty()) {
            letter.find("mail.newsletter", "kind", "Its sender is proven and can be unsubscribed from", Technique.NONE);
        } else if (text
                && letter.links().isEmpty()
                && letter.attachments().isEmpty()
                && provable
                && !answersElsewhere) {
            letter.find("mail.plain", "kind", "It is plain text without links", Technique.NONE);
        }
    }
}
