package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.LinkRole;
import dupin.model.Technique;
import dupin.model.TelemetryEvent;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a mail's words, links and attachments tell.
final class LetterBody {
    private static final Pattern SHOWN_HOST =
            Pattern.compile("^(?:https?://)?((?:[a-z0-9-]+\\.)+[a-z]{2,12})(?:[/?#:].*)?$", Pattern.CASE_INSENSITIVE);

    /// Names of files that look like hosts.
    private static final Pattern FILE_NAME =
            Pattern.compile(
                    "[^/]*\\.(?:docx?|xls[xmb]?|pptx?|pdf|zip|png|jpe?g|txt|csv|html?|one|eml|msg)",
                    Pattern.CASE_INSENSITIVE);

    private static final int FEW_WORDS = 160;
    private static final int MUCH_HIDDEN = 400;

    private LetterBody() {}

    static void judge(Letter letter) {
        words(letter);
        targets(letter);
        shape(letter);
        shown(letter);
        letter.attachments().forEach(row -> attachment(letter, row));
    }

    private static void words(Letter letter) {
        String subject = letter.mail().subject();
        String body = letter.value("BodyText");
        List<String> lures = Lures.in(subject, body);
        boolean head = Lures.subject(subject);
        if (!lures.isEmpty()) {
            letter.find(
                    lures.size() >= 3
                            ? "mail.lures"
                            : head && lures.size() == 2 ? "mail.lure-two" : head ? "mail.lure" : "mail.lure-weak",
                    "words",
                    "It speaks of %s".formatted(String.join(", ", lures)),
                    Letter.PHISHING);
        }
        long fee = Lures.advanceFee(subject + " " + body);
        boolean personal = HostNames.freeMail(replyDomain(letter)) || HostNames.freeMail(letter.fromDomain());
        boolean letterLike =
                personal || letter.links().isEmpty() || !letter.value("ReplyTo").isEmpty() && !letter.proven();
        boolean list = !letter.value("List-Unsubscribe").isEmpty() || !letter.value("List-Id").isEmpty();
        if (fee >= 6 && !list && letter.checked() || fee >= 3 && personal) {
            letter.find(
                    fee >= 6 && letterLike ? "mail.advance-fee" : "mail.advance-fee-part",
                    "fee",
                    "It speaks as letters do that promise a fortune for a small help (%d of their words)"
                            .formatted(fee),
                    new Technique("T1566", "Phishing"));
        }
        String disguise = Disguise.of(body);
        if (!disguise.isEmpty()) {
            letter.find(
                    "mail.disguised",
                    "disguise",
                    "Its text hides its words from filters: %s".formatted(disguise),
                    Letter.PHISHING);
        }
    }

    private static String replyDomain(Letter letter) {
        String reply = letter.value("ReplyTo");
        return reply.substring(reply.lastIndexOf('@') + 1);
    }

