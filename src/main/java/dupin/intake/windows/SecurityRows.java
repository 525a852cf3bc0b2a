package dupin.intake.windows;

import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The security log: who did something is `ACCOUNT`, to whom `TARGET_ACCOUNT`; of logons it is who logged on, from where
/// as `SOURCE` and `REMOTE_DEVICE`. Attributes bear the log's own names.
final class SecurityRows {
    private static final Map<Integer, String> WORDS =
            Map.ofEntries(
                    Map.entry(1100, "AuditLogStopped"),
                    Map.entry(1102, "AuditLogCleared"),
                    Map.entry(4627, "GroupMembership"),
                    Map.entry(4634, "Logoff"),
                    Map.entry(4647, "LogoffInitiated"),
                    Map.entry(4648, "LogonWithExplicitCredentials"),
                    Map.entry(4672, "SpecialPrivilegesAssigned"),
                    Map.entry(4673, "PrivilegedServiceCalled"),
                    Map.entry(4674, "PrivilegedObjectOperation"),
                    Map.entry(4689, "ProcessExited"),
                    Map.entry(4703, "UserRightAdjusted"),
                    Map.entry(4719, "AuditPolicyChanged"),
                    Map.entry(4769, "ServiceTicketRequested"),
                    Map.entry(4770, "ServiceTicketRenewed"),
                    Map.entry(4778, "SessionReconnected"),
                    Map.entry(4779, "SessionDisconnected"),
                    Map.entry(4946, "FirewallRuleAdded"),
                    Map.entry(4950, "FirewallSettingChanged"),
                    Map.entry(5140, "ShareAccessed"),
                    Map.entry(5142, "ShareAdded"),
                    Map.entry(5145, "ShareFileAccessed"),
                    Map.entry(6416, "DeviceRecognised"));

    private SecurityRows() {}

    static void map(Draft draft) {
        int id = draft.record.eventId();
        draft.action = WORDS.getOrDefault(id, "");
        keep(draft);
        switch (id) {
            case 4688 -> process(draft.is(EventKind.PROCESS_CREATED, "ProcessCreated"));
            case 4624 -> logon(draft.is(EventKind.LOGON, "Logon"));
            case 4625 -> logon(draft.is(EventKind.LOGON_FAILED, "LogonFailed"));
            case 4768 -> ticket(draft, "TicketRequested");
            case 4771 -> ticket(draft, "PreAuthenticationFailed");
            case 4776 -> ticket(draft, "CredentialsValidated");
            case 4697 -> service(draft.is(EventKind.SERVICE_INSTALLED, "ServiceInstalled"));
            case 4698 -> task(draft.is(EventKind.TASK_CREATED, "ScheduledTaskCreated"));
            case 4702 -> task(draft.is(EventKind.TASK_CREATED, "ScheduledTaskUpdated"));
            case 4699 -> task(draft.is(EventKind.DEVICE_OTHER, "ScheduledTaskDeleted"));
            case 4700 -> task(draft.is(EventKind.DEVICE_OTHER, "ScheduledTaskEnabled"));
            case 4701 -> task(draft.is(EventKind.DEVICE_OTHER, "ScheduledTaskDisabled"));
            case 4657 -> registry(draft.is(EventKind.REGISTRY_CHANGED, "RegistryValueModified"));
            case 4656, 4658, 4660, 4661, 4663, 4670, 4690 -> object(draft);
            case 4662 -> accounts(draft.is(EventKind.IDENTITY_QUERY, "DirectoryObjectAccessed"));
            case 4798, 4799 -> membership(draft.is(EventKind.IDENTITY_QUERY, "GroupMembershipEnumerated"));
            case 5136, 5137, 5141 -> accounts(draft.is(EventKind.IDENTITY_CHANGED, "DirectoryObjectChanged"));
            case 5140, 5145 -> share(draft);
            case 5156 -> connection(draft.is(EventKind.NETWORK_CONNECTION, "ConnectionAllowed"));
            case 5157 -> connection(draft.is(EventKind.NETWORK_CONNECTION, "ConnectionBlocked"));
            case 5152 -> connection(draft.is(EventKind.NETWORK_CONNECTION, "PacketBlocked"));
            case 5154 -> connection(draft.is(EventKind.DEVICE_OTHER, "PortListened"));
            case 5158 -> connection(draft.is(EventKind.DEVICE_OTHER, "PortBound"));
            default -> {
                boolean identity = id >= 4720 && id <= 4767 && id != 4739 || id == 4780 || id == 4781 || id == 4794;
                accounts(identity ? draft.is(EventKind.IDENTITY_CHANGED, changed(id)) : draft);
            }
        }
    }

