package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Technique;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the parent of a process says: programs that have no reason to start a shell, Windows processes with another parent
/// than Windows gives them, and agents that start commands all day.
final class ParentRules {
    /// The parents that Windows gives its own processes.
    private static final Map<String, Set<String>> OF_WINDOWS =
            Map.of(
                    "svchost.exe", Set.of("services.exe", "mssense.exe", "msmpeng.exe", "rpcnet.exe", "svchost.exe"),
                    "lsass.exe", Set.of("wininit.exe", "winlogon.exe"),
                    "services.exe", Set.of("wininit.exe", "winlogon.exe"),
                    "taskhostw.exe", Set.of("svchost.exe", "services.exe"),
                    "spoolsv.exe", Set.of("services.exe"),
                    "wmiprvse.exe", Set.of("svchost.exe"),
                    "searchindexer.exe", Set.of("services.exe"),
                    "lsaiso.exe", Set.of("wininit.exe"));

    /// Started by attackers to elevate; users never start anything through them.
    private static final Set<String> ELEVATORS =
            Set.of(
                    "fodhelper.exe",
                    "computerdefaults.exe",
                    "sdclt.exe",
                    "eventvwr.exe",
                    "cmstp.exe",
                    "slui.exe",
                    "wsreset.exe",
                    "changepk.exe",
                    "silentcleanup.exe");

    private static final Technique SCRIPTING = new Technique("T1059", "Command and Scripting Interpreter");

    private ParentRules() {}

    static void judge(Work work, EntityKey key, Lineage.Node node, List<Citation> cite) {
        Lineage.Node parent = node.parent;
        if (parent == null) {
            if (!node.process.parentImage().isEmpty()) {
                named(work, key, node.process, cite);
            }
            return;
        }
        String path = Canonical.path(parent.process.imageFile().fullPath());
        String command = parent.process.processCommandLine();
        pair(work, key, node.name(), parent.name(), path, command, node.process, cite);
        if (fromUserPlace(path) && interpreter(node.name())) {
            work.find(
                    key,
                    "parent.user-place",
                    "parent",
                    "Was started by %s, a program in a user's or temporary folder"
                            .formatted(Text.quote(parent.process.imageFile().fullPath())),
                    SCRIPTING,
                    cite);
        }
        managed(work, key, node, cite);
    }

    /// When only the parent's name is known.
    static void named(Work work, EntityKey key, Entity.Process process, List<Citation> cite) {
        String path = Canonical.path(process.parentImage());
        pair(work, key, Binaries.name(process), Binaries.name(process.parentImage()), path, "", process, cite);
    }

    /// Whether the script of a script host's command line lies in the folder of Windows, where only the system writes: its
    /// own collecting and configuring scripts start shells as a matter of course.
    private static boolean ofWindows(String command) {
        for (String word : Canonical.lower(command).replace("\"", " ").split("\\s+")) {
            String path = Canonical.path(word);
            if (path.matches(".*\\.(vbs|vbe|js|jse|wsf)")) {
                return Places.inWindows(path) && !Places.droppable(path);
            }
        }
        return false;
    }

    private static void pair(
            Work work,
            EntityKey key,
            String child,
            String parent,
            String parentPath,
            String parentCommand,
            Entity.Process process,
            List<Citation> cite) {
        boolean runsCode = interpreter(child) || Binaries.PROXIES.contains(child);
        String weightId = "";
        if (runsCode && Binaries.OFFICE.contains(parent)) {
            weightId = "parent.office";
        } else if (runsCode
                && Binaries.SERVERS.contains(parent)
                && !parent.startsWith("java")
                && !parent.startsWith("node")) {
            weightId = "parent.server";
        } else if (interpreter(child) && ELEVATORS.contains(parent)) {
            weightId = "parent.elevator";
        } else if (runsCode && (Binaries.BROWSERS.contains(parent) || Binaries.ARCHIVERS.contains(parent))) {
            weightId = "parent.browser";
        } else if (runsCode
                && Set.of(
                                "mshta.exe",
                                "wscript.exe",
                                "cscript.exe",
                                "regsvr32.exe",
                                "rundll32.exe",
                                "hh.exe",
                                "msxsl.exe")
                        .contains(parent)) {
            weightId = "parent.script";
        } else if (interpreter(child) && parent.equals("wmiprvse.exe")) {
            weightId = "parent.wmi";
        } else if (runsCode && parent.equals("scrcons.exe")) {
            weightId = "parent.consumer";
        } else if (Binaries.SHELLS.contains(child) && parent.equals("services.exe")) {
            weightId = "parent.services";
        } else if (ELEVATORS.contains(parent)
                && !ELEVATORS.contains(child)
                && !child.equals("conhost.exe")
                && !child.equals("mmc.exe")
                && !child.equals("werfault.exe")) {
            weightId = "parent.elevator";
        }
        if (weightId.equals("parent.script") && ofWindows(parentCommand)) {
            weightId = "";
        }
        if (!weightId.isEmpty()) {
            work.find(
                    key,
                    weightId,
                    "parent",
                    "%s has few good reasons to start %s: %s"
                            .formatted(parent, child, Text.quote(process.processCommandLine())),
                    SCRIPTING,
                    cite);
        }
        if (child.equals("scrcons.exe")) {
            work.find(
                    key,
                    "process.script-consumer",
                    "consumer",
                    "Windows starts it only to run the script that a permanent WMI subscription holds",
                    new Technique("T1546.003", "Windows Management Instrumentation Event Subscription"),
                    cite);
        }
        Set<String> right = OF_WINDOWS.get(child);
        if (right != null && !parent.isEmpty() && !right.contains(parent)) {
            work.find(
                    key,
                    "parent.wrong",
                    "parent",
                    "Windows starts %s from %s only, this one came from %s"
                            .formatted(
                                    child,
                                    String.join(" or ", right.stream().sorted().toList()),
                                    parentPath.isEmpty() ? parent : parentPath),
                    new Technique("T1036.009", "Break Process Trees"),
                    cite);
        }
    }

    /// A management agent in a folder that users cannot write to is an ancestor.
    private static void managed(Work work, EntityKey key, Lineage.Node node, List<Citation> cite) {
        Lineage.Node at = node.parent;
        for (int i = 0; at != null && i < 6; i++) {
            String path = Canonical.path(at.process.imageFile().fullPath());
            boolean kept =
                    Places.inProgramFiles(path)
                            || Places.inWindows(path) && !Places.droppable(path)
                            || path.contains("/programdata/microsoft/windows defender");
            if (Binaries.MANAGEMENT.contains(at.name()) && kept) {
                work.find(
                        key,
                        "process.managed",
                        "managed",
                        "Descends from the management agent %s"
                                .formatted(Text.quote(at.process.imageFile().fullPath())),
                        Technique.NONE,
                        cite);
                return;
            }
            at = at.parent;
        }
    }

    static boolean interpreter(String name) {
        return Binaries.SHELLS.contains(name) || Binaries.SCRIPT_HOSTS.contains(name);
    }

    static boolean fromUserPlace(String path) {
        return path.contains("/")
                && !Places.inWindows(path)
                && !Places.inProgramFiles(path)
                && Places.suspicious(path)
                        .filter(p -> !p.weightId().equals("file.path.profile") || !path.contains("/appdata/local/"))
                        .isPresent();
    }
}
