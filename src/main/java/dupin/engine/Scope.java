package dupin.engine;

import dupin.model.Entity;
import dupin.model.EntityKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The entities that one investigation looks at, each with the reason why. An entity that goes by several keys (hashes of
/// one file, GUID and PID of one process) is one member, named by the key under which it came first: the alert's.
public final class Scope {

    /// @param from the member that led here; null for what the alerts name themselves
    /// @param depth joins between the alerts and this member
    public record Member(Entity entity, @Nullable EntityKey from, String rule, int depth) {
        public EntityKey key() {
            return entity.key();
        }
    }

    private final TreeMap<EntityKey, Member> members = new TreeMap<>();
    private final Map<EntityKey, EntityKey> primary = new HashMap<>();
    private final Map<EntityKey, List<EntityKey>> spellings = new HashMap<>();
    private final Map<Entity, List<EntityKey>> keys = new IdentityHashMap<>();

    /// Asked for at every step; forgotten when a member comes.
    private final Map<Class<?>, List<Entity>> ofKind = new HashMap<>();

    /// Adds a member; when the entity is already there under any of its keys, only learns its other keys.
    ///
    /// @return whether it is new
    boolean add(Member member) {
        Entity entity = member.entity();
        EntityKey known = known(entity);
        EntityKey own = known == null ? keys(entity).getFirst() : known;
        for (EntityKey key : keys(entity)) {
            learn(own, key);
        }
        boolean fresh = known == null && members.putIfAbsent(own, member) == null;
        if (fresh) {
            ofKind.clear();
        }
        return fresh;
    }

    private @Nullable EntityKey known(Entity entity) {
        for (EntityKey key : keys(entity)) {
            EntityKey own = primary.get(key);
            if (own != null) {
                return own;
            }
        }
        return null;
    }

    /// Says that `other` is one more spelling of the member `own`.
    public void learn(EntityKey own, EntityKey other) {
        if (primary.putIfAbsent(other, own) == null) {
            spellings.computeIfAbsent(own, _ -> new ArrayList<>()).add(other);
        }
    }

    /// The key under which the scope knows the entity; its own key when it is not in scope.
    public EntityKey resolve(EntityKey key) {
        return primary.getOrDefault(key, key);
    }

    public EntityKey resolve(Entity entity) {
        EntityKey known = known(entity);
        return known == null ? keys(entity).getFirst() : known;
    }

    /// All keys of an entity, its own first; made once for each object, since rows are read many times.
    public List<EntityKey> keys(Entity entity) {
        return keys.computeIfAbsent(entity, Entity::allKeys);
    }

    public boolean contains(Entity entity) {
        return known(entity) != null;
    }

    public Optional<Member> member(EntityKey key) {
        return Optional.ofNullable(members.get(resolve(key)));
    }

    /// All keys that a member goes by, its own first.
    public List<EntityKey> spellings(EntityKey key) {
        EntityKey own = resolve(key);
        return spellings.getOrDefault(own, List.of(own));
    }

    /// Members by key.
    public Collection<Member> members() {
        return members.values();
    }

    /// Entities of one kind, by key.
    public <T extends Entity> List<T> of(Class<T> kind) {
        List<Entity> found =
                ofKind.computeIfAbsent(
                        kind, _ -> members.values().stream().map(Member::entity).filter(kind::isInstance).toList());
        @SuppressWarnings("unchecked") // all of them are of the kind, and nobody can add to the list
        var typed = (List<T>) (List<?>) found;
        return typed;
    }

    public int size() {
        return members.size();
    }
}
