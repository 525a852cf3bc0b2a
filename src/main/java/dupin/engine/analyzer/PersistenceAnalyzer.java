package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Technique;
import dupin.model.Telemetry;
import dupin.model.TelemetryEvent;
import java.util.List;
import java.util.Set;

/// Services, drivers, registry values and scheduled tasks: what starts by itself, and from where.
final class PersistenceAnalyzer implements Analyzer {
    static final String NAME = "Persistence";
    private static final Technique SERVICE = new Technique("T1543.003", "Windows Service");
    private static final Technique TASK = new Technique("T1053.005", "Scheduled Task");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String entityType() {
        return "Persistence methods";
    }

    @Override
    public String description() {
        return "Weighs services, drivers, registry values and scheduled tasks";
    }

    @Override
    public void run(Work work) {
        for (Entity.Service service : work.fresh(Entity.Service.class)) {
            work.has(service, Canonical.host(service.device()), Telemetry.DEVICE, Telemetry.REGISTRY);
            starts(work, service.key(), service.imagePath(), "service", SERVICE);
        }
        for (Entity.ScheduledTask task : work.fresh(Entity.ScheduledTask.class)) {
            work.has(task, Canonical.host(task.device()), Telemetry.DEVICE, Telemetry.REGISTRY);
            starts(work, task.key(), task.action(), "task", TASK);
        }
        for (Entity.Driver driver : work.fresh(Entity.Driver.class)) {
            work.has(driver, Canonical.host(driver.device()), Telemetry.DEVICE, Telemetry.FILE);
            driver(work, driver);
        }
        for (Entity.RegistryValue value : work.fresh(Entity.RegistryValue.class)) {
            work.has(value, Canonical.host(value.device()), Telemetry.REGISTRY);
            registry(work, value);
        }
        for (Entity.Unknown thing : work.fresh(Entity.Unknown.class)) {
            WmiSubscriptions.judge(work, thing);
        }
        for (Entity.RegistryKey key : work.fresh(Entity.RegistryKey.class)) {
            work.has(key, Canonical.host(key.device()), Telemetry.REGISTRY);
        }
    }

    private static void starts(Work work, EntityKey key, String command, String what, Technique technique) {
        if (command.isBlank()) {
            return;
        }
        List<Citation> cite = cite(work, key);
        CommandLine line = CommandLine.of(command);
        String path = Canonical.path(program(command));
        String name = Binaries.name(path);
        if (line.text().contains("\\\\.\\pipe\\")) {
            work.find(
                    key,
                    what + ".pipe",
                    "start",
                    "The %s writes to a named pipe, a way to take the system's token: %s"
                            .formatted(what, Text.quote(command)),
                    new Technique("T1134.001", "Token Impersonation/Theft"),
                    cite);
        } else if (ParentRules.interpreter(name)
                || line.text().startsWith("%comspec%")
                || Set.of("mshta.exe", "rundll32.exe", "regsvr32.exe").contains(name)) {
            boolean harmful =
                    Behaviours.ALL.stream().anyMatch(b -> b.shows(name, line))
                            || !line.decoded().isEmpty()
                            || userPlace(line.text());
            work.find(
                    key,
                    what + (harmful ? ".harmful" : ".interpreter"),
                    "start",
                    "The %s starts an interpreter: %s".formatted(what, Text.quote(command)),
                    technique,
                    cite);
        } else if (ParentRules.fromUserPlace(path) || path.contains("/appdata/")) {
            work.find(
                    key,
                    what + ".user-place",
                    "start",
                    "The %s starts a program in a user's or temporary folder: %s".formatted(what, Text.quote(command)),
                    technique,
                    cite);
        } else if (path.matches("^[a-z]:/windows/[^/]+\\.exe$") && !Binaries.ofWindows(name)) {
            work.find(
                    key,
                    what + ".windows-root",
                    "start",
                    "The %s starts a program that Windows does not bring out of the folder of Windows: %s"
                            .formatted(what, Text.quote(command)),
                    technique,
                    cite);
        } else if (Places.inProgramFiles(path) || Places.inWindows(path) && Binaries.ofWindows(name)) {
            work.find(
                    key,
                    what + ".installed",
                    "start",
                    "The %s starts an installed program: %s".formatted(what, Text.quote(command)),
                    Technique.NONE,
                    cite);
        }
    }

    private static void driver(Work work, Entity.Driver driver) {
        if (FileRules.driverElsewhere(driver.imagePath())) {
            work.find(
                    driver.key(),
                    "driver.place",
                    "place",
                    "A driver was loaded from %s, where drivers do not lie".formatted(Text.quote(driver.imagePath())),
                    new Technique("T1068", "Exploitation for Privilege Escalation"),
                    cite(work, driver.key()));
        }
    }

    private static void registry(Work work, Entity.RegistryValue value) {
        String path = value.key().value();
        String data = CommandLine.of(value.registryValue()).text();
        String program = Canonical.path(program(value.registryValue()));
        RegistryRules.Rule rule = RegistryRules.of(path, data, program);
        if (rule != null) {
            work.find(
                    value.key(),
                    rule.weightId(),
                    "meaning",
                    "%s: %s = %s"
                            .formatted(
                                    rule.words(),
                                    Text.quote(value.registryKey() + "\\" + value.registryValueName()),
                                    Text.quote(value.registryValue())),
                    rule.technique(),
                    cite(work, value.key()));
        }
    }

    private static List<Citation> cite(Work work, EntityKey key) {
        List<TelemetryEvent> rows = work.inquiry().rows(key);
        return rows.isEmpty()
                ? work.inquiry().alertCitations(key)
                : List.of(Rows.cite(rows.getFirst(), rows.getFirst().actionType()));
    }

    static boolean userPlace(String text) {
        return text.contains("\\appdata\\")
                || text.contains("\\temp\\")
                || text.contains("\\users\\public\\")
                || text.contains("\\downloads\\")
                || text.contains("%temp%")
                || text.contains("%appdata%")
                || text.contains("\\perflogs\\");
    }

    /// The program of a command line, without its arguments.
    static String program(String command) {
        String text = command.strip();
        if (text.startsWith("\"")) {
            int end = text.indexOf('"', 1);
            return end < 0 ? text.substring(1) : text.substring(1, end);
        }
        int exe = text.toLowerCase(java.util.Locale.ROOT).indexOf(".exe");
        int blank = text.indexOf(' ');
        return exe > 0 ? text.substring(0, exe + 4) : blank > 0 ? text.substring(0, blank) : text;
    }
}