    private static String changed(int id) {
        return switch (id) {
            case 4720 -> "UserAccountCreated";
            case 4722 -> "UserAccountEnabled";
            case 4723, 4724 -> "PasswordChangeAttempt";
            case 4725 -> "UserAccountDisabled";
            case 4726 -> "UserAccountDeleted";
            case 4728, 4732, 4756 -> "MemberAddedToGroup";
            case 4729, 4733, 4757 -> "MemberRemovedFromGroup";
            case 4738 -> "UserAccountModified";
            case 4740 -> "UserAccountLockedOut";
            case 4741 -> "ComputerAccountCreated";
            case 4742 -> "ComputerAccountModified";
            case 4767 -> "UserAccountUnlocked";
            case 4781 -> "AccountRenamed";
            default -> "AccountChanged " + id;
        };
    }

    private static void keep(Draft draft) {
        draft.keep(
                "LogonType", "LogonProcessName", "AuthenticationPackageName", "IpAddress", "IpPort", "LmPackageName");
        draft.keep("WorkstationName", "Status", "SubStatus", "FailureReason", "LogonGuid", "ElevatedToken");
        draft.keep("SubjectLogonId", "TargetLogonId", "PrivilegeList", "TicketEncryptionType", "TicketOptions");
        draft.keep("PreAuthType", "ServiceName", "ServiceSid", "AccessMask", "AccessList", "ObjectName", "ObjectType");
        draft.keep("ObjectServer", "Properties", "ShareName", "ShareLocalPath", "RelativeTargetName", "MemberName");
        draft.keep(
                "TokenElevationType",
                "MandatoryLabel",
                "TargetServerName",
                "EnabledPrivilegeList",
                "AuditPolicyChanges");
        draft.keep("AttributeLDAPDisplayName", "AttributeValue", "ObjectDN", "AllowedToDelegateTo", "GroupName");
    }

    /// Subject and target, the process that acted, the address that it came from.
    private static void accounts(Draft draft) {
        Entity.User subject = draft.user("Subject");
        Entity.User target = draft.user("Target");
        actor(draft, "ProcessId", "ProcessName", subject);
        draft.link(LinkRole.ACCOUNT, subject != null ? subject : target);
        if (subject != null) {
            draft.link(LinkRole.TARGET_ACCOUNT, target);
        }
        draft.link(LinkRole.TARGET_ACCOUNT, Draft.user("", "", draft.text("MemberSid")));
        draft.address(LinkRole.SOURCE, draft.text("IpAddress", "ClientAddress"));
        String server = draft.text("TargetServerName");
        if (!server.isEmpty() && !server.equalsIgnoreCase("localhost")) {
            draft.link(LinkRole.REMOTE_DEVICE, Entity.Device.named(server));
        }
    }

    private static void actor(Draft draft, String id, String image, Entity.@Nullable User user) {
        draft.link(LinkRole.ACTOR, draft.process(draft.record.number(id), draft.text(image), "", Draft.account(user)));
    }

    private static void process(Draft draft) {
        Entity.User subject = draft.user("Subject");
        Entity.User named = draft.user("Target");
        Entity.User runs = named != null && !named.accountName().isEmpty() ? named : subject;
        actor(draft, "ProcessId", "ParentProcessName", subject);
        Entity.Process started =
                draft.started(
                        draft.record.number("NewProcessId"),
                        draft.text("NewProcessName"),
                        draft.text("CommandLine"),
                        Draft.account(runs),
                        draft.record.number("ProcessId"),
                        draft.text("ParentProcessName"));
        Entity.File image = started.imageFile();
        draft.link(LinkRole.TARGET, started);
        draft.link(LinkRole.TARGET_IMAGE, image.filePath().isEmpty() ? null : image);
        draft.link(LinkRole.ACCOUNT, runs);
        draft.attribute("ProcessIntegrityLevel", level(draft.text("MandatoryLabel")));
    }

    private static String level(String sid) {
        return switch (sid) {
            case "S-1-16-4096" -> "Low";
            case "S-1-16-8192" -> "Medium";
            case "S-1-16-8448" -> "MediumPlus";
            case "S-1-16-12288" -> "High";
            case "S-1-16-16384" -> "System";
            default -> "";
        };
    }

    private static void logon(Draft draft) {
        Entity.User subject = draft.user("Subject");
        Entity.User target = draft.user("Target");
        actor(draft, "ProcessId", "ProcessName", subject);
        draft.link(LinkRole.ACCOUNT, target != null ? target : subject);
        draft.address(LinkRole.SOURCE, draft.text("IpAddress"));
        String from = draft.text("WorkstationName");
        if (!from.isEmpty()) {
            draft.link(LinkRole.REMOTE_DEVICE, Entity.Device.named(from));
        }
    }

