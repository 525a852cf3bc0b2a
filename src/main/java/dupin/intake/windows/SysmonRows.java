package dupin.intake.windows;

import dupin.intake.Instants;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import org.jspecify.annotations.Nullable;

/// The sensor's events 1 to 29. A process is known by its GUID, and one whose start the row tells by PID and time as well.
///
/// Attributes: the sensor's fields under their names, and beside them the names that other sources have for the same
/// (`ProcessIntegrityLevel`, `RemotePort`, `FileOriginUrl` …).
final class SysmonRows {
    private SysmonRows() {}

    static void map(Draft draft) {
        draft.keep("RuleName");
        switch (draft.record.eventId()) {
            case 1 -> start(draft.is(EventKind.PROCESS_CREATED, "ProcessCreate"));
            case 2 -> {
                file(draft.is(EventKind.FILE_MODIFIED, "FileCreateTimeChanged"));
                draft.keep("CreationUtcTime", "PreviousCreationUtcTime");
            }
            case 3 -> connection(draft.is(EventKind.NETWORK_CONNECTION, "NetworkConnect"));
            case 5 -> actor(draft.is(EventKind.PROCESS_ENDED, "ProcessTerminate"));
            case 6 -> driver(draft.is(EventKind.DRIVER_LOADED, "DriverLoad"));
            case 7 -> image(draft.is(EventKind.IMAGE_LOADED, "ImageLoad"));
            case 8 -> {
                access(draft.is(EventKind.PROCESS_ACCESS, "CreateRemoteThread"));
                draft.keep("NewThreadId", "StartAddress", "StartModule", "StartFunction");
            }
            case 9 -> {
                actor(draft.is(EventKind.DEVICE_OTHER, "RawAccessRead"));
                draft.keep("Device");
            }
            case 10 -> {
                access(draft.is(EventKind.PROCESS_ACCESS, "ProcessAccess"));
                draft.keep("GrantedAccess", "CallTrace");
            }
            case 11 -> file(draft.is(EventKind.FILE_CREATED, "FileCreate"));
            case 12, 13, 14 -> registry(draft.is(EventKind.REGISTRY_CHANGED, "Registry"));
            case 15 -> stream(draft.is(EventKind.FILE_CREATED, "FileCreateStreamHash"));
            case 17 -> pipe(draft.is(EventKind.DEVICE_OTHER, "PipeCreated"));
            case 18 -> pipe(draft.is(EventKind.DEVICE_OTHER, "PipeConnected"));
            case 19, 20, 21 -> wmi(draft);
            case 22 -> dns(draft.is(EventKind.DNS_QUERY, "DnsQuery"));
            case 23 -> file(draft.is(EventKind.FILE_DELETED, "FileDelete"));
            case 24 -> {
                actor(draft.is(EventKind.DEVICE_OTHER, "ClipboardChange"));
                draft.keep("ClientInfo", "Session");
            }
            case 25 -> {
                actor(draft.is(EventKind.DEVICE_OTHER, "ProcessTampering"));
                draft.keep("Type");
            }
            case 26 -> file(draft.is(EventKind.FILE_DELETED, "FileDeleteDetected"));
            case 27 -> file(draft.is(EventKind.DEVICE_OTHER, "FileBlockExecutable"));
            case 28 -> file(draft.is(EventKind.DEVICE_OTHER, "FileBlockShredding"));
            case 29 -> file(draft.is(EventKind.FILE_CREATED, "FileExecutableDetected"));
            case 4 -> draft.is(EventKind.DEVICE_OTHER, "SensorStateChange").keep("State", "Version");
            case 16 -> draft.is(EventKind.DEVICE_OTHER, "SensorConfigChange").keep("Configuration");
            default -> actor(draft);
        }
    }

