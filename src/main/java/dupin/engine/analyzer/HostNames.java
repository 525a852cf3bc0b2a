package dupin.engine.analyzer;

import dupin.model.Canonical;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whose a host is, and what kind of place it is: everybody's page, a shortener, a free mailbox.
final class HostNames {
    /// Under these each name belongs to another customer.
    private static final List<String> SHARED =
            List.of(
                    "firebaseapp.com",
                    "web.app",
                    "onmicrosoft.com",
                    "awsapps.com",
                    "appspot.com",
                    "herokuapp.com",
                    "netlify.app",
                    "vercel.app",
                    "pages.dev",
                    "workers.dev",
                    "r2.dev",
                    "github.io",
                    "gitlab.io",
                    "blogspot.com",
                    "weebly.com",
                    "wixsite.com",
                    "square.site",
                    "webflow.io",
                    "glitch.me",
                    "azurewebsites.net",
                    "azureedge.net",
                    "web.core.windows.net",
                    "blob.core.windows.net",
                    "cloudfront.net",
                    "digitaloceanspaces.com",
                    "ondigitalocean.app",
                    "amazonaws.com",
                    "storage.googleapis.com",
                    "translate.goog",
                    "myftp.org",
                    "duckdns.org",
                    "ddns.net",
                    "no-ip.org",
                    "sharepoint.com",
                    "typeform.com",
                    "jotform.com",
                    "repl.co",
                    "onrender.com",
                    "fly.dev",
                    "ipfs.io",
                    "dweb.link",
                    "za.com",
                    "sa.com",
                    "uk.com",
                    "ru.com",
                    "eu.com",
                    "us.com",
                    "br.com",
                    "de.com",
                    "co.com",
                    "in.net");

    private static final Set<String> SHORTENERS =
            Set.of(
                    "t.co",
                    "bit.ly",
                    "tinyurl.com",
                    "goo.gl",
                    "ow.ly",
                    "is.gd",
                    "buff.ly",
                    "rebrand.ly",
                    "cutt.ly",
                    "shorturl.at",
                    "rb.gy",
                    "t.ly",
                    "tiny.cc",
                    "s.id",
                    "bl.ink",
                    "v.gd",
                    "qrco.de",
                    "lnkd.in",
                    "dub.sh",
                    "surl.li",
                    "urlz.fr",
                    "wa.me",
                    "t.me",
                    "linktr.ee",
                    "n9.cl",
                    "acortar.link",
                    "encurtador.com.br",
                    "x.gd",
                    "u.to",
                    "clck.ru",
                    "shorter.me",
                    "bitly.com",
                    "tr.ee",
                    "me2.do",
                    "l.ead.me");

    private static final Set<String> FREE_MAIL =
            Set.of(
                    "gmail",
                    "googlemail",
                    "outlook",
                    "hotmail",
                    "live",
                    "msn",
                    "yahoo",
                    "ymail",
                    "aol",
                    "gmx",
                    "protonmail",
                    "proton",
                    "icloud",
                    "mail",
                    "yandex",
                    "zoho",
                    "tutanota",
                    "web",
                    "libero",
                    "orange",
                    "laposte",
                    "wp",
                    "onet",
                    "o2",
                    "interia",
                    "seznam",
                    "qq",
                    "163",
                    "126",
                    "yeah",
                    "rediffmail",
                    "naver",
                    "daum",
                    "hushmail",
                    "inbox",
                    "uol",
                    "bol",
                    "terra",
                    "ig",
                    "rocketmail",
                    "consultant",
                    "email",
                    "financier",
                    "usa",
                    "myself",
                    "post",
                    "accountant",
                    "dr",
                    "engineer",
                    "europe",
                    "asia",
                    "representative",
                    "lawyer",
                    "techie",
                    "secretary");

    /// Places where anybody can leave a picture without giving a name.
    private static final Set<String> PICTURES =
            Set.of(
                    "imgur.com",
                    "ibb.co",
                    "imgbb.com",
                    "postimg.cc",
                    "postimages.org",
                    "photobucket.com",
                    "imageshack.com",
                    "tinypic.com",
                    "imgbox.com",
                    "pixhost.to",
                    "freeimage.host",
                    "gyazo.com",
                    "prnt.sc",
                    "twimg.com");

