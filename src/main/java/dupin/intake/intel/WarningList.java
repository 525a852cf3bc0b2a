package dupin.intake.intel;

import dupin.intake.JsonMembers;
import dupin.model.Canonical;
import dupin.model.intel.Listing;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A list of common things in the form of MISP's warning lists: name, type (string, substring, hostname, cidr, regex), the
/// attributes that it may be held against, entries.
///
/// Of the two standings of [Listing] the list's `category` decides when it says so. Otherwise a list is shared when its name
/// speaks of what anybody can rent or register, and a network is shared when it is public and wider than 256 addresses.
final class WarningList {
    private static final Pattern RENTED =
            Pattern.compile(
                    "(?i)\\b(vpn|cloud|azure|aws|amazon|gcp|hosting|data ?cent(er|re)s?|cdn|ranges?|shorten\\w*|dynamic|"
                            + "dyndns|disposable|free ?mail|webmail|top ?-?\\d+k?|alexa|tranco|majestic|umbrella|universit\\w+|"
                            + "tlds?|top.level|second.level|link.in.bio|tor|proxy|proxies|blog\\w*|sinkholes?|resolvers?|"
                            + "akamai|fastly|cloudflare|stackpath|parking|open)\\b");
    private static final Set<String> ADDRESSES = Set.of("ip-src", "ip-dst", "domain|ip", "ip-src|port", "ip-dst|port");
    private static final Set<String> HOSTS = Set.of("domain", "hostname", "domain|ip", "url", "uri");
    private static final Set<String> HASHES =
            Set.of("md5", "sha1", "sha256", "filename|md5", "filename|sha1", "filename|sha256");
    private static final Set<String> SENDERS =
            Set.of("email-src", "email-dst", "email", "whois-registrant-email", "target-email");
    private static final int SHARED_BITS = 8;

    private final List<String> attributes = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();
    private final IntelBuilder into;
    private final PackReading reading;
    private String name = "";
    private String description = "";
    private String type = "string";
    private String category = "";

    private WarningList(IntelBuilder into, PackReading reading) {
        this.into = into;
        this.reading = reading;
    }

    static void read(InputStream in, IntelBuilder into, PackReading reading) throws IOException {
        var list = new WarningList(into, reading);
        JsonMembers.read(
                in,
                "list",
                new JsonMembers.Visitor() {
                    @Override
                    public void field(String field, JsonNode value) {
                        list.field(field, value);
                    }

                    @Override
                    public boolean element(long index, JsonNode value) {
                        list.entries.add(value.isString() ? value.stringValue().strip() : "");
                        return true;
                    }
                });
        list.put();
    }

    private void field(String field, JsonNode value) {
        switch (field) {
            case "name" -> name = value.asString("");
            case "description" -> description = value.asString("");
            case "type" -> type = value.asString("string").toLowerCase(Locale.ROOT);
            case "category" -> category = value.asString("").toLowerCase(Locale.ROOT).replace('_', ' ');
            case "version" -> reading.version(value.asString(""));
            case "matching_attributes" -> value.forEach(a -> attributes.add(a.asString("")));
            default -> {}
        }
    }

    /// Words of terms that the list may be held against.
    private Set<String> sorts() {
        var sorts = new HashSet<String>();
        for (String attribute : attributes) {
            if (ADDRESSES.contains(attribute)) {
                sorts.add("ip");
            }
            if (HOSTS.contains(attribute)) {
                sorts.add("dom");
                sorts.add("url");
            }
            if (HASHES.contains(attribute)) {
                sorts.add("hash");
            }
            if (SENDERS.contains(attribute)) {
                sorts.add("mail");
            }
        }
        return attributes.isEmpty() ? Set.of("ip", "dom", "url", "hash", "mail") : sorts;
    }

    private void put() {
        Set<String> sorts = sorts();
        String shown = name.isEmpty() ? "(without a name)" : name;
        if (sorts.isEmpty()) {
            reading.refuse(
                    "",
                    "the list "
                            + shown
                            + " is about "
                            + String.join(", ", attributes)
                            + ", which no case holds as evidence");
            return;
        }
        Listing.Standing standing = standing();
        for (int i = 0; i < entries.size(); i++) {
            String entry = entries.get(i);
            String reason =
                    entry.isEmpty() ? "it is empty or no text" : one(entry, new Listing(shown, standing), sorts);
            if (reason.isEmpty()) {
                reading.count("entries of lists of what is " + standing.label());
            } else {
                reading.refuse("entry " + (i + 1), reason);
            }
        }
    }

