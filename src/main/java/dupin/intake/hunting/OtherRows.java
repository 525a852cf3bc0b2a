package dupin.intake.hunting;

import dupin.intake.csv.Columns;
import dupin.intake.csv.Row;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tables without a mapping of their own (behaviours, vulnerabilities, applications, exposure …), and rows of known
/// columns of no known table: other events with whatever common columns they have, never dropped.
///
/// Links: machine, initiating process, account, file or process or registry value, addresses, URL, message, mailbox,
/// application and resource by the usual column names. Attributes: title, description, categories, techniques, severity,
/// status and the like.
final class OtherRows implements RowMapper {
    private final String table;
    private final Columns columns;
    private final Hosts hosts;
    private final Initiator initiator;
    private final Accounts account;
    private final Accounts target;
    private final FileColumns file;
    private final Attributes attributes;

    OtherRows(Columns columns, String table) {
        this.table = table.isEmpty() ? "Hunting result" : table;
        this.columns = columns;
        this.hosts = new Hosts(columns);
        this.initiator = new Initiator(columns);
        this.account = new Accounts(columns, "");
        this.target = new Accounts(columns, "Target");
        this.file = new FileColumns(columns, "");
        this.attributes =
                new Attributes(
                        columns,
                        "Application",
                        "AttackTechniques",
                        "BehaviorId",
                        "CampaignName",
                        "CampaignType",
                        "Categories",
                        "CveId",
                        "Description",
                        "EntityRole",
                        "EntityType",
                        "IsCompliant",
                        "Operation",
                        "OperationName",
                        "Permissions",
                        "PrivilegeLevel",
                        "Result",
                        "ServiceSource",
                        "SoftwareName",
                        "SoftwareVersion",
                        "Status",
                        "ThreatFamily",
                        "ThreatTypes",
                        "Title",
                        "UserAgent",
                        "VulnerabilitySeverityLevel");
    }

    @Override
    public TelemetryEvent event(Row row, RowRef ref) {
        var links = new Links();
        Hosts.Host host = hosts.of(row);
        String device = host == null ? "" : host.device();
        links.host(host);
        initiator.link(row, device, links);
        links.add(LinkRole.ACCOUNT, account(row));
        links.add(LinkRole.TARGET_ACCOUNT, target.of(row));
        links.add(LinkRole.TARGET, process(row, device));
        links.add(LinkRole.TARGET, file.orNull(row, device));
        links.add(LinkRole.TARGET, resource(row));
        links.ip(LinkRole.SOURCE, row.text(columns.of("IPAddress", "SourceIpAddress", "ClientIP")));
        links.ip(LinkRole.DESTINATION, row.text(columns.of("RemoteIP", "DestinationIPAddress")));
        links.url(LinkRole.DESTINATION, row.text(columns.of("RemoteUrl", "Url")));
        mail(row, links);
        application(row, links);
        return new TelemetryEvent(
                EventKind.OTHER,
                table,
                row.text(columns.of("ActionType", "Operation", "OperationName", "ReportType")),
                row.time(columns.of("Timestamp", "TimeGenerated", "StartTime", "LastSeenTime")),
                links.list(),
                attributes.of(row),
                row.raw(),
                ref);
    }

    private Entity.@Nullable User account(Row row) {
        Entity.User usual = account.of(row);
        String upn = row.text(columns.of("UserPrincipalName", "UserId", "SourceUserName"));
        return usual != null ? usual : upn.contains("@") ? Entity.User.ofUpn(upn) : initiator.account(row);
    }

    private @Nullable Entity process(Row row, String device) {
        long id = row.number(columns.of("ProcessId"));
        return id == 0
                ? null
                : new Entity.Process(
                        device,
                        id,
                        row.time(columns.of("ProcessCreationTime")),
                        "",
                        row.text(columns.of("ProcessCommandLine")),
                        file.of(row, device),
                        account.text(row),
                        0,
                        null,
                        "");
    }

    private @Nullable Entity resource(Row row) {
        String id = row.text(columns.of("AzureResourceId", "CloudResourceId", "ResourceId"));
        return id.contains("/") ? ResourceRows.resource(id) : null;
    }

    private void mail(Row row, Links links) {
        String id = row.text(columns.of("NetworkMessageId"));
        String recipient = row.text(columns.of("RecipientEmailAddress"));
        if (!id.isEmpty()) {
            links.add(
                    LinkRole.MESSAGE,
                    new Entity.MailMessage(
                            id,
                            "",
                            recipient,
                            "",
                            "",
                            "",
                            row.text(columns.of("EmailSubject")),
                            null,
                            "",
                            "",
                            List.of(),
                            List.of()));
        }
        links.add(LinkRole.MAILBOX, recipient.isEmpty() ? null : new Entity.Mailbox(recipient, "", recipient));
    }

    private void application(Row row, Links links) {
        String oauth = row.text(columns.of("OAuthAppId", "OAuthApplicationId"));
        if (!oauth.isEmpty()) {
            links.add(
                    LinkRole.APPLICATION,
                    new Entity.OAuthApplication(
                            oauth, row.text(columns.of("AppName")), row.text(columns.of("VerifiedPublisher"))));
        }
        String name = row.text(columns.of("Application"));
        links.add(
                LinkRole.APPLICATION,
                name.isEmpty() ? null : new Entity.CloudApplication(row.text(columns.of("ApplicationId")), name, ""));
    }
}
