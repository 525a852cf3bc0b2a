package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Technique;
import dupin.model.TelemetryEvent;
import java.util.List;
import java.util.Set;

/// What the verdicts of others say of a process.
final class ProcessBonds {
    private static final Technique NONE = Technique.NONE;
    private static final int GENERATIONS = 8;
    private static final Set<String> CARRIERS =
            Set.of(
                    "explorer.exe",
                    "svchost.exe",
                    "system",
                    "services.exe",
                    "msmpeng.exe",
                    "searchindexer.exe",
                    "searchprotocolhost.exe");

    private final Work work;
    private final Inquiry inquiry;

    ProcessBonds(Work work) {
        this.work = work;
        this.inquiry = work.inquiry();
    }

    void run() {
        for (Entity.Process process : inquiry.scope().of(Entity.Process.class)) {
            inquiry.node(process)
                    .ifPresent(node -> {
                        descends(process, node);
                        started(process, node);
                    });
            image(process);
            acts(process);
            channel(process);
            injected(process);
        }
    }

    private void descends(Entity.Process process, Lineage.Node node) {
        Lineage.Node at = node.parent;
        for (int distance = 1; at != null && distance <= GENERATIONS; distance++, at = at.parent) {
            if (Binaries.ROOTS.contains(at.name())) {
                ofServiceHost(process, node, at, distance);
                return;
            }
            EntityKey key = inquiry.scope().resolve(at.process);
            if (inquiry.maliciousItself(key)) {
                boolean app = application(at.name());
                String weightId =
                        app
                                ? "lineage.application"
                                : distance <= 2
                                        ? "lineage.child"
                                        : distance == 3 ? "lineage.grandchild" : "lineage.descendant";
                String words =
                        distance == 1
                                ? "Was started by %s, which is malicious"
                                : "Descends, %d generations on, from %s, which is malicious";
                String text =
                        distance == 1
                                ? words.formatted(at.process.label())
                                : words.formatted(distance, at.process.label());
                work.find(process.key(), weightId, "lineage", text, NONE, cite(node));
                return;
            }
        }
    }

    /// Programs that open what others send: what they start is not all of one making.
    private static boolean application(String name) {
        return Binaries.OFFICE.contains(name)
                || Binaries.BROWSERS.contains(name)
                || Binaries.ARCHIVERS.contains(name)
                || Binaries.SERVERS.contains(name);
    }

    /// A service host that was turned starts shells, and they what they are told; everything else that it starts is its
    /// ordinary work.
    private void ofServiceHost(Entity.Process process, Lineage.Node node, Lineage.Node root, int distance) {
        EntityKey key = inquiry.scope().resolve(root.process);
        Lineage.Node shell = node;
        while (shell.parent != null && shell.parent != root) {
            shell = shell.parent;
        }
        if (!ParentRules.interpreter(shell.name())
                || !inquiry.scope().contains(root.process)
                || !inquiry.maliciousItself(key)) {
            return;
        }
        if (shell != node && inquiry.incriminated(inquiry.scope().resolve(shell.process))) {
            boolean malicious = inquiry.malicious(inquiry.scope().resolve(shell.process));
            work.find(
                    process.key(),
                    !malicious ? "lineage.turned-host" : distance <= 2 ? "lineage.child" : "lineage.grandchild",
                    "lineage",
                    "Descends from %s, a shell that %s started, which is malicious"
                            .formatted(shell.process.label(), root.process.label()),
                    NONE,
                    cite(node));
        } else if (shell == node) {
            work.find(
                    process.key(),
                    "lineage.turned-host",
                    "lineage",
                    "A shell that %s, which is malicious, started".formatted(root.process.label()),
                    NONE,
                    cite(node));
        }
    }

    /// Speaks where only malicious processes speak: same address, same port.
    private void channel(Entity.Process process) {
        for (TelemetryEvent row : Channels.of(inquiry, process)) {
            Channels.partner(inquiry, process, row)
                    .ifPresent(other ->
                            work.find(
                                    process.key(),
                                    "process.same-channel",
                                    "channel",
                                    "Speaks to the same address and port as %s, which is malicious, and hardly anybody else does"
                                            .formatted(other.label()),
                                    new Technique("T1055", "Process Injection"),
                                    row));
        }
    }

