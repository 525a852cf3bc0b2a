package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import java.util.TreeSet;

/// The general look at a device that is affected: whatever else on it behaves like an attacker's tool, starts by itself from
/// an odd place, or runs an incriminated image.
final class SweepAnalyzer implements Analyzer {
    static final String NAME = "Device sweep";

    /// An act that weighs this much is let in; weaker ones only by lineage.
    private static final int TELLING = 18;

    private static final int ROWS = 20_000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String entityType() {
        return "Devices";
    }

    @Override
    public String description() {
        return "Looks at everything else on affected devices";
    }

    @Override
    public void run(Work work) {
        var affected = new TreeSet<String>();
        work.inquiry().incriminated(Entity.Process.class).forEach(p -> affected.add(Canonical.host(p.device())));
        for (Entity.Device device : work.all(Entity.Device.class)) {
            if (affected.contains(device.key().value())) {
                processes(work, device);
                persistence(work, device);
                channels(work, device);
            }
        }
    }

    private static void processes(Work work, Entity.Device device) {
        for (Lineage.Node node : work.inquiry().lineage(device.key().value()).started()) {
            if (!work.inquiry().scope().contains(node.process) && telling(work, node)) {
                work.join(
                        device.key(),
                        node.process,
                        "Conspicuous on an affected device",
                        "%s on %s behaves conspicuously".formatted(node.process.label(), device.label()));
            }
        }
    }

    private static boolean telling(Work work, Lineage.Node node) {
        String name = node.name();
        String path = Canonical.path(node.process.imageFile().fullPath());
        if (FileRules.masquerades(name, path)) {
            return true;
        }
        String raw = node.process.processCommandLine();
        if (raw.length() < 8) {
            return false;
        }
        CommandLine command = CommandLine.of(raw);
        return Behaviours.ALL.stream()
                .anyMatch(b -> work.inquiry().weights().of(b.weightId()) >= TELLING && b.shows(name, command));
    }

    /// Other processes of the device on the channel of an incriminated one.
    private static void channels(Work work, Entity.Device device) {
        for (Entity.Process process : work.inquiry().incriminated(Entity.Process.class)) {
            if (!Canonical.host(process.device()).equals(device.key().value())) {
                continue;
            }
            for (TelemetryEvent row : Channels.of(work.inquiry(), process)) {
                for (Entity.Process other : Channels.others(work.inquiry(), process, row)) {
                    work.join(
                            process.key(),
                            other,
                            "Same address and port",
                            "%s speaks where %s speaks".formatted(other.label(), process.label()));
                }
            }
        }
    }

    private static void persistence(Work work, Entity.Device device) {
        var query =
                Facts.Query.of(device.key())
                        .kinds(
                                EventKind.REGISTRY_CHANGED,
                                EventKind.SERVICE_INSTALLED,
                                EventKind.TASK_CREATED,
                                EventKind.DRIVER_LOADED)
                        .between(work.inquiry().from(), work.inquiry().to())
                        .limit(ROWS);
        for (TelemetryEvent row : work.facts().events(query)) {
            Entity target = row.target().orElse(null);
            if (target != null
                    && !work.inquiry().scope().contains(target)
                    && (odd(work, target)
                            || row.actor().filter(a -> known(work, a)).isPresent() && persistent(target))) {
                work.join(
                        device.key(),
                        target,
                        "Starts by itself on an affected device",
                        "%s was set up on %s".formatted(target.label(), device.label()));
            }
            if (row.kind() == EventKind.SERVICE_INSTALLED) {
                Rows.entity(row, LinkRole.TARGET_IMAGE, Entity.File.class)
                        .filter(f -> target != null && work.inquiry().scope().contains(target))
                        .ifPresent(f ->
                                work.join(
                                        device.key(),
                                        f,
                                        "Image of a service",
                                        "The service starts %s".formatted(f.fullPath())));
            }
        }
    }

    private static boolean known(Work work, Entity.Process actor) {
        return work.inquiry().scope().contains(actor) && work.inquiry().incriminated(actor.key());
    }

    private static boolean persistent(Entity target) {
        return target instanceof Entity.RegistryValue value
                ? ActivityAnalyzer.persistent(value)
                : !(target instanceof Entity.RegistryKey);
    }

    private static boolean odd(Work work, Entity target) {
        return switch (target) {
            case Entity.Service service -> odd(work, service.imagePath());
            case Entity.ScheduledTask task -> odd(work, task.action());
            case Entity.Driver driver ->
                    incriminated(work, driver.imagePath()) || FileRules.driverElsewhere(driver.imagePath());
            case Entity.RegistryValue value -> {
                String data = CommandLine.of(value.registryValue()).text();
                RegistryRules.Rule rule =
                        RegistryRules.of(
                                value.key().value(),
                                data,
                                Canonical.path(PersistenceAnalyzer.program(value.registryValue())));
                yield rule != null && work.inquiry().weights().of(rule.weightId()) >= TELLING
                        || rule != null && incriminated(work, value.registryValue());
            }
            default -> false;
        };
    }

    private static boolean odd(Work work, String command) {
        CommandLine line = CommandLine.of(command);
        String program = Canonical.path(PersistenceAnalyzer.program(command));
        return line.text().contains("\\\\.\\pipe\\")
                || PersistenceAnalyzer.userPlace(line.text())
                || ParentRules.fromUserPlace(program)
                || incriminated(work, command)
                || ParentRules.interpreter(Binaries.name(program)) && !line.decoded().isEmpty();
    }

    /// Whether the command starts the image of an incriminated process or an incriminated file.
    private static boolean incriminated(Work work, String command) {
        String program = Canonical.path(PersistenceAnalyzer.program(command));
        if (program.length() < 5) {
            return false;
        }
        for (EntityKey key : work.inquiry().culpritFiles()) {
            Entity entity = work.inquiry().scope().member(key).map(m -> m.entity()).orElse(null);
            if (entity instanceof Entity.File file && Canonical.path(file.fullPath()).equals(program)) {
                return true;
            }
        }
        return false;
    }
}
