package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The processes of one device as trees, from its process starts. A PID names different processes over time: a parent is
/// found by GUID, else by PID and creation time, else it is the latest process of that PID that had started before.
final class Lineage {

    /// Bound on the process starts that are read of one device.
    static final int MAX_ROWS = 20_000;

    /// Clocks of two logs of one machine, and an alert's time and its row's, differ by no more than this.
    static final Duration SLACK = Duration.ofSeconds(2);

    /// Bound on the generations that are followed up a tree.
    static final int MAX_DEPTH = 64;

    /// @param row the start's row; null for a process that is only known as somebody's parent
    static final class Node {
        Entity.Process process;
        final @Nullable TelemetryEvent row;
        final @Nullable Instant start;
        final List<Node> children = new ArrayList<>();
        @Nullable Node parent;

        Node(Entity.Process process, @Nullable TelemetryEvent row, @Nullable Instant start) {
            this.process = process;
            this.row = row;
            this.start = start;
        }

        final Set<EntityKey> spellings = new TreeSet<>();

        EntityKey key() {
            return process.key();
        }

        /// All keys that its rows know it by.
        Set<EntityKey> spellings() {
            return spellings;
        }

        String name() {
            return Binaries.name(process);
        }
    }

    private final String host;
    private final List<Node> started = new ArrayList<>();
    private final Map<EntityKey, Node> byKey = new HashMap<>();
    private final Map<Long, TreeMap<Instant, Node>> byPid = new HashMap<>();

    private Lineage(String host) {
        this.host = host;
    }

    static Lineage read(Facts facts, String host, @Nullable Instant from, @Nullable Instant to) {
        var lineage = new Lineage(host);
        if (host.isEmpty()) {
            return lineage;
        }
        var query =
                Facts.Query.of(new EntityKey(EntityKind.DEVICE, host))
                        .kinds(EventKind.PROCESS_CREATED)
                        .between(from, to)
                        .limit(MAX_ROWS);
        List<TelemetryEvent> rows = facts.events(query);
        for (TelemetryEvent row : rows) {
            child(row).ifPresent(process -> lineage.start(process, row));
        }
        for (Node node : List.copyOf(lineage.started)) {
            lineage.connect(node);
        }
        return lineage;
    }

    private static Optional<Entity.Process> child(TelemetryEvent row) {
        return Rows.entity(row, LinkRole.TARGET, Entity.Process.class);
    }

    private void start(Entity.Process process, TelemetryEvent row) {
        if (!Canonical.host(process.device()).equals(host)) {
            return;
        }
        Node known = known(process);
        Instant start = process.processCreationDateTime() != null ? process.processCreationDateTime() : row.time();
        if (known == null && process.processId() > 0 && start != null) {
            known = nearby(process, start);
        }
        if (known != null) {
            // Two logs (audit log and sensor) tell of one start: one process, both spellings, the fuller image.
            index(known, process);
            if (known.process.imageFile().sha256().isEmpty() && known.process.key().equals(process.key())) {
                known.process = process;
            }
            return;
        }
        var node = new Node(process, row, start);
        started.add(node);
        index(node, process);
        if (start != null && process.processId() > 0) {
            byPid.computeIfAbsent(process.processId(), _ -> new TreeMap<>()).putIfAbsent(start, node);
        }
    }

    private void index(Node node, Entity.Process spelling) {
        spelling.allKeys().forEach(key -> byKey.putIfAbsent(key, node));
        node.spellings.addAll(spelling.allKeys());
    }

    private @Nullable Node known(Entity.Process process) {
        for (EntityKey key : process.allKeys()) {
            Node node = byKey.get(key);
            if (node != null) {
                return node;
            }
        }
        return null;
    }

    private @Nullable Node nearby(Entity.Process process, Instant start) {
        var ofPid = byPid.get(process.processId());
        if (ofPid == null) {
            return null;
        }
        for (Node node : ofPid.subMap(start.minus(SLACK), true, start.plus(SLACK), true).values()) {
            if (node.name().equals(Binaries.name(process))) {
                return node;
            }
        }
        return null;
    }

    private void connect(Node node) {
        if (node.row == null) {
            return;
        }
        Optional<Entity.Process> named =
                node.row.actor().or(() -> Rows.entity(node.row, LinkRole.PARENT, Entity.Process.class));
        Node parent = named.filter(p -> !p.key().equals(node.key())).map(this::parent).orElse(null);
        if (parent == null) {
            parent = latest(node.process.parentProcessId(), node.process.parentImage(), node.start);
        } else if (parent.row == null) {
            Node better = latest(parent.process.processId(), parent.process.imageFile().fullPath(), node.start);
            parent = better == null ? parent : better;
        }
        if (parent != null && parent != node && !descends(parent, node)) {
            node.parent = parent;
            parent.children.add(node);
        }
    }

    private static boolean descends(Node node, Node from) {
        Node at = node;
        for (int i = 0; at != null && i < MAX_DEPTH; i++) {
            if (at == from) {
                return true;
            }
            at = at.parent;
        }
        return false;
    }

    private Node parent(Entity.Process named) {
        Node known = known(named);
        if (known != null) {
            return known;
        }
        var stub = new Node(named, null, named.processCreationDateTime());
        index(stub, named);
        return stub;
    }

    private @Nullable Node latest(long pid, String image, @Nullable Instant before) {
        var ofPid = pid <= 0 || before == null ? null : byPid.get(pid);
        var entry = ofPid == null ? null : ofPid.floorEntry(before);
        if (entry == null) {
            return null;
        }
        String wanted = Binaries.name(image);
        return wanted.isEmpty() || wanted.equals(entry.getValue().name()) ? entry.getValue() : null;
    }

    /// The process in these trees: by any of its keys, else the one of its PID that ran at the time.
    Optional<Node> find(Entity.Process process, @Nullable Instant at) {
        Node known = known(process);
        if (known != null) {
            return Optional.of(known);
        }
        Instant when = process.processCreationDateTime() != null ? process.processCreationDateTime() : at;
        Node node = latest(process.processId(), process.imageFile().fullPath(), when == null ? null : when.plus(SLACK));
        return Optional.ofNullable(node);
    }

    /// When the PID of the process went to another one; empty when no later start shows it.
    Optional<Instant> nextOfPid(Node node) {
        var ofPid = byPid.get(node.process.processId());
        Instant start = node.start;
        return ofPid == null || start == null
                ? Optional.empty()
                : Optional.ofNullable(ofPid.higherKey(start.plus(SLACK)));
    }

    /// Starts in the order of time.
    List<Node> started() {
        return started;
    }
}
