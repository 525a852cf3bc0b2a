package dupin.engine.sigma;

import dupin.model.Entity;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.LogRecord;
import dupin.model.TelemetryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Rows of tables about identities and cloud services (hunting, Log Analytics) as rules for the same logs read them: the
/// fields are made from the row's attributes and entities, whatever form the table came in.
public final class CloudTables {
    private CloudTables() {}

    /// Whether the row is of such a table.
    public static boolean knows(TelemetryEvent event) {
        return switch (event.table()) {
            case "AuditLogs", "OfficeActivity", "CloudAppEvents" -> true;
            default -> isSignIn(event.table());
        };
    }

    private static boolean isSignIn(String table) {
        return switch (table) {
            case "SigninLogs",
                    "AADNonInteractiveUserSignInLogs",
                    "AADServicePrincipalSignInLogs",
                    "AADManagedIdentitySignInLogs",
                    "AADSignInEventsBeta",
                    "AADSpnSignInEventsBeta",
                    "EntraIdSignInEvents",
                    "EntraIdSpnSignInEvents" ->
                    true;
            default -> false;
        };
    }

    /// The row, once for each service under which rules look for it.
    public static List<LogRecord> records(TelemetryEvent event) {
        var fields = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        event.attributes().forEach((name, value) -> put(fields, name, value));
        if (isSignIn(event.table())) {
            signIn(event, fields);
            return List.of(record("azure", "signinlogs", fields));
        }
        if (event.table().equals("AuditLogs")) {
            audit(event, fields);
            return List.of(record("azure", "auditlogs", fields));
        }
        return activity(event, fields);
    }

    private static LogRecord record(String product, String service, Map<String, String> fields) {
        return new LogRecord(product, service, "", "", -1, fields);
    }

    private static void signIn(TelemetryEvent event, Map<String, String> fields) {
        String code = event.attribute("ErrorCode");
        put(fields, "ResultType", code.isEmpty() ? "0" : code);
        put(fields, "Status", code.isEmpty() || code.equals("0") ? "Success" : "Failure");
        put(fields, "userPrincipalName", account(event, LinkRole.ACCOUNT));
        put(fields, "ipAddress", source(event));
        boolean silent = event.table().startsWith("AADNon") || event.attribute("LogonType").contains("nonInteractive");
        put(fields, "isInteractive", silent ? "false" : "true");
        String risk = event.attribute("RiskLevelAggregated");
        put(fields, "riskLevelDuringSignIn", risk.equals("100") ? "high" : risk.equals("50") ? "medium" : "");
        put(fields, "DeviceDetail.trusttype", event.attribute("DeviceTrustType"));
        put(fields, "DeviceDetail.isCompliant", event.attribute("IsCompliant"));
        put(fields, "AppDisplayName", event.attribute("Application"));
    }

    private static void audit(TelemetryEvent event, Map<String, String> fields) {
        for (String name : List.of("OperationName", "properties.message", "ActivityDisplayName", "ActivityType")) {
            put(fields, name, event.actionType());
        }
        String initiator = account(event, LinkRole.ACCOUNT);
        put(fields, "Initiator", initiator);
        put(fields, "InitiatedBy", initiator.isEmpty() ? application(event) : initiator);
        put(fields, "TargetAccount", account(event, LinkRole.TARGET_ACCOUNT));
        String result = event.attribute("Result");
        put(fields, "properties.result", result);
        put(
                fields,
                "Status",
                result.isEmpty() ? "" : result.substring(0, 1).toUpperCase(Locale.ROOT) + result.substring(1));
    }

    private static List<LogRecord> activity(TelemetryEvent event, Map<String, String> fields) {
        put(fields, "Operation", event.actionType());
        put(fields, "eventName", event.actionType());
        put(fields, "UserId", account(event, LinkRole.ACCOUNT));
        put(fields, "ClientIP", source(event));
        put(fields, "ClientAddress", source(event));
        put(
                fields,
                "status",
                event.attribute("ResultStatus").toLowerCase(Locale.ROOT).startsWith("fail") ? "failed" : "success");
        String workload = event.attribute("Workload");
        workload = workload.isEmpty() ? event.attribute("OfficeWorkload") : workload;
        workload = workload.isEmpty() ? event.attribute("Application") : workload;
        put(fields, "eventSource", workload);
        var records = new ArrayList<>(List.of(record("m365", "audit", fields)));
        if (workload.toLowerCase(Locale.ROOT).contains("exchange")) {
            records.add(record("m365", "exchange", fields));
        }
        return records;
    }

    private static String account(TelemetryEvent event, LinkRole role) {
        for (EventLink link : event.links()) {
            if (link.role() == role && link.entity() instanceof Entity.User user) {
                String name = user.userPrincipalName().isEmpty() ? user.accountName() : user.userPrincipalName();
                return name.toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static String application(TelemetryEvent event) {
        return event.entity(LinkRole.APPLICATION).map(Entity::label).orElse("");
    }

    private static String source(TelemetryEvent event) {
        return event.entity(LinkRole.SOURCE)
                .filter(Entity.IpAddress.class::isInstance)
                .map(each -> ((Entity.IpAddress) each).ipAddress())
                .orElse("");
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.putIfAbsent(name, value);
        }
    }
}
