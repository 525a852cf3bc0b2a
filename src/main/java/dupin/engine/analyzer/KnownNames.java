package dupin.engine.analyzer;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Names that everybody trusts, and the domains they really write from. A name that is also an ordinary word is left out.
final class KnownNames {
    private static final Map<String, List<String>> NAMES = names();

    private static Map<String, List<String>> names() {
        var names = new TreeMap<String, List<String>>();
        put(names, "microsoft", "microsoft", "office", "outlook", "live", "microsoftonline", "onmicrosoft");
        put(names, "office 365", "microsoft", "office", "microsoftonline");
        put(names, "outlook", "microsoft", "outlook", "office", "live");
        put(names, "onedrive", "microsoft", "onedrive", "sharepoint", "live");
        put(names, "sharepoint", "microsoft", "sharepoint", "sharepointonline");
        put(names, "facebook", "facebook", "facebookmail", "fb", "meta");
        put(names, "instagram", "instagram", "facebookmail", "meta");
        put(names, "whatsapp", "whatsapp", "facebookmail", "meta");
        put(names, "google", "google", "gmail", "youtube", "googlegroups");
        put(names, "paypal", "paypal");
        put(names, "amazon", "amazon", "amazonses", "amazonaws", "kindle", "audible");
        put(names, "icloud", "apple", "icloud");
        put(names, "netflix", "netflix");
        put(names, "spotify", "spotify");
        put(names, "linkedin", "linkedin");
        put(names, "dropbox", "dropbox", "dropboxmail");
        put(names, "docusign", "docusign");
        put(names, "adobe", "adobe", "adobesign");
        put(names, "dhl", "dhl", "deutschepost");
        put(names, "fedex", "fedex");
        put(names, "usps", "usps");
        put(names, "ups", "ups");
        put(names, "correios", "correios");
        put(names, "mercado pago", "mercadopago", "mercadolibre", "mercadolivre");
        put(names, "bank of america", "bankofamerica", "bofa");
        put(names, "wells fargo", "wellsfargo");
        put(names, "american express", "americanexpress", "aexp");
        put(names, "sparkasse", "sparkasse");
        put(names, "postbank", "postbank");
        put(names, "coinbase", "coinbase");
        put(names, "binance", "binance");
        put(names, "metamask", "metamask");
        put(names, "ledger wallet", "ledger");
        put(names, "trezor", "trezor");
        put(names, "mcafee", "mcafee", "mcafeesecure");
        put(names, "norton", "norton", "nortonlifelock", "gendigital");
        put(names, "walmart", "walmart");
        put(names, "costco", "costco");
        put(names, "home depot", "homedepot");
        put(names, "t-mobile", "t-mobile", "telekom");
        put(names, "verizon", "verizon", "verizonwireless");
        put(names, "at&t", "att", "attmail");
        put(names, "ikea", "ikea");
        put(names, "lidl", "lidl");
        put(names, "aldi", "aldi", "aldi-sued", "aldi-nord");
        put(names, "ebay", "ebay");
        put(names, "hmrc", "hmrc", "gov");
        put(names, "wetransfer", "wetransfer");
        put(names, "booking.com", "booking");
        put(names, "airbnb", "airbnb");
        put(names, "samsung", "samsung");
        put(names, "mastercard", "mastercard");
        put(names, "citibank", "citi", "citibank");
        put(names, "hsbc", "hsbc");
        put(names, "barclays", "barclays");
        put(names, "bnp paribas", "bnpparibas", "mabanque");
        put(names, "credit agricole", "credit-agricole", "ca-group");
        put(names, "banco santander", "santander", "gruposantander");
        put(names, "bradesco", "bradesco");
        put(names, "commerzbank", "commerzbank");
        put(names, "deutsche bank", "db", "deutsche-bank");
        put(names, "rabobank", "rabobank");
        put(names, "unicredit", "unicredit", "unicreditgroup");
        put(names, "intesa sanpaolo", "intesasanpaolo");
        put(names, "royal mail", "royalmail");
        put(names, "deutsche post", "deutschepost", "dhl");
        put(names, "la poste", "laposte", "colissimo");
        put(names, "postnl", "postnl");
        put(names, "poste italiane", "poste", "posteitaliane");
        put(names, "swiss post", "post", "swisspost");
        put(names, "canada post", "canadapost", "canadapost-postescanada");
        put(names, "australia post", "auspost");
        put(names, "vodafone", "vodafone");
        put(names, "xfinity", "xfinity", "comcast");
        put(names, "yahoo", "yahoo", "yahooinc", "aol");
        put(names, "tiktok", "tiktok");
        put(names, "youtube", "youtube", "google");
        put(names, "github", "github");
        put(names, "salesforce", "salesforce");
        put(names, "teamviewer", "teamviewer");
        put(names, "trust wallet", "trustwallet");
        put(names, "mailchimp", "mailchimp", "intuit");
        put(names, "quickbooks", "intuit", "quickbooks");
        put(names, "stripe", "stripe");
        return Collections.unmodifiableMap(names);
    }