    private static void targets(Letter letter) {
        var own = new TreeSet<String>();
        var foreign = new TreeSet<String>();
        for (Letter.Link link : letter.links()) {
            if (!link.clickable() || link.host().isEmpty()) {
                continue;
            }
            String owner = HostNames.registered(link.host());
            boolean ours = owner.equals(letter.fromOwner());
            (ours ? own : foreign).add(owner);
            host(letter, link, ours);
        }
        boolean html = letter.value("BodyKind").equals("html");
        boolean itself = KnownNames.claimed(letter.mail().senderDisplayName(), letter.fromDomain()).isEmpty();
        if (!own.isEmpty() && own.size() >= foreign.size() && (!letter.checked() || letter.proven()) && itself) {
            letter.find(
                    "mail.own-links",
                    "link-owner",
                    "Its links lead to its sender, %s".formatted(Text.quote(letter.fromOwner())),
                    Technique.NONE);
        } else if (own.isEmpty() && !foreign.isEmpty() && html && letter.checked() && !newsletter(letter)) {
            letter.find(
                    foreign.size() == 1 ? "mail.one-target" : "mail.foreign-links",
                    "link-owner",
                    "None of its links leads to its sender %s, but to %s"
                            .formatted(Text.quote(letter.fromDomain()), Text.quote(String.join(", ", foreign))),
                    Letter.LINK);
        }
        boolean personal = HostNames.freeMail(letter.fromDomain());
        if (personal && html && !foreign.isEmpty() && letter.value("In-Reply-To").isEmpty()) {
            letter.find(
                    "mail.free-sender-link",
                    "mailbox-link",
                    "It comes from a free mailbox, answers nothing and links to %s"
                            .formatted(Text.quote(String.join(", ", foreign))),
                    Letter.LINK);
        }
        for (String host : letter.value("ImageHosts").split(" ", 60)) {
            boolean stray =
                    html
                            && letter.checked()
                            && !letter.proven()
                            && !foreign.contains(HostNames.registered(host))
                            && !HostNames.registered(host).equals(letter.fromOwner());
            if (!host.isEmpty() && (HostNames.pictures(host) || stray)) {
                letter.find(
                        HostNames.pictures(host) ? "mail.free-pictures" : "mail.stray-pictures",
                        "pictures",
                        "Its pictures lie at %s, a place of neither its sender nor its links"
                                .formatted(Text.quote(host)),
                        Letter.PHISHING);
            }
        }
        Set<String> mailboxes = new TreeSet<>();
        for (String address : letter.value("MailLinks").split(" ", 20)) {
            String domain = address.substring(address.lastIndexOf('@') + 1);
            if (address.contains("@") && HostNames.freeMail(domain) && !HostNames.freeMail(letter.fromDomain())) {
                mailboxes.add(address);
            }
        }
        if (!mailboxes.isEmpty() && html && own.isEmpty() && letter.checked()) {
            letter.find(
                    "mail.writes-to-free",
                    "reply",
                    "Its buttons write to the free mailbox %s".formatted(Text.quote(String.join(", ", mailboxes))),
                    Letter.PHISHING);
        }
    }

    /// Links of a proven newsletter lead to who counts the clicks, and that says nothing.
    private static boolean newsletter(Letter letter) {
        return letter.proven() && !letter.value("List-Unsubscribe").isEmpty();
    }

    private static void host(Letter letter, Letter.Link link, boolean ours) {
        String host = link.host();
        if (HostNames.numeric(host)) {
            letter.find(
                    "mail.link-number",
                    "link-host",
                    "A link leads to a number instead of a name: %s".formatted(Text.quote(host)),
                    Letter.LINK,
                    link.row());
        } else if (KnownNames.imitated(host).isPresent() && !ours) {
            letter.find(
                    "mail.link-look-alike",
                    "link-host",
                    "A link leads to %s, which looks like %s and is not"
                            .formatted(Text.quote(host), Text.quote(KnownNames.imitated(host).orElseThrow())),
                    Letter.LINK,
                    link.row());
        } else if (HostNames.form(link.url()) && !ours && link.place().equals("html")) {
            letter.find(
                    "mail.link-form",
                    "link-host",
                    "A link leads to a form that anybody can put up: %s".formatted(Text.quote(link.url())),
                    Letter.LINK,
                    link.row());
        } else if (HostNames.shortener(host) && link.place().equals("html") && letter.checked()) {
            letter.find(
                    "mail.link-shortened",
                    "link-host",
                    "A link hides where it leads: %s".formatted(Text.quote(link.url())),
                    Letter.LINK,
                    link.row());
        } else if (HostNames.shared(host) && !ours && link.place().equals("html")) {
            letter.find(
                    "mail.link-shared-host",
                    "link-host",
                    "A link leads to a place where anybody can put a page: %s".formatted(Text.quote(host)),
                    Letter.LINK,
                    link.row());
        } else if (!ours && HostNames.random(host.split("\\.", 2)[0]) && host.split("\\.", -1)[0].length() >= 16) {
            letter.find(
                    "mail.link-random",
                    "link-host",
                    "A link leads to a name that looks thrown together: %s".formatted(Text.quote(host)),
                    Letter.LINK,
                    link.row());
        }
    }

