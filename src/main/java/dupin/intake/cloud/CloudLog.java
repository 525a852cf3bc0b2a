package dupin.intake.cloud;

import dupin.intake.Fields;
import dupin.intake.Json;
import dupin.intake.hunting.AuditData;
import dupin.model.LogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Cloud log rows as detection rules read them. Stateless; safe for all threads.
///
/// Field names are found in any case. A nested value stands under its path (`properties.result`,
/// `targetResources.type`); the values of a list stand under one name, a line each; a whole object or list stands as
/// compact JSON under its own name; lists of names and values (`Parameters`, `ExtendedProperties` …) also stand under the
/// names they list. What wraps a row (`properties` of diagnostic settings) also stands without the wrapper. Names that
/// public rules use for the same things are added: `eventSource`, `eventName`, `status`, `properties.message` …
public final class CloudLog {
    private static final int MOST_FIELDS = 600;
    private static final int LONGEST = 32_000;

    private CloudLog() {}

    /// A row as it stood in its file, once for each service under which rules look for it; empty when it is no cloud log.
    ///
    /// @param raw a JSON object; wrapped in whatever [dupin.model.TelemetryEvent#raw] holds
    public static List<LogRecord> records(String raw) {
        JsonNode node = Json.parse(raw);
        if (!node.isObject()) {
            return List.of();
        }
        Fields record = Carried.record(Fields.of(node));
        CloudShape shape = CloudShape.of(record);
        if (shape == CloudShape.NONE) {
            return List.of();
        }
        Map<String, String> fields = fields(record, shape);
        return services(record, shape, fields).stream()
                .map(service -> new LogRecord(product(shape), service, "", "", -1, fields))
                .toList();
    }

    private static String product(CloudShape shape) {
        return switch (shape) {
            case UNIFIED_AUDIT, MESSAGE_TRACE -> "m365";
            case CLOUD_TRAIL -> "aws";
            default -> "azure";
        };
    }

    private static List<String> services(Fields record, CloudShape shape, Map<String, String> fields) {
        return switch (shape) {
            case UNIFIED_AUDIT -> {
                var services = new ArrayList<String>(List.of("audit"));
                String workload = record.text("Workload").toLowerCase(Locale.ROOT);
                if (workload.equals("exchange")) {
                    services.add("exchange");
                }
                if (workload.contains("securitycompliance") || workload.contains("threatintelligence")) {
                    services.add("threat_management");
                    services.add("threat_detection");
                }
                yield services;
            }
            case SIGN_IN -> List.of("signinlogs");
            case DIRECTORY_AUDIT ->
                    "PIM".equalsIgnoreCase(fields.get("loggedByService"))
                            ? List.of("auditlogs", "pim")
                            : List.of("auditlogs");
            case RISK -> List.of("riskdetection", "pim");
            case AZURE_ACTIVITY -> List.of("activitylogs");
            case GRAPH_ACTIVITY -> List.of("microsoftgraphactivitylogs");
            case INTUNE -> List.of("intune");
            case MESSAGE_TRACE -> List.of("messagetrace");
            case CLOUD_TRAIL -> List.of("cloudtrail");
            case NONE -> List.of();
        };
    }

    private static Map<String, String> fields(Fields record, CloudShape shape) {
        var fields = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        flatten("", record.node(), fields, 0);
        Fields inner = record.object("properties");
        if (!inner.isEmpty()) {
            if (record.node().path("properties").isString()) {
                flatten("properties.", inner.node(), fields, 0);
            }
            flatten("", inner.node(), fields, 0);
        }
        switch (shape) {
            case UNIFIED_AUDIT -> audit(record, fields);
            case SIGN_IN -> signIn(record, inner, fields);
            case RISK -> lower(fields, "userPrincipalName");
            case DIRECTORY_AUDIT, AZURE_ACTIVITY, GRAPH_ACTIVITY, INTUNE -> azure(record, inner, fields);
            default -> {}
        }
        return fields;
    }

    private static void audit(Fields record, Map<String, String> fields) {
        String name = record.text("Name");
        boolean alert = record.text("Operation").startsWith("Alert") && !name.isEmpty();
        fields.putIfAbsent("eventSource", record.text("Workload"));
        fields.putIfAbsent("eventName", alert ? name : record.text("Operation"));
        String result = record.text("ResultStatus").toLowerCase(Locale.ROOT);
        boolean success = result.isEmpty() || result.startsWith("succe") || result.equals("true");
        // Alerts bear a status of their own, which no rule means.
        fields.put("status", success ? "success" : "failed");
        fields.putIfAbsent("Payload", record.text("Data", "AlertEntityId"));
        lower(fields, "UserId");
        put(fields, "ClientIP", record.text("ClientIPAddress", "ActorIpAddress"));
        put(fields, "ClientAddress", Draft.address(fields.getOrDefault("ClientIP", "")));
        // The rule inside an `UpdateInboxRules` record, in the words of the commands.
        var settings = new TreeMap<String, String>();
        new AuditData(record).add(settings);
        settings.forEach((setting, value) -> put(fields, setting, bounded(value)));
    }

    /// Accounts are grouped by their names, which are written in any case.
    private static void lower(Map<String, String> fields, String name) {
        fields.computeIfPresent(name, (_, value) -> value.toLowerCase(Locale.ROOT));
    }