    private static void start(Draft draft) {
        String parentImage = draft.text("ParentImage");
        Entity.Process parent =
                process(
                        draft,
                        "ParentProcessGuid",
                        "ParentProcessId",
                        draft.file(parentImage),
                        draft.text("ParentCommandLine"),
                        draft.text("ParentUser"));
        draft.link(LinkRole.ACTOR, parent);
        Entity.File image = hashed(draft, draft.text("Image"), draft.text("Hashes", "Hash"), draft.text("Company"));
        String user = draft.text("User");
        draft.link(
                LinkRole.TARGET,
                new Entity.Process(
                        draft.device,
                        draft.record.number("ProcessId"),
                        Instants.parse(draft.text("UtcTime")),
                        Sensor.guid(draft.text("ProcessGuid")),
                        draft.text("CommandLine"),
                        image,
                        user,
                        parent == null ? 0 : parent.processId(),
                        null,
                        parentImage));
        draft.link(LinkRole.TARGET_IMAGE, image);
        draft.link(LinkRole.ACCOUNT, Draft.named(user));
        draft.attribute("ProcessIntegrityLevel", draft.text("IntegrityLevel"));
        draft.attribute("ProcessVersionInfoOriginalFileName", draft.text("OriginalFileName"));
        draft.keep("IntegrityLevel", "OriginalFileName", "CurrentDirectory", "LogonId", "TerminalSessionId");
        draft.keep("Description", "Product", "Company");
    }

    private static Entity.@Nullable Process process(
            Draft draft, String guidField, String idField, Entity.File image, String command, String user) {
        String guid = Sensor.guid(draft.text(guidField, guidField.replace("Guid", "GUID")));
        long id = draft.record.number(idField);
        return guid.isEmpty() && id <= 0 && image.filePath().isEmpty()
                ? null
                : new Entity.Process(draft.device, id, null, guid, command, image, user, 0, null, "");
    }

    private static void actor(Draft draft) {
        String user = draft.text("User");
        draft.link(
                LinkRole.ACTOR, process(draft, "ProcessGuid", "ProcessId", draft.file(draft.text("Image")), "", user));
        draft.link(LinkRole.ACCOUNT, Draft.named(user));
    }

    private static void access(Draft draft) {
        String user = draft.text("SourceUser");
        draft.link(
                LinkRole.ACTOR,
                process(
                        draft,
                        "SourceProcessGuid",
                        "SourceProcessId",
                        draft.file(draft.text("SourceImage")),
                        "",
                        user));
        draft.link(LinkRole.ACCOUNT, Draft.named(user));
        draft.link(
                LinkRole.TARGET,
                process(
                        draft,
                        "TargetProcessGuid",
                        "TargetProcessId",
                        draft.file(draft.text("TargetImage")),
                        "",
                        draft.text("TargetUser")));
    }

    private static void file(Draft draft) {
        actor(draft);
        String path = draft.text("TargetFilename");
        if (!path.isEmpty()) {
            draft.link(LinkRole.TARGET, hashed(draft, path, draft.text("Hashes", "Hash"), ""));
        }
        draft.keep("IsExecutable", "Archived");
    }

    /// The hashes of a stream's event are those of the file that it hangs on.
    private static void stream(Draft draft) {
        actor(draft);
        String path = draft.text("TargetFilename");
        int colon = path.indexOf(':', 2);
        String file = colon < 0 ? path : path.substring(0, colon);
        if (!file.isEmpty()) {
            // Of a named stream the hash is the stream's, not the file's.
            String hashes = colon < 0 ? draft.text("Hash", "Hashes") : "";
            draft.link(LinkRole.TARGET, hashed(draft, file, hashes, ""));
        }
        draft.attribute("StreamName", colon < 0 ? "" : path.substring(colon + 1));
        String contents = draft.text("Contents");
        String origin = line(contents, "HostUrl=");
        draft.attribute("FileOriginUrl", origin);
        draft.attribute("FileOriginReferrerUrl", line(contents, "ReferrerUrl="));
        if (origin.indexOf("://") > 0) {
            draft.link(LinkRole.SOURCE, new Entity.Url(origin));
        }
    }

