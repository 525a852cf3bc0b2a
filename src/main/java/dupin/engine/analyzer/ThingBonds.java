package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Technique;
import dupin.model.TelemetryEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the verdicts of processes say of files, addresses, persistence, devices and accounts.
final class ThingBonds {
    private static final Technique NONE = Technique.NONE;
    private static final int MASS = 60;

    private final Work work;
    private final Inquiry inquiry;
    private final Map<EntityKey, Boolean> massWriters = new HashMap<>();

    ThingBonds(Work work) {
        this.work = work;
        this.inquiry = work.inquiry();
    }

    void run() {
        for (Entity.Process process : inquiry.scope().of(Entity.Process.class)) {
            if (inquiry.malicious(process.key())) {
                ran(process);
                touched(process);
                named(process);
            } else if (inquiry.incriminated(process.key()) && Binaries.OFFICE.contains(Binaries.name(process))) {
                named(process);
            }
        }
        inquiry.scope().of(Entity.IpAddress.class).forEach(this::exclusive);
        samePath();
        inquiry.scope().of(Entity.Service.class).forEach(s -> starts(s.key(), s.imagePath()));
        inquiry.scope().of(Entity.ScheduledTask.class).forEach(t -> starts(t.key(), t.action()));
        inquiry.scope().of(Entity.RegistryValue.class).forEach(v -> starts(v.key(), v.registryValue()));
        inquiry.scope().of(Entity.Driver.class).forEach(d -> starts(d.key(), d.imagePath()));
    }

    private void ran(Entity.Process process) {
        Entity.Process full = inquiry.node(process).map(n -> n.process).orElse(process);
        boolean itself = inquiry.maliciousItself(process.key());
        String name = Binaries.name(full);
        if (!Binaries.systemBinary(full.imageFile()) && !Binaries.ofWindows(name)) {
            work.find(
                    full.imageFile().key(),
                    itself && !kept(full) ? "file.ran-malicious" : "file.ran-descendant",
                    "ran",
                    "%s, which is malicious, runs it".formatted(process.label()),
                    NONE,
                    cite(process));
        }
        String host = Canonical.host(process.device());
        Entity.Device device = Entity.Device.named(host);
        work.find(
                inquiry.scope().resolve(device),
                "device.malicious-process",
                "carries",
                "%s, which is malicious, runs on it".formatted(process.label()),
                NONE,
                cite(process));
        account(process);
    }

    /// An installed program that was used for harm is not itself to blame.
    private static boolean kept(Entity.Process process) {
        return Places.inProgramFiles(Canonical.path(process.imageFile().fullPath()));
    }

    private void account(Entity.Process process) {
        if (inquiry.maliciousItself(process.key())) {
            inquiry.account(process)
                    .ifPresent(user ->
                            work.find(
                                    user,
                                    "user.ran-malicious",
                                    "ran",
                                    "%s, which is malicious, ran as this account".formatted(process.label()),
                                    new Technique("T1078", "Valid Accounts"),
                                    cite(process)));
        }
    }

    private void touched(Entity.Process process) {
        boolean root = Binaries.ROOTS.contains(Binaries.name(process));
        boolean mass =
                massWriters.computeIfAbsent(
                        process.key(),
                        _ ->
                                inquiry.acts(process.key()).stream()
                                                .filter(r -> r.kind().name().startsWith("FILE_"))
                                                .count()
                                        > MASS);
        for (TelemetryEvent row : root ? List.<TelemetryEvent>of() : inquiry.acts(process.key())) {
            switch (row.kind()) {
                case FILE_CREATED, FILE_RENAMED ->
                        Rows.entity(row, LinkRole.TARGET, Entity.File.class)
                                .ifPresent(file -> written(process, file, row, mass));
                case NETWORK_CONNECTION ->
                        Rows.entity(row, LinkRole.DESTINATION, Entity.IpAddress.class)
                                .ifPresent(ip ->
                                        work.find(
                                                inquiry.scope().resolve(ip),
                                                Addresses.internal(ip.key().value())
                                                        ? "ip.contacted-internal"
                                                        : "ip.contacted",
                                                "contacted",
                                                "%s, which is malicious, contacted it".formatted(process.label()),
                                                new Technique("T1071", "Application Layer Protocol"),
                                                row));
                case REGISTRY_CHANGED, SERVICE_INSTALLED, TASK_CREATED ->
                        row.target()
                                .filter(t -> !(t instanceof Entity.RegistryValue v) || ActivityAnalyzer.persistent(v))
                                .ifPresent(t ->
                                        work.find(
                                                inquiry.scope().resolve(t),
                                                "persistence.set-by-malicious",
                                                "set",
                                                "%s, which is malicious, set it".formatted(process.label()),
                                                NONE,
                                                row));
                default -> {}
            }
            if (row.kind() == EventKind.NETWORK_CONNECTION || row.kind() == EventKind.DNS_QUERY) {
                Rows.entity(row, LinkRole.DESTINATION, Entity.Url.class).ifPresent(url -> contacted(url, process, row));
                Rows.entity(row, LinkRole.DESTINATION, Entity.Domain.class)
                        .ifPresent(domain -> contacted(domain, process, row));
            }
        }
    }

