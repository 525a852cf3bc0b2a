package dupin.engine.analyzer;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        put(names, "apple id", "apple", "icloud");
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
        put(names, "hermes", "hermesworld", "myhermes", "evri", "hermes");
        put(names, "correios", "correios");
        put(names, "mercado pago", "mercadopago", "mercadolibre", "mercadolivre");
        put(names, "bank of america", "bankofamerica", "bofa");
        put(names, "wells fargo", "wellsfargo");
        put(names, "chase", "chase", "jpmorgan");
        put(names, "american express", "americanexpress", "aexp");
        put(names, "santander", "santander");
        put(names, "sparkasse", "sparkasse");
        put(names, "volksbank", "volksbank");
        put(names, "postbank", "postbank");
        put(names, "ing-diba", "ing", "ing-diba");
        put(names, "coinbase", "coinbase");
        put(names, "binance", "binance");
        put(names, "metamask", "metamask");
        put(names, "ledger wallet", "ledger");
        put(names, "trust wallet", "trustwallet");
        put(names, "ledger live", "ledger");
        put(names, "trezor", "trezor");
        put(names, "exodus wallet", "exodus");
        put(names, "crypto.com", "crypto");
        put(names, "kraken", "kraken");
        put(names, "mcafee", "mcafee", "mcafeesecure");
        put(names, "norton", "norton", "nortonlifelock", "gendigital");
        put(names, "geek squad", "geeksquad", "bestbuy");
        put(names, "walmart", "walmart");
        put(names, "costco", "costco");
        put(names, "home depot", "homedepot");
        put(names, "lowe's", "lowes");
        put(names, "cvs", "cvs", "cvshealth");
        put(names, "t-mobile", "t-mobile", "telekom");
        put(names, "verizon", "verizon", "verizonwireless");
        put(names, "at&t", "att", "attmail");
        put(names, "starbucks", "starbucks");
        put(names, "bol.com", "bol");
        put(names, "coolblue", "coolblue");
        put(names, "ikea", "ikea");
        put(names, "lidl", "lidl");
        put(names, "aldi", "aldi", "aldi-sued", "aldi-nord");
        put(names, "edeka", "edeka");
        put(names, "rewe", "rewe");
        put(names, "ebay", "ebay");
        put(names, "steam support", "steampowered", "valvesoftware");
        put(names, "hmrc", "hmrc", "gov");
        put(names, "wetransfer", "wetransfer");
        put(names, "zoom meeting", "zoom");
        put(names, "booking.com", "booking");
        put(names, "airbnb", "airbnb");
        put(names, "samsung", "samsung");
        return Collections.unmodifiableMap(names);
    }

    private KnownNames() {}

    private static void put(Map<String, List<String>> names, String name, String... labels) {
        names.put(name, List.of(labels));
    }

    /// The name that the shown text claims although the domain is not one of its owner's.
    static Optional<String> claimed(String shown, String domain) {
        String text = Disguise.plain(shown);
        String label = Brands.label(domain);
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
