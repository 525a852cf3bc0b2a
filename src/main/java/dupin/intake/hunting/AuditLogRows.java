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
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// `AuditLogs` of Log Analytics: changes in the directory. What is done to applications and consents is cloud activity, the
/// rest a changed identity.
///
/// Links: who began it as `ACCOUNT` or `APPLICATION`, from where as `SOURCE`; users it was done to as `TARGET_ACCOUNT`,
/// applications as `APPLICATION`, groups as `TARGET`. Attributes: operation, category, result, and the new values of
/// modified properties by their names.
final class AuditLogRows implements RowMapper {
    static final String TABLE = "AuditLogs";
    private static final int MOST = 40;

    private final Columns columns;
    private final Attributes attributes;

    AuditLogRows(Columns columns) {
        this.columns = columns;
        this.attributes =
                new Attributes(
                        columns,
                        "AADOperationType",
                        "Category",
                        "LoggedByService",
                        "OperationName",
                        "Result",
                        "ResultDescription",
                        "ResultReason",
                        "UserAgent");
    }

    @Override
    public TelemetryEvent event(Row row, RowRef ref) {
        String operation = row.text(columns.of("OperationName", "ActivityDisplayName")).strip();
        var links = new Links();
        var values = attributes.more(row);
        Fields by = Extras.of(row.text(columns.of("InitiatedBy")));
        Fields user = by.object("user");
        var account =
                new Entity.User(user.text("userPrincipalName"), "", "", "", user.text("id"), user.text("displayName"));
        links.add(LinkRole.ACCOUNT, Accounts.isNone(account) ? null : account);
        links.ip(LinkRole.SOURCE, user.text("ipAddress"));
        links.add(LinkRole.APPLICATION, application(by.object("app"), "appId", "servicePrincipalId"));
        for (JsonNode resource : Json.parse(row.text(columns.of("TargetResources")))) {
            target(Fields.of(resource), links, values);
        }
        String word = operation.toLowerCase(Locale.ROOT);
        boolean app =
                word.contains("consent")
                        || word.contains("application")
                        || word.contains("service principal")
                        || word.contains("oauth2");
        return new TelemetryEvent(
                app ? EventKind.CLOUD_ACTIVITY : EventKind.IDENTITY_CHANGED,
                TABLE,
                operation,
                row.time(columns.of("TimeGenerated", "ActivityDateTime")),
                links.list(),
                Collections.unmodifiableMap(values),
                row.raw(),
                ref);
    }

    private static void target(Fields resource, Links links, Map<String, String> values) {
        switch (resource.text("type").toLowerCase(Locale.ROOT)) {
            case "user" -> {
                var user =
                        new Entity.User(
                                resource.text("userPrincipalName"),
                                "",
                                "",
                                "",
                                resource.text("id"),
                                resource.text("displayName"));
                links.add(LinkRole.TARGET_ACCOUNT, Accounts.isNone(user) ? null : user);
            }
            case "application", "serviceprincipal" -> links.add(LinkRole.APPLICATION, application(resource, "id"));
            case "group" ->
                    links.add(
                            LinkRole.TARGET,
                            new Entity.SecurityGroup("", resource.text("id"), resource.text("displayName")));
            default -> {}
        }
        for (Fields property : resource.objects("modifiedProperties")) {
            String name = property.text("displayName");
            if (!name.isEmpty() && values.size() < MOST) {
                values.putIfAbsent(name, Extras.shortened(property.text("newValue")));
            }
        }
    }

    private static @Nullable Entity application(Fields app, String... ids) {
        String id = app.text(ids);
        String name = app.text("displayName");
        return id.isEmpty() && name.isEmpty() ? null : new Entity.OAuthApplication(id, name, "");
    }
}
