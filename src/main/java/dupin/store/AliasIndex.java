package dupin.store;

import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which keys name one and the same thing (a sensor's id and a host name, a SID and a UPN, SHA-1 and SHA-256 …), learned
/// from entities that bear several. Thread-safe.
///
/// Keys that any sighting joins form a group, and the group's best name is its canonical key: by the kind of name first
/// (host name before sensor id, UPN before account before SID, SHA-256 before SHA-1 before MD5, PID and time before
/// GUID), then the smallest. That depends on what was learned and not on its order. A group that holds more names of the
/// best kind than one thing can have (two SHA-256 that share an MD5, five machines with one sensor id) is not believed:
/// its names stay apart, and what is no name goes to the best one that it was seen with.
public final class AliasIndex {

    private static final int MOST_NAMES = 4;
    private static final int MOST_MEMBERS = 64;

    /// Two keys that one sighting bears.
    record Edge(EntityKey own, EntityKey other) {}

    private static final class Node {
        final EntityKey key;
        final int grade;
        Node parent = this;

        /// The next of the group, in a ring.
        Node next = this;

        /// The best of the keys that it was seen with and that are of a better kind.
        @Nullable Node better;

        /// Of a root: how many the group has, its best key and the number of names of the best kind.
        int size = 1;

        Node best = this;
        int names;

        Node(EntityKey key) {
            this.key = key;
            this.grade = grade(key);
            this.names = grade == 0 ? 1 : 0;
        }

        Stream<Node> ring() {
            return Stream.iterate(this, node -> node.next).limit(root(this).size);
        }
    }

    private static final Comparator<Node> BEST = Comparator.<Node>comparingInt(n -> n.grade).thenComparing(n -> n.key);

    private Map<EntityKey, Node> nodes = new HashMap<>();
    private List<Edge> fresh = new ArrayList<>();
    private @Nullable Consumer<AliasIndex> kept;

    /// One that knows nothing yet.
    public AliasIndex() {}

    /// @param kept tells what was learned earlier; asked once, by whoever needs the index first
    AliasIndex(Consumer<AliasIndex> kept) {
        this.kept = kept;
    }

    /// Reads what was learned earlier unless that is done; all else does it, too, and waits while another thread does.
    ///
    /// @throws StoreException when the store is damaged
    public synchronized void load() {
        Consumer<AliasIndex> first = kept;
        if (first != null) {
            kept = null;
            try {
                first.accept(this);
            } catch (RuntimeException e) {
                kept = first;
                throw e;
            }
        }
    }

    /// Makes room before so many pairs are learned.
    synchronized void expect(int pairs) {
        Map<EntityKey, Node> roomy = HashMap.newHashMap(nodes.size() + 2 * pairs);
        roomy.putAll(nodes);
        nodes = roomy;
    }

    /// Learns that all keys of the entity name one thing.
    public synchronized void learn(Entity entity) {
        if (entity instanceof Entity.User user && user.wellKnown()) {
            return;
        }
        List<EntityKey> aliases = entity.aliases();
        if (aliases.isEmpty()) {
            return;
        }
        EntityKey own = entity.key();
        for (EntityKey alias : aliases) {
            if (!placeholder(alias) && !placeholder(own) && learn(own, alias)) {
                fresh.add(new Edge(own, alias));
            }
        }
    }

    /// Learns what another has learned since its birth, as if it had been told here; the other forgets that it is news.
    public void learn(AliasIndex other) {
        List<Edge> edges = other.takeFresh();
        synchronized (this) {
            for (Edge edge : edges) {
                if (learn(edge.own(), edge.other())) {
                    fresh.add(edge);
                }
            }
        }
    }

    /// Whether that was news.
    synchronized boolean learn(EntityKey own, EntityKey other) {
        load();
        Node a = nodes.computeIfAbsent(own, Node::new);
        Node b = nodes.computeIfAbsent(other, Node::new);
        boolean closer = closer(a, b) | closer(b, a);
        Node into = root(a);
        Node from = root(b);
        if (into == from) {
            return closer;
        }
        if (into.size < from.size) {
            Node swap = into;
            into = from;
            from = swap;
        }
        from.parent = into;
        Node after = into.next;
        into.next = from.next;
        from.next = after;
        into.size += from.size;
        into.names += from.names;
        into.best = BEST.compare(into.best, from.best) <= 0 ? into.best : from.best;
        return true;
    }

    private static boolean closer(Node node, Node other) {
        Node known = node.better;
        if (other.grade < node.grade && (known == null || BEST.compare(other, known) < 0)) {
            node.better = other;
            return true;
        }
        return false;
    }

    /// The canonical key; the key itself when nothing better is known.
    public synchronized EntityKey resolve(EntityKey key) {
        load();
        Node node = nodes.get(key);
        return node == null ? key : canonical(node, root(node)).key;
    }

    /// The entity under its canonical key: the same attributes, and the identity that the key tells.
    public Entity resolve(Entity entity) {
        EntityKey own = entity.key();
        EntityKey canonical = resolve(own);
        return canonical.equals(own) ? entity : Identity.give(entity, canonical);
    }

    /// All keys that resolve to the same as this one, the canonical first.
    public synchronized List<EntityKey> members(EntityKey key) {
        load();
        Node node = nodes.get(key);
        if (node == null) {
            return List.of(key);
        }
        Node root = root(node);
        Node canonical = canonical(node, root);
        return root.ring()
                .filter(member -> canonical(member, root) == canonical)
                .sorted(BEST)
                .map(member -> member.key)
                .toList();
    }

    /// What was learned since the last call.
    synchronized List<Edge> takeFresh() {
        List<Edge> taken = fresh;
        fresh = new ArrayList<>();
        return taken;
    }

    private static Node canonical(Node node, Node root) {
        int most = node.key.kind() == EntityKind.FILE ? 1 : MOST_NAMES;
        if (root.names <= most && root.size <= MOST_MEMBERS) {
            return root.best;
        }
        Node at = node;
        for (Node next = at.better; next != null; next = at.better) {
            at = next;
        }
        return at;
    }

    private static Node root(Node node) {
        Node at = node;
        while (at.parent != at) {
            at = at.parent;
        }
        return at;
    }

    private static int grade(EntityKey key) {
        String value = key.value();
        return switch (key.kind()) {
            case DEVICE -> value.startsWith("mde-") ? 1 : value.startsWith("aad-") ? 2 : 0;
            case USER ->
                    value.indexOf('@') >= 0
                            ? 0
                            : value.indexOf('\\') >= 0
                                    ? 1
                                    : value.startsWith("sid-") ? 3 : value.startsWith("aad-") ? 4 : 2;
            case FILE ->
                    value.startsWith("sha256-") ? 0 : value.startsWith("sha1-") ? 1 : value.startsWith("md5-") ? 2 : 3;
            case PROCESS -> byTime(value) ? 0 : 1;
            default -> 0;
        };
    }

    /// Whether a process is named by its device, PID and time; by hand, since a case has hundreds of thousands.
    private static boolean byTime(String value) {
        int pid = value.indexOf('|') + 1;
        int time = value.indexOf('|', pid) + 1;
        if (pid == 0 || time == 0) {
            return false;
        }
        int signed = time < value.length() && value.charAt(time) == '-' ? time + 1 : time;
        return digits(value, pid, time - 1) && digits(value, signed, value.length());
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    /// Ids of nothing, which would join whatever bears them.
    private static boolean placeholder(EntityKey key) {
        String value = key.value();
        int cut = value.lastIndexOf('|') + 1;
        for (String prefix : new String[] {"mde-", "aad-", "sid-", "sha256-", "sha1-", "md5-"}) {
            if (value.startsWith(prefix)) {
                cut = prefix.length();
            }
        }
        return value.substring(cut).chars().allMatch(c -> c == '0' || c == '-' || c == '{' || c == '}' || c == '?');
    }
}
