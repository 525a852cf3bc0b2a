package dupin.ui.investigation;

import static dupin.ui.investigation.EntityColumns.at;

import dupin.model.Entity;
import dupin.model.row.EntityRow;
import dupin.ui.fx.Columns;
import dupin.ui.fx.DataColumn;
import dupin.ui.fx.Messages;
import java.util.List;

/// The own columns of entities on devices and of addresses. FX thread.
final class MoreEntityColumns {
    private MoreEntityColumns() {}

    static List<DataColumn<EntityRow, ?>> file() {
        return List.of(
                Columns.text(
                        "name",
                        Messages.text("investigation.column.fileName"),
                        170,
                        at(Entity.File.class, Entity.File::label)),
                Columns.mono(
                        "path",
                        Messages.text("investigation.column.filePath"),
                        280,
                        at(Entity.File.class, Entity.File::fullPath)),
                Columns.text(
                        "device",
                        Messages.text("investigation.column.device"),
                        120,
                        at(Entity.File.class, Entity.File::device)),
                Columns.mono(
                        "sha256",
                        Messages.text("investigation.column.sha256"),
                        180,
                        at(Entity.File.class, Entity.File::sha256)),
                Columns.text(
                        "signer",
                        Messages.text("investigation.column.signer"),
                        140,
                        at(Entity.File.class, Entity.File::signer)));
    }

    static List<DataColumn<EntityRow, ?>> process() {
        return List.of(
                Columns.text("name", Messages.text("investigation.column.process"), 180, r -> r.entity().label()),
                Columns.mono(
                        "command",
                        Messages.text("investigation.column.commandLine"),
                        320,
                        at(Entity.Process.class, Entity.Process::processCommandLine)),
                Columns.text(
                        "device",
                        Messages.text("investigation.column.device"),
                        120,
                        at(Entity.Process.class, Entity.Process::device)),
                Columns.text(
                        "account",
                        Messages.text("investigation.column.account"),
                        140,
                        at(Entity.Process.class, Entity.Process::account)),
                Columns.text(
                        "parent",
                        Messages.text("investigation.column.parent"),
                        130,
                        at(Entity.Process.class, Entity.Process::parentImage)),
                Columns.time(
                        "created",
                        Messages.text("investigation.column.timeCreated"),
                        r -> r.entity() instanceof Entity.Process p ? p.processCreationDateTime() : null));
    }

    static List<DataColumn<EntityRow, ?>> service() {
        return List.of(
                Columns.text(
                        "name",
                        Messages.text("investigation.column.serviceName"),
                        150,
                        at(Entity.Service.class, Entity.Service::serviceName)),
                Columns.text(
                        "display",
                        Messages.text("investigation.column.displayName"),
                        150,
                        at(Entity.Service.class, Entity.Service::displayName)),
                Columns.mono(
                        "path",
                        Messages.text("investigation.column.imagePath"),
                        260,
                        at(Entity.Service.class, Entity.Service::imagePath)),
                Columns.text(
                        "device",
                        Messages.text("investigation.column.device"),
                        120,
                        at(Entity.Service.class, Entity.Service::device)));
    }

    static List<DataColumn<EntityRow, ?>> driver() {
        return List.of(
                Columns.text(
                        "name",
                        Messages.text("investigation.column.driverName"),
                        150,
                        at(Entity.Driver.class, Entity.Driver::label)),
                Columns.mono(
                        "path",
                        Messages.text("investigation.column.imagePath"),
                        260,
                        at(Entity.Driver.class, Entity.Driver::imagePath)),
                Columns.mono(
                        "sha256",
                        Messages.text("investigation.column.sha256"),
                        180,
                        at(Entity.Driver.class, Entity.Driver::sha256)),
                Columns.text(
                        "device",
                        Messages.text("investigation.column.device"),
                        120,
                        at(Entity.Driver.class, Entity.Driver::device)));
    }

