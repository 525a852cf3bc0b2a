package dupin.engine;

import dupin.model.Pack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The packs that were added to the case, and which of them, or of those that ship, are switched off.
final class PackBook {
    /// What a pack is known by: two of one kind and name are one.
    private record Key(Pack.Kind kind, String name) {}

    private final List<Pack> packs = new ArrayList<>();
    private final Set<Key> off = new HashSet<>();

    void addAll(PackBook other) {
        packs.addAll(other.packs);
        off.addAll(other.off);
    }

    /// Puts the pack in the place of an older one; it is on.
    void add(Pack pack) {
        remove(pack.kind(), pack.name());
        packs.add(pack);
        off.remove(new Key(pack.kind(), pack.name()));
    }

    /// @return whether there was such a pack
    boolean remove(Pack.Kind kind, String name) {
        return packs.removeIf(p -> p.kind() == kind && p.name().equals(name));
    }

    void turn(Pack.Kind kind, String name, boolean on) {
        var key = new Key(kind, name);
        if (on) {
            off.remove(key);
        } else {
            off.add(key);
        }
    }

    boolean off(Pack.Kind kind, String name) {
        return off.contains(new Key(kind, name));
    }

    /// By kind and name.
    List<Pack> all() {
        return packs.stream().sorted(Comparator.comparing(Pack::kind).thenComparing(Pack::name)).toList();
    }
}
