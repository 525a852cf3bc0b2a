package dupin.intake.intel;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.intel.Basis;
import dupin.model.intel.Listing;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Lists of common things: exact values, host names with everything below them, networks, parts of a text, expressions.
/// Filled by one thread, then read by any.
final class Listings {
    private static final Comparator<Listing> HARMLESS_FIRST =
            Comparator.comparing(Listing::standing).thenComparing(Listing::list);

    /// A part of a text or an expression, tried on every value of its sorts.
    ///
    /// @param sorts term words that it may be tried on
    record Tried(Listing listing, List<String> sorts, String part, Optional<Steps> regex) {
        boolean matches(String term) {
            int colon = term.indexOf(':');
            String value = term.substring(colon + 1);
            return sorts.contains(term.substring(0, colon))
                    && regex.map(r -> r.find(value)).orElseGet(() -> value.contains(part));
        }
    }

    private final TermTable exact = new TermTable();
    private final TermTable hosts = new TermTable();
    private final TreeSet<String> networks = new TreeSet<>();
    private final List<Tried> tried = new ArrayList<>();
    private final List<Listing> all = new ArrayList<>();

    private int number(Listing listing) {
        if (all.isEmpty() || !all.getLast().equals(listing)) {
            all.add(listing);
        }
        return all.size() - 1;
    }

    boolean exact(String term, Listing listing) {
        if (term.startsWith("net:")) {
            networks.add(term.substring(4, term.lastIndexOf('/')));
        }
        return exact.add(term, number(listing));
    }

    boolean host(String term, Listing listing) {
        return hosts.add(term, number(listing));
    }

    void tried(Tried entry) {
        tried.add(entry);
    }

    int size() {
        return exact.size() + hosts.size() + tried.size();
    }

    Optional<Listing> of(Entity entity) {
        var found = new ArrayList<Listing>();
        for (Map.Entry<String, Basis> entry : Terms.of(entity).entrySet()) {
            String term = entry.getKey();
            if (entry.getValue() == Basis.NAME || entry.getValue() == Basis.PATH) {
                continue;
            }
            boolean own = entry.getValue() != Basis.PARENT_DOMAIN;
            if (own) {
                exact.find(term).forEach(i -> found.add(all.get(i)));
                tried.stream().filter(t -> t.matches(term)).map(Tried::listing).forEach(found::add);
            }
            hosts.find(term).forEach(i -> found.add(all.get(i)));
            if (term.startsWith("ip:")) {
                byte[] bytes = InetAddress.ofLiteral(term.substring(3)).getAddress();
                for (String size : networks) {
                    int cut = size.indexOf('/');
                    if (size.substring(0, cut).equals(Integer.toString(bytes.length))) {
                        exact.find(Terms.network(bytes, Integer.parseInt(size.substring(cut + 1))))
                                .forEach(i -> found.add(all.get(i)));
                    }
                }
            }
        }
        return found.stream().min(HARMLESS_FIRST);
    }

    /// The host of an address or link, for lists of hosts.
    static String hostOf(String value) {
        String host = value.contains("://") ? Canonical.urlHost(value) : Canonical.domain(value);
        return host.startsWith(".") ? host.substring(1) : host.startsWith("*.") ? host.substring(2) : host;
    }
}
