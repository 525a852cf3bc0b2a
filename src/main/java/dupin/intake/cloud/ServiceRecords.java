package dupin.intake.cloud;

import dupin.intake.Fields;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Azure activity, Intune, Graph activity, message trace and CloudTrail: accounts, addresses, applications, resources,
/// machines and mails as links, the rest under its own names.
final class ServiceRecords {

    private ServiceRecords() {}

    static Draft azure(Fields record) {
        Fields own = own(record);
        String operation = record.text("operationName", "OperationNameValue");
        operation = operation.isEmpty() ? record.object("operationName").text("value", "localizedValue") : operation;
        var draft =
                new Draft(
                        EventKind.CLOUD_ACTIVITY,
                        CloudShape.AZURE_ACTIVITY.label(),
                        operation,
                        record.instant("time", "eventTimestamp", "TimeGenerated"));
        Fields claims = record.object("identity").object("claims");
        claims = claims.isEmpty() ? record.object("claims") : claims;
        String who = record.text("caller", "identity");
        who =
                who.contains("@")
                        ? who
                        : claims.text("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn", "name");
        draft.link(
                LinkRole.ACCOUNT,
                Draft.user(who, claims.text("http://schemas.microsoft.com/identity/claims/objectidentifier"), ""));
        draft.source(record.text("callerIpAddress"));
        draft.link(LinkRole.APPLICATION, Draft.cloud(claims.text("appid"), ""));
        String resource = record.text("resourceId", "resourceUri");
        if (!resource.isEmpty()) {
            String name = resource.substring(resource.lastIndexOf('/') + 1);
            draft.link(LinkRole.TARGET, new Entity.CloudResource(resource, name, ""));
        }
        draft.copy(record, "category", "level", "resultType", "resultSignature", "resultDescription", "status");
        draft.put("ResultStatus", record.object("status").text("value"));
        draft.copy(own, "message", "statusCode", "eventCategory");
        return draft;
    }

    static Draft graph(Fields record) {
        Fields own = own(record);
        var draft =
                new Draft(
                        EventKind.CLOUD_ACTIVITY,
                        CloudShape.GRAPH_ACTIVITY.label(),
                        own.text("requestMethod"),
                        own.instant("timeGenerated") == null ? record.instant("time") : own.instant("timeGenerated"));
        draft.link(LinkRole.ACCOUNT, Draft.user("", own.text("userId", "UserPrincipalObjectID"), ""));
        draft.link(
                LinkRole.APPLICATION,
                own.text("userId").isEmpty() ? Draft.oauth(own.text("appId"), "") : Draft.cloud(own.text("appId"), ""));
        draft.source(own.text("ipAddress").isEmpty() ? record.text("callerIpAddress") : own.text("ipAddress"));
        if (own.text("requestUri").startsWith("http")) {
            draft.link(LinkRole.DESTINATION, new Entity.Url(own.text("requestUri")));
        }
        draft.put("UserAgent", own.text("userAgent"));
        draft.put("SessionId", own.text("sessionId"));
        draft.copy(own, "requestUri", "responseStatusCode", "scopes", "roles", "signInActivityId", "wids");
        return draft;
    }

    static Draft intune(Fields record) {
        Fields own = own(record);
        boolean inventory = record.text("category").startsWith("Device");
        var draft =
                new Draft(
                        inventory ? EventKind.DEVICE_INFO : EventKind.CLOUD_ACTIVITY,
                        CloudShape.INTUNE.label(),
                        record.text("operationName"),
                        record.instant("time"));
        String name = own.text("DeviceName", "DeviceHostName");
        String entra = own.text("AADDeviceId", "AzureADDeviceId", "ReferenceId");
        if (!name.isEmpty()) {
            draft.link(LinkRole.DEVICE, Draft.device(name, "", entra, own.text("OS", "DeviceOperatingSystem", "Os")));
        }
        Fields actor = own.object("Actor");
        String user =
                actor.text("UPN").isEmpty() ? own.text("UPN", "UserPrincipalName", "UserEmail") : actor.text("UPN");
        user = user.isEmpty() && record.text("identity").contains("@") ? record.text("identity") : user;
        draft.link(LinkRole.ACCOUNT, Draft.user(user, actor.text("ObjectId"), own.text("UserDisplayName")));
        draft.link(LinkRole.APPLICATION, Draft.cloud(actor.text("Application"), actor.text("ApplicationName")));
        draft.put("Targets", String.join(", ", own.strings("TargetDisplayNames")));
        for (Fields target : own.objects("Targets")) {
            for (Fields property : target.objects("ModifiedProperties")) {
                draft.put(property.text("Name"), property.text("New"));
            }
        }
        draft.copy(record, "category", "resultType", "resultDescription");
        draft.copy(
                own,
                "AlertDisplayName",
                "AlertType",
                "ComplianceState_loc",
                "CompliantState",
                "Description",
                "OSVersion");
        return draft;
    }