    private void contacted(Entity place, Entity.Process process, TelemetryEvent row) {
        work.find(
                inquiry.scope().resolve(place),
                "url.contacted",
                "contacted",
                "%s, which is malicious, contacted it".formatted(process.label()),
                new Technique("T1071.001", "Web Protocols"),
                row);
    }

    private void written(Entity.Process process, Entity.File file, TelemetryEvent row, boolean mass) {
        String extension = FileRules.extension(file.fileName());
        boolean program = FileRules.EXECUTABLE.contains(extension);
        boolean vessel =
                FileRules.CONTAINER.contains(extension)
                        || extension.equals("dmp")
                        || extension.equals("tmp")
                        || extension.equals("dat")
                        || extension.equals("bin");
        if (Binaries.systemBinary(file) || mass && !program) {
            return;
        }
        work.find(
                inquiry.scope().resolve(file),
                program ? "file.written-program" : vessel ? "file.written-data" : "file.written-other",
                "written",
                "%s, which is malicious, wrote it".formatted(process.label()),
                new Technique("T1105", "Ingress Tool Transfer"),
                row);
    }

    /// Files and links that the command line names.
    private void named(Entity.Process process) {
        String raw = inquiry.node(process).map(n -> n.process).orElse(process).processCommandLine();
        if (raw.isBlank()) {
            return;
        }
        String text = raw.toLowerCase(java.util.Locale.ROOT).replace('\\', '/');
        EntityKey image = inquiry.scope().resolve(process.imageFile());
        for (Entity.File file : inquiry.scope().of(Entity.File.class)) {
            String name = Binaries.name(file.fullPath());
            boolean here =
                    file.device().isEmpty() || Canonical.host(file.device()).equals(Canonical.host(process.device()));
            if (name.length() > 5
                    && here
                    && !file.key().equals(image)
                    && !Binaries.systemBinary(file)
                    && !Binaries.ofWindows(name)
                    && !Places.inProgramFiles(Canonical.path(file.fullPath()))
                    && text.contains("/" + name)) {
                boolean opens =
                        Binaries.OFFICE.contains(Binaries.name(process))
                                || ParentRules.interpreter(Binaries.name(process))
                                || Binaries.PROXIES.contains(Binaries.name(process));
                work.find(
                        file.key(),
                        opens ? "file.opened" : "file.named",
                        "opened",
                        "%s, which is incriminated, names it in its command line".formatted(process.label()),
                        new Technique("T1204.002", "Malicious File"),
                        cite(process));
            }
        }
        if (inquiry.maliciousItself(process.key())) {
            for (String link : RelatedAnalyzer.links(raw)) {
                work.find(
                        inquiry.scope().resolve(new Entity.Url(link)),
                        "url.in-command",
                        "command",
                        "The command line of %s, which is malicious, names it".formatted(process.label()),
                        new Technique("T1105", "Ingress Tool Transfer"),
                        cite(process));
            }
        }
    }

