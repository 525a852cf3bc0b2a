package dupin.intake.cloud;

import dupin.intake.Fields;
import dupin.intake.csv.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Rows of tables that portals export, brought into the shape that the same records have as JSON: sign-ins and audit logs of
/// the Entra admin center, and the reports of the message trace.
final class PortalRows {
    private static final int MOST_TARGETS = 10;
    private static final int MOST_PROPERTIES = 30;

    private final Map<String, String> cells = new HashMap<>();

    private PortalRows(Fields row) {
        for (var cell : row.node().properties()) {
            if (cell.getValue().isString()) {
                String text = cell.getValue().stringValue().strip();
                boolean none = text.isEmpty() || text.equals("None") || text.equals("N/A");
                if (!none) {
                    cells.putIfAbsent(Columns.plain(cell.getKey()), text);
                }
            }
        }
    }

    /// The record that the row stands for; null when the row is of no such table.
    static @Nullable Fields record(Fields row) {
        if (row.node().size() < 4 || !isPortal(new Columns(List.copyOf(row.node().propertyNames())))) {
            return null;
        }
        var cells = new PortalRows(row);
        Columns columns = new Columns(List.copyOf(row.node().propertyNames()));
        return Fields.of(isSignIn(columns) ? cells.signIn() : isAudit(columns) ? cells.audit() : cells.trace());
    }

    static boolean isPortal(Columns columns) {
        return isSignIn(columns) || isAudit(columns) || isTrace(columns);
    }

    private static boolean isSignIn(Columns columns) {
        return columns.hasAll("Date", "Request ID", "IP address", "Status")
                && (columns.has("Username") || columns.has("Service principal name") || columns.has("User"));
    }

    private static boolean isAudit(Columns columns) {
        return columns.hasAll("Date", "Activity", "Result") && (columns.has("ActorType") || columns.has("Target1Type"));
    }

    static boolean isTrace(Columns columns) {
        return columns.has("sender_address") && (columns.has("recipient_status") || columns.has("recipient_address"))
                || columns.hasAll("SenderAddress", "RecipientAddress")
                        && (columns.has("MessageTraceId") || columns.hasAll("MessageId", "Received"));
    }

