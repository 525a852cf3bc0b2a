package dupin.intake.hunting;

import dupin.intake.Fields;
import dupin.intake.Json;
import dupin.intake.csv.Columns;
import dupin.intake.csv.Row;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `CloudAppEvents`, and `OfficeActivity` of Log Analytics: what accounts did in cloud applications.
///
/// Kinds: `INBOX_RULE` for rules made or changed and forwarding set on a mailbox, `SIGN_IN` and `SIGN_IN_FAILED` for
/// sign-ins to an application, else `CLOUD_ACTIVITY`.
///
/// Links: `ACCOUNT`, `SOURCE` address, `APPLICATION` (and the OAuth application of a consent), `MAILBOX` of the owner,
/// `MESSAGE`s that were touched.
///
/// Attributes: application, country, city, internet provider, user agent, category and tags of the address, anonymous
/// proxy, administrative or external or impersonated use, object; and of the audit record its parameters and properties
/// by their own names (`ForwardTo`, `MoveToFolder`, `MailAccessType`, `ConsentAction.Permissions` …).
final class CloudRows implements RowMapper {
    static final String TABLE = "CloudAppEvents";

    private final String table;
    private final int action;
    private final int timestamp;
    private final int objectId;
    private final int upn;
    private final int accountId;
    private final int displayName;
    private final int ip;
    private final int application;
    private final int applicationId;
    private final int instance;
    private final int oauthId;
    private final int rawEvent;
    private final int mailbox;
    private final int parameters;
    private final int objectName;
    private final Attributes attributes;

    CloudRows(Columns columns, String table) {
        this.table = table;
        this.action = columns.of("ActionType", "Operation");
        this.timestamp = columns.of("Timestamp", "TimeGenerated");
        this.objectId = columns.of("AccountObjectId");
        this.upn = columns.of("AccountUpn", "UserId");
        this.accountId = columns.of("AccountId");
        this.displayName = columns.of("AccountDisplayName");
        this.ip = columns.of("IPAddress", "ClientIP", "ClientIPAddress");
        this.application = columns.of("Application", "OfficeWorkload");
        this.applicationId = columns.of("ApplicationId");
        this.instance = columns.of("AppInstanceId");
        this.oauthId = columns.of("OAuthAppId");
        this.rawEvent = columns.of("RawEventData");
        this.mailbox = columns.of("MailboxOwnerUPN");
        this.parameters = columns.of("Parameters", "OperationProperties");
        this.objectName = columns.of("ObjectName", "OfficeObjectId");
        this.attributes =
                new Attributes(
                        columns,
                        "AccountType",
                        "ActivityType",
                        "Application",
                        "City",
                        "ClientInfoString",
                        "CountryCode",
                        "DeviceType",
                        "IPCategory",
                        "IPTags",
                        "IsAdminOperation",
                        "IsAnonymousProxy",
                        "IsExternalUser",
                        "IsImpersonated",
                        "Isp",
                        "LogonType",
                        "ObjectId",
                        "ObjectName",
                        "OfficeWorkload",
                        "OSPlatform",
                        "ResultStatus",
                        "UncommonForUser",
                        "UserAgent",
                        "UserAgentTags");
    }

    @Override
    public TelemetryEvent event(Row row, RowRef ref) {
        String word = row.text(action);
        var data = new AuditData(data(row));
        var links = new Links();
        account(row, data, links);
        links.ip(
                LinkRole.SOURCE,
                row.text(ip).isEmpty() ? data.fields().text("ClientIP", "ClientIPAddress") : row.text(ip));
        applications(row, word, data, links);
        String owner = row.text(mailbox).isEmpty() ? data.fields().text("MailboxOwnerUPN") : row.text(mailbox);
        links.add(LinkRole.MAILBOX, owner.isEmpty() ? null : new Entity.Mailbox(owner, "", owner));
        for (String id : data.messageIds()) {
            links.add(LinkRole.MESSAGE, message(id, owner));
        }
        var values = attributes.more(row);
        data.add(values);
        return new TelemetryEvent(
                kind(word, data),
                table,
                word,
                row.time(timestamp),
                links.list(),
                Collections.unmodifiableMap((Map<String, String>) values),
                row.raw(),
                ref);
    }

    private Fields data(Row row) {
        Fields raw = Extras.of(row.text(rawEvent));
        String settings = row.text(parameters);
        if (!raw.isEmpty() || settings.isEmpty()) {
            return raw;
        }
        return Fields.of(Json.parse("{\"Parameters\":" + (Json.parse(settings).isContainer() ? settings : "[]") + "}"));
    }

    private static EventKind kind(String word, AuditData data) {
        if (data.isRule(word)) {
            return EventKind.INBOX_RULE;
        }
        return switch (word.toLowerCase(Locale.ROOT).replace(" ", "")) {
            case "userloggedin", "logonsuccess", "logon", "login" -> EventKind.SIGN_IN;
            case "userloginfailed", "logonfailed", "failedlogon", "failedlogin" -> EventKind.SIGN_IN_FAILED;
            default -> EventKind.CLOUD_ACTIVITY;
        };
    }

    private void account(Row row, AuditData data, Links links) {
        String name =
                row.text(upn).contains("@")
                        ? row.text(upn)
                        : row.text(accountId).contains("@") ? row.text(accountId) : data.userPrincipalName();
        var user = new Entity.User(name, "", "", "", row.text(objectId), row.text(displayName));
        if (Accounts.isNone(user) && !row.text(accountId).isEmpty()) {
            user = new Entity.User("", row.text(accountId), "", "", "", "");
        }
        links.add(LinkRole.ACCOUNT, Accounts.isNone(user) ? null : user);
    }

    private void applications(Row row, String word, AuditData data, Links links) {
        String name = row.text(application);
        String id = row.text(applicationId);
        if (!name.isEmpty() || !id.isEmpty()) {
            links.add(LinkRole.APPLICATION, new Entity.CloudApplication(id, name, row.text(instance)));
        }
        boolean consent =
                word.toLowerCase(Locale.ROOT).contains("consent")
                        || word.toLowerCase(Locale.ROOT).contains("oauth2permissiongrant");
        String granted = consent ? data.fields().text("ObjectId") : "";
        String oauth = row.text(oauthId).isEmpty() ? granted : row.text(oauthId);
        if (!oauth.isEmpty()) {
            links.add(
                    LinkRole.APPLICATION, new Entity.OAuthApplication(oauth, consent ? row.text(objectName) : "", ""));
        }
    }

    private static Entity message(String internetMessageId, String recipient) {
        return new Entity.MailMessage(
                "", internetMessageId, recipient, "", "", "", "", null, "", "", List.of(), List.of());
    }
}
