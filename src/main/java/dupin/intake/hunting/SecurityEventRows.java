package dupin.intake.hunting;

import dupin.intake.csv.Columns;
import dupin.intake.csv.Row;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import org.jspecify.annotations.Nullable;

/// `SecurityEvent` of Log Analytics: the Windows security log, its event data spread over columns.
///
/// Links: `DEVICE`; a created process (4688) as `TARGET` with its image and creator (`ACTOR`), an ended one (4689); who logged
/// on as `ACCOUNT`, from where as `SOURCE` and `REMOTE_DEVICE`; of other events the subject as `ACCOUNT` and the target as
/// `TARGET_ACCOUNT`; an installed service or task as `TARGET`. A dash in a cell is no value.
///
/// Attributes: event id and activity, logon type and process, authentication package, status, share, object, privileges.
final class SecurityEventRows implements RowMapper {
    static final String TABLE = "SecurityEvent";

    private final Columns columns;
    private final Hosts hosts;
    private final Attributes attributes;

    SecurityEventRows(Columns columns) {
        this.columns = columns;
        this.hosts = Hosts.of(columns, "Computer", "");
        this.attributes =
                new Attributes(
                        columns,
                        "AccessMask",
                        "Activity",
                        "AuthenticationPackageName",
                        "Channel",
                        "EventID",
                        "FailureReason",
                        "IpPort",
                        "LogonProcessName",
                        "LogonType",
                        "ObjectName",
                        "ObjectType",
                        "PrivilegeList",
                        "Properties",
                        "ShareName",
                        "Status",
                        "SubStatus",
                        "TargetLogonId",
                        "TokenElevationType",
                        "WorkstationName");
    }

    @Override
    public TelemetryEvent event(Row row, RowRef ref) {
        int id = Math.clamp(row.number(columns.of("EventID")), 0, 100_000);
        EventKind kind = kind(id);
        var links = new Links();
        Hosts.Host host = hosts.of(row);
        String device = host == null ? "" : host.device();
        links.host(host);
        Entity.User subject = user(row, "Subject");
        Entity.User target = user(row, "Target");
        switch (kind) {
            case PROCESS_CREATED -> {
                process(row, device, target != null ? target : subject, links);
                links.add(LinkRole.ACCOUNT, target != null ? target : subject);
            }
            case PROCESS_ENDED -> {
                ended(row, device, links);
                links.add(LinkRole.ACCOUNT, subject);
            }
            case LOGON, LOGON_FAILED -> {
                links.add(LinkRole.ACCOUNT, target != null ? target : subject);
                links.ip(LinkRole.SOURCE, text(row, "IpAddress"));
                String from = text(row, "WorkstationName");
                links.add(LinkRole.REMOTE_DEVICE, from.isEmpty() ? null : Hosts.named(from, "", "", "", ""));
            }
            default -> {
                links.add(LinkRole.ACCOUNT, subject);
                links.add(LinkRole.TARGET_ACCOUNT, target);
                links.add(LinkRole.TARGET, thing(row, device));
                links.ip(LinkRole.SOURCE, text(row, "IpAddress"));
            }
        }
        return new TelemetryEvent(
                kind,
                TABLE,
                Integer.toString(id),
                row.time(columns.of("TimeGenerated", "TimeCreatedUtc")),
                links.list(),
                attributes.of(row),
                row.raw(),
                ref);
    }

    private static EventKind kind(int id) {
        return switch (id) {
            case 4688 -> EventKind.PROCESS_CREATED;
            case 4689 -> EventKind.PROCESS_ENDED;
            case 4624 -> EventKind.LOGON;
            case 4625 -> EventKind.LOGON_FAILED;
            case 4697, 7045 -> EventKind.SERVICE_INSTALLED;
            case 4698, 4702 -> EventKind.TASK_CREATED;
            case 4720, 4722, 4723, 4724, 4725, 4726, 4728, 4732, 4738, 4740, 4756, 4765, 4766, 4767, 4781 ->
                    EventKind.IDENTITY_CHANGED;
            default -> EventKind.DEVICE_OTHER;
        };
    }

    private void process(Row row, String device, Entity.@Nullable User user, Links links) {
        String path = text(row, "NewProcessName");
        long id = row.number(columns.of("NewProcessId"));
        long creator = row.number(columns.of("ProcessId"));
        String creatorPath = text(row, "ParentProcessName");
        if (creator > 0 || !creatorPath.isEmpty()) {
            links.add(
                    LinkRole.ACTOR,
                    new Entity.Process(
                            device, creator, null, "", "", Entity.File.of(creatorPath, "", device), "", 0, null, ""));
        }
        Entity.File image = Entity.File.of(path, "", device);
        links.add(
                LinkRole.TARGET,
                new Entity.Process(
                        device,
                        id,
                        row.time(columns.of("TimeGenerated", "TimeCreatedUtc")),
                        "",
                        text(row, "CommandLine"),
                        image,
                        user == null ? "" : user.label(),
                        creator,
                        null,
                        creatorPath));
        links.add(LinkRole.TARGET_IMAGE, path.isEmpty() ? null : image);
    }

    /// The log tells which process ended by its PID and image alone.
    private void ended(Row row, String device, Links links) {
        String path = text(row, "ProcessName");
        links.add(
                LinkRole.TARGET,
                new Entity.Process(
                        device,
                        row.number(columns.of("ProcessId")),
                        null,
                        "",
                        "",
                        Entity.File.of(path, "", device),
                        "",
                        0,
                        null,
                        ""));
    }

    private @Nullable Entity thing(Row row, String device) {
        String service = text(row, "ServiceName");
        String task = text(row, "TaskName");
        if (!service.isEmpty()) {
            return new Entity.Service(device, service, "", text(row, "ServiceFileName"));
        }
        return task.isEmpty() ? null : new Entity.ScheduledTask(device, task, "");
    }

    private Entity.@Nullable User user(Row row, String prefix) {
        String name = text(row, prefix + "UserName");
        String sid = text(row, prefix + "UserSid");
        boolean nobody = sid.equals("S-1-0-0");
        return name.isEmpty() && (sid.isEmpty() || nobody)
                ? null
                : new Entity.User("", name, text(row, prefix + "DomainName"), nobody ? "" : sid, "", "");
    }

    private String text(Row row, String column) {
        String text = row.text(columns.of(column)).strip();
        return text.equals("-") ? "" : text;
    }
}