    private String cell(String... names) {
        for (String name : names) {
            String value = cells.get(Columns.plain(name));
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void put(ObjectNode object, String name, String value) {
        if (!value.isEmpty()) {
            object.put(name, value);
        }
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private ObjectNode signIn() {
        ObjectNode record = object();
        put(record, "id", cell("Request ID"));
        record.put("createdDateTime", cell("Date"));
        String user = cell("Username", "Sign-in identifier");
        put(record, "userPrincipalName", user);
        put(record, "userDisplayName", cell("User"));
        put(record, "userId", cell("User ID"));
        put(record, "userType", cell("User type"));
        put(record, "servicePrincipalName", cell("Service principal name"));
        put(record, "servicePrincipalId", cell("Service principal ID"));
        record.put("appId", cell("Application ID"));
        put(record, "appDisplayName", cell("Application"));
        put(record, "resourceDisplayName", cell("Resource"));
        put(record, "resourceId", cell("Resource ID"));
        record.put("ipAddress", cell("IP address"));
        put(record, "userAgent", cell("User agent"));
        put(record, "clientAppUsed", cell("Client app"));
        put(record, "correlationId", cell("Correlation ID"));
        put(record, "sessionId", cell("Session ID"));
        put(record, "authenticationProtocol", cell("Authentication Protocol"));
        put(record, "authenticationRequirement", requirement(cell("Authentication requirement")));
        put(record, "conditionalAccessStatus", lower(cell("Conditional Access").replace(" ", "")));
        put(record, "uniqueTokenIdentifier", cell("Unique token identifier"));
        put(record, "isInteractive", lower(cell("Is interactive")));
        put(record, "riskState", cell("Risk state"));
        put(record, "riskLevelDuringSignIn", lower(cell("Risk level (real-time)", "Risk level during sign-in")));
        put(record, "riskLevelAggregated", lower(cell("Risk level (aggregate)")));
        ObjectNode status = record.putObject("status");
        String code = cell("Sign-in error code");
        boolean success = cell("Status").equalsIgnoreCase("Success");
        put(status, "errorCode", code.isEmpty() ? success ? "0" : "1" : code);
        put(status, "failureReason", cell("Failure reason").equals("Other.") ? "" : cell("Failure reason"));
        put(status, "additionalDetails", cell("Multifactor authentication result"));
        ObjectNode device = record.putObject("deviceDetail");
        put(device, "deviceId", cell("Device ID"));
        put(device, "browser", cell("Browser"));
        put(device, "operatingSystem", cell("Operating System"));
        put(device, "isCompliant", truth(cell("Compliant")));
        put(device, "isManaged", truth(cell("Managed")));
        put(device, "trustType", cell("Join Type"));
        // `Leuven, Vlaams-Brabant, BE`
        List<String> place = Arrays.stream(cell("Location").split(",")).map(String::strip).toList();
        ObjectNode location = record.putObject("location");
        put(location, "countryOrRegion", place.getLast());
        put(location, "city", place.size() > 1 ? place.getFirst() : "");
        put(location, "state", place.size() > 2 ? place.get(1) : "");
        return record;
    }

    private static String requirement(String words) {
        return switch (lower(words).replaceAll("[ -]", "")) {
            case "multifactorauthentication" -> "multiFactorAuthentication";
            case "singlefactorauthentication" -> "singleFactorAuthentication";
            default -> words;
        };
    }

    private static String truth(String word) {
        return switch (lower(word)) {
            case "yes", "true" -> "true";
            case "no", "false" -> "false";
            default -> "";
        };
    }

    private ObjectNode audit() {
        ObjectNode record = object();
        record.put("activityDateTime", cell("Date"));
        record.put("activityDisplayName", cell("Activity"));
        put(record, "category", cell("Category"));
        put(record, "loggedByService", cell("Service"));
        put(record, "correlationId", cell("CorrelationId"));
        put(record, "result", cell("Result"));
        put(record, "resultReason", cell("ResultReason"));
        ObjectNode by = record.putObject("initiatedBy");
        String principal = cell("ActorServicePrincipalName", "ActorServicePrincipalId");
        if (principal.isEmpty()) {
            ObjectNode user = by.putObject("user");
            put(user, "userPrincipalName", cell("ActorUserPrincipalName"));
            put(user, "displayName", cell("ActorDisplayName"));
            put(user, "id", cell("ActorObjectId"));
            put(user, "ipAddress", cell("IPAddress"));
        } else {
            ObjectNode app = by.putObject("app");
            put(app, "displayName", principal);
            put(app, "servicePrincipalId", cell("ActorServicePrincipalId"));
        }
        var targets = record.putArray("targetResources");
        for (int i = 1; i <= MOST_TARGETS && cells.containsKey("target" + i + "type"); i++) {
            targets.add(target("Target" + i));
        }
        var details = record.putArray("additionalDetails");
        put(details.addObject().put("key", "User-Agent"), "value", cell("User Agent"));
        for (int i = 1; i <= MOST_PROPERTIES && cells.containsKey("additionaldetail" + i + "key"); i++) {
            details.addObject()
                    .put("key", cell("AdditionalDetail" + i + "Key"))
                    .put("value", cell("AdditionalDetail" + i + "Value"));
        }
        return record;
    }

    private ObjectNode target(String prefix) {
        ObjectNode target = object();
        put(target, "type", cell(prefix + "Type"));
        put(target, "displayName", cell(prefix + "DisplayName"));
        put(target, "id", cell(prefix + "ObjectId"));
        put(target, "userPrincipalName", cell(prefix + "UserPrincipalName"));
        var properties = target.putArray("modifiedProperties");
        for (int i = 1; i <= MOST_PROPERTIES; i++) {
            String property = prefix + "ModifiedProperty" + i;
            if (!cell(property + "Name").isEmpty()) {
                ObjectNode one = properties.addObject().put("displayName", cell(property + "Name"));
                put(one, "oldValue", cell(property + "OldValue"));
                put(one, "newValue", cell(property + "NewValue"));
            }
        }
        return target;
    }

    /// The reports list all recipients of a mail in one cell, each with what became of it: `a@b##Receive, Deliver;…`.
    private ObjectNode trace() {
        var recipients = new ArrayList<String>();
        String status = "";
        for (String one : cell("recipient_status", "recipient_address", "RecipientAddress").split(";")) {
            int mark = one.indexOf("##");
            String address = (mark < 0 ? one : one.substring(0, mark)).strip();
            if (!address.isEmpty()) {
                recipients.add(address);
                status = status.isEmpty() && mark >= 0 ? one.substring(mark + 2).strip() : status;
            }
        }
        ObjectNode record = object();
        String id = cell("network_message_id", "MessageTraceId");
        record.put("MessageTraceId", id.isEmpty() ? cell("message_id", "MessageId") : id);
        put(record, "MessageId", cell("message_id", "MessageId"));
        put(record, "Received", cell("origin_timestamp_utc", "date_time_utc", "date_time", "Received"));
        put(record, "SenderAddress", cell("sender_address", "SenderAddress"));
        record.put("RecipientAddress", recipients.isEmpty() ? "" : recipients.getFirst());
        put(record, "Recipients", String.join(";", recipients));
        put(record, "Subject", cell("message_subject", "Subject"));
        put(record, "Status", status.isEmpty() ? cell("Status", "event_id") : status);
        put(record, "FromIP", cell("original_client_ip", "client_ip", "FromIP"));
        put(record, "ToIP", cell("server_ip", "ToIP"));
        put(record, "Size", cell("total_bytes", "Size"));
        return record;
    }
}
