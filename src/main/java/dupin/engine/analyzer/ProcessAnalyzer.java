package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Technique;
import dupin.model.Telemetry;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a process is, who started it and what its command line does.
final class ProcessAnalyzer implements Analyzer {
    static final String NAME = "Process behaviour";
    private static final Technique MASQUERADE =
            new Technique("T1036.005", "Match Legitimate Resource Name or Location");
    private static final Technique ESCALATION = new Technique("T1134.001", "Token Impersonation/Theft");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String entityType() {
        return "Processes";
    }

    @Override
    public String description() {
        return "Weighs command lines, parents and images of processes";
    }

    @Override
    public void run(Work work) {
        for (Entity.Process process : work.fresh(Entity.Process.class)) {
            if (!work.inquiry().excluded(process.imageFile().fullPath())) {
                work.has(process, process.device(), Telemetry.PROCESS);
                examine(work, process);
            }
        }
    }

    private static void examine(Work work, Entity.Process process) {
        Optional<Lineage.Node> node = work.inquiry().node(process);
        // The start's row tells more than most alerts do.
        Entity.Process full = node.map(n -> n.process).filter(p -> !p.processCommandLine().isEmpty()).orElse(process);
        List<Citation> cite =
                node.flatMap(n -> Optional.ofNullable(n.row))
                        .map(row -> List.of(Rows.cite(row, "start of " + full.label())))
                        .orElseGet(() -> work.inquiry().alertCitations(process.key()));
        command(work, process.key(), full, cite);
        image(work, process.key(), full, cite);
        MassChange.judge(work, process.key());
        DirectoryRights.searches(work, process);
        node.ifPresent(n -> {
            ParentRules.judge(work, process.key(), n, cite);
            escalated(work, process.key(), n, cite);
            Bursts.judge(work, process.key(), n);
            Recurrence.judge(work, process.key(), n, cite);
        });
        if (node.isEmpty() && !full.parentImage().isEmpty()) {
            ParentRules.named(work, process.key(), full, cite);
        }
    }

    private static void command(Work work, EntityKey key, Entity.Process process, List<Citation> cite) {
        String raw = process.processCommandLine();
        if (raw.isBlank()) {
            return;
        }
        CommandLine command = CommandLine.of(raw);
        String program = Binaries.name(process);
        for (Behaviour behaviour : Behaviours.ALL) {
            if (behaviour.shows(program, command)) {
                work.find(
                        key,
                        behaviour.weightId(),
                        behaviour.cause(),
                        "The command line %s: %s".formatted(behaviour.words(), Text.quote(raw)),
                        behaviour.technique(),
                        cite);
            }
        }
        if (!command.decoded().isEmpty()) {
            work.find(
                    key,
                    "command.encoded",
                    "command:encoded",
                    "The command line hides %s behind an encoding".formatted(Text.quote(command.decoded())),
                    new Technique("T1027.010", "Command Obfuscation"),
                    cite);
        }
        if (command.obfuscated()) {
            work.find(
                    key,
                    "command.obfuscated",
                    "command:obfuscated",
                    "Signs without meaning are strewn over the command line: %s".formatted(Text.quote(raw)),
                    new Technique("T1027.010", "Command Obfuscation"),
                    cite);
        }
        if (program.equals("rundll32.exe")
                && raw.strip()
                        .toLowerCase(java.util.Locale.ROOT)
                        .matches("\"?(c:\\\\windows\\\\(system32|syswow64)\\\\)?rundll32(.exe)?\"?")) {
            work.find(
                    key,
                    "command.bare-host",
                    "command:bare",
                    "A host of other people's code runs without being told which: %s".formatted(Text.quote(raw)),
                    new Technique("T1055", "Process Injection"),
                    cite);
        }
    }

    private static void image(Work work, EntityKey key, Entity.Process process, List<Citation> cite) {
        String path = Canonical.path(process.imageFile().fullPath());
        String name = Binaries.name(process);
        if (!path.contains("/")) {
            return;
        }
        if (FileRules.masquerades(name, path)) {
            work.find(
                    key,
                    "process.masquerade",
                    "image",
                    "Bears the name of a Windows process but runs from %s"
                            .formatted(Text.quote(process.imageFile().fullPath())),
                    MASQUERADE,
                    cite);
        } else {
            Places.suspicious(path)
                    .ifPresent(place ->
                            work.find(
                                    key,
                                    place.weightId(),
                                    "image",
                                    "Runs from %s: %s"
                                            .formatted(place.words(), Text.quote(process.imageFile().fullPath())),
                                    new Technique("T1204.002", "Malicious File"),
                                    cite));
        }
        if (FileRules.doubleExtension(name)) {
            work.find(
                    key,
                    "file.double-extension",
                    "name",
                    "Its image has two extensions: %s".formatted(Text.quote(name)),
                    new Technique("T1036.007", "Double File Extension"),
                    cite);
        }
    }

    /// A child that is the system although its parent is a user's program.
    private static void escalated(Work work, EntityKey key, Lineage.Node node, List<Citation> cite) {
        Lineage.Node parent = node.parent;
        if (parent == null || parent.process.account().isEmpty() || node.process.account().isEmpty()) {
            return;
        }
        boolean risen =
                isSystem(node.process.account())
                        && !isSystem(parent.process.account())
                        && !isService(parent.process.account());
        if (risen
                && !Set.of("services.exe", "svchost.exe", "winlogon.exe", "wininit.exe", "consent.exe", "werfault.exe")
                        .contains(parent.name())) {
            work.find(
                    key,
                    "process.escalated",
                    "escalated",
                    "Runs as the system although %s, which started it, runs as %s"
                            .formatted(parent.process.label(), Text.quote(parent.process.account())),
                    ESCALATION,
                    cite);
        }
    }

    static boolean isSystem(String account) {
        String name = account.toLowerCase(java.util.Locale.ROOT);
        return name.endsWith("\\system")
                || name.equals("system")
                || name.equals("localsystem")
                || name.equals("s-1-5-18")
                || name.endsWith("\\système");
    }

    private static boolean isService(String account) {
        String name = account.toLowerCase(java.util.Locale.ROOT);
        return name.endsWith("local service")
                || name.endsWith("network service")
                || name.contains("window manager")
                || name.contains("font driver")
                || name.endsWith("$");
    }
}
