package dupin.intake;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Tells an object that only wraps records (`{"value":[…]}`) from one that is a record and happens to hold a list.
final class Wrapping {
    private static final Set<String> LISTS = Set.of("value", "records", "results", "incidents", "items", "data");

    /// An object that says who it is, is a record.
    private static final Set<String> IDENTITIES =
            Set.of(
                    "id",
                    "incidentid",
                    "alertid",
                    "systemalertid",
                    "incidentnumber",
                    "investigationid",
                    "name",
                    "title",
                    "recordtype",
                    "properties",
                    "operationname",
                    "ruleid",
                    "actionid",
                    "entitytype",
                    "displayname",
                    "incidentname",
                    "severity");

    private static final int MOST_BESIDE_ALERTS = 4;

    private Wrapping() {}

    static boolean mayList(String name) {
        return LISTS.contains(lower(name));
    }

    /// Whether an object with these fields so far may be a wrapper.
    static boolean anonymous(ObjectNode fields) {
        return fields.propertyNames().stream().noneMatch(name -> IDENTITIES.contains(lower(name)));
    }

    /// The list that a whole object wraps, or null when it is a record itself.
    static @Nullable JsonNode list(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return null;
        }
        for (var field : object.properties()) {
            // Nearly all records hold no such list, so their names are looked at only when one does.
            if (field.getValue().isArray() && mayList(field.getKey()) && holdsRecords(field.getValue())) {
                return anonymous(object) ? field.getValue() : null;
            }
        }
        return loneAlerts(object);
    }

    /// A list of alerts with nothing beside it but counts and links. It is looked at only when the whole object is known: an
    /// incident has such a list too, and its own fields may stand behind it.
    static @Nullable JsonNode loneAlerts(ObjectNode object) {
        JsonNode alerts = object.has("alerts") ? object.get("alerts") : object.get("Alerts");
        return alerts != null && object.size() <= MOST_BESIDE_ALERTS && anonymous(object) && holdsRecords(alerts)
                ? alerts
                : null;
    }

    private static boolean holdsRecords(JsonNode list) {
        return list.isArray() && (list.isEmpty() || list.get(0).isContainer() || list.get(0).isString());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
