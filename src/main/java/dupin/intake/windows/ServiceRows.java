package dupin.intake.windows;

import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.sigma.WindowsServices;
import java.util.Locale;

/// Logs of single services (WMI, background transfer, firewall, name resolution) and every log that has no mapping of its
/// own: device, account, process, address and file as far as the usual names tell them.
final class ServiceRows {
    private static final int MOST_FIELDS = 24;
    private static final int LONGEST_FIELD = 400;

    private ServiceRows() {}

    static void map(Draft draft) {
        String service = WindowsServices.service(draft.record.channel());
        int id = draft.record.eventId();
        if (service.equals(Channels.WMI)) {
            wmi(draft, id);
        } else if (service.equals(Channels.BITS)) {
            transfer(draft, id);
        } else if (service.equals(Channels.FIREWALL)) {
            firewall(draft, id);
        } else if (service.equals(Channels.DNS_CLIENT) && !draft.text("QueryName").isEmpty()) {
            draft.is(EventKind.DNS_QUERY, "DnsQuery");
            draft.link(LinkRole.DESTINATION, new Entity.Domain(draft.text("QueryName")));
            draft.keep("QueryName", "QueryResults", "QueryStatus", "QueryType");
            draft.writer();
        }
        usual(draft);
        fields(draft);
    }

    private static void wmi(Draft draft, int id) {
        draft.action =
                switch (id) {
                    case 5857 -> "WmiProviderStarted";
                    case 5858 -> "WmiOperationFailed";
                    case 5859, 5860 -> "WmiSubscription";
                    case 5861 -> "WmiPermanentSubscription";
                    default -> "";
                };
        String consumer = draft.text("CONSUMER");
        if (!consumer.isEmpty()) {
            draft.link(
                    LinkRole.TARGET, new Entity.Unknown("WmiConsumerEvent", consumer, draft.device + "|" + consumer));
        }
        draft.keep("PossibleCause", "NamespaceName", "Query", "Operation", "ClientMachine");
        draft.link(LinkRole.ACTOR, draft.process(draft.record.number("ClientProcessId", "processid"), "", "", ""));
    }

    private static void transfer(Draft draft, int id) {
        draft.action =
                switch (id) {
                    case 3 -> "TransferCreated";
                    case 4 -> "TransferCompleted";
                    case 59 -> "TransferStarted";
                    case 60 -> "TransferStopped";
                    default -> "";
                };
        String url = draft.text("url", "RemoteName", "fileList");
        if (url.indexOf("://") > 0) {
            draft.link(LinkRole.DESTINATION, new Entity.Url(url));
        }
        String local = draft.text("LocalName");
        if (!local.isEmpty()) {
            draft.link(LinkRole.TARGET, draft.file(local));
        }
        draft.link(LinkRole.ACTOR, draft.process(draft.record.number("processId"), draft.text("processPath"), "", ""));
        draft.link(LinkRole.ACCOUNT, Draft.named(draft.text("jobOwner")));
    }

    private static void firewall(Draft draft, int id) {
        draft.action =
                switch (id) {
                    case 2003, 2082 -> "FirewallSettingChanged";
                    case 2004, 2071, 2097 -> "FirewallRuleAdded";
                    case 2005, 2073 -> "FirewallRuleChanged";
                    case 2006, 2052 -> "FirewallRuleDeleted";
                    default -> "";
                };
        String application = draft.text("ApplicationPath");
        if (application.indexOf('\\') > 0) {
            draft.link(LinkRole.TARGET, draft.file(application));
        }
        String changer = draft.text("ModifyingApplication");
        if (changer.indexOf('\\') > 0) {
            draft.link(LinkRole.ACTOR, draft.process(0, changer, "", draft.text("ModifyingUser")));
        }
        draft.link(LinkRole.ACCOUNT, Draft.named(draft.text("ModifyingUser")));
    }

    private static void usual(Draft draft) {
        if (!draft.has(LinkRole.ACTOR)) {
            String image = draft.text("Image", "ProcessName", "Process Name", "ProcessPath");
            String full = image.indexOf('\\') >= 0 ? image : "";
            draft.link(LinkRole.ACTOR, draft.process(draft.record.number("ProcessId", "PID"), full, "", ""));
        }
        if (!draft.has(LinkRole.ACCOUNT)) {
            Entity.User subject = draft.user("Subject");
            Entity.User target = draft.user("Target");
            String user = draft.text("User", "UserName", "TargetUser");
            Entity.User named = user.isEmpty() ? Draft.named(draft.record.userSid()) : Draft.named(user);
            draft.link(LinkRole.ACCOUNT, subject != null ? subject : target != null ? target : named);
            draft.link(LinkRole.TARGET_ACCOUNT, subject == null ? null : target);
        }
        draft.address(LinkRole.SOURCE, draft.text("IpAddress", "ClientIP", "SourceIp", "ClientAddress"));
    }

    /// What nothing else is known of shows its first short fields.
    private static void fields(Draft draft) {
        int shown = 0;
        for (var field : draft.record.data().entrySet()) {
            String name = field.getKey();
            boolean known = draft.attributes.containsKey(name) || SHIPPERS.contains(name.toLowerCase(Locale.ROOT));
            if (!known && field.getValue().length() <= LONGEST_FIELD && shown < MOST_FIELDS) {
                draft.attribute(name, draft.text(name));
                shown++;
            }
        }
    }

    private static final java.util.Set<String> SHIPPERS =
            java.util.Set.of(
                    "@timestamp",
                    "@version",
                    "channel",
                    "hostname",
                    "host",
                    "port",
                    "computer",
                    "message",
                    "sourcename",
                    "providerguid",
                    "timecreated",
                    "eventtime",
                    "eventreceivedtime",
                    "recordnumber",
                    "eventrecordid",
                    "sourcemoduletype",
                    "sourcemodulename",
                    "keywords",
                    "level",
                    "task",
                    "opcode",
                    "opcodevalue",
                    "severity",
                    "severityvalue",
                    "eventtype",
                    "eventid",
                    "executionprocessid",
                    "threadid",
                    "userid",
                    "accounttype",
                    "category",
                    "domain",
                    "version",
                    "provider_name");
}
