package dupin.intake.cloud;

import dupin.intake.Fields;
import dupin.intake.hunting.AuditData;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import java.util.List;
import java.util.Locale;

/// One record of the Office 365 unified audit log.
///
/// Links: user as `ACCOUNT`, client address as `SOURCE`, application, mailbox and its mails, the session as `TARGET`, the
/// account that a directory change was done to as `TARGET_ACCOUNT`, the application that was consented to, the file or site.
/// Attributes: settings under their own names, client, session, result, object and workload.
final class UnifiedAudit {
    private static final int LONGEST_LIST = 20;

    private UnifiedAudit() {}

    static Draft draft(Fields record) {
        String operation = record.text("Operation").strip();
        var data = new AuditData(record);
        var draft =
                new Draft(
                        kind(operation, record, data),
                        CloudShape.UNIFIED_AUDIT.label(),
                        withoutStop(operation),
                        record.instant("CreationTime", "CreationDate"));
        account(record, draft);
        draft.source(record.text("ClientIP", "ClientIPAddress", "ActorIpAddress"));
        application(record, operation, draft);
        mailbox(record, data, draft);
        directory(record, operation, draft);
        file(record, draft);
        data.add(draft.values());
        for (String list : new String[] {"ExtendedProperties", "DeviceProperties", "ExtraProperties"}) {
            for (Fields one : record.objects(list)) {
                draft.put(one.text("Name", "Key"), one.text("Value"));
            }
        }
        session(record, draft);
        draft.copy(
                record,
                "ApplicationDisplayName",
                "AuthenticationType",
                "ClientAppId",
                "ErrorNumber",
                "EventSource",
                "IsManagedDevice",
                "ItemType",
                "LogonError",
                "ObjectId",
                "RecordType",
                "SiteUrl",
                "SourceFileName",
                "TargetUserOrGroupName",
                "TargetUserOrGroupType",
                "UserAgent",
                "UserType");
        draft.put("ErrorCode", record.text("ErrorNumber"));
        draft.put("FailureReason", record.text("LogonError"));
        return draft;
    }

    private static String withoutStop(String operation) {
        return operation.endsWith(".") ? operation.substring(0, operation.length() - 1) : operation;
    }

    private static EventKind kind(String operation, Fields record, AuditData data) {
        if (data.isRule(operation)) {
            return EventKind.INBOX_RULE;
        }
        String word = operation.toLowerCase(Locale.ROOT);
        String workload = record.text("Workload").toLowerCase(Locale.ROOT);
        if (word.equals("userloggedin")) {
            return EventKind.SIGN_IN;
        }
        if (word.equals("userloginfailed")) {
            return EventKind.SIGN_IN_FAILED;
        }
        boolean application =
                word.contains("consent")
                        || word.contains("application")
                        || word.contains("service principal")
                        || word.contains("oauth2")
                        || word.contains("permission grant");
        return workload.equals("azureactivedirectory") && !application
                ? EventKind.IDENTITY_CHANGED
                : EventKind.CLOUD_ACTIVITY;
    }

    private static void account(Fields record, Draft draft) {
        String user = record.text("UserId");
        String id = "";
        for (Fields actor : record.objects("Actor")) {
            String one = actor.text("ID");
            user = !user.contains("@") && one.contains("@") ? one : user;
            id = one.length() == 36 && one.charAt(8) == '-' && id.isEmpty() ? one : id;
        }
        draft.link(LinkRole.ACCOUNT, Draft.user(user, user.contains("@") ? id : "", ""));
    }

