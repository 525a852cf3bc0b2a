package dupin.intake.cloud;

import dupin.intake.Fields;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import java.util.Locale;

/// Sign-ins, directory audits and risk detections of Entra ID, bare as the Graph API gives them or in `properties` as
/// diagnostic settings stream them. The same links and attributes as the tables of Log Analytics give.
final class EntraRecords {

    private EntraRecords() {}

    static Draft signIn(Fields record) {
        Fields own = own(record);
        Fields status = own.object("status");
        String code = status.text("errorCode");
        code = code.isEmpty() ? own.text("errorCode", "resultType") : code;
        code = code.isEmpty() ? record.text("resultType") : code;
        boolean failed = !code.isEmpty() && !code.equals("0");
        var draft =
                new Draft(
                        failed ? EventKind.SIGN_IN_FAILED : EventKind.SIGN_IN,
                        CloudShape.SIGN_IN.label(),
                        failed ? "LogonFailed" : "LogonSuccess",
                        own.instant("createdDateTime") == null
                                ? record.instant("time", "Timestamp")
                                : own.instant("createdDateTime"));
        Fields client = own.object("deviceDetail");
        if (!(client.text("displayName") + client.text("deviceId")).isEmpty()) {
            draft.link(
                    LinkRole.DEVICE,
                    Draft.device(
                            client.text("displayName"), "", client.text("deviceId"), client.text("operatingSystem")));
        }
        String user = own.text("userPrincipalName");
        draft.link(LinkRole.ACCOUNT, Draft.user(user, own.text("userId"), own.text("userDisplayName")));
        String address = own.text("ipAddress").isEmpty() ? record.text("callerIpAddress") : own.text("ipAddress");
        draft.source(address);
        String principal = own.text("servicePrincipalName");
        draft.link(
                LinkRole.APPLICATION,
                principal.isEmpty()
                        ? Draft.cloud(own.text("appId"), own.text("appDisplayName"))
                        : Draft.oauth(own.text("appId"), principal));
        String session = own.text("sessionId");
        if (!session.isEmpty()) {
            draft.put("SessionId", session);
            draft.link(LinkRole.TARGET, new Entity.SignInSession(session, user, address, own.text("userAgent"), ""));
        }
        draft.put("ErrorCode", code);
        draft.put("ResultDescription", status.text("failureReason"));
        draft.put("AuthenticationDetail", status.text("additionalDetails"));
        draft.put("UserAgent", own.text("userAgent"));
        draft.put("Application", own.text("appDisplayName"));
        draft.put("AuthenticationRequirement", own.text("authenticationRequirement"));
        draft.put("ClientAppUsed", own.text("clientAppUsed"));
        draft.put("ConditionalAccessStatus", own.text("conditionalAccessStatus"));
        draft.put("AuthenticationProtocol", own.text("authenticationProtocol"));
        draft.put("IsInteractive", own.text("isInteractive"));
        draft.put("UniqueTokenId", own.text("uniqueTokenIdentifier"));
        draft.put("ResourceDisplayName", own.text("resourceDisplayName"));
        draft.put("Browser", client.text("browser"));
        draft.put("OSPlatform", client.text("operatingSystem"));
        draft.put("IsCompliant", client.text("isCompliant"));
        draft.put("IsManaged", client.text("isManaged"));
        draft.put("DeviceTrustType", client.text("trustType"));
        risk(own, draft);
        place(own, record, draft);
        return draft;
    }

