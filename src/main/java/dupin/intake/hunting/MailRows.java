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
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// `EmailEvents`, `EmailUrlInfo`, `EmailAttachmentInfo`, `EmailPostDeliveryEvents`, `UrlClickEvents` and the Teams tables
/// `MessageEvents`, `MessagePostDeliveryEvents`, `MessageUrlInfo` (other events, as they concern no mailbox).
///
/// Links: `MESSAGE`, `MAILBOX` of the recipient; of a mail sent from inside its sender as `ACCOUNT`; sender's address and
/// domain as `SOURCE`; URL as `DESTINATION` (of a click the whole chain); attachment as `TARGET`; who clicked as
/// `ACCOUNT`. A row of URLs or attachments names no recipient or need not, so that its message bears the network message
/// id alone; the attribute `NetworkMessageId` joins them.
///
/// Attributes: delivery action and location (first and latest), direction, threat types and names, detection methods,
/// confidence level, authentication details, overrides, counts of URLs and attachments, post-delivery action, trigger
/// and result, file type, `IsClickedThrough`, workload.
final class MailRows implements RowMapper {
    private static final int MOST_URLS = 20;

    private final String table;
    private final EventKind kind;
    private final int action;
    private final int timestamp;
    private final int networkId;
    private final int internetId;
    private final int recipient;
    private final int recipientDetails;
    private final int sender;
    private final int senderName;
    private final int senderDomain;
    private final int ip4;
    private final int ip6;
    private final int subject;
    private final int direction;
    private final int deliveryAction;
    private final int deliveryLocation;
    private final int threatTypes;
    private final int url;
    private final int urlChain;
    private final int clickIp;
    private final FileColumns file;
    private final Accounts account;
    private final Attributes attributes;

    MailRows(Columns columns, String table) {
        this.table = table;
        this.kind = kind(table);
        this.action = columns.of("ActionType");
        this.timestamp = columns.of("Timestamp", "TimeGenerated");
        this.networkId = columns.of("NetworkMessageId");
        this.internetId = columns.of("InternetMessageId");
        this.recipient = columns.of("RecipientEmailAddress");
        this.recipientDetails = columns.of("RecipientDetails");
        this.sender = columns.of("SenderFromAddress", "SenderEmailAddress", "SenderMailFromAddress");
        this.senderName = columns.of("SenderDisplayName");
        this.senderDomain = columns.of("SenderFromDomain", "SenderMailFromDomain");
        this.ip4 = columns.of("SenderIPv4");
        this.ip6 = columns.of("SenderIPv6");
        this.subject = columns.of("Subject", "MessageSubject");
        this.direction = columns.of("EmailDirection");
        this.deliveryAction = columns.of("DeliveryAction");
        this.deliveryLocation = columns.of("DeliveryLocation");
        this.threatTypes = columns.of("ThreatTypes");
        this.url = columns.of("Url");
        this.urlChain = columns.of("UrlChain");
        this.clickIp = columns.of("IPAddress");
        this.file = new FileColumns(columns, "");
        this.account = new Accounts(columns, "");
        this.attributes =
                new Attributes(
                        columns,
                        "Action",
                        "ActionResult",
                        "ActionTrigger",
                        "AttachmentCount",
                        "AuthenticationDetails",
                        "BulkComplaintLevel",
                        "ConfidenceLevel",
                        "DeliveryAction",
                        "DeliveryLocation",
                        "DetectionMethods",
                        "EmailAction",
                        "EmailClusterId",
                        "EmailDirection",
                        "FileType",
                        "IsClickedThrough",
                        "IsExternalThread",
                        "LatestDeliveryAction",
                        "LatestDeliveryLocation",
                        "NetworkMessageId",
                        "OrgLevelAction",
                        "SenderFromAddress",
                        "SenderMailFromAddress",
                        "SenderType",
                        "Subject",
                        "TeamsMessageId",
                        "ThreatNames",
                        "ThreatTypes",
                        "UrlCount",
                        "UrlDomain",
                        "UrlLocation",
                        "UserLevelAction",
                        "Workload");
    }

