package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Technique;
import dupin.model.TelemetryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Processes that reach into others: reading LSASS, writing code elsewhere.
final class MemoryAccessAnalyzer implements Analyzer {
    static final String NAME = "Process memory access";

    /// May read LSASS: Windows itself and what protects it. Counted only in their own folders.
    private static final Set<String> READERS =
            Set.of(
                    "svchost.exe",
                    "csrss.exe",
                    "wininit.exe",
                    "services.exe",
                    "lsass.exe",
                    "wmiprvse.exe",
                    "taskmgr.exe",
                    "msmpeng.exe",
                    "mssense.exe",
                    "sensendr.exe",
                    "senseir.exe",
                    "werfault.exe",
                    "werfaultsecure.exe",
                    "lsaiso.exe",
                    "winlogon.exe",
                    "logonui.exe",
                    "smss.exe",
                    "mpcmdrun.exe",
                    "sysmon64.exe",
                    "sysmon.exe",
                    "system",
                    "taskhostw.exe",
                    "dwm.exe",
                    "sensetvm.exe",
                    "nissrv.exe",
                    "vmtoolsd.exe",
                    "explorer.exe",
                    "mrt.exe",
                    "tiworker.exe",
                    "trustedinstaller.exe");

    private static final long READ_MEMORY = 0x10;
    private static final Set<String> INJECTIONS =
            Set.of(
                    "createremotethread",
                    "writeprocessmemory",
                    "ntallocatevirtualmemoryremote",
                    "ntmapviewofsectionremote",
                    "queueuserapcremote",
                    "setthreadcontextremote",
                    "writetolsassprocessmemory");

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
        return "Looks for processes that read or change the memory of others";
    }

    @Override
    public void run(Work work) {
        for (Entity.Process process : work.fresh(Entity.Process.class)) {
            for (TelemetryEvent row : work.inquiry().acts(process.key())) {
                String action = row.actionType().toLowerCase(Locale.ROOT);
                if (action.contains("tampering")) {
                    work.find(
                            process.key(),
                            "process.tampering",
                            "tampering",
                            "The protection reports an attempt to tamper with it: %s".formatted(row.actionType()),
                            new Technique("T1562.001", "Disable or Modify Tools"),
                            row);
                } else if (row.kind() == EventKind.PROCESS_ACCESS) {
                    Rows.entity(row, LinkRole.TARGET, Entity.Process.class)
                            .ifPresent(target -> judge(work, process, target, row));
                }
            }
        }
    }

    private static void judge(Work work, Entity.Process process, Entity.Process target, TelemetryEvent row) {
        String actor = Binaries.name(process);
        String path = Canonical.path(process.imageFile().fullPath());
        boolean kept =
                Places.inWindows(path) && !Places.droppable(path)
                        || Places.inProgramFiles(path)
                        || path.contains("/programdata/microsoft/windows defender/");
        boolean usual = READERS.contains(actor) && (kept || path.isEmpty() || actor.equals("system"));
        if (Binaries.name(target).equals("lsass.exe") && !usual && reads(row)) {
            String weightId =
                    kept && !Binaries.PROXIES.contains(actor) && !ParentRules.interpreter(actor)
                            ? "access.lsass-kept"
                            : "access.lsass";
            work.find(
                    process.key(),
                    weightId,
                    "access:lsass",
                    "Opened the memory of LSASS for reading%s".formatted(mask(row)),
                    new Technique("T1003.001", "LSASS Memory"),
                    row);
        } else if (injects(row) && !usual && !kept && !process.key().equals(target.key())) {
            work.find(
                    process.key(),
                    "access.inject",
                    "access:inject",
                    "Changed the memory of %s or started code in it%s".formatted(target.label(), mask(row)),
                    new Technique("T1055", "Process Injection"),
                    row);
        } else if (!kept && full(row) && !process.key().equals(target.key()) && path.contains("/")) {
            var cite = new ArrayList<Citation>(List.of(Rows.cite(row, row.actionType())));
            work.find(
                    process.key(),
                    "access.full",
                    "access:full",
                    "Opened %s with the right to do anything to it%s".formatted(target.label(), mask(row)),
                    new Technique("T1055", "Process Injection"),
                    cite);
        }
    }

    static boolean injects(TelemetryEvent row) {
        String action = row.actionType().toLowerCase(Locale.ROOT).replace(" ", "").replace("apicall", "");
        return INJECTIONS.stream().anyMatch(action::contains)
                || Rows.lowerAttribute(row, "EventID", "EventId").equals("8");
    }

    /// An open whose rights are not told counts when the source bothers to report it under a name of its own.
    private static boolean reads(TelemetryEvent row) {
        long mask = rights(row);
        if (mask >= 0) {
            return (mask & READ_MEMORY) != 0;
        }
        String action = row.actionType().toLowerCase(Locale.ROOT);
        return action.contains("readprocessmemory")
                || action.contains("lsass")
                || action.contains("openprocess")
                || injects(row);
    }

    private static boolean full(TelemetryEvent row) {
        long mask = rights(row);
        return mask >= 0 && (mask & 0x2a) == 0x2a;
    }

    private static long rights(TelemetryEvent row) {
        String mask = Rows.lowerAttribute(row, "GrantedAccess", "DesiredAccess", "AccessMask");
        try {
            return mask.isEmpty()
                    ? -1
                    : mask.startsWith("0x") ? Long.parseLong(mask.substring(2), 16) : Long.parseLong(mask);
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private static String mask(TelemetryEvent row) {
        String mask = Rows.attribute(row, "GrantedAccess", "DesiredAccess", "AccessMask");
        return mask.isEmpty() ? " (" + row.actionType() + ")" : " (access " + mask + ")";
    }
}