    private void started(Entity.Process process, Lineage.Node node) {
        if (Binaries.ROOTS.contains(node.name())) {
            return;
        }
        int malicious = 0;
        for (Lineage.Node child : node.children) {
            EntityKey key = inquiry.scope().resolve(child.process);
            if (inquiry.scope().contains(child.process) && inquiry.maliciousItself(key)) {
                String path = Canonical.path(node.process.imageFile().fullPath());
                malicious++;
                boolean opener =
                        application(node.name())
                                || Set.of("fodhelper.exe", "computerdefaults.exe", "sdclt.exe", "eventvwr.exe")
                                        .contains(node.name());
                boolean kept = Places.inProgramFiles(path) || Places.inWindows(path);
                work.find(
                        process.key(),
                        opener ? "lineage.opener" : kept ? "lineage.parent-kept" : "lineage.parent",
                        "lineage-down",
                        "Started %s, which is malicious".formatted(child.process.label()),
                        NONE,
                        cite(child));
            }
        }
        String path = Canonical.path(node.process.imageFile().fullPath());
        if (malicious >= 1 && !Places.inProgramFiles(path) && !Places.inWindows(path) && path.contains("/")) {
            work.find(
                    process.key(),
                    "lineage.parent-only",
                    "lineage-only",
                    "A program of its own folder whose children are malicious: %d".formatted(malicious),
                    NONE,
                    List.of());
        }
    }

    private void image(Entity.Process process) {
        EntityKey file = inquiry.scope().resolve(inquiry.node(process).map(n -> n.process).orElse(process).imageFile());
        boolean ofWindows = Binaries.systemBinary(process.imageFile());
        if (!ofWindows && inquiry.scope().member(file).isPresent() && inquiry.malicious(file)) {
            work.find(
                    process.key(),
                    "process.image-malicious",
                    "image-verdict",
                    "Runs %s, which is malicious".formatted(process.imageFile().label()),
                    NONE,
                    inquiry.alertCitations(process.key()));
        }
    }

    private void acts(Entity.Process process) {
        String name = Binaries.name(process);
        if (Binaries.ROOTS.contains(name)
                || Binaries.BROWSERS.contains(name)
                || Binaries.MAIL_CLIENTS.contains(name)
                || CARRIERS.contains(name)) {
            return;
        }
        for (TelemetryEvent row : inquiry.acts(process.key())) {
            if (row.kind() == EventKind.FILE_CREATED) {
                Rows.entity(row, LinkRole.TARGET, Entity.File.class)
                        .filter(this::bad)
                        .ifPresent(file ->
                                work.find(
                                        process.key(),
                                        Binaries.ARCHIVERS.contains(name)
                                                ? "process.unpacked-malicious"
                                                : "process.wrote-malicious",
                                        "wrote",
                                        "Wrote %s, which is malicious".formatted(file.label()),
                                        NONE,
                                        row));
            } else if (row.kind() == EventKind.IMAGE_LOADED) {
                Rows.entity(row, LinkRole.TARGET, Entity.File.class)
                        .filter(this::bad)
                        .ifPresent(file ->
                                work.find(
                                        process.key(),
                                        "process.loaded-malicious",
                                        "loaded",
                                        "Loaded %s, which is malicious".formatted(file.label()),
                                        NONE,
                                        row));
            } else if (row.kind() == EventKind.NETWORK_CONNECTION) {
                Rows.entity(row, LinkRole.DESTINATION, Entity.IpAddress.class)
                        .filter(this::bad)
                        .ifPresent(ip ->
                                work.find(
                                        process.key(),
                                        "process.contacted-malicious",
                                        "contacted",
                                        "Contacted %s, which is malicious".formatted(ip.label()),
                                        NONE,
                                        row));
            }
        }
    }

    private void injected(Entity.Process process) {
        for (TelemetryEvent row : inquiry.rows(process.key())) {
            if (row.kind() == EventKind.PROCESS_ACCESS && MemoryAccessAnalyzer.injects(row)) {
                boolean target =
                        Rows.entity(row, LinkRole.TARGET, Entity.Process.class)
                                .filter(t -> inquiry.scope().resolve(t).equals(inquiry.scope().resolve(process)))
                                .isPresent();
                row.actor()
                        .filter(a ->
                                target && inquiry.scope().contains(a) && inquiry.malicious(inquiry.scope().resolve(a)))
                        .ifPresent(a ->
                                work.find(
                                        process.key(),
                                        "process.injected",
                                        "injected",
                                        "%s, which is malicious, started code in it".formatted(a.label()),
                                        new Technique("T1055", "Process Injection"),
                                        row));
            }
        }
    }

    private boolean bad(Entity entity) {
        return inquiry.scope().contains(entity) && inquiry.malicious(inquiry.scope().resolve(entity));
    }

    private static List<Citation> cite(Lineage.Node node) {
        return node.row == null ? List.of() : List.of(Rows.cite(node.row, "start of " + node.process.label()));
    }
}