    /// An address on one of whose ports nobody in the case talks but malicious processes. Ports of names, logons and files
    /// are everybody's and tell nothing.
    private void exclusive(Entity.IpAddress ip) {
        var talkers = new TreeMap<String, TreeSet<EntityKey>>();
        var rows = new TreeMap<String, TelemetryEvent>();
        for (TelemetryEvent row : inquiry.rows(ip.key())) {
            boolean talk =
                    row.kind() == EventKind.NETWORK_CONNECTION
                            && Rows.entity(row, LinkRole.DESTINATION, Entity.IpAddress.class)
                                    .filter(i -> i.key().equals(ip.key()))
                                    .isPresent();
            String port = Rows.attribute(row, "RemotePort", "DestinationPort");
            if (talk && row.actor().isPresent() && !Channels.infrastructure(port)) {
                talkers.computeIfAbsent(port, _ -> new TreeSet<>()).add(inquiry.scope().resolve(row.actor().get()));
                rows.put(port, row);
            }
        }
        talkers.forEach((port, processes) -> {
            TelemetryEvent last = rows.get(port);
            if (last != null
                    && processes.stream()
                            .allMatch(t -> inquiry.scope().member(t).isPresent() && inquiry.malicious(t))) {
                String where = port.isEmpty() ? "it" : "its port " + port;
                work.find(
                        ip.key(),
                        processes.size() > 1 ? "ip.meeting-malicious" : "ip.only-malicious",
                        "exclusive",
                        "Nobody in the case talks to %s but malicious processes (%d)"
                                .formatted(where, processes.size()),
                        new Technique("T1071", "Application Layer Protocol"),
                        last);
            }
        });
    }

    /// One path of one device seen with a hash and without is one file, as long as no second hash shows that it changed.
    private void samePath() {
        var byPath = new TreeMap<String, TreeMap<EntityKey, Entity.File>>();
        for (Entity.File file : inquiry.scope().of(Entity.File.class)) {
            for (String path : Binaries.systemBinary(file) ? java.util.Set.<String>of() : inquiry.paths(file)) {
                if (path.indexOf('/') >= 0 && !file.device().isEmpty()) {
                    byPath.computeIfAbsent(Canonical.host(file.device()) + "|" + path, _ -> new TreeMap<>())
                            .put(file.key(), file);
                }
            }
        }
        for (var files : byPath.values()) {
            if (files.size() != 2) {
                continue;
            }
            Entity.File first = files.firstEntry().getValue();
            Entity.File second = files.lastEntry().getValue();
            if (first.sha256().isEmpty() != second.sha256().isEmpty()) {
                onePath(first, second);
                onePath(second, first);
            }
        }
    }

    private void onePath(Entity.File from, Entity.File to) {
        if (inquiry.maliciousWithout(from.key(), "same-path")) {
            work.find(
                    to.key(),
                    "file.same-path",
                    "same-path",
                    "Lies where %s lies, which is malicious, on the same device".formatted(from.fullPath()),
                    NONE,
                    inquiry.rows(to.key()).stream().limit(1).map(r -> Rows.cite(r, r.actionType())).toList());
        }
    }

    private void starts(EntityKey key, String command) {
        String program = Canonical.path(PersistenceAnalyzer.program(command));
        if (program.length() < 5) {
            return;
        }
        for (EntityKey culprit : inquiry.culpritFiles()) {
            Entity entity = inquiry.scope().member(culprit).map(m -> m.entity()).orElse(null);
            if (entity instanceof Entity.File file && inquiry.paths(file).contains(program)) {
                work.find(
                        key,
                        inquiry.malicious(culprit) ? "persistence.starts-malicious" : "persistence.starts-suspicious",
                        "starts",
                        "It starts %s, which is %s"
                                .formatted(file.label(), inquiry.malicious(culprit) ? "malicious" : "suspicious"),
                        NONE,
                        inquiry.rows(key).stream().limit(1).map(r -> Rows.cite(r, r.actionType())).toList());
            }
        }
    }

    private List<Citation> cite(Entity.Process process) {
        return inquiry.node(process)
                .map(n -> n.row)
                .map(row -> List.of(Rows.cite(row, "start of " + process.label())))
                .orElseGet(() -> inquiry.alertCitations(process.key()));
    }
}