    private static void application(Fields record, String operation, Draft draft) {
        String word = operation.toLowerCase(Locale.ROOT);
        if (word.contains("consent")
                || word.contains("delegated permission grant")
                || word.contains("app role assignment")) {
            String name = "";
            String id = record.text("ObjectId");
            for (Fields target : record.objects("Target")) {
                name = target.text("Type").equals("1") ? target.text("ID") : name;
            }
            draft.link(LinkRole.APPLICATION, Draft.oauth(id.equals("Not Available") ? "" : id, name));
        }
        String id = record.text("ApplicationId", "AppId", "ClientAppId");
        id = id.isEmpty() ? record.object("AppAccessContext").text("ClientAppId") : id;
        String name = record.text("ApplicationDisplayName");
        name = name.isEmpty() ? record.object("AppAccessContext").text("ClientAppName") : name;
        draft.link(
                LinkRole.APPLICATION, Draft.cloud(id, name.isEmpty() && id.isEmpty() ? record.text("Workload") : name));
    }

    private static void mailbox(Fields record, AuditData data, Draft draft) {
        boolean exchange = record.text("Workload").equalsIgnoreCase("Exchange");
        String owner = record.text("MailboxOwnerUPN");
        String object = exchange ? record.text("ObjectId") : "";
        for (AuditData.Setting setting : data.settings()) {
            boolean names = setting.name().equalsIgnoreCase("Identity") || setting.name().equalsIgnoreCase("Mailbox");
            object = names && setting.value().contains("@") ? setting.value() : object;
            if (exchange && setting.name().equalsIgnoreCase("User") && setting.value().contains("@")) {
                draft.link(LinkRole.TARGET_ACCOUNT, Entity.User.ofUpn(setting.value()));
            }
        }
        String mailbox = owner.isEmpty() && object.contains("@") && !object.contains("\\") ? object : owner;
        boolean own = mailbox.isEmpty() && exchange && data.isRule(record.text("Operation"));
        mailbox = own ? data.userPrincipalName() : mailbox;
        if (!mailbox.isEmpty()) {
            draft.link(LinkRole.MAILBOX, new Entity.Mailbox(mailbox, "", mailbox));
        }
        for (String id : data.messageIds()) {
            draft.link(LinkRole.MESSAGE, Draft.message("", id, mailbox));
        }
        draft.put("FolderPath", record.object("Item").object("ParentFolder").text("Path"));
    }

    private static void directory(Fields record, String operation, Draft draft) {
        if (!record.text("Workload").equalsIgnoreCase("AzureActiveDirectory") || operation.startsWith("UserLog")) {
            return;
        }
        List<Fields> targets = record.objects("Target");
        for (Fields target : targets.subList(0, Math.min(LONGEST_LIST, targets.size()))) {
            if (target.text("Type").equals("5") && target.text("ID").contains("@")) {
                draft.link(LinkRole.TARGET_ACCOUNT, Entity.User.ofUpn(target.text("ID")));
            }
        }
        if (record.text("ObjectId").contains("@")) {
            draft.link(LinkRole.TARGET_ACCOUNT, Entity.User.ofUpn(record.text("ObjectId")));
        }
    }

    private static void file(Fields record, Draft draft) {
        String name = record.text("SourceFileName");
        if (!name.isEmpty()) {
            draft.link(
                    LinkRole.TARGET, new Entity.CloudResource(record.text("ObjectId"), name, record.text("ItemType")));
        }
        Fields found = record.object("FileData");
        String hash = found.text("SHA256", "Sha256");
        if (!hash.isEmpty()) {
            draft.link(
                    LinkRole.TARGET,
                    new Entity.File(
                            found.text("FileName"), "", hash, "", "", found.number("FileSize"), "", "", "", ""));
        }
        String url = record.text("Url", "URL");
        if (url.startsWith("http")) {
            draft.link(LinkRole.DESTINATION, new Entity.Url(url));
        }
    }

    private static void session(Fields record, Draft draft) {
        String id = record.object("AppAccessContext").text("AADSessionId");
        id = id.isEmpty() ? draft.values().getOrDefault("SessionId", record.text("SessionId")) : id;
        if (!id.isEmpty()) {
            draft.put("SessionId", id);
            draft.link(
                    LinkRole.TARGET,
                    new Entity.SignInSession(
                            id,
                            record.text("UserId"),
                            record.text("ClientIP", "ClientIPAddress"),
                            draft.values().getOrDefault("UserAgent", ""),
                            ""));
        }
    }
}