    private static final List<String> FORMS =
            List.of(
                    "docs.google.com/forms",
                    "forms.gle/",
                    "forms.office.com/",
                    "forms.microsoft.com/",
                    "typeform.com/",
                    "jotform.com/",
                    "surveymonkey.com/",
                    "tally.so/",
                    "forms.zoho",
                    "cognitoforms.com/");

    /// Words by which an office calls itself, in place of a person's name.
    private static final Set<String> OFFICES =
            Set.of(
                    "support",
                    "service",
                    "services",
                    "security",
                    "admin",
                    "administrator",
                    "helpdesk",
                    "help",
                    "billing",
                    "account",
                    "accounts",
                    "payroll",
                    "invoice",
                    "notification",
                    "notifications",
                    "verification",
                    "customer",
                    "webmaster",
                    "mailbox",
                    "postmaster",
                    "team",
                    "office",
                    "department",
                    "bank",
                    "delivery",
                    "kundenservice",
                    "sicherheit",
                    "soporte",
                    "suporte",
                    "atendimento",
                    "assistenza",
                    "assistance",
                    "securite",
                    "klantenservice");

    private static final Set<String> FREE_ENDINGS = Set.of("com", "net", "org", "de", "fr", "it", "pl", "me", "ru");

    private HostNames() {}

    /// The name that its owner registered: `castle.co.uk` of `www.castle.co.uk`; one customer's of a shared place.
    static String registered(String host) {
        String name = Canonical.domain(host);
        for (String shared : SHARED) {
            if (name.endsWith("." + shared)) {
                String before = name.substring(0, name.length() - shared.length() - 1);
                return before.substring(before.lastIndexOf('.') + 1) + "." + shared;
            }
        }
        String label = Brands.label(name);
        int at = name.lastIndexOf(label);
        return at < 0 ? name : name.substring(at);
    }

    /// Whether anybody can put a page or a mailbox there.
    static boolean shared(String host) {
        String name = Canonical.domain(host);
        return SHARED.stream().anyMatch(s -> name.endsWith("." + s) || name.equals(s));
    }

    static boolean shortener(String host) {
        String name = Canonical.domain(host);
        return SHORTENERS.contains(name.startsWith("www.") ? name.substring(4) : name);
    }

    static boolean freeMail(String domain) {
        String name = Canonical.domain(domain);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return FREE_MAIL.contains(Brands.label(name)) && (FREE_ENDINGS.contains(ending) || ending.length() == 2);
    }

    /// Whether a shown name is that of an office rather than of a person.
    static boolean office(String shown) {
        return Arrays.stream(Disguise.plain(shown).split("[^a-z]+")).anyMatch(OFFICES::contains);
    }

    static boolean pictures(String host) {
        return PICTURES.contains(registered(host));
    }

    /// Whether the link leads to a form that anybody can put up.
    static boolean form(String url) {
        String text = url.toLowerCase(Locale.ROOT);
        return FORMS.stream().anyMatch(text::contains);
    }

    /// An address, also one written as a single, hexadecimal or octal number.
    static boolean numeric(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return Canonical.isIpLiteral(name) || name.matches("0x[0-9a-f]{6,}|\\d{8,}|(0x?[0-9a-f]+\\.){3}0x?[0-9a-f]+");
    }

    /// Whether a name looks thrown together: long runs without vowels, or digits among letters.
    static boolean random(String label) {
        String name = label.toLowerCase(Locale.ROOT);
        if (name.length() < 8 || name.startsWith("xn--")) {
            return false;
        }
        int turns = 0;
        int consonants = 0;
        int longest = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean consonant = letter && "aeiouy".indexOf(c) < 0;
            consonants = consonant ? consonants + 1 : 0;
            longest = Math.max(longest, consonants);
            if (i > 0 && Character.isDigit(c) != Character.isDigit(name.charAt(i - 1)) && c != '-') {
                turns++;
            }
        }
        return longest >= 5 || turns >= 4;
    }
}
