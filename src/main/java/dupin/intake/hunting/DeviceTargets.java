package dupin.intake.hunting;

import dupin.intake.Fields;
import dupin.intake.csv.Columns;
import dupin.intake.csv.Row;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a row of the `Device…Events` tables was done to.
final class DeviceTargets {
    private final Initiator initiator;
    private final Accounts account;
    private final FileColumns file;
    private final int processId;
    private final int processCreated;
    private final int commandLine;
    private final int registryKey;
    private final int registryName;
    private final int registryData;
    private final int registryType;
    private final int previousKey;
    private final int previousName;

    DeviceTargets(Columns columns, Initiator initiator, Accounts account, FileColumns file) {
        this.initiator = initiator;
        this.account = account;
        this.file = file;
        this.processId = columns.of("ProcessId");
        this.processCreated = columns.of("ProcessCreationTime");
        this.commandLine = columns.of("ProcessCommandLine");
        this.registryKey = columns.of("RegistryKey");
        this.registryName = columns.of("RegistryValueName");
        this.registryData = columns.of("RegistryValueData");
        this.registryType = columns.of("RegistryValueType");
        this.previousKey = columns.of("PreviousRegistryKey");
        this.previousName = columns.of("PreviousRegistryValueName");
    }

    void link(Row row, EventKind kind, String device, Fields extras, Links links) {
        switch (kind) {
            case PROCESS_CREATED -> process(row, device, true, links);
            case REGISTRY_CHANGED -> links.add(LinkRole.TARGET, registry(row, device));
            case SERVICE_INSTALLED -> service(row, device, extras, links);
            case DRIVER_LOADED -> driver(row, device, links);
            case TASK_CREATED -> task(device, extras, links);
            case DNS_QUERY ->
                    links.add(LinkRole.DESTINATION, domain(extras.text("DnsQueryString", "query", "DnsQuery")));
            case NETWORK_CONNECTION, LOGON, LOGON_FAILED, IDENTITY_CHANGED -> {}
            default -> other(row, kind, device, extras, links);
        }
    }

    private void other(Row row, EventKind kind, String device, Fields extras, Links links) {
        if (row.number(processId) > 0 || kind == EventKind.PROCESS_ACCESS) {
            process(row, device, false, links);
        } else if (!row.text(registryKey).isEmpty()) {
            links.add(LinkRole.TARGET, registry(row, device));
        } else {
            links.add(LinkRole.TARGET, file.orNull(row, device));
        }
        String task = extras.text("TaskName");
        if (!task.isEmpty()) {
            links.add(LinkRole.TARGET, new Entity.ScheduledTask(device, task, ""));
        }
    }

    /// @param child whether the initiator is the process's parent, and not merely the one that touched it
    private void process(Row row, String device, boolean child, Links links) {
        Entity.File image = file.of(row, device);
        boolean noImage = FileColumns.isNone(image);
        long id = row.number(processId);
        if (id == 0 && noImage) {
            return;
        }
        Instant created = row.time(processCreated);
        String command = row.text(commandLine);
        links.add(
                LinkRole.TARGET,
                child
                        ? DeviceRows.created(row, device, image, id, created, command, account.text(row), initiator)
                        : new Entity.Process(device, id, created, "", command, image, account.text(row), 0, null, ""));
        if (!noImage) {
            links.add(LinkRole.TARGET_IMAGE, image);
        }
    }

    private @Nullable Entity registry(Row row, String device) {
        String key = row.text(registryKey);
        String name = row.text(registryName);
        if (key.isEmpty()) {
            // Of what was deleted only the previous names are given.
            key = row.text(previousKey);
            name = name.isEmpty() ? row.text(previousName) : name;
        }
        if (key.isEmpty()) {
            return null;
        }
        int cut = key.regionMatches(true, 0, "HKEY", 0, 4) ? key.indexOf('\\') : -1;
        String hive = cut < 0 ? "" : key.substring(0, cut);
        String path = cut < 0 ? key : key.substring(cut + 1);
        String data = row.text(registryData);
        return name.isEmpty() && data.isEmpty()
                ? new Entity.RegistryKey(device, hive, path)
                : new Entity.RegistryValue(device, hive, path, name, data, row.text(registryType));
    }

    private void service(Row row, String device, Fields extras, Links links) {
        Entity.File image = file.of(row, device);
        String name = extras.text("ServiceName");
        if (!name.isEmpty() || !FileColumns.isNone(image)) {
            links.add(LinkRole.TARGET, new Entity.Service(device, name, "", image.fullPath()));
        }
        links.add(LinkRole.TARGET_IMAGE, FileColumns.isNone(image) ? null : image);
    }

    private void driver(Row row, String device, Links links) {
        Entity.File image = file.of(row, device);
        if (!FileColumns.isNone(image)) {
            links.add(LinkRole.TARGET, new Entity.Driver(device, image.fileName(), image.fullPath(), image.sha256()));
            links.add(LinkRole.TARGET_IMAGE, image);
        }
    }

    private static void task(String device, Fields extras, Links links) {
        String name = extras.text("TaskName");
        if (!name.isEmpty()) {
            String content = extras.text("TaskContent", "TaskContentNew");
            String command =
                    (between(content, "<Command>", "</Command>")
                                    + " "
                                    + between(content, "<Arguments>", "</Arguments>"))
                            .strip();
            links.add(LinkRole.TARGET, new Entity.ScheduledTask(device, name, command));
        }
    }

    private static String between(String text, String open, String close) {
        int start = text.indexOf(open);
        int end = start < 0 ? -1 : text.indexOf(close, start);
        String found = end < 0 ? "" : text.substring(start + open.length(), end);
        return found.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static @Nullable Entity domain(String name) {
        return name.isEmpty() ? null : new Entity.Domain(name);
    }
}
