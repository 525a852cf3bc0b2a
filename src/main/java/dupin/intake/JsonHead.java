package dupin.intake;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the first bytes of a JSON file show: the first record as far as they reach, and what wraps it.
///
/// @param isJson whether the file starts as JSON at all
/// @param envelope fields of the wrapper before the records, for example `@odata.context`; empty when nothing wraps
/// @param record fields of the first record, cut off where the head ends
public record JsonHead(boolean isJson, Fields envelope, Fields record) {
    private static final JsonHead NONE = new JsonHead(false, Fields.of(null), Fields.of(null));

    public static JsonHead of(Head head) {
        String text = head.text();
        if (!text.startsWith("{") && !text.startsWith("[") && !text.startsWith("\u001E{")) {
            return NONE;
        }
        ObjectNode envelope = Json.MAPPER.createObjectNode();
        ObjectNode record = Json.MAPPER.createObjectNode();
        try (JsonParser parser = Json.MAPPER.createParser(text.startsWith("\u001E") ? text.substring(1) : text)) {
            first(parser, parser.nextToken(), envelope, record);
        } catch (JacksonException | BadRecordException _) {
            // The head is cut off somewhere; what was read until there is what there is to see.
            return head(envelope, record);
        }
        return head(envelope, record);
    }

    private static JsonHead head(ObjectNode envelope, ObjectNode record) {
        return new JsonHead(true, Fields.of(envelope), Fields.of(record));
    }

    private static void first(JsonParser parser, JsonToken token, ObjectNode envelope, ObjectNode record) {
        if (token == JsonToken.START_ARRAY) {
            JsonToken element = parser.nextToken();
            if (element == JsonToken.START_OBJECT || element == JsonToken.START_ARRAY) {
                first(parser, element, envelope, record);
            } else if (element == JsonToken.VALUE_STRING) {
                JsonNode inner = Json.parse(parser.getString());
                inner.properties().forEach(field -> record.set(field.getKey(), field.getValue()));
            }
            return;
        }
        if (token != JsonToken.START_OBJECT) {
            return;
        }
        var tree = new JsonTree(parser);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY && Wrapping.mayList(name) && Wrapping.anonymous(record)) {
                record.properties().forEach(field -> envelope.set(field.getKey(), field.getValue()));
                record.removeAll();
                envelope.put("@list", name);
                first(parser, value, Json.MAPPER.createObjectNode(), record);
                return;
            }
            tree.property(record, name);
        }
        JsonNode alerts = Wrapping.loneAlerts(record);
        if (alerts != null && !alerts.isEmpty()) {
            JsonNode alert = alerts.get(0);
            record.removeAll();
            alert.properties().forEach(field -> record.set(field.getKey(), field.getValue()));
        }
    }
}