    static Draft audit(Fields record) {
        Fields own = own(record);
        String operation = own.text("activityDisplayName", "operationName").strip();
        operation = operation.isEmpty() ? record.text("operationName") : operation;
        String word = operation.toLowerCase(Locale.ROOT);
        boolean application =
                word.contains("consent")
                        || word.contains("application")
                        || word.contains("service principal")
                        || word.contains("oauth2")
                        || word.contains("permission grant");
        var draft =
                new Draft(
                        application ? EventKind.CLOUD_ACTIVITY : EventKind.IDENTITY_CHANGED,
                        CloudShape.DIRECTORY_AUDIT.label(),
                        operation,
                        own.instant("activityDateTime") == null
                                ? record.instant("time", "Timestamp")
                                : own.instant("activityDateTime"));
        Fields by = own.object("initiatedBy");
        Fields user = by.object("user");
        draft.link(
                LinkRole.ACCOUNT,
                Draft.user(user.text("userPrincipalName"), user.text("id"), user.text("displayName")));
        draft.source(user.text("ipAddress").isEmpty() ? record.text("callerIpAddress") : user.text("ipAddress"));
        Fields app = by.object("app");
        draft.link(LinkRole.APPLICATION, Draft.oauth(app.text("appId", "servicePrincipalId"), app.text("displayName")));
        for (Fields resource : own.objects("targetResources")) {
            target(resource, draft);
        }
        for (Fields detail : own.objects("additionalDetails")) {
            draft.put(detail.text("key"), detail.text("value"));
        }
        draft.put("UserAgent", draft.values().getOrDefault("User-Agent", ""));
        draft.put("Category", own.text("category"));
        draft.put("LoggedByService", own.text("loggedByService"));
        draft.put("OperationName", operation);
        draft.put("AADOperationType", own.text("operationType"));
        draft.put("Result", own.text("result"));
        draft.put("ResultReason", own.text("resultReason"));
        return draft;
    }

    private static void target(Fields resource, Draft draft) {
        String id = resource.text("id");
        String name = resource.text("displayName");
        switch (resource.text("type").toLowerCase(Locale.ROOT)) {
            case "user" ->
                    draft.link(LinkRole.TARGET_ACCOUNT, Draft.user(resource.text("userPrincipalName"), id, name));
            case "application", "serviceprincipal" -> draft.link(LinkRole.APPLICATION, Draft.oauth(id, name));
            case "group" -> {
                if (!(id + name).isEmpty()) {
                    draft.link(LinkRole.TARGET, new Entity.SecurityGroup("", id, name));
                }
            }
            case "device" -> {
                if (!(id + name).isEmpty()) {
                    draft.link(LinkRole.DEVICE, Draft.device(name, "", id, ""));
                }
            }
            default -> {}
        }
        for (Fields property : resource.objects("modifiedProperties")) {
            draft.put(property.text("displayName"), property.text("newValue"));
        }
    }

    static Draft risk(Fields record) {
        Fields own = own(record);
        var draft =
                new Draft(
                        EventKind.IDENTITY_CHANGED,
                        CloudShape.RISK.label(),
                        own.text("riskEventType", "riskType"),
                        own.instant("activityDateTime", "detectedDateTime") == null
                                ? record.instant("time", "Timestamp")
                                : own.instant("activityDateTime", "detectedDateTime"));
        draft.link(
                LinkRole.ACCOUNT,
                Draft.user(own.text("userPrincipalName"), own.text("userId"), own.text("userDisplayName")));
        draft.link(
                LinkRole.APPLICATION,
                Draft.oauth(own.text("servicePrincipalId", "appId"), own.text("servicePrincipalDisplayName")));
        draft.source(own.text("ipAddress").isEmpty() ? record.text("callerIpAddress") : own.text("ipAddress"));
        draft.put("RiskEventType", own.text("riskEventType", "riskType"));
        draft.put("RiskLevel", own.text("riskLevel"));
        draft.put("Source", own.text("source"));
        draft.put("Activity", own.text("activity"));
        for (Fields detail : own.objects("additionalInfo")) {
            draft.put(detail.text("Key").equals("userAgent") ? "UserAgent" : "", detail.text("Value"));
        }
        risk(own, draft);
        place(own, record, draft);
        return draft;
    }

    private static void risk(Fields own, Draft draft) {
        draft.put("RiskDetail", own.text("riskDetail"));
        draft.put("RiskLevelAggregated", own.text("riskLevelAggregated"));
        draft.put("RiskLevelDuringSignIn", own.text("riskLevelDuringSignIn"));
        draft.put("RiskState", own.text("riskState"));
    }

    private static void place(Fields own, Fields record, Draft draft) {
        Fields place = own.object("location");
        draft.put("City", place.text("city"));
        draft.put("State", place.text("state"));
        Fields point = place.object("geoCoordinates");
        draft.put("Latitude", point.text("latitude"));
        draft.put("Longitude", point.text("longitude"));
        String country = place.text("countryOrRegion");
        country = country.isEmpty() ? record.text("location") : country;
        draft.put("Country", country.length() == 2 ? country.toUpperCase(Locale.ROOT) : country);
    }

    private static Fields own(Fields record) {
        Fields inner = record.object("properties");
        return inner.isEmpty() ? record : inner;
    }
}
