package dupin.intake.cloud;

import dupin.intake.Fields;
import java.util.Locale;

/// Which log a record is of, told by fields that no other log has together.
enum CloudShape {
    UNIFIED_AUDIT("Office 365 unified audit log"),
    SIGN_IN("Entra ID sign-in logs"),
    DIRECTORY_AUDIT("Entra ID audit logs"),
    RISK("Entra ID risk detections"),
    GRAPH_ACTIVITY("Microsoft Graph activity logs"),
    AZURE_ACTIVITY("Azure activity log"),
    INTUNE("Intune logs"),
    MESSAGE_TRACE("Office 365 message trace"),
    CLOUD_TRAIL("AWS CloudTrail"),
    NONE("");

    private final String label;

    CloudShape(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static CloudShape of(Fields record) {
        if (record.node().has("Operation") && record.node().has("RecordType")
                || record.node().has("Operation") && record.node().has("Workload")) {
            return UNIFIED_AUDIT;
        }
        if (record.node().has("eventSource")
                && record.node().has("eventName")
                && record.names("eventVersion", "eventID")) {
            return CLOUD_TRAIL;
        }
        if (record.names("MessageTraceId") && record.names("RecipientAddress", "SenderAddress")) {
            return MESSAGE_TRACE;
        }
        if (record.node().has("properties") || record.node().has("operationName")) {
            CloudShape streamed = streamed(record);
            if (streamed != NONE) {
                return streamed;
            }
        }
        return graph(record);
    }

    /// Records in the envelope of diagnostic settings.
    private static CloudShape streamed(Fields record) {
        String category = record.text("category").toLowerCase(Locale.ROOT);
        Fields inner = record.object("properties");
        boolean tenant = record.text("tenantId").length() > 0;
        if (category.endsWith("signinlogs")) {
            return SIGN_IN;
        }
        if (category.equals("auditlogs")) {
            return inner.names("Actor", "AuditEventId") ? INTUNE : DIRECTORY_AUDIT;
        }
        return switch (category) {
            case "userriskevents", "riskyusers", "serviceprincipalriskevents", "riskyserviceprincipals" -> RISK;
            case "microsoftgraphactivitylogs" -> GRAPH_ACTIVITY;
            case "operationallogs", "devicecomplianceorg", "devices", "windows365auditlogs" -> INTUNE;
            default ->
                    record.names("resourceId", "resourceUri", "authorization", "caller", "subscriptionId")
                                    && record.names("operationName")
                                    && !category.startsWith("advancedhunting-")
                            ? AZURE_ACTIVITY
                            : tenant && record.names("callerIpAddress") && record.names("operationName")
                                    ? DIRECTORY_AUDIT
                                    : NONE;
        };
    }

    /// Objects of the Graph API, which stand bare.
    private static CloudShape graph(Fields record) {
        if (record.node().has("activityDisplayName") && record.names("initiatedBy", "targetResources")) {
            return DIRECTORY_AUDIT;
        }
        if (record.node().has("riskEventType") && record.names("userPrincipalName", "userId", "servicePrincipalId")) {
            return RISK;
        }
        boolean signIn =
                record.node().has("createdDateTime")
                        && record.node().has("appId")
                        && record.names("userPrincipalName", "servicePrincipalName")
                        && record.names("ipAddress");
        return signIn ? SIGN_IN : NONE;
    }
}