    private Listing.Standing standing() {
        if (category.contains("false positive")) {
            return Listing.Standing.HARMLESS;
        }
        boolean rented = RENTED.matcher(name).find() || RENTED.matcher(description).find();
        return rented || category.contains("known") ? Listing.Standing.SHARED : Listing.Standing.HARMLESS;
    }

    /// @return why the entry cannot be used, "" when it was put in
    private String one(String entry, Listing listing, Set<String> sorts) {
        boolean kept =
                switch (type) {
                    case "cidr" -> network(entry, listing);
                    case "hostname" -> host(entry, listing);
                    case "substring" ->
                            into.tried(
                                    new Listings.Tried(
                                            listing,
                                            List.copyOf(sorts),
                                            Canonical.lower(entry),
                                            java.util.Optional.empty()));
                    case "regex" -> regex(entry, listing, sorts);
                    case "string" -> exact(entry, listing);
                    default -> false;
                };
        return kept
                ? ""
                : "“"
                        + (entry.length() > 80 ? entry.substring(0, 80) + "…" : entry)
                        + "” cannot be used in a list of the type "
                        + type;
    }

    private boolean network(String entry, Listing listing) {
        String term = Terms.network(entry).orElseGet(() -> Terms.ip(entry));
        if (term.isEmpty()) {
            return false;
        }
        boolean wide =
                term.startsWith("net:4/") && Terms.open(term) > SHARED_BITS
                        || term.startsWith("net:16/") && Terms.open(term) > 80;
        boolean shared = wide && !special(entry) && !category.contains("false positive");
        Listing as = shared ? new Listing(listing.list(), Listing.Standing.SHARED) : listing;
        return into.listings().exact(term, as);
    }

    /// Networks that no public machine is in.
    private static boolean special(String entry) {
        String address = entry.substring(0, Math.max(0, entry.indexOf('/')));
        if (!Canonical.isIpLiteral(address)) {
            return false;
        }
        var ip = java.net.InetAddress.ofLiteral(address);
        return ip.isSiteLocalAddress()
                || ip.isLoopbackAddress()
                || ip.isLinkLocalAddress()
                || ip.isMulticastAddress()
                || ip.isAnyLocalAddress()
                || address.matches("(0|192\\.0\\.[02]|198\\.(18|19|51)|203\\.0\\.113|24\\d|25\\d|22\\d|23\\d)\\..*")
                || address.toLowerCase(Locale.ROOT).startsWith("2001:db8");
    }

    private boolean host(String entry, Listing listing) {
        String host = Listings.hostOf(Canonical.lower(entry));
        if (Canonical.isIpLiteral(host)) {
            return into.listings().exact(Terms.ip(host), listing);
        }
        String term = Terms.domain(host);
        return !term.isEmpty() && into.listings().host(term, listing);
    }

    private boolean exact(String entry, Listing listing) {
        String lower = Canonical.lower(entry);
        if (lower.startsWith(".") || lower.startsWith("*.")) {
            return host(lower, listing);
        }
        String term = Terms.guess(lower);
        if (term.isEmpty()) {
            // A bare ending, or a digest of a length that no evidence bears: kept as it stands, it harms nobody.
            term = Terms.domain(lower);
        }
        return !term.isEmpty() && into.listings().exact(term, listing);
    }

    private boolean regex(String entry, Listing listing, Set<String> sorts) {
        int end = entry.lastIndexOf('/');
        boolean delimited = entry.startsWith("/") && end > 0;
        String body = delimited ? entry.substring(1, end) : entry;
        int flags = delimited && entry.indexOf('i', end) > 0 ? Pattern.CASE_INSENSITIVE : 0;
        return Steps.of(body, flags)
                .map(regex ->
                        into.tried(new Listings.Tried(listing, List.copyOf(sorts), "", java.util.Optional.of(regex))))
                .orElse(false);
    }
}
