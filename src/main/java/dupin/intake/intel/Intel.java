package dupin.intake.intel;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.intel.Basis;
import dupin.model.intel.IntelMatch;
import dupin.model.intel.LandBinary;
import dupin.model.intel.Listing;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What all packs of a case know. Immutable once built ([IntelBuilder]); any thread. Answers do not depend on the order in
/// which packs were read.
public final class Intel {
    private static final int MAX_MATCHES = 32;

    private final TermTable terms;
    private final List<Note> notes;
    private final TreeSet<String> networks;
    private final List<Note> patterns;
    private final Listings listings;
    private final Map<String, LandBinary> binaries;
    private final Map<String, String> attack;

    Intel(
            TermTable terms,
            List<Note> notes,
            TreeSet<String> networks,
            List<Note> patterns,
            Listings listings,
            Map<String, LandBinary> binaries,
            Map<String, String> attack) {
        this.terms = terms;
        this.notes = notes;
        this.networks = networks;
        this.patterns = patterns;
        this.listings = listings;
        this.binaries = Map.copyOf(binaries);
        this.attack = Map.copyOf(attack);
    }

    /// Knows nothing but what the program brings along.
    public static Intel shipped() {
        return new IntelBuilder().build();
    }

    /// The indicators that name the entity: the most telling first, then by pack and value.
    public List<IntelMatch> matches(Entity entity) {
        var found = new ArrayList<IntelMatch>();
        var seen = new HashSet<Note>();
        Terms.of(entity)
                .forEach((term, basis) -> {
                    for (int index : terms.find(term)) {
                        take(found, seen, notes.get(index), entity, basis, term);
                    }
                    if (term.startsWith("ip:")) {
                        inNetworks(found, seen, entity, term.substring(3));
                    }
                });
        for (Note note : patterns) {
            take(found, seen, note, entity, Basis.PATTERN, "");
        }
        return found.stream()
                .sorted(
                        Comparator.comparing(IntelMatch::basis)
                                .thenComparing(IntelMatch::pack)
                                .thenComparing(IntelMatch::what)
                                .thenComparing(m -> String.join("|", m.threats()))
                                .thenComparing(m -> String.valueOf(m.validFrom())))
                .limit(MAX_MATCHES)
                .toList();
    }

    private void inNetworks(List<IntelMatch> found, HashSet<Note> seen, Entity entity, String address) {
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        for (String size : networks) {
            int cut = size.indexOf('/');
            if (size.substring(0, cut).equals(Integer.toString(bytes.length))) {
                String term = Terms.network(bytes, Integer.parseInt(size.substring(cut + 1)));
                for (int index : terms.find(term)) {
                    take(found, seen, notes.get(index), entity, Basis.NETWORK, address);
                }
            }
        }
    }

    private static void take(
            List<IntelMatch> found, HashSet<Note> seen, Note note, Entity entity, Basis basis, String term) {
        Comparison rest = note.rest();
        if (rest != null && (!rest.test(entity) || !seen.add(note))) {
            return;
        }
        String value = note.what().isEmpty() ? term.substring(term.indexOf(':') + 1) : note.what();
        found.add(
                new IntelMatch(
                        note.pack(),
                        basis,
                        value.length() > 160 ? value.substring(0, 160) + "…" : value,
                        note.threats().stream().limit(4).toList(),
                        note.confidence(),
                        note.from(),
                        note.until()));
    }

    /// The list of common things that the entity stands on; a harmless one before a shared one.
    public Optional<Listing> listing(Entity entity) {
        return listings.of(entity);
    }

    public Optional<Listing> listing(EntityKey key) {
        return Terms.entity(key).flatMap(listings::of);
    }

    /// What is known of other uses of a program of that name.
    public Optional<LandBinary> livingOffTheLand(String fileName) {
        return Optional.ofNullable(binaries.get(Canonical.lower(fileName)));
    }

    /// Name of a technique, tactic, group or software by its ATT&CK id; "" when it is not known.
    public String attackName(String id) {
        return attack.getOrDefault(id, "");
    }

    /// Terms, patterns, list entries, programs and names: the size of it all.
    public long size() {
        return (long) terms.size() + patterns.size() + listings.size() + binaries.size() + attack.size();
    }
}
