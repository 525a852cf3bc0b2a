package dupin.engine;

import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.ScopeExpansion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Lets entities into the scope, within bounds: joins deep and wide are limited, and an entity that leads to many devices
/// asks first.
public final class ScopeExpander {

    /// An expansion that needs approval: `from` was seen on as many devices as the policy's gate or more.
    ///
    /// @param devices the devices that approval would add, sorted
    public record Gate(EntityKey from, Entity entity, List<EntityKey> devices, String rule, String text) {
        public Gate {
            devices = List.copyOf(devices);
        }
    }

    private static final int MAX_DEPTH = 14;
    private static final int MAX_MEMBERS = 6_000;
    private static final int MAX_PER_MEMBER = 400;

    private final Scope scope;
    private final Facts facts;
    private final int gate;
    private final Set<EntityKey> approved;
    private final TreeMap<EntityKey, Gate> gates = new TreeMap<>();
    private final TreeMap<EntityKey, Integer> joinedFrom = new TreeMap<>();
    private boolean bounded;

    /// @param approved devices that the analyst let in before
    ScopeExpander(Scope scope, Facts facts, int gate, Set<EntityKey> approved) {
        this.scope = scope;
        this.facts = facts;
        this.gate = gate;
        this.approved = Set.copyOf(approved);
    }

    /// What the alerts themselves name.
    boolean seed(Entity entity, String rule) {
        return scope.add(new Scope.Member(entity, null, rule, 0));
    }

    /// A join from a member to an entity; empty when it is there already or a bound forbids it.
    public Optional<ScopeExpansion> join(EntityKey from, Entity entity, String rule, String text) {
        EntityKey origin = scope.resolve(from);
        if (scope.contains(entity)) {
            scope.add(new Scope.Member(entity, origin, rule, 0));
            return Optional.empty();
        }
        int depth = scope.member(origin).map(m -> m.depth() + 1).orElse(1);
        int siblings = joinedFrom.merge(origin, 1, Integer::sum);
        if (depth > MAX_DEPTH || scope.size() >= MAX_MEMBERS || siblings > MAX_PER_MEMBER) {
            bounded = true;
            return Optional.empty();
        }
        scope.add(new Scope.Member(entity, origin, rule, depth));
        int devices = facts.seen(origin).devices().size();
        return Optional.of(new ScopeExpansion(origin, entity, rule, devices, text));
    }

    /// The other devices on which an incriminated member was seen and which may be looked at now. At the gate or above it
    /// is none of them, except those approved before, and the expansion is kept as a request.
    public List<EntityKey> devicesBeyond(Entity entity, String rule) {
        EntityKey key = scope.resolve(entity);
        var others = new ArrayList<EntityKey>();
        for (EntityKey device : facts.seen(key).devices()) {
            if (scope.member(device).isEmpty() || approved.contains(device)) {
                others.add(device);
            }
        }
        var fresh = others.stream().filter(d -> !approved.contains(d)).sorted().toList();
        if (fresh.size() < gate) {
            return others.stream().sorted().toList();
        }
        String text =
                "%s was seen on %d further devices; looking at %d or more asks first"
                        .formatted(entity.label(), fresh.size(), gate);
        gates.put(key, new Gate(key, entity, fresh, rule, text));
        return others.stream().filter(approved::contains).sorted().toList();
    }

    /// Requests by entity.
    public List<Gate> gates() {
        return List.copyOf(gates.values());
    }

    /// Whether a bound on depth or breadth left something out.
    public boolean bounded() {
        return bounded;
    }
}
