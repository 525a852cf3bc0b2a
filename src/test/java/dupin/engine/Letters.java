package dupin.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Mail that nobody sent: honest mail that looks dangerous, and fraud of the kinds that are described everywhere. Names,
/// hosts and languages are drawn by a seed, so that no single word decides.
final class Letters {
    /// @param kind of the letter, for the reader of a failing test
    record Mail(String kind, boolean fraud, String text) {}

    private static final List<String> FIRMS =
            List.of("fabrikam", "northwind", "tailspin", "litware", "adatum", "wingtip", "proseware", "alpineski");
    private static final List<String> PEOPLE =
            List.of("Ida Holm", "Jan Peters", "Maria Rossi", "Luc Martin", "Ana Silva");
    private static final List<String> BRANDS =
            List.of("PayPal", "Microsoft", "Netflix", "DHL", "Amazon", "LinkedIn", "DocuSign", "FedEx");

    private final Random random;

    Letters(long seed) {
        random = new Random(seed);
    }

    static List<Mail> of(long seed, int rounds) {
        var letters = new Letters(seed);
        var all = new ArrayList<Mail>();
        for (int i = 0; i < rounds; i++) {
            letters.honest(all);
            letters.fraud(all);
        }
        return all;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String token(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("abcdefghijklmnopqrstuvwxyz0123456789".charAt(random.nextInt(36)));
        }
        return text.toString();
    }