    static Draft trace(Fields record) {
        String recipient = record.text("RecipientAddress");
        String sender = record.text("SenderAddress");
        String status = record.text("Status");
        Instant received = record.instant("Received");
        var draft = new Draft(EventKind.MAIL_DELIVERED, CloudShape.MESSAGE_TRACE.label(), status, received);
        String address = record.text("FromIP");
        draft.link(
                LinkRole.MESSAGE,
                new Entity.MailMessage(
                        record.text("MessageTraceId"),
                        record.text("MessageId"),
                        recipient,
                        sender,
                        "",
                        address,
                        record.text("Subject"),
                        received,
                        status,
                        "",
                        List.of(),
                        List.of()));
        draft.link(LinkRole.MAILBOX, recipient.isEmpty() ? null : new Entity.Mailbox(recipient, "", recipient));
        for (String further : record.text("Recipients").split(";")) {
            draft.link(LinkRole.MAILBOX, further.isEmpty() ? null : new Entity.Mailbox(further, "", further));
        }
        draft.source(address);
        int at = sender.lastIndexOf('@');
        if (at >= 0 && at < sender.length() - 1) {
            draft.link(LinkRole.SOURCE, new Entity.Domain(sender.substring(at + 1)));
        }
        draft.put("NetworkMessageId", record.text("MessageTraceId"));
        draft.put("SenderFromAddress", sender);
        draft.copy(record, "Organization", "Size", "Status", "Subject", "ToIP");
        return draft;
    }

    static Draft trail(Fields record) {
        String name = record.text("eventName");
        boolean signIn = name.equals("ConsoleLogin");
        boolean failed =
                record.object("responseElements").text("ConsoleLogin").equalsIgnoreCase("Failure")
                        || signIn && !record.text("errorCode", "errorMessage").isEmpty();
        var draft =
                new Draft(
                        signIn ? failed ? EventKind.SIGN_IN_FAILED : EventKind.SIGN_IN : EventKind.CLOUD_ACTIVITY,
                        CloudShape.CLOUD_TRAIL.label(),
                        name,
                        time(record));
        Fields who = record.object("userIdentity");
        String user = who.text("userName");
        user = user.isEmpty() ? who.object("sessionContext").object("sessionIssuer").text("userName") : user;
        draft.link(LinkRole.ACCOUNT, Draft.user(user, "", user.isEmpty() ? who.text("arn", "invokedBy", "type") : ""));
        draft.source(record.text("sourceIPAddress"));
        draft.link(LinkRole.APPLICATION, Draft.cloud("", record.text("eventSource")));
        for (Fields resource : record.objects("resources")) {
            draft.link(LinkRole.TARGET, new Entity.CloudResource(resource.text("ARN"), "", resource.text("type")));
        }
        String bucket = record.object("requestParameters").text("bucketName");
        if (!bucket.isEmpty()) {
            draft.link(LinkRole.TARGET, new Entity.CloudResource("", bucket, "AWS::S3::Bucket"));
            draft.put("ObjectId", bucket + "/" + record.object("requestParameters").text("key"));
        }
        draft.put("UserAgent", record.text("userAgent"));
        draft.put("SessionId", who.text("accessKeyId"));
        draft.put("ErrorCode", record.text("errorCode"));
        draft.copy(record, "awsRegion", "errorMessage", "eventSource", "eventType", "recipientAccountId", "readOnly");
        draft.put("userIdentity.arn", who.text("arn"));
        draft.put("userIdentity.type", who.text("type"));
        return draft;
    }

    private static @Nullable Instant time(Fields record) {
        return record.instant("eventTime", "@timestamp");
    }

    private static Fields own(Fields record) {
        Fields inner = record.object("properties");
        return inner.isEmpty() ? record : inner;
    }
}
