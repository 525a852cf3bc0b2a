package dupin.intake.intel;

import dupin.intake.Json;
import dupin.model.Pack;
import dupin.model.intel.LandBinary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads packs into one [Intel]. One thread; broken content is counted in the pack's [PackReading] and never thrown.
public final class IntelBuilder {
    /// Patterns that hold nothing to look up, of all packs together.
    static final int MAX_PATTERNS = 2_000;

    /// List entries that are tried one by one, of all packs together.
    static final int MAX_TRIED = 30_000;

    private static final int MAX_NOTES = 5_000_000;

    private final TermTable terms = new TermTable();
    private final List<Note> notes = new ArrayList<>();
    private final TreeSet<String> networks = new TreeSet<>();
    private final List<Note> patterns = new ArrayList<>();
    private final Listings listings = new Listings();
    private final Map<String, LandBinary> binaries = new TreeMap<>();
    private final Map<String, String> attack = new HashMap<>();
    private int tried;

    /// Begins with the lists that the program brings along.
    public IntelBuilder() {
        for (String name : List.of("known-benign.json")) {
            try (InputStream in = IntelBuilder.class.getResourceAsStream("/dupin/intake/intel/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("The program lacks its file intel/" + name);
                }
                Json.parse(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .forEach(list -> shipped(name, Json.text(list)));
            } catch (IOException e) {
                throw new IllegalStateException("intel/" + name + " cannot be read", e);
            }
        }
    }

    private void shipped(String name, String list) {
        var reading = new PackReading();
        file(Pack.Kind.WARNING_LISTS, "Dupin", name, bytes(list), reading);
        if (reading.refused() > 0) {
            throw new IllegalStateException("intel/" + name + ": " + reading.refusals());
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /// Reads one file of a pack.
    ///
    /// @param pack name and version, as verdicts show it
    public void file(Pack.Kind kind, String pack, String path, InputStream in, PackReading reading) {
        reading.at(path);
        try {
            switch (kind) {
                case STIX -> StixBundle.read(in, pack, this, reading);
                case INDICATORS -> IndicatorList.read(in, pack, this, reading);
                case ATTACK -> AttackBundle.read(in, this, reading);
                case LOLBAS -> LandBinaries.read(path, in, pack, this, reading);
                case WARNING_LISTS -> WarningList.read(in, this, reading);
                case RULES, PLAYBOOKS -> throw new IllegalArgumentException(kind + " is no intel");
            }
        } catch (IOException e) {
            reading.refuse("", "the rest of the file was not read: " + e.getMessage());
        }
    }

    /// @return the note's number for [#term], -1 when there are too many
    int note(Note note) {
        if (!notes.isEmpty() && notes.getLast().equals(note)) {
            return notes.size() - 1;
        }
        if (notes.size() >= MAX_NOTES) {
            return -1;
        }
        notes.add(note);
        return notes.size() - 1;
    }

    boolean term(String term, int note) {
        if (term.length() > Terms.MAX_VALUE) {
            return false;
        }
        if (term.startsWith("net:")) {
            networks.add(term.substring(4, term.lastIndexOf('/')));
        }
        return note >= 0 && terms.add(term, note);
    }

    /// @return false when there are too many
    boolean pattern(Note note) {
        return patterns.size() < MAX_PATTERNS && patterns.add(note);
    }

    Listings listings() {
        return listings;
    }

    boolean tried(Listings.Tried entry) {
        if (tried >= MAX_TRIED) {
            return false;
        }
        tried++;
        listings.tried(entry);
        return true;
    }

    void binary(LandBinary binary) {
        binaries.merge(
                binary.name(),
                binary,
                (a, b) -> {
                    var uses = new ArrayList<>(a.uses());
                    uses.addAll(b.uses());
                    return new LandBinary(a.name(), a.pack(), uses.stream().distinct().toList());
                });
    }

    void attackName(String id, String name) {
        attack.put(id, name);
    }

    public Intel build() {
        return new Intel(terms, notes, networks, patterns, listings, binaries, attack);
    }
}