    private static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replace(' ', '.');
    }

    private String head(String from, String domain, String envelope, boolean proven, String subject, String more) {
        String results =
                proven
                        ? "spf=pass smtp.mailfrom=%2$s; dkim=pass header.d=%1$s; dmarc=pass action=none header.from=%1$s"
                        : "spf=%3$s smtp.mailfrom=%2$s; dkim=none header.d=none; dmarc=none action=none header.from=%1$s";
        return """
        Received: from mail.%1$s by mx.contoso.example; Mon, 2 Mar 2026 08:00:07 +0000
        Authentication-Results: %2$s
        Return-Path: <bounce-%3$s@%4$s>
        From: %5$s
        To: anna@contoso.example
        Subject: %6$s
        Message-ID: <%3$s@%1$s>
        Date: Mon, 2 Mar 2026 08:00:00 +0000
        %7$sMIME-Version: 1.0
        """
                .formatted(
                        domain,
                        results.formatted(domain, envelope, random.nextBoolean() ? "none" : "softfail"),
                        token(12),
                        envelope,
                        from,
                        "=?UTF-8?B?"
                                + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8))
                                + "?=",
                        more);
    }

    private static String html(String body) {
        return "Content-Type: text/html; charset=utf-8\n\n<html><body>" + body + "</body></html>\n";
    }

    private static String attached(String words, String name, String type, String content) {
        return """
        Content-Type: multipart/mixed; boundary=zz

        --zz
        Content-Type: text/plain; charset=utf-8

        %s
        --zz
        Content-Type: %s; name="%s"
        Content-Disposition: attachment; filename="%s"
        Content-Transfer-Encoding: base64

        %s
        --zz--
        """
                .formatted(
                        words,
                        type,
                        name,
                        name,
                        Base64.getMimeEncoder(76, new byte[] {'\n'})
                                .encodeToString(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String pdf() {
        return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
    }

    private void honest(List<Mail> all) {
        String firm = one(FIRMS);
        String host = firm + ".example";
        String person = one(PEOPLE);
        String box = "\"%s\" <%s@%s>".formatted(person, slug(person), host);
        String unsubscribe = "List-Unsubscribe: <https://click.%s/u/%s>\n".formatted(host, token(8));
        String offer =
                one(
                        List.of(
                                "Last chance: 40% off everything today only",
                                "Nur noch heute: Gutschein für Sie",
                                "Derniere chance : votre cadeau vous attend",
                                "Felicidades, tu regalo de cumpleaños",
                                "Ultimi giorni: premio fedeltà"));
        add(
                all,
                "newsletter with counted links",
                head("\"" + firm + "\" <news@" + host + ">", host, "em." + host, true, offer, unsubscribe)
                        + html(
                                "<div style='display:none'>&#8203;&#847; preview</div><img src='https://cdn.mailhouse.example/a.png'>"
                                        + "<p>Hurry, this limited time offer and your gift card expire soon. Claim your reward now.</p>"
                                        + "<a href='https://click.mailhouse.example/ls/"
                                        + token(40)
                                        + "'>www."
                                        + host
                                        + "</a> <a href='https://click.mailhouse.example/ls/"
                                        + token(40)
                                        + "'>Shop now</a><a href='https://twitter.com/"
                                        + firm
                                        + "'>follow</a>"));
        add(
                all,
                "invoice with a document",
                head(
                                "\"" + firm + " Billing\" <billing@" + host + ">",
                                host,
                                host,
                                true,
                                one(
                                        List.of(
                                                "Invoice 2026-118 is due",
                                                "Ihre Rechnung 2026-118",
                                                "Votre facture 2026-118")),
                                "")
                        + attached(
                                "Dear Anna, please find attached the invoice 2026-118 for March. Payment is due within 30 days.\nKind regards, "
                                        + person,
                                "invoice-2026-118.pdf",
                                "application/pdf",
                                pdf()));
        add(
                all,
                "password reset through a mail house",
                head(
                                "\"" + firm + "\" <no-reply@" + host + ">",
                                host,
                                "u" + random.nextInt(9999) + ".mailhouse.example",
                                true,
                                one(
                                        List.of(
                                                "Reset your password",
                                                "Passwort zurücksetzen",
                                                "Action required: verify your email")),
                                "")
                        + html(
                                "<p>Somebody asked to reset your password. The link expires in 24 hours. If it was not you, ignore this.</p><a href='https://app."
                                        + host
                                        + "/reset?t="
                                        + token(30)
                                        + "'>Reset password</a>"));
        add(
                all,
                "document to sign",
                head(
                                "\"" + person + " via DocuSign\" <dse_na3@docusign.net>",
                                "docusign.net",
                                "docusign.net",
                                true,
                                "Complete with DocuSign: Contract " + firm + ".pdf",
                                "Reply-To: \"" + person + "\" <" + slug(person) + "@" + host + ">\n")
                        + html(
                                "<p>"
                                        + person
                                        + " sent you a document to review and sign.</p><a href='https://na3.docusign.net/Signing/?t="
                                        + token(30)
                                        + "'>REVIEW DOCUMENT</a>"));
        add(
                all,
                "invitation",
                head(box, host, host, true, "Invitation: Quarterly review @ Tue 3 Mar 2026 10:00", "")
                        + """
                        Content-Type: multipart/alternative; boundary=cc

                        --cc
                        Content-Type: text/html; charset=utf-8

                        <p>You have been invited.</p><a href="https://teams.microsoft.com/l/meetup-join/19%3ameeting">Join</a>
                        --cc
                        Content-Type: text/calendar; method=REQUEST; charset=utf-8

                        BEGIN:VCALENDAR
                        METHOD:REQUEST
                        END:VCALENDAR
                        --cc--
                        """);
        String[] brand = {"netflix.com", "linkedin.com", "dropbox.com", "amazon.de", "paypal.com", "github.com"};
        String known = brand[random.nextInt(brand.length)];
        String name = known.substring(0, 1).toUpperCase(Locale.ROOT) + known.substring(1, known.indexOf('.'));
        add(
                all,
                "notice of a known service",
                head(
                                "\"" + name + "\" <security@mail." + known + ">",
                                "mail." + known,
                                "bounces." + known,
                                true,
                                "New device signed in to your account",
                                "")
                        + html(
                                "<p>A new device signed in to your account. If this was you, there is nothing to do. Otherwise change your password immediately.</p><a href='https://www."
                                        + known
                                        + "/security'>Review activity</a>"));
        add(
                all,
                "shared file from a colleague",
                head(box, host, host, true, person + " shared \"Budget\" with you", "")
                        + html(
                                "<p>Here is the document that I spoke of.</p><a href='https://"
                                        + firm
                                        + ".sharepoint.com/:x:/s/team/"
                                        + token(20)
                                        + "'>Budget.xlsx</a>"));
        add(
                all,
                "friend's mail from a free mailbox",
                head(
                                "\"" + person + "\" <" + slug(person) + "@gmail.com>",
                                "gmail.com",
                                "gmail.com",
                                true,
                                one(List.of("Photos of the weekend", "Wandern am Samstag?", "Recette de tarte")),
                                "")
                        + "Content-Type: text/plain; charset=utf-8\n\nHi Anna, it was nice to see you. Are you coming on Saturday?\n"
                        + person
                        + "\n");
        add(
                all,
                "small firm without a signature",
                head(box, host, host, false, "Offer for the new windows", "")
                        + attached(
                                "Dear Anna, as agreed on the telephone I send you our offer for the windows in the second floor, with the two kinds of glass that we spoke of.\nWe could begin in the week after Easter and would need about four days; the old frames we take with us.\nPlease call me for questions. "
                                        + person
                                        + ", "
                                        + firm,
                                "offer.pdf",
                                "application/pdf",
                                pdf()));
        add(
                all,
                "parcel notice",
                head("\"DHL\" <noreply@dhl.de>", "dhl.de", "bounce.dhl.de", true, "Ihr Paket kommt heute", "")
                        + html(
                                "<p>Ihre Sendung wird heute zugestellt.</p><a href='https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?piececode="
                                        + random.nextInt(999_999)
                                        + "'>Sendung verfolgen</a>"));
    }

    private void fraud(List<Mail> all) {
        String brand = one(BRANDS);
        String lower = brand.toLowerCase(Locale.ROOT);
        String host = one(List.of("notice", "mailing", "center", "portal", "desk")) + token(3) + ".example";
        String victim = one(FIRMS) + ".example";
        String person = one(PEOPLE);
        String urgent =
                one(
                        List.of(
                                "Action required: your account will be suspended",
                                "Ihr Konto wurde gesperrt",
                                "Votre compte est suspendu",
                                "Su cuenta ha sido bloqueada",
                                "Twoje konto zostanie zablokowane pilne"));
        add(
                all,
                true,
                "name of a known service",
                head("\"" + brand + " Service\" <info@" + host + ">", host, host, false, urgent, "")
                        + html(
                                "<p>Verify your account within 24 hours.</p><a href='https://"
                                        + token(9)
                                        + ".example/login'>Sign in</a>"));
        String twin = lower.replace('i', '1').replace('o', '0');
        String alike = (twin.equals(lower) ? lower + "-secure" : twin) + ".example";
        add(
                all,
                true,
                "look-alike domain, signed",
                head("\"Service\" <service@" + alike + ">", alike, alike, true, urgent, "")
                        + html("<p>Verify your details.</p><a href='https://" + alike + "/v'>Continue</a>"));
        String cyrillic = brand.replace('a', '\u0430').replace('o', '\u043e').replace('e', '\u0435');
        add(
                all,
                true,
                "letters of another script",
                head(
                                "=?UTF-8?B?"
                                        + Base64.getEncoder().encodeToString(cyrillic.getBytes(StandardCharsets.UTF_8))
                                        + "?= <a@"
                                        + host
                                        + ">",
                                host,
                                host,
                                random.nextBoolean(),
                                urgent,
                                "")
                        + html("<p>Verify your " + cyrillic + " account.</p><a href='https://" + host + "/v'>Go</a>"));
        String page = "<form action='https://" + host + "/p'><input type=password name=p></form>";
        add(
                all,
                true,
                "page with a form attached",
                head("\"Scanner\" <scan@" + host + ">", host, host, random.nextBoolean(), "Scan from device 4", "")
                        + attached("See the attachment.", "scan.html", "text/html", page));
        add(
                all,
                true,
                "code to scan",
                head("\"" + brand + "\" <it@" + host + ">", host, host, false, "Renew your second factor today", "")
                        + html(
                                "<img src='cid:code'><p>Scan the code with your telephone.</p><a href='https://"
                                        + token(8)
                                        + ".example/q'><img src='cid:q'></a>"));
        add(
                all,
                true,
                "thread taken over",
                head(
                                "\"" + person + "\" <" + slug(person) + random.nextInt(99) + "@" + host + ">",
                                host,
                                host,
                                false,
                                "Re: Invoice of " + one(FIRMS),
                                "Reply-To: <" + slug(person) + "@gmail.com>\n")
                        + attached(
                                "See the changed bank account in the attached file. Please pay urgently.",
                                "invoice.html",
                                "text/html",
                                page));
        add(
                all,
                true,
                "number to call",
                head(
                                "\"PayPal Billing\" <" + token(10) + random.nextInt(999_999) + "@gmail.com>",
                                "gmail.com",
                                "gmail.com",
                                true,
                                "Invoice: your order is confirmed",
                                "")
                        + attached(
                                "Your payment of $499.99 was received. Call +1 808 555 0134 to cancel.",
                                "invoice.pdf",
                                "application/pdf",
                                pdf()));
        add(
                all,
                true,
                "superior's name",
                head(
                                "\""
                                        + person
                                        + " <"
                                        + slug(person)
                                        + "@contoso.example>\" <office."
                                        + token(5)
                                        + "@gmail.com>",
                                "gmail.com",
                                "gmail.com",
                                true,
                                "Urgent: are you at your desk",
                                "Reply-To: <ceo." + token(4) + "@outlook.com>\n")
                        + "Content-Type: text/plain; charset=utf-8\n\nI need you to buy gift cards immediately. Reply as soon as possible.\n");
        add(
                all,
                true,
                "page on everybody's host",
                head("\"" + brand + " Team\" <team@" + victim + ">", victim, victim, random.nextBoolean(), urgent, "")
                        + html(
                                "<p>Confirm your password.</p><a href='https://"
                                        + token(8)
                                        + ".web.app/login'>https://www."
                                        + lower
                                        + ".com</a>"));
        add(
                all,
                true,
                "fortune",
                head(
                                "\"Barrister " + person + "\" <" + token(8) + "@" + host + ">",
                                host,
                                host,
                                false,
                                "Business proposal",
                                "Reply-To: <barrister" + random.nextInt(99) + "@gmail.com>\n")
                        + "Content-Type: text/plain; charset=utf-8\n\nDear friend, my late client deposited the sum of 12 million dollars with the central bank. You are the next of kin and beneficiary. Keep it confidential and get back to me.\n");
    }

    private static void add(List<Mail> all, String kind, String text) {
        add(all, false, kind, text);
    }

    private static void add(List<Mail> all, boolean fraud, String kind, String text) {
        all.add(new Mail(kind, fraud, text));
    }
}
