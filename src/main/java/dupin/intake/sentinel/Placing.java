package dupin.intake.sentinel;

import dupin.model.Canonical;
import dupin.model.Entity;

/// On which machine a thing lies, when its entity does not say so.
public final class Placing {

    private Placing() {}

    /// How other entities name the machine: by its host name without domain, and without one by its key.
    public static String device(Entity.Device device) {
        String name = device.hostName().isEmpty() ? device.deviceDnsName() : device.hostName();
        if (name.isEmpty()) {
            return device.key().value();
        }
        int dot = name.indexOf('.');
        return dot > 0 && !Canonical.isIpLiteral(name) ? name.substring(0, dot) : name;
    }

    /// The same thing on the machine if it has none yet.
    public static Entity on(Entity entity, String device) {
        if (device.isEmpty()) {
            return entity;
        }
        return switch (entity) {
            case Entity.File file when file.device().isEmpty() -> on(file, device);
            case Entity.Process process when process.device().isEmpty() ->
                    new Entity.Process(
                            device,
                            process.processId(),
                            process.processCreationDateTime(),
                            process.processGuid(),
                            process.processCommandLine(),
                            on(process.imageFile(), device),
                            process.account(),
                            process.parentProcessId(),
                            process.parentProcessCreationDateTime(),
                            process.parentImage());
            case Entity.RegistryKey key when key.device().isEmpty() ->
                    new Entity.RegistryKey(device, key.registryHive(), key.registryKey());
            case Entity.RegistryValue value when value.device().isEmpty() ->
                    new Entity.RegistryValue(
                            device,
                            value.registryHive(),
                            value.registryKey(),
                            value.registryValueName(),
                            value.registryValue(),
                            value.registryValueType());
            case Entity.Service service when service.device().isEmpty() ->
                    new Entity.Service(device, service.serviceName(), service.displayName(), service.imagePath());
            case Entity.Driver driver when driver.device().isEmpty() ->
                    new Entity.Driver(device, driver.driverName(), driver.imagePath(), driver.sha256());
            case Entity.ScheduledTask task when task.device().isEmpty() ->
                    new Entity.ScheduledTask(device, task.taskName(), task.action());
            default -> entity;
        };
    }

    private static Entity.File on(Entity.File file, String device) {
        return file.device().isEmpty()
                ? new Entity.File(
                        file.fileName(),
                        file.filePath(),
                        file.sha256(),
                        file.sha1(),
                        file.md5(),
                        file.fileSize(),
                        file.signer(),
                        file.issuer(),
                        file.filePublisher(),
                        device)
                : file;
    }
}