    private static EventKind kind(String table) {
        return switch (table) {
            case HuntingTables.EMAIL -> EventKind.MAIL_DELIVERED;
            case HuntingTables.EMAIL_URL -> EventKind.MAIL_URL;
            case HuntingTables.EMAIL_ATTACHMENT -> EventKind.MAIL_ATTACHMENT;
            case HuntingTables.EMAIL_POST_DELIVERY -> EventKind.MAIL_POST_DELIVERY;
            case HuntingTables.URL_CLICK -> EventKind.URL_CLICKED;
            default -> EventKind.OTHER;
        };
    }

    @Override
    public TelemetryEvent event(Row row, RowRef ref) {
        var links = new Links();
        message(row, links);
        people(row, links);
        if (kind == EventKind.URL_CLICKED) {
            links.ip(LinkRole.SOURCE, row.text(clickIp));
        }
        urls(row, links);
        if (kind == EventKind.MAIL_ATTACHMENT) {
            links.add(LinkRole.TARGET, file.orNull(row, ""));
        }
        return new TelemetryEvent(
                kind, table, row.text(action), row.time(timestamp), links.list(), attributes.of(row), row.raw(), ref);
    }

    private void message(Row row, Links links) {
        String network = row.text(networkId);
        String internet = row.text(internetId);
        if (network.isEmpty() && internet.isEmpty()) {
            return;
        }
        String from = row.text(ip4).isEmpty() ? row.text(ip6) : row.text(ip4);
        List<String> threats = words(row.text(threatTypes));
        var received = kind == EventKind.MAIL_DELIVERED ? row.time(timestamp) : null;
        links.add(
                LinkRole.MESSAGE,
                new Entity.MailMessage(
                        network,
                        internet,
                        row.text(recipient),
                        row.text(sender),
                        row.text(senderName),
                        from,
                        row.text(subject),
                        received,
                        row.text(deliveryAction),
                        row.text(deliveryLocation),
                        List.of(),
                        threats));
        links.ip(LinkRole.SOURCE, from);
    }

    /// Words between commas.
    private static List<String> words(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        var words = new ArrayList<String>(2);
        for (int from = 0; from <= text.length() && words.size() < MOST_URLS; ) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            String word = text.substring(from, to).strip();
            if (!word.isEmpty()) {
                words.add(word);
            }
            from = to + 1;
        }
        return words;
    }

    private void people(Row row, Links links) {
        String to = row.text(recipient);
        if (!to.isEmpty()) {
            links.add(LinkRole.MAILBOX, new Entity.Mailbox(to, "", to));
        }
        String from = row.text(sender);
        String way = row.text(direction);
        if (way.equals("Outbound") || way.startsWith("Intra") || kind == EventKind.OTHER && !from.isEmpty()) {
            links.add(LinkRole.ACCOUNT, Entity.User.ofUpn(from));
        }
        String domain = row.text(senderDomain);
        if (!domain.isEmpty()) {
            links.add(LinkRole.SOURCE, new Entity.Domain(domain));
        }
        links.add(LinkRole.ACCOUNT, account.of(row));
        String details = row.text(recipientDetails);
        if (!details.isEmpty()) {
            for (JsonNode one : Json.parse(details)) {
                String address = Fields.of(one).text("RecipientSmtpAddress");
                links.add(LinkRole.TARGET_ACCOUNT, address.isEmpty() ? null : Entity.User.ofUpn(address));
            }
        }
    }

    private void urls(Row row, Links links) {
        String first = row.text(url);
        if (first.isEmpty()) {
            return;
        }
        links.add(LinkRole.DESTINATION, new Entity.Url(first));
        String chain = row.text(urlChain);
        if (chain.length() > 2) {
            int added = 0;
            for (JsonNode next : Json.parse(chain)) {
                String text = next.asString("");
                if (!text.isEmpty() && !text.equals(first) && added++ < MOST_URLS) {
                    links.add(LinkRole.DESTINATION, new Entity.Url(text));
                }
            }
        }
    }
}