    static List<DataColumn<EntityRow, ?>> registry() {
        return List.of(
                Columns.mono(
                        "key", Messages.text("investigation.column.registryKey"), 300, MoreEntityColumns::registryKey),
                Columns.mono(
                        "name",
                        Messages.text("investigation.column.valueName"),
                        140,
                        at(Entity.RegistryValue.class, Entity.RegistryValue::registryValueName)),
                Columns.mono(
                        "value",
                        Messages.text("investigation.column.value"),
                        240,
                        at(Entity.RegistryValue.class, Entity.RegistryValue::registryValue)),
                Columns.text(
                        "device",
                        Messages.text("investigation.column.device"),
                        120,
                        MoreEntityColumns::registryDevice));
    }

    static List<DataColumn<EntityRow, ?>> task() {
        return List.of(
                Columns.mono(
                        "name",
                        Messages.text("investigation.column.task"),
                        260,
                        at(Entity.ScheduledTask.class, Entity.ScheduledTask::taskName)),
                Columns.mono(
                        "action",
                        Messages.text("investigation.column.taskAction"),
                        280,
                        at(Entity.ScheduledTask.class, Entity.ScheduledTask::action)),
                Columns.text(
                        "device",
                        Messages.text("investigation.column.device"),
                        120,
                        at(Entity.ScheduledTask.class, Entity.ScheduledTask::device)));
    }

    static List<DataColumn<EntityRow, ?>> address() {
        return List.of(
                Columns.mono("address", Messages.text("investigation.column.address"), 320, r -> r.entity().label()),
                Columns.text(
                        "country",
                        Messages.text("investigation.column.country"),
                        80,
                        at(Entity.IpAddress.class, Entity.IpAddress::countryLetterCode)));
    }

    static List<DataColumn<EntityRow, ?>> device() {
        return List.of(
                Columns.text("name", Messages.text("investigation.column.device"), 150, r -> r.entity().label()),
                Columns.text(
                        "os",
                        Messages.text("investigation.column.os"),
                        120,
                        at(Entity.Device.class, Entity.Device::osPlatform)),
                Columns.mono(
                        "ip",
                        Messages.text("investigation.column.ip"),
                        120,
                        at(Entity.Device.class, Entity.Device::ipAddress)),
                Columns.text(
                        "group",
                        Messages.text("investigation.column.group"),
                        150,
                        at(Entity.Device.class, Entity.Device::rbacGroupName)));
    }

    static List<DataColumn<EntityRow, ?>> user() {
        return List.of(
                Columns.text("name", Messages.text("investigation.column.userName"), 220, r -> r.entity().label()),
                Columns.text(
                        "display",
                        Messages.text("investigation.column.displayName"),
                        140,
                        at(Entity.User.class, Entity.User::displayName)),
                Columns.mono(
                        "sid",
                        Messages.text("investigation.column.sid"),
                        220,
                        at(Entity.User.class, Entity.User::userSid)));
    }

    static List<DataColumn<EntityRow, ?>> mailbox() {
        return List.of(
                Columns.text("address", Messages.text("investigation.column.mailbox"), 220, r -> r.entity().label()),
                Columns.text(
                        "display",
                        Messages.text("investigation.column.displayName"),
                        140,
                        at(Entity.Mailbox.class, Entity.Mailbox::displayName)));
    }

    static List<DataColumn<EntityRow, ?>> other() {
        return List.of(
                Columns.text("name", Messages.text("investigation.column.entity"), 240, r -> r.entity().label()),
                Columns.mono("key", Messages.text("investigation.column.key"), 280, r -> r.entity().key().value()));
    }

    private static String registryKey(EntityRow row) {
        return switch (row.entity()) {
            case Entity.RegistryKey key -> key.label();
            case Entity.RegistryValue value -> value.registryHive() + "\\" + value.registryKey();
            default -> row.entity().label();
        };
    }

    private static String registryDevice(EntityRow row) {
        return switch (row.entity()) {
            case Entity.RegistryKey key -> key.device();
            case Entity.RegistryValue value -> value.device();
            default -> "";
        };
    }
}