    /// Names that are ordinary words, or people's: they count where nothing but an office's word follows.
    private static final Map<String, List<String>> WORDS =
            Map.ofEntries(
                    Map.entry("apple", List.of("apple", "icloud")),
                    Map.entry("ledger", List.of("ledger")),
                    Map.entry("chase", List.of("chase", "jpmorgan")),
                    Map.entry("zoom", List.of("zoom")),
                    Map.entry("steam", List.of("steampowered", "valvesoftware")),
                    Map.entry("discover", List.of("discover")),
                    Map.entry("visa", List.of("visa")),
                    Map.entry("square", List.of("square", "squareup")),
                    Map.entry("wise", List.of("wise", "transferwise")),
                    Map.entry("meta", List.of("meta", "facebookmail", "facebook")),
                    Map.entry("signal", List.of("signal")),
                    Map.entry("target", List.of("target")));

    private static final Set<String> AFTER =
            Set.of(
                    "support",
                    "service",
                    "services",
                    "team",
                    "security",
                    "account",
                    "accounts",
                    "id",
                    "pay",
                    "bank",
                    "online",
                    "live",
                    "wallet",
                    "card",
                    "alert",
                    "alerts",
                    "billing",
                    "help",
                    "center",
                    "centre",
                    "update",
                    "updates",
                    "notification",
                    "notifications",
                    "customer",
                    "business",
                    "payments",
                    "rewards");

    private KnownNames() {}

    private static void put(Map<String, List<String>> names, String name, String... labels) {
        names.put(name, List.of(labels));
    }

    /// The name that the shown text claims although the domain is not one of its owner's.
    static Optional<String> claimed(String shown, String domain) {
        String text = Disguise.plain(shown);
        String label = Brands.label(domain);
        String[] words = text.strip().split("[^a-z]+", 6);
        List<String> owners = WORDS.get(words[0]);
        if (owners != null
                && words.length >= 2
                && words.length <= 4
                && AFTER.contains(words[1])
                && !owners.contains(label)) {
            return Optional.of(words[0]);
        }
        for (Map.Entry<String, List<String>> name : NAMES.entrySet()) {
            boolean says =
                    Pattern.compile("(?<![a-z0-9.@])" + Pattern.quote(name.getKey()) + "(?![a-z0-9])")
                            .matcher(text)
                            .find();
            if (says && !name.getValue().contains(label) && !domain.contains(name.getKey().replace(" ", "") + ".")) {
                return Optional.of(name.getKey());
            }
        }
        return Optional.empty();
    }

    /// The name that a host imitates: it holds the name, or nearly, and is not its owner's.
    static Optional<String> imitated(String host) {
        String label = Brands.label(host);
        String plain =
                Disguise.plain(java.net.IDN.toUnicode(label)).replace("0", "o").replace("1", "l").replace("-", "");
        for (Map.Entry<String, List<String>> name : NAMES.entrySet()) {
            String brand = name.getKey().replace(" ", "").replace("-", "");
            boolean own = name.getValue().contains(label);
            if (own || brand.length() < 6 || brand.contains(".") || brand.contains("&")) {
                continue;
            }
            boolean holds =
                    plain.contains(brand) && plain.length() > brand.length()
                            || plain.equals(brand) && !label.equals(brand);
            if (holds || Brands.near(plain, brand) && plain.charAt(0) == brand.charAt(0)) {
                return Optional.of(name.getKey());
            }
        }
        return Optional.empty();
    }
}