    private static void shape(Letter letter) {
        boolean html = letter.value("BodyKind").equals("html");
        long length = letter.number("TextLength");
        boolean links = letter.links().stream().anyMatch(l -> l.place().equals("html") || l.place().equals("area"));
        if (html && links && letter.number("ImageCount") > 0 && length < FEW_WORDS) {
            letter.find(
                    "mail.image-only",
                    "shape",
                    "It shows images that link somewhere and hardly any words (%d signs)".formatted(length),
                    Letter.PHISHING);
        }
        long hidden = letter.number("HiddenText");
        if (html && hidden > MUCH_HIDDEN && hidden > length / 2) {
            letter.find(
                    "mail.hidden-text",
                    "hidden",
                    "%d signs of its text are not shown, %d are".formatted(hidden, length),
                    Letter.PHISHING);
        }
        if (!letter.value("FormTargets").isEmpty() || !letter.value("HasPasswordField").isEmpty()) {
            boolean password = !letter.value("HasPasswordField").isEmpty();
            letter.find(
                    password ? "mail.password-form" : "mail.form",
                    "form",
                    password ? "It asks for a password in a form" : "It holds a form to fill in",
                    Letter.PHISHING);
        }
        if (!letter.value("ActiveLinks").isEmpty()) {
            letter.find("mail.active-link", "active", "A link runs script or carries its own page", Letter.LINK);
        }
    }

    private static void shown(Letter letter) {
        for (Letter.Link link : letter.links()) {
            Matcher matcher = SHOWN_HOST.matcher(link.shown().strip());
            if (!link.place().equals("html")
                    || !matcher.matches()
                    || FILE_NAME.matcher(link.shown().strip()).matches()) {
                continue;
            }
            String claimed = HostNames.registered(matcher.group(1));
            String real = HostNames.registered(link.host());
            boolean honest =
                    claimed.equals(real)
                            || real.equals(letter.fromOwner())
                            || claimed.equals(letter.fromOwner()) && letter.proven();
            if (!honest) {
                letter.find(
                        letter.proven() && !letter.value("List-Unsubscribe").isEmpty()
                                ? "mail.shown-elsewhere-list"
                                : "mail.shown-elsewhere",
                        "shown",
                        "A link shows %s and leads to %s".formatted(Text.quote(link.shown()), Text.quote(link.host())),
                        Letter.LINK,
                        link.row());
            }
        }
    }

    private static void attachment(Letter letter, TelemetryEvent row) {
        Entity.File file = Rows.entity(row, LinkRole.TARGET, Entity.File.class).orElse(null);
        if (file == null) {
            return;
        }
        String name = Canonical.lower(file.fileName());
        String extension = FileRules.extension(name);
        String type = row.attribute("FileType").toLowerCase(Locale.ROOT);
        boolean markup = extension.matches("s?html?|xhtml|svg|hta") || type.equals("text/html");
        boolean active =
                !row.attribute("HasForm").isEmpty()
                        || !row.attribute("HasPasswordField").isEmpty()
                        || !row.attribute("HasScript").isEmpty();
        String weight = "";
        if (FileRules.EXECUTABLE.contains(extension)) {
            weight = "mail.attached-program";
        } else if (markup) {
            weight = active ? "mail.attached-page-active" : "mail.attached-page";
        } else if (FileRules.MACRO.contains(extension)) {
            weight = "mail.attached-macro";
        } else if (FileRules.CONTAINER.contains(extension)) {
            weight = "mail.attached-archive";
        } else if (extension.equals("pdf") && letter.number("TextLength") < FEW_WORDS) {
            weight = "mail.attached-alone";
        }
        if (markup && HostNames.freeMail(letter.fromDomain()) && letter.value("In-Reply-To").isEmpty()) {
            letter.find(
                    "mail.free-sender-page",
                    "mailbox-link",
                    "A page came from a free mailbox and answers nothing",
                    Letter.ATTACHMENT,
                    row);
        }
        if (!weight.isEmpty()) {
            letter.find(
                    weight,
                    "attached",
                    "It carries %s (%s)".formatted(Text.quote(file.fileName()), type),
                    Letter.ATTACHMENT,
                    row);
        }
    }
}
