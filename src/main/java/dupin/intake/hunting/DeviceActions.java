package dupin.intake.hunting;

import dupin.model.EventKind;
import java.util.Map;

/// What the action types of the `Device…Events` tables mean, and in which table each is at home.
final class DeviceActions {
    static final String PROCESS = "DeviceProcessEvents";
    static final String FILE = "DeviceFileEvents";
    static final String IMAGE = "DeviceImageLoadEvents";
    static final String NETWORK = "DeviceNetworkEvents";
    static final String REGISTRY = "DeviceRegistryEvents";
    static final String LOGON = "DeviceLogonEvents";
    static final String EVENTS = "DeviceEvents";

    private static final Map<String, EventKind> KINDS =
            Map.ofEntries(
                    Map.entry("ProcessCreated", EventKind.PROCESS_CREATED),
                    Map.entry("OpenProcess", EventKind.DEVICE_OTHER),
                    Map.entry("FileCreated", EventKind.FILE_CREATED),
                    Map.entry("FileCreatedAggregatedReport", EventKind.FILE_CREATED),
                    Map.entry("ShellLinkCreateFileEvent", EventKind.FILE_CREATED),
                    Map.entry("FileModified", EventKind.FILE_MODIFIED),
                    Map.entry("FileModifiedAggregatedReport", EventKind.FILE_MODIFIED),
                    Map.entry("FileRenamed", EventKind.FILE_RENAMED),
                    Map.entry("FileRenamedAggregatedReport", EventKind.FILE_RENAMED),
                    Map.entry("FileDeleted", EventKind.FILE_DELETED),
                    Map.entry("FileDeletedAggregatedReport", EventKind.FILE_DELETED),
                    Map.entry("ImageLoaded", EventKind.IMAGE_LOADED),
                    Map.entry("DriverLoad", EventKind.DRIVER_LOADED),
                    Map.entry("ServiceInstalled", EventKind.SERVICE_INSTALLED),
                    Map.entry("ScheduledTaskCreated", EventKind.TASK_CREATED),
                    Map.entry("ScheduledTaskUpdated", EventKind.TASK_CREATED),
                    Map.entry("PowerShellCommand", EventKind.SCRIPT),
                    Map.entry("ScriptContent", EventKind.SCRIPT),
                    Map.entry("AmsiScriptDetection", EventKind.SCRIPT),
                    Map.entry("DnsQueryResponse", EventKind.DNS_QUERY),
                    Map.entry("DnsQueryRequest", EventKind.DNS_QUERY),
                    Map.entry("DnsConnectionInspected", EventKind.DNS_QUERY),
                    Map.entry("LogonSuccess", EventKind.LOGON),
                    Map.entry("LogonFailed", EventKind.LOGON_FAILED),
                    Map.entry("OpenProcessApiCall", EventKind.PROCESS_ACCESS),
                    Map.entry("ReadProcessMemoryApiCall", EventKind.PROCESS_ACCESS),
                    Map.entry("WriteProcessMemoryApiCall", EventKind.PROCESS_ACCESS),
                    Map.entry("WriteToLsassProcessMemory", EventKind.PROCESS_ACCESS),
                    Map.entry("CreateRemoteThreadApiCall", EventKind.PROCESS_ACCESS),
                    Map.entry("NtAllocateVirtualMemoryRemoteApiCall", EventKind.PROCESS_ACCESS),
                    Map.entry("NtMapViewOfSectionRemoteApiCall", EventKind.PROCESS_ACCESS),
                    Map.entry("NtProtectVirtualMemoryRemoteApiCall", EventKind.PROCESS_ACCESS),
                    Map.entry("MemoryRemoteProtect", EventKind.PROCESS_ACCESS),
                    Map.entry("QueueUserApcRemoteApiCall", EventKind.PROCESS_ACCESS),
                    Map.entry("SetThreadContextRemoteApiCall", EventKind.PROCESS_ACCESS),
                    Map.entry("UserAccountCreated", EventKind.IDENTITY_CHANGED),
                    Map.entry("UserAccountDeleted", EventKind.IDENTITY_CHANGED),
                    Map.entry("UserAccountModified", EventKind.IDENTITY_CHANGED),
                    Map.entry("UserAccountAddedToLocalGroup", EventKind.IDENTITY_CHANGED),
                    Map.entry("UserAccountRemovedFromLocalGroup", EventKind.IDENTITY_CHANGED),
                    Map.entry("PasswordChangeAttempt", EventKind.IDENTITY_CHANGED));

    private DeviceActions() {}

    /// @param table the table that the row is known or thought to be of
    static EventKind kind(String table, String action) {
        EventKind known = KINDS.get(action);
        if (known != null) {
            return known;
        }
        if (isConnection(action)) {
            return EventKind.NETWORK_CONNECTION;
        }
        if (action.startsWith("Registry")) {
            return EventKind.REGISTRY_CHANGED;
        }
        // Rows projected without their action type.
        return !action.isEmpty()
                ? EventKind.DEVICE_OTHER
                : switch (table) {
                    case PROCESS -> EventKind.PROCESS_CREATED;
                    case IMAGE -> EventKind.IMAGE_LOADED;
                    case NETWORK -> EventKind.NETWORK_CONNECTION;
                    case REGISTRY -> EventKind.REGISTRY_CHANGED;
                    default -> EventKind.DEVICE_OTHER;
                };
    }

    private static boolean isConnection(String action) {
        return action.startsWith("Connection")
                || action.startsWith("InboundConnection")
                || action.startsWith("Firewall") && action.contains("Connection")
                || action.startsWith("NetworkSignature")
                || action.endsWith("ConnectionInspected")
                || action.equals("ListeningConnectionCreated");
    }

    /// Whether the remote end began the connection.
    static boolean inbound(String action) {
        return action.startsWith("Inbound") || action.startsWith("FirewallInbound");
    }

    /// The table that the action type belongs to, so far as it is known; else the given one.
    static String table(String action, String otherwise) {
        if (!KINDS.containsKey(action) && !isConnection(action) && !action.startsWith("Registry")) {
            return otherwise;
        }
        return switch (kind("", action)) {
            case PROCESS_CREATED -> PROCESS;
            case FILE_CREATED, FILE_MODIFIED, FILE_RENAMED, FILE_DELETED -> action.startsWith("File") ? FILE : EVENTS;
            case IMAGE_LOADED -> IMAGE;
            case NETWORK_CONNECTION -> action.startsWith("Firewall") ? EVENTS : NETWORK;
            case REGISTRY_CHANGED -> REGISTRY;
            case LOGON, LOGON_FAILED -> LOGON;
            case DEVICE_OTHER -> otherwise;
            default -> EVENTS;
        };
    }
}