    private static void signIn(Fields record, Fields inner, Map<String, String> fields) {
        Fields own = inner.isEmpty() ? record : inner;
        Fields status = own.object("status");
        String code = own.text("resultType", "errorCode");
        code = code.isEmpty() ? status.text("errorCode") : code;
        code = code.isEmpty() ? record.text("resultType") : code;
        if (!code.isEmpty()) {
            fields.put("ResultType", code);
            String more = status.text("additionalDetails");
            boolean denied = more.toLowerCase(Locale.ROOT).startsWith("mfa denied");
            fields.put("Status", code.equals("0") ? "Success" : denied ? more : "Failure");
        }
        String protocol = own.text("authenticationProtocol").toLowerCase(Locale.ROOT);
        put(fields, "properties.message", protocol.equals("devicecode") ? "Device Code" : "");
        put(fields, "properties.message", protocol.equals("ropc") ? "ROPC" : "");
        put(fields, "ipAddress", record.text("callerIpAddress"));
        lower(fields, "userPrincipalName");
        empty(own, fields);
        put(fields, "ResultDescription", status.text("failureReason"));
        put(fields, "Username", own.text("userPrincipalName"));
        put(fields, "ClientApp", own.text("clientAppUsed"));
        put(fields, "Location", own.object("location").text("countryOrRegion"));
        put(fields, "properties.message", record.text("operationName"));
    }

    /// What rules ask to be empty: the device's id, and the named places of the address.
    private static void empty(Fields own, Map<String, String> fields) {
        Fields device = own.object("deviceDetail");
        if (own.names("deviceDetail") && device.text("deviceId").isEmpty()) {
            fields.putIfAbsent("DeviceDetail.deviceId", "");
        }
        if (own.names("networkLocationDetails") && own.objects("networkLocationDetails").isEmpty()) {
            fields.putIfAbsent("NetworkLocationDetails", "[]");
        }
    }

    private static void azure(Fields record, Fields inner, Map<String, String> fields) {
        Fields own = inner.isEmpty() ? record : inner;
        String operation = record.text("operationName");
        Fields named = record.object("operationName");
        operation = operation.isEmpty() ? named.text("value", "localizedValue") : operation;
        operation = operation.isEmpty() ? own.text("activityDisplayName", "operationName") : operation;
        if (!operation.isEmpty()) {
            fields.put("operationName", operation);
            put(fields, "properties.message", operation);
            put(fields, "ActivityDisplayName", operation);
            put(fields, "OperationNameValue", operation);
            put(fields, "ActivityType", operation);
        }
        String category = own.text("category");
        if (!category.isEmpty()) {
            fields.put("Category", category);
        }
        put(fields, "CategoryValue", record.object("category").text("value"));
        put(fields, "CategoryValue", record.text("category"));
        String result = own.text("result", "resultType");
        if (!result.isEmpty()) {
            fields.put("Status", capital(result));
            put(fields, "properties.result", result);
        }
        int provider = operation.indexOf('/');
        if (provider > 0) {
            put(fields, "ResourceProviderValue", operation.substring(0, provider));
        }
        Fields by = own.object("initiatedBy").object("user");
        String who = by.text("userPrincipalName", "displayName");
        put(fields, "Initiator", by.text("userPrincipalName", "id").toLowerCase(Locale.ROOT));
        for (Fields target : own.objects("targetResources")) {
            put(fields, "TargetAccount", target.text("userPrincipalName").toLowerCase(Locale.ROOT));
        }
        put(fields, "properties.targetResources", fields.getOrDefault("targetResources", ""));
        put(fields, "InitiatedBy", who.isEmpty() ? own.object("initiatedBy").object("app").text("displayName") : who);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.putIfAbsent(name, value);
        }
    }

    private static void flatten(String prefix, JsonNode object, Map<String, String> fields, int depth) {
        if (depth > 12) {
            return;
        }
        for (var property : object.properties()) {
            String name = prefix + property.getKey();
            JsonNode value = property.getValue();
            if (fields.size() > MOST_FIELDS) {
                return;
            }
            if (value.isObject()) {
                fields.putIfAbsent(name, bounded(Json.text(value)));
                flatten(name + ".", value, fields, depth + 1);
            } else if (value.isArray()) {
                list(name, value, fields, depth);
            } else {
                add(fields, name, scalar(value));
            }
        }
    }

    private static void list(String name, JsonNode list, Map<String, String> fields, int depth) {
        boolean plain = true;
        for (JsonNode element : list) {
            plain &= !element.isContainer();
            if (element.isObject()) {
                lines(name + ".", element, fields, depth + 1);
                named(name, Fields.of(element), fields);
            } else if (element.isArray()) {
                list(name, element, fields, depth + 1);
            }
        }
        if (plain) {
            for (JsonNode element : list) {
                line(fields, name, scalar(element));
            }
        } else {
            fields.putIfAbsent(name, bounded(Json.text(list)));
        }
    }

    /// The fields of one of several objects: each value one line more under its name.
    private static void lines(String prefix, JsonNode object, Map<String, String> fields, int depth) {
        if (depth > 12 || fields.size() > MOST_FIELDS) {
            return;
        }
        for (var property : object.properties()) {
            String name = prefix + property.getKey();
            JsonNode value = property.getValue();
            if (value.isObject()) {
                lines(name + ".", value, fields, depth + 1);
            } else if (value.isArray()) {
                list(name, value, fields, depth + 1);
            } else {
                line(fields, name, scalar(value));
            }
        }
    }

    private static void named(String list, Fields one, Map<String, String> fields) {
        String name = one.text("Name", "key", "displayName");
        String value = one.text("Value", "newValue");
        if (!name.isEmpty() && !value.isEmpty() && name.length() < 200) {
            add(fields, name, value);
            add(fields, list + "." + name, value);
        }
    }

    private static void add(Map<String, String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.putIfAbsent(name, bounded(value));
        }
    }

    private static void line(Map<String, String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.merge(name, bounded(value), (a, b) -> a.length() > LONGEST ? a : a + "\n" + b);
        }
    }

    private static String scalar(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "" : value.asString();
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