    /// A domain controller's answer to a logon somewhere else: it failed unless its status is zero.
    private static void ticket(Draft draft, String word) {
        long status = draft.record.number("Status", "ErrorCode");
        draft.is(status == 0 ? EventKind.LOGON : EventKind.LOGON_FAILED, word);
        draft.link(LinkRole.ACCOUNT, draft.user("Target"));
        draft.address(LinkRole.SOURCE, draft.text("IpAddress"));
        String from = draft.text("Workstation");
        if (!from.isEmpty()) {
            draft.link(LinkRole.REMOTE_DEVICE, Entity.Device.named(from));
        }
    }

    private static void service(Draft draft) {
        Entity.User subject = draft.user("Subject");
        actor(draft, "ClientProcessId", "", subject);
        draft.link(LinkRole.ACCOUNT, subject);
        Things.service(draft, draft.text("ServiceName"), draft.text("ServiceFileName"));
        draft.keep("ServiceFileName", "ServiceType", "ServiceStartType", "ServiceAccount");
    }

    private static void task(Draft draft) {
        Entity.User subject = draft.user("Subject");
        actor(draft, "ClientProcessId", "", subject);
        draft.link(LinkRole.ACCOUNT, subject);
        String content = draft.text("TaskContent", "TaskContentNew");
        Things.task(draft, draft.text("TaskName"), Things.command(content));
    }

    private static void registry(Draft draft) {
        accounts(draft);
        String key = draft.text("ObjectName");
        if (!key.isEmpty()) {
            String object = key + "\\" + draft.text("ObjectValueName");
            draft.link(LinkRole.TARGET, Registry.of(draft.device, object, true, draft.text("NewValue")));
        }
        draft.attribute("Details", draft.text("NewValue"));
        draft.attribute("PreviousRegistryValueData", draft.text("OldValue"));
        draft.keep("OperationType");
    }

    private static void object(Draft draft) {
        accounts(draft);
        int id = draft.record.eventId();
        String name = draft.text("ObjectName");
        boolean asked = id == 4656 || id == 4663;
        draft.action =
                switch (id) {
                    case 4656 -> "HandleRequested";
                    case 4663 -> "ObjectAccessed";
                    case 4660 -> "ObjectDeleted";
                    case 4658 -> "HandleClosed";
                    case 4670 -> "PermissionsChanged";
                    case 4690 -> "HandleDuplicated";
                    default -> "ObjectHandleRequested";
                };
        switch (name.isEmpty() ? "" : draft.text("ObjectType")) {
            case "Process" -> {
                draft.kind = asked ? EventKind.PROCESS_ACCESS : draft.kind;
                draft.link(LinkRole.TARGET, draft.process(0, name, "", ""));
            }
            case "File" -> draft.link(LinkRole.TARGET, draft.file(name));
            case "Key" -> draft.link(LinkRole.TARGET, Registry.of(draft.device, name, false, ""));
            default -> {}
        }
    }

    private static void membership(Draft draft) {
        Entity.User subject = draft.user("Subject");
        actor(draft, "CallerProcessId", "CallerProcessName", subject);
        draft.link(LinkRole.ACCOUNT, subject);
        draft.link(LinkRole.TARGET_ACCOUNT, draft.user("Target"));
    }

    private static void share(Draft draft) {
        accounts(draft);
        String local = draft.text("ShareLocalPath").replace("\\??\\", "");
        String relative = draft.text("RelativeTargetName");
        if (!local.isEmpty() && !relative.isEmpty() && !relative.equals("\\")) {
            draft.link(LinkRole.TARGET, draft.file(local.endsWith("\\") ? local + relative : local + "\\" + relative));
        }
    }

    /// Direction %%14592 is inbound.
    private static void connection(Draft draft) {
        String direction = draft.text("Direction");
        boolean in = direction.equals("%%14592") || direction.equalsIgnoreCase("inbound");
        draft.link(
                LinkRole.ACTOR,
                draft.process(draft.record.number("ProcessID", "ProcessId"), draft.text("Application"), "", ""));
        boolean talk = draft.kind == EventKind.NETWORK_CONNECTION;
        // The packet's source is this machine when it goes out, and the other one when it comes in.
        if (talk) {
            draft.address(
                    in ? LinkRole.SOURCE : LinkRole.DESTINATION, draft.text(in ? "SourceAddress" : "DestAddress"));
            draft.attribute("RemoteIP", draft.text(in ? "SourceAddress" : "DestAddress"));
            draft.attribute("RemotePort", draft.text(in ? "SourcePort" : "DestPort"));
        }
        draft.attribute("LocalPort", draft.text(in && talk ? "DestPort" : "SourcePort"));
        draft.keep("Protocol", "Direction");
    }
}