    private static String line(String text, String name) {
        int start = text.indexOf(name);
        if (start < 0) {
            return "";
        }
        String rest = text.substring(start + name.length());
        int end = 0;
        while (end < rest.length() && rest.charAt(end) > ' ') {
            end++;
        }
        return rest.substring(0, end);
    }

    private static void image(Draft draft) {
        actor(draft);
        String path = draft.text("ImageLoaded");
        if (!path.isEmpty()) {
            draft.link(LinkRole.TARGET, hashed(draft, path, draft.text("Hashes"), draft.text("Company")));
        }
        draft.keep("Signed", "Signature", "SignatureStatus", "OriginalFileName", "Description", "Product", "Company");
    }

    private static void driver(Draft draft) {
        String path = draft.text("ImageLoaded");
        if (!path.isEmpty()) {
            Entity.File file = hashed(draft, path, draft.text("Hashes"), "");
            draft.link(LinkRole.TARGET, new Entity.Driver(draft.device, file.fileName(), path, file.sha256()));
            draft.link(LinkRole.TARGET_IMAGE, file);
        }
        draft.keep("Signed", "Signature", "SignatureStatus");
    }

    private static void connection(Draft draft) {
        actor(draft);
        boolean out = !draft.text("Initiated").equalsIgnoreCase("false");
        LinkRole end = out ? LinkRole.DESTINATION : LinkRole.SOURCE;
        draft.address(end, draft.text(out ? "DestinationIp" : "SourceIp"));
        String host = draft.text(out ? "DestinationHostname" : "SourceHostname");
        if (host.indexOf('.') > 0) {
            draft.link(end, new Entity.Domain(host));
        }
        draft.attribute("RemoteIP", draft.text(out ? "DestinationIp" : "SourceIp"));
        draft.attribute("RemotePort", draft.text(out ? "DestinationPort" : "SourcePort"));
        draft.attribute("LocalIP", draft.text(out ? "SourceIp" : "DestinationIp"));
        draft.attribute("LocalPort", draft.text(out ? "SourcePort" : "DestinationPort"));
        draft.keep("Protocol", "Initiated");
    }

    private static void registry(Draft draft) {
        actor(draft);
        String type = draft.text("EventType");
        draft.action += type.isEmpty() ? "Event" : type;
        String object = draft.text("TargetObject");
        boolean value = draft.record.eventId() == 13 || type.endsWith("Value");
        if (!object.isEmpty()) {
            draft.link(LinkRole.TARGET, Registry.of(draft.device, object, value, draft.text("Details")));
        }
        draft.keep("EventType", "Details", "NewName");
    }

    private static void pipe(Draft draft) {
        actor(draft);
        draft.keep("PipeName", "EventType");
    }

    private static void wmi(Draft draft) {
        draft.is(EventKind.DEVICE_OTHER, draft.text("EventType"));
        draft.link(LinkRole.ACCOUNT, Draft.named(draft.text("User")));
        String name = draft.text("Name", "Consumer").replace("\"", "").strip();
        if (!name.isEmpty()) {
            draft.link(LinkRole.TARGET, new Entity.Unknown(draft.text("EventType"), name, draft.device + "|" + name));
        }
        draft.keep("Operation", "Type", "Destination", "EventNamespace", "Query", "Filter", "Consumer", "Name");
    }

    private static void dns(Draft draft) {
        actor(draft);
        String name = draft.text("QueryName");
        if (!name.isEmpty()) {
            draft.link(LinkRole.DESTINATION, new Entity.Domain(name));
        }
        draft.keep("QueryName", "QueryStatus", "QueryResults");
    }

    /// A file with the hashes that stand in one field (`SHA1=…,MD5=…`, or one hash without its name).
    private static Entity.File hashed(Draft draft, String path, String hashes, String publisher) {
        Entity.File plain = draft.file(path);
        String sha256 = Hashes.of(hashes, "SHA256", 64);
        String sha1 = Hashes.of(hashes, "SHA1", 40);
        String md5 = Hashes.of(hashes, "MD5", 32);
        return new Entity.File(plain.fileName(), path, sha256, sha1, md5, 0, "", "", publisher, draft.device);
    }
}
